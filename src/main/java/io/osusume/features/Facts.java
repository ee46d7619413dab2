package io.osusume.features;

import static org.apache.spark.sql.functions.col;

import io.osusume.tables.Datasets;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Everything that tonight's run may know, as of its date: accepted rows only, each input found by what it is. An input that
 * the company has not is there too, without rows.
 */
public final class Facts {
    private final Datasets rows;
    private final Map<Input, Set<String>> mapped;

    private Facts(Datasets rows, Map<Input, Set<String>> mapped) {
        this.rows = rows;
        this.mapped = Map.copyOf(mapped);
    }

    /**
     * Holds each dataset against the table that it is.
     *
     * @param accepted the rows of every input: {@link Orders#LINES} of {@code orders}, and of {@code products} also those that
     *     only the orders name
     * @param mapped the columns that the company's data has; an input that it has not is not there
     */
    public static Facts of(Map<Input, Dataset<Row>> accepted, Map<Input, Set<String>> mapped) {
        Datasets rows = Datasets.none();
        for (Input input : Input.all()) {
            rows = rows.with(table(input), accepted.get(input));
        }
        return new Facts(rows, mapped);
    }

    /** The accepted rows of an input; of {@code orders} {@link #lines}, of {@code products} also those that only they name. */
    public Dataset<Row> of(Input input) {
        return rows.of(table(input));
    }

    /** Purchased order lines with returns netted: {@link Orders#LINES}, without those that were given back as a whole. */
    public Dataset<Row> lines() {
        return of(Orders.INPUT).where(col(Orders.QUANTITY).gt(0));
    }

    /** What was bought: {@link #lines}, and the starts of contracts that no line tells, as lines of their own. */
    public Dataset<Row> purchases() {
        return knows(Subscriptions.INPUT)
                ? ContractStarts.with(lines(), of(Subscriptions.INPUT), of(Products.INPUT))
                : lines();
    }

    private static Table table(Input input) {
        return input.equals(Orders.INPUT) ? Orders.LINES : input.table();
    }

    /** Whether the company has the input at all. */
    public boolean knows(Input input) {
        return mapped.containsKey(input);
    }

    /** Whether the company's data has this optional column. */
    public boolean knows(Input input, String column) {
        return knows(input) && mapped.get(input).contains(column);
    }

    /** The inputs that the company has not, by name. */
    public List<Input> absent() {
        return Input.all().stream()
                .filter(i -> !knows(i))
                .sorted(Comparator.comparing(Input::name))
                .toList();
    }
}
