package io.osusume.intake.profile;

import io.osusume.config.RunConfig.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Languages of customers in which no text is written. */
final class Locales {
    private static final int NAMED = 5;

    private Locales() {}

    /** With what becomes of them. */
    static ProposedColumn noted(ProposedColumn locale, ColumnProfile column) {
        List<String> ours = Arrays.stream(Language.values())
                .map(language -> language.name().toLowerCase(Locale.ROOT))
                .toList();
        List<String> others = column.counts().keySet().stream()
                .filter(word -> !ColumnProfile.isNothing(word))
                .filter(word -> ours.stream()
                        .noneMatch(own -> word.strip().toLowerCase(Locale.ROOT).startsWith(own)))
                .sorted()
                .limit(NAMED)
                .toList();
        return others.isEmpty()
                ? locale
                : locale.noting("texts are written in " + ours.stream().collect(Collectors.joining(" and "))
                        + ": who has " + String.join(", ", others) + " gets run.language");
    }
}
