package io.osusume.ranking;

import io.osusume.features.Signals.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Since when there is data of each kind. What begins after the first window learned from looks back to is not learned from:
 * there "nothing happened" would say how old a window is, and tonight that nothing did.
 */
final class Coverage {
    private final Map<Kind, Integer> firstDay = new EnumMap<>(Kind.class);
    private final int earliest;

    /** @param earliest the first day of the first window learned from */
    Coverage(Snapshots windows, int earliest) {
        this.earliest = earliest;
        for (Kind kind : Kind.values()) {
            firstDay.put(kind, windows.firstDay(kind));
        }
    }

    /** Those of the features whose data reaches back as far as they do at the start of every window. */
    int[] reaching(int[] features) {
        return Arrays.stream(features).filter(f -> reaches(Feature.at(f))).toArray();
    }

    private boolean reaches(Feature feature) {
        Optional<Kind> kind = feature.kind();
        return kind.isEmpty() || firstDay.get(kind.get()) <= earliest - feature.span();
    }

    /** What is there before {@code start}, and of which something cannot be learned from; empty where nothing is. */
    String note(int start) {
        Set<String> late = new TreeSet<>();
        for (Feature feature : Feature.values()) {
            feature.kind()
                    .filter(kind -> !reaches(feature) && firstDay.get(kind) < start)
                    .ifPresent(kind -> late.add(name(kind) + " (from " + day(firstDay.get(kind)) + ")"));
        }
        return late.isEmpty()
                ? ""
                : "The ranking does not learn all that there is of " + String.join(", ", late)
                        + ": it begins too late for the first window, of " + day(earliest) + ", to look back up to "
                        + Feature.LONGEST_SPAN + " days. With more history, or fewer ranker.training.windows, it does.";
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static LocalDate day(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
