package io.osusume.intake.profile;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tables that say the same in several languages, a row for each thing and language, as names of products do: they are read by the rows
 * of one language, by which each thing has one row.
 */
final class Languages {
    private static final Pattern LANGUAGE =
            Pattern.compile("(id )?(language|lang|locale|langue|sprache|idioma|lingua|taal)"
                    + "( (id|code|key))?|spras|langu|言語(コード|ID)?");
    private static final int MOST = 40;
    /** The share of things that one language must name. */
    private static final double NAMED = 0.9;

    private Languages() {}

    /**
     * A table of texts.
     *
     * @param language its column of languages
     * @param words those that name nearly all things
     */
    private record Texts(TableProfile table, ColumnProfile language, List<String> words) {
        private TableProfile in(String word) {
            TableSample sample = table.sample();
            String condition = sample.sql(language.name()) + " = "
                    + (sample.format().equals("csv") || language.number().isEmpty() ? Sql.text(word) : word);
            return TableProfile.of(sample.only(
                    condition, sample.where(language.name(), Set.of(word)).rows()));
        }
    }

    /** The same tables, each of one language: that in which most of them can be read, then that of the words of other files. */
    static List<TableProfile> settled(List<TableProfile> tables) {
        Map<TableProfile, Texts> texts = new LinkedHashMap<>();
        tables.forEach(table -> texts(table).ifPresent(found -> texts.put(table, found)));
        Set<String> elsewhere = tables.stream()
                .filter(table -> !texts.containsKey(table))
                .flatMap(table -> table.columns().values().stream())
                .filter(ColumnProfile::isText)
                .flatMap(column -> column.counts().keySet().stream())
                .collect(Collectors.toSet());
        return tables.stream()
                .map(table -> texts.containsKey(table) ? only(texts.get(table), texts.values(), elsewhere) : table)
                .toList();
    }

    private static TableProfile only(Texts texts, Collection<Texts> all, Set<String> elsewhere) {
        return texts.words().stream()
                .max(Comparator.<String>comparingLong(word -> all.stream()
                                .filter(other -> other.words().contains(word))
                                .count())
                        .thenComparing(word -> known(texts, word, elsewhere))
                        .thenComparing(Comparator.reverseOrder()))
                .map(texts::in)
                .orElse(texts.table());
    }

    private static Optional<Texts> texts(TableProfile table) {
        if (table.sample().lines().isPresent()) {
            return Optional.empty();
        }
        return table.columns().values().stream()
                .filter(c -> c.filledShare() == 1 && c.distinct() > 1 && c.distinct() <= MOST)
                .filter(c -> LANGUAGE.matcher(HeaderNames.plain(c.name())).matches())
                .flatMap(language -> table.columns().values().stream()
                        .filter(key -> isNamedInEach(table, key, language))
                        .findFirst()
                        .map(key -> new Texts(table, language, words(key, language)))
                        .stream())
                .findFirst();
    }

    private static List<String> words(ColumnProfile key, ColumnProfile language) {
        return language.counts().entrySet().stream()
                .filter(word -> word.getValue() >= NAMED * key.distinct())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where numbers differ as well, as prices of several countries do, the rows are no mere texts. */
    private static boolean isNamedInEach(TableProfile table, ColumnProfile key, ColumnProfile language) {
        return !key.equals(language)
                && !key.isUnique()
                && !key.isTime()
                && key.filledShare() == 1
                && key.distinct() > language.distinct()
                && table.uniqueShare(List.of(key.name(), language.name())) == 1
                && table.columns().values().stream()
                        .filter(c -> !c.equals(language) && c.number().isPresent() && !(c.isUnique() && c.isWhole()))
                        .allMatch(c -> table.tells(key.name(), c.name()));
    }

    /** Values of a language's rows that other files have too. */
    private static long known(Texts texts, String word, Set<String> elsewhere) {
        return texts.in(word).sample().rows().stream()
                .flatMap(Arrays::stream)
                .filter(value -> value != null && elsewhere.contains(value))
                .count();
    }
}
