package io.osusume.errors;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean …": the known name nearest to a misspelt one. */
public final class NearestName {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private NearestName() {}

    /** The nearest of the known names, or empty when none is near (more than a third of the letters differ). */
    public static Optional<String> of(String name, Collection<String> known) {
        int limit = Math.max(2, name.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt((String k) -> distance(name, k)).thenComparing(k -> k))
                .filter(k -> distance(name, k) <= limit);
    }

    /** A sentence to end an error message with: "Did you mean X?" where something is near, else all that is known. */
    public static String hint(String name, Collection<String> known) {
        return of(name, known)
                .map(k -> "did you mean \"" + k + "\"?")
                .orElseGet(() ->
                        "known: " + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    private static int distance(String a, String b) {
        return DISTANCE.apply(a.toLowerCase(java.util.Locale.ROOT), b.toLowerCase(java.util.Locale.ROOT));
    }
}
