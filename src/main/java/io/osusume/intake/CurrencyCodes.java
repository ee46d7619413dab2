package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.upper;

import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many rows with an amount name which currency, by input; the empty code stands for rows that name none.
 *
 * @param byInput those of the inputs with a column for it
 */
record CurrencyCodes(Map<Input, TreeMap<String, Long>> byInput) {
    private static final String NONE = "";

    /** The amounts of each input that has any. */
    static final Map<Input, List<String>> AMOUNTS = amounts();

    private static Map<Input, List<String>> amounts() {
        Map<Input, List<String>> amounts = new LinkedHashMap<>();
        amounts.put(Orders.INPUT, List.of(Orders.UNIT_PRICE));
        amounts.put(Products.INPUT, List.of(Products.LIST_PRICE, Products.UNIT_COST));
        amounts.put(Subscriptions.INPUT, List.of(Subscriptions.PRICE));
        return amounts;
    }

    static CurrencyCodes of(StagedInputs staged) {
        Map<Input, TreeMap<String, Long>> byInput = new LinkedHashMap<>();
        for (Input input : AMOUNTS.keySet()) {
            if (staged.knows(input, Orders.CURRENCY)) {
                byInput.put(input, counted(staged.accepted(input), input));
            }
        }
        return new CurrencyCodes(byInput);
    }

    private static TreeMap<String, Long> counted(Dataset<Row> rows, Input input) {
        TreeMap<String, Long> counts = new TreeMap<>();
        rows.where(hasAmount(input))
                .groupBy(coalesce(code(), lit(NONE)).as(Orders.CURRENCY))
                .count()
                .collectAsList()
                .forEach(r -> counts.put(r.getString(0), r.getLong(1)));
        return counts;
    }

    /** Whether a row has any amount: what is given away needs no currency. */
    static Column hasAmount(Input input) {
        return AMOUNTS.get(input).stream()
                .map(a -> coalesce(col(a), lit(0)).notEqual(0))
                .reduce(Column::or)
                .orElseThrow();
    }

    /** As it is compared, in capitals. */
    static Column code() {
        return upper(col(Orders.CURRENCY));
    }

    /** All codes that are named. */
    SortedSet<String> named() {
        SortedSet<String> named = new TreeSet<>();
        byInput.values().forEach(counts -> named.addAll(counts.keySet()));
        named.remove(NONE);
        return named;
    }

    /** The codes that rows of an input name. */
    SortedSet<String> named(Input input) {
        SortedSet<String> named = new TreeSet<>(counts(input).keySet());
        named.remove(NONE);
        return named;
    }

    /** The code that most rows name, of equally common ones the first of the alphabet. */
    String commonest() {
        Map<String, Long> rows = new TreeMap<>();
        byInput.values().forEach(counts -> counts.forEach((code, n) -> rows.merge(code, n, Long::sum)));
        return named().stream()
                .max(Comparator.<String>comparingLong(rows::get).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Rows of an input with an amount that name no currency. */
    long blank(Input input) {
        return counts(input).getOrDefault(NONE, 0L);
    }

    /** All rows of an input with an amount. */
    long rows(Input input) {
        return counts(input).values().stream().mapToLong(n -> n).sum();
    }

    long rows(Input input, String code) {
        return counts(input).getOrDefault(code, 0L);
    }

    private TreeMap<String, Long> counts(Input input) {
        return byInput.getOrDefault(input, new TreeMap<>());
    }
}
