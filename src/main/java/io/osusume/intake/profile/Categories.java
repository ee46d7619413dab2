package io.osusume.intake.profile;

import io.osusume.tables.Products;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a product is of, as a path where there are two levels ({@code Clothing/Socks}): ids by the names that other tables give them. */
record Categories(InputGuess guess, View view, NamesOfKeys names) {
    /** What stands between the levels of a path in one column, beside the slash. */
    private static final List<String> SEPARATORS = List.of(">", "|", ":", ".");

    static final int LOOKED_AT = 50;

    /** Of the products' own columns; the upper level by way of the lower one's table where it stands only there. */
    Optional<ProposedColumn> column() {
        Optional<InputGuess.Match> upper = guess.match(Products.CATEGORY).or(this::familyOfKinds);
        Optional<InputGuess.Match> lower = guess.match(Helper.SUBCATEGORY)
                .filter(l -> upper.isEmpty() || isWithin(l.column(), upper.get().column()));
        if (upper.isPresent() && lower.isPresent()) {
            return Optional.of(path(
                    lower.get(), named(upper.get().column()), named(lower.get().column())));
        }
        return upper.or(() -> lower).map(only -> names.of(only.column(), guess.table())
                .map(found -> found.parent()
                        .map(parent -> path(only, parent, found.name()))
                        .orElseGet(() -> level(only, found.name())))
                .orElseGet(() -> level(only, view.own(only.column()))));
    }

    /** A family without steps is no ladder: it is what a product is of. */
    static boolean standsInFamily(InputGuess guess) {
        return !guess.has(Products.CATEGORY) && !guess.has(Products.TIER);
    }

    private Optional<InputGuess.Match> familyOfKinds() {
        return guess.has(Products.TIER) ? Optional.empty() : guess.match(Products.FAMILY);
    }

    private Ref named(ColumnProfile level) {
        return names.of(level, guess.table()).map(NamesOfKeys.Found::name).orElseGet(() -> view.own(level));
    }

    private static ProposedColumn level(InputGuess.Match match, Ref name) {
        ProposedColumn plain = ProposedColumn.of(Products.CATEGORY, name.sql(), match.score(), name.column());
        List<String> known = name.column().commonest(LOOKED_AT);
        if (CategoryLists.are(known)) {
            return plain.reading(CategoryLists.last(name.sql(), known)).noting("of several the last, a path");
        }
        if (CategoryLists.areFlat(known)) {
            return plain.reading(CategoryLists.first(name.sql(), known))
                    .noting("of several the first that some have alone");
        }
        String signs = SEPARATORS.stream()
                .filter(sign -> isPath(sign, known))
                .findFirst()
                .orElse(known.stream().anyMatch(path -> path.contains(" / ")) ? "/" : "");
        String path = signs.isEmpty()
                ? name.sql()
                : "regexp_replace(" + name.sql() + ", " + Sql.text("\\s*[" + signs + "]\\s*") + ", '/')";
        String below = CategoryLists.belowAll(path, known, signs.isEmpty() ? "/" : "\\s*[" + signs + "]\\s*");
        return below.equals(name.sql()) ? plain : plain.reading(below).noting("a path");
    }

    /** Whether more than half are paths by the sign, and none by a slash. */
    private static boolean isPath(String sign, List<String> known) {
        long paths = known.stream()
                .filter(path -> path.contains(sign) && !path.contains("/"))
                .count();
        return 2 * paths > known.size() && known.stream().noneMatch(path -> sign.equals(".") && path.contains(" "));
    }

    private ProposedColumn path(InputGuess.Match match, Ref upper, Ref lower) {
        return new ProposedColumn(
                Products.CATEGORY,
                "concat_ws('/', " + filled(upper) + ", " + filled(lower) + ")",
                match.score(),
                Stream.concat(upper.column().commonest(1).stream(), lower.column().commonest(2).stream())
                        .toList(),
                "two levels");
    }

    /** A word for nothing is no level. */
    private String filled(Ref level) {
        return view.tables().stream()
                .filter(table -> table.columns().containsValue(level.column()))
                .flatMap(table -> {
                    int at = table.sample().columns().indexOf(level.column().name());
                    return table.sample().rows().stream().map(row -> row[at]);
                })
                .filter(value -> value != null && !value.isBlank() && ColumnProfile.isNothing(value))
                .distinct()
                .reduce(level.sql(), (sql, word) -> "nullif(" + sql + ", " + Sql.text(word) + ")");
    }

    /** Whether there are more of the lower level, and each stands under one of the upper: else it is something else. */
    private boolean isWithin(ColumnProfile lower, ColumnProfile upper) {
        List<String> columns = guess.table().sample().columns();
        int below = columns.indexOf(lower.name());
        int above = columns.indexOf(upper.name());
        Set<List<String>> pairs = guess.table().sample().rows().stream()
                .filter(row -> !ColumnProfile.isNothing(row[below]) && !ColumnProfile.isNothing(row[above]))
                .map(row -> List.of(row[above], row[below]))
                .collect(Collectors.toCollection(HashSet::new));
        return lower.distinct() > upper.distinct() && 10 * pairs.size() <= 11 * lower.distinct();
    }
}
