package io.osusume.config;

import io.osusume.config.RunConfig.Language;
import io.osusume.errors.NearestName;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks a company's own sentences before anything starts: that the file is there, that each line is about something that offers
 * have, that its pattern can be read, that its placeholders are filled for all that it is about, and that it can be written.
 */
final class ReasonFile {
    /** What counts; all else is text. */
    private static final Set<String> NUMBERS = Set.of(
            "all",
            "amount",
            "bought",
            "cosine",
            "count",
            "days",
            "departments",
            "from",
            "interest",
            "intervals",
            "least",
            "level",
            "lift",
            "lookers",
            "mark",
            "needed",
            "of",
            "parts",
            "people",
            "percent",
            "seniors",
            "share",
            "units",
            "usual",
            "variation",
            "window");

    private final Checks checks;
    private final String key;
    private final String file;
    private final Language language;
    private final Map<String, Set<String>> shown = new TreeMap<>();

    private ReasonFile(Checks checks, String key, String file, Language language) {
        this.checks = checks;
        this.key = key;
        this.file = file;
        this.language = language;
        ReasonCodes.all().forEach(code -> shown.put(code, new TreeSet<>(ReasonCodes.alsoShown(code))));
        for (Map<String, String> sentences :
                List.of(ReasonTemplates.builtIn(language), ReasonTemplates.builtInEvidence(language))) {
            sentences.forEach(
                    (code, template) -> shown.get(code).addAll(new Sentence(template, language).placeholders()));
        }
    }

    /** Notes what is wrong with a file. */
    static void check(Checks checks, String key, Language language, String file) {
        if (!Files.isRegularFile(Path.of(file))) {
            checks.that(false, key, file, "no such file", "give an existing properties file, or null");
            return;
        }
        SortedMap<String, String> lines = ReasonTemplates.read(Path.of(file));
        ReasonFile reasons = new ReasonFile(checks, key, file, language);
        lines.forEach(reasons::line);
    }

    private void line(String name, String template) {
        List<String> codes = codes(name);
        if (codes.isEmpty()) {
            note("\"" + name + "\" is no reason code, and no offer type with a trigger", fix(name));
            return;
        }
        try {
            Sentence sentence = new Sentence(template, language);
            Set<String> filled = filled(codes);
            sentence.placeholders().stream()
                    .filter(p -> !filled.contains(p))
                    .forEach(p -> note(
                            "the template of " + name + " has the unknown placeholder {" + p + "}",
                            placeholders(p, filled)));
            if (filled.containsAll(sentence.placeholders())) {
                write(sentence);
            }
        } catch (IllegalArgumentException e) {
            note(
                    "the template of " + name + " cannot be read: " + e.getMessage(),
                    "close every brace, as in {product} or {count, plural, one {# order} other {# orders}}");
        }
    }

    /** The reason codes that a line is about: one, those of a type, or none where it is about nothing. */
    private List<String> codes(String name) {
        if (ReasonCodes.all().contains(name)) {
            return List.of(name);
        }
        String[] parts = name.split("\\.", -1);
        OfferType type = named(OfferType.values(), parts[0]);
        boolean timed = parts.length > 1 && named(Trigger.values(), parts[1]) != null;
        if (type == null || !timed || parts.length > 3) {
            return List.of();
        }
        List<String> ofType = ReasonCodes.of(type);
        return parts.length == 2 ? ofType : ofType.contains(parts[2]) ? List.of(parts[2]) : List.of();
    }

    private static <T> T named(T[] all, String wire) {
        for (T one : all) {
            if (one.toString().equalsIgnoreCase(wire)) {
                return one;
            }
        }
        return null;
    }

    /** What is filled whichever of the codes it is. */
    private Set<String> filled(Collection<String> codes) {
        Set<String> filled = new TreeSet<>();
        shown.values().forEach(filled::addAll);
        codes.forEach(code -> filled.retainAll(shown.get(code)));
        return filled;
    }

    /** A sentence that stumbles over a figure would end a night. */
    private static void write(Sentence sentence) {
        for (int figure : new int[] {0, 1, 2}) {
            Map<String, Object> values = new HashMap<>();
            sentence.placeholders().forEach(p -> values.put(p, NUMBERS.contains(p) ? (Object) figure : "text"));
            sentence.fill(values);
        }
    }

    private static String placeholders(String name, Set<String> filled) {
        return NearestName.of(name, filled)
                        .map(n -> "did you mean {" + n + "}? ")
                        .orElse("") + "placeholders: " + String.join(", ", filled);
    }

    private static String fix(String name) {
        return NearestName.of(name, ReasonCodes.all())
                        .map(n -> "did you mean \"" + n + "\"? ")
                        .orElse("")
                + "codes: " + String.join(", ", ReasonCodes.all())
                + "; or type.trigger, such as cross_sell.post_purchase, or type.trigger.code";
    }

    private void note(String reason, String fix) {
        checks.that(false, key, file, reason, fix);
    }
}
