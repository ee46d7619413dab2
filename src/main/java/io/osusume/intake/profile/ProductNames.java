package io.osusume.intake.profile;

import io.osusume.tables.Products;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What products are called.
 *
 * @param id the SQL of a product's id
 */
record ProductNames(InputGuess guess, View view, Optional<Variants> variants, String id) {
    private static final Pattern OPTION = Pattern.compile("(option|variant|variation) ?\\d? ?(value|title|name)?"
            + "|(規格分類|規格分類名|規格|バリエーション)\\d?( (名称|名))?|サイズ|カラー|size|colou?r");
    /** More rows that are told apart than noise would be. */
    private static final double APART = 0.05;
    /** Between a category and a name below it. */
    private static final String BELOW = ":";
    /** What a header is worth that calls its column a name. */
    private static final double NAMED = 0.5;
    /** Share of the names that must begin so. */
    private static final double MOST = 0.9;

    /** By a column of names: with what tells variants apart, and with the id where it is empty. */
    ProposedColumn read(InputGuess.Match match, Ref ref) {
        ProposedColumn name = ProposedColumn.of(Products.NAME, ref.sql(), match.score(), ref.column());
        if (variants.isPresent()) {
            return variants.get().name(name, view);
        }
        List<ColumnProfile> options = options(ref.column());
        if (!options.isEmpty()) {
            return name.reading(
                            Stream.concat(Stream.of(ref.sql()), options.stream().map(o -> view.own(o)
                                            .sql()))
                                    .collect(Collectors.joining(", ", "concat_ws(' ', ", ")")))
                    .noting("with what tells its variants apart");
        }
        if (standsBelowCategory(ref.column())) {
            String category =
                    view.own(guess.column(Products.CATEGORY).orElseThrow()).sql();
            return name.reading("CASE WHEN startswith(" + ref.sql() + ", concat(" + category + ", '" + BELOW
                            + "')) THEN substr(" + ref.sql() + ", length(" + category + ") + 2) ELSE " + ref.sql()
                            + " END")
                    .noting("without the category that stands before it");
        }
        return ref.column().filledShare() == 1
                ? name
                : name.reading("coalesce(" + ref.sql() + ", " + view.text(id) + ")")
                        .noting("where it is empty, the id stands for it");
    }

    /** Whether names begin with their category, as QuickBooks writes them: {@code Filters:Filter 16x25x1}. */
    private boolean standsBelowCategory(ColumnProfile name) {
        Optional<ColumnProfile> category = guess.column(Products.CATEGORY);
        List<String> columns = guess.table().sample().columns();
        List<String[]> rows = guess.table().sample().rows().stream()
                .filter(row -> category.isPresent()
                        && !ColumnProfile.isNothing(
                                row[columns.indexOf(category.get().name())]))
                .toList();
        long below = rows.stream()
                .filter(row -> String.valueOf(row[columns.indexOf(name.name())])
                        .startsWith(row[columns.indexOf(category.get().name())] + BELOW))
                .count();
        return below > 0 && below >= MOST * rows.size();
    }

    /** What tells rows of one name apart, such as sizes and colours; none where names do already. */
    private List<ColumnProfile> options(ColumnProfile name) {
        List<ColumnProfile> options = guess.table().columns().values().stream()
                .filter(c -> !c.isEmpty()
                        && OPTION.matcher(HeaderNames.plain(c.name())).matches())
                .toList();
        List<String> together = Stream.concat(
                        Stream.of(name.name()), options.stream().map(ColumnProfile::name))
                .toList();
        boolean apart = guess.table().uniqueShare(together) > guess.table().uniqueShare(List.of(name.name())) + APART;
        return apart ? options : List.of();
    }

    /** By the kind and the id, where no column has a name; by the id, where that is one. */
    ProposedColumn made() {
        Optional<InputGuess.Match> named = guess.match(Products.PRODUCT_ID)
                .filter(m -> HeaderWords.known()
                                .score(
                                        Products.INPUT.name(),
                                        Products.NAME,
                                        m.column().name())
                        >= NAMED);
        if (named.isPresent()) {
            return read(named.get(), view.own(named.get().column()));
        }
        String sql = guess.column(Products.CATEGORY)
                .map(c -> "concat_ws(' ', " + view.own(c).sql() + ", " + id + ")")
                .orElse(id);
        return ProposedColumn.constant(Products.NAME, sql, "no column has a name");
    }
}
