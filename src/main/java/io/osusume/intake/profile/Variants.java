package io.osusume.intake.profile;

import io.osusume.tables.Products;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A list of products with a row a variant, which says only on the first row of a product what holds for all of them: its name,
 * its kind, whether it is sold. Rows without a product's id are pictures and the like.
 *
 * @param products by the filled rows
 * @param rows the query that fills them
 * @param left how many rows have no id
 */
record Variants(InputGuess products, String rows, long left) {
    private static final Pattern OPTION = Pattern.compile("(option|variant) ?\\d? (value|title)|variant title");
    /** What shops write where there is one variant. */
    private static final double KNOWN = 0.3;

    private static final String ONE = "Default Title";

    /** Empty where each row says all. */
    static Optional<Variants> of(InputGuess guess, References references) {
        Optional<ColumnProfile> id = references
                .to(Products.PRODUCT_ID)
                .flatMap(from -> KeyMatches.keyOf(from, guess.table(), KNOWN))
                .map(KeyMatches.KeyMatch::key)
                .or(() -> guess.column(Products.PRODUCT_ID));
        Optional<ColumnProfile> name = guess.column(Products.NAME);
        if (id.isEmpty() || name.isEmpty() || !guess.table().sample().format().equals("csv")) {
            return Optional.empty();
        }
        TableProfile table = guess.table();
        return table.columns().values().stream()
                .filter(c -> c.filledShare() == 1
                        && c.distinct() < c.rows()
                        && !c.name().equals(id.get().name()))
                .filter(c -> FirstLines.onlyFirst(table, c.name(), name.get().name()))
                .map(ColumnProfile::name)
                .map(group -> Map.entry(group, carried(table, group)))
                .reduce((a, b) -> b.getValue().size() > a.getValue().size() ? b : a)
                .map(group -> filled(table, group.getKey(), group.getValue(), id.get()));
    }

    private static List<String> carried(TableProfile table, String group) {
        return table.columns().keySet().stream()
                .filter(c -> !c.equals(group) && FirstLines.onlyFirst(table, group, c))
                .toList();
    }

    private static Variants filled(TableProfile table, String group, List<String> carried, ColumnProfile id) {
        List<String> columns = table.sample().columns();
        int by = columns.indexOf(group);
        int key = columns.indexOf(id.name());
        Map<String, String> said = new HashMap<>();
        List<String[]> rows = new ArrayList<>();
        for (String[] row : table.sample().rows()) {
            String[] full = row.clone();
            for (String column : carried) {
                int at = columns.indexOf(column);
                String product = row[by] + "\0" + column;
                if (!ColumnProfile.isNothing(row[at])) {
                    said.put(product, row[at]);
                }
                full[at] = said.getOrDefault(product, row[at]);
            }
            if (!ColumnProfile.isNothing(row[key])) {
                rows.add(full);
            }
        }
        TableProfile full = TableProfile.of(table.sample().with(rows));
        return new Variants(
                InputGuess.of(full, Products.INPUT.name()),
                query(table, group, id.name(), carried),
                table.sample().rows().size() - rows.size());
    }

    private static String query(TableProfile table, String group, String id, List<String> carried) {
        String names = carried.stream().map(Sql::name).collect(Collectors.joining(", "));
        String filled = carried.stream()
                .map(Sql::name)
                .map(c -> "max(nullif(" + c + ", '')) OVER (PARTITION BY " + Sql.name(group) + ") AS " + c)
                .collect(Collectors.joining(", "));
        return "SELECT * FROM (SELECT * EXCEPT (" + names + "), " + filled + " FROM "
                + table.sample().from() + ") WHERE coalesce(" + Sql.name(id) + ", '') <> ''";
    }

    /** What a reader should know. */
    List<String> remarks() {
        return left == 0
                ? List.of()
                : List.of(left + " rows name no product, such as further pictures: they are left out.");
    }

    /** A product's name with what tells its variants apart. */
    ProposedColumn name(ProposedColumn product, View view) {
        List<String> options = products.table().columns().values().stream()
                .filter(c -> !c.isEmpty()
                        && OPTION.matcher(HeaderNames.plain(c.name())).matches())
                .map(c -> "nullif(nullif(" + view.own(c).sql() + ", '" + ONE + "'), '')")
                .toList();
        return options.isEmpty()
                ? product
                : product.reading("concat_ws(' ', " + product.sql() + ", " + String.join(", ", options) + ")")
                        .noting("with what tells its variants apart");
    }
}
