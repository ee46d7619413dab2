package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lines that stand below others of the same file: the parts of a set beside the set, at prices that come to it, and the variant that
 * was bought beside its product, for nothing. Read as they stand such an order counts twice, in money or in pieces.
 */
record NestedLines(InputGuess lines) {
    private static final Pattern PARENT =
            Pattern.compile("parent (line |order )?(item )?(line )?(id|number)|bundled by|composite parent|parent");

    private static final double ALL = 0.98;
    private static final double MOST = 0.8;
    private static final int FEWEST = 3;
    private static final double CENT = 0.02;

    /** What shops write for no line above, beside nothing. */
    private static final String NONE = "0";

    /** The column that names the line above, and the one that names the lines. */
    private record Tree(ColumnProfile parent, ColumnProfile key) {
        /** Whether the lines above are all there. */
        boolean knowsAll(TableProfile table) {
            long ids = parent.counts().keySet().stream()
                    .filter(above -> !isTop(above))
                    .count();
            return ids > 0 && KeyMatches.of(parent, table, key).share() * parent.distinct() >= ALL * ids;
        }

        boolean isTop(String above) {
            return ColumnProfile.isNothing(above)
                    || (id(above).equals(NONE) && !key.counts().containsKey(NONE));
        }

        /** Data frames write 12 as 12.0 where a column has gaps. */
        private static String id(String value) {
            return value.strip().replaceFirst("\\.0+$", "");
        }
    }

    /**
     * The query that leaves out what counts twice; empty where nothing does.
     *
     * @param remarks takes up what a reader should know
     */
    Optional<String> query(List<String> remarks) {
        Optional<ColumnProfile> price = lines.column(Orders.UNIT_PRICE);
        Optional<ColumnProfile> product = lines.column(Orders.PRODUCT_ID);
        Optional<Tree> tree = tree();
        if (tree.isEmpty() || price.isEmpty() || product.isEmpty()) {
            return Optional.empty();
        }
        boolean sums = partsComeToTheirSet(tree.get(), price.get());
        remarks.add(tree.get().parent().name() + " names the line that another belongs to: "
                + (sums ? "of a set its parts count, and not the set as well; " : "")
                + "a line for nothing of the same product as the one above is left out.");
        return Optional.of(sql(tree.get(), price.get(), product.get(), sums));
    }

    private Optional<Tree> tree() {
        TableProfile table = lines.table();
        return table.columns().values().stream()
                .filter(column ->
                        PARENT.matcher(HeaderNames.plain(column.name())).matches())
                .filter(column -> !column.isEmpty())
                .flatMap(parent -> table.columns().values().stream()
                        .filter(key -> !key.equals(parent) && key.isUnique())
                        .map(key -> new Tree(parent, key))
                        .filter(tree -> tree.knowsAll(table))
                        .filter(tree -> table.sample().rows().stream()
                                .anyMatch(row -> tree.isTop(row[at(table.sample(), parent)])))
                        .limit(1))
                .findFirst();
    }

    /** Of the lines that have priced ones below them, whether most cost what those come to. */
    private boolean partsComeToTheirSet(Tree tree, ColumnProfile price) {
        TableSample sample = lines.table().sample();
        Optional<ColumnProfile> pieces = lines.column(Orders.QUANTITY);
        Map<String, Double> own = new HashMap<>();
        Map<String, Double> below = new HashMap<>();
        for (String[] row : sample.rows()) {
            double amount = number(row, sample, price)
                    * pieces.map(p -> number(row, sample, p)).orElse(1.0);
            String parent = row[at(sample, tree.parent())];
            if (tree.isTop(parent)) {
                own.put(Tree.id(String.valueOf(row[at(sample, tree.key())])), amount);
            } else {
                below.merge(Tree.id(parent), amount, Double::sum);
            }
        }
        below.values().removeIf(sum -> sum <= CENT);
        below.keySet().retainAll(own.keySet());
        long alike = below.entrySet().stream()
                .filter(parts -> Math.abs(own.get(parts.getKey()) - parts.getValue()) <= CENT)
                .count();
        return alike >= FEWEST && alike >= MOST * below.size();
    }

    private String sql(Tree tree, ColumnProfile price, ColumnProfile product, boolean sums) {
        TableSample sample = lines.table().sample();
        String below = "nullif(" + id(sample.sql(tree.parent().name())) + ", '')";
        for (String word : tops(tree)) {
            below = "nullif(" + below + ", " + Sql.text(word) + ")";
        }
        String order = "coalesce(" + below + ", " + id(sample.sql(tree.key().name())) + ")";
        String costs = Sql.amount(new Ref(price, sample.sql(price.name()))) + " <> 0";
        String what = sample.sql(product.name());
        List<String> made = new ArrayList<>(List.of("*"));
        made.add("max(CASE WHEN " + below + " IS NULL THEN " + what + " END) OVER (PARTITION BY " + order
                + ") AS product_above");
        if (sums) {
            made.add("max(" + below + " IS NOT NULL AND " + costs + ") OVER (PARTITION BY " + order
                    + ") AS has_priced_parts");
        }
        String kept = "CASE WHEN " + below + " IS NULL THEN " + (sums ? "NOT has_priced_parts" : "true") + " ELSE "
                + costs + " OR " + what + " <> product_above END";
        return "SELECT * FROM (SELECT " + String.join(", ", made) + "\nFROM "
                + Sql.name(lines.table().name()) + ") WHERE coalesce(" + kept + ", true)";
    }

    private static String id(String sql) {
        return "regexp_replace(CAST(" + sql + " AS STRING), '[.]0+$', '')";
    }

    /** The words that stand for no line above. */
    private List<String> tops(Tree tree) {
        TableSample sample = lines.table().sample();
        return sample.rows().stream()
                .map(row -> row[at(sample, tree.parent())])
                .filter(above -> above != null && !above.isEmpty() && tree.isTop(above))
                .map(Tree::id)
                .distinct()
                .sorted()
                .toList();
    }

    private static int at(TableSample sample, ColumnProfile column) {
        return sample.columns().indexOf(column.name());
    }

    private static double number(String[] row, TableSample sample, ColumnProfile column) {
        String value = row[at(sample, column)];
        double number = value == null ? 0 : LineAmounts.number(value);
        return Double.isNaN(number) ? 0 : number;
    }
}
