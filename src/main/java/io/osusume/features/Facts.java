package io.osusume.features;

import io.osusume.tables.Input;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Everything that tonight's run may know, as of its date: accepted rows only. An input that the company has not is an empty
 * dataset of the input's schema, and is named in {@code absent}.
 *
 * @param lines purchased order lines with returns netted ({@code staging.OrderLines})
 * @param products one row a product; derived from the orders where the input is absent
 * @param absent the names of inputs that the company has not
 * @param consentKnown whether {@code customers.marketing_consent} is mapped: then null means no
 */
public record Facts(
        Dataset<Row> lines,
        Dataset<Row> products,
        Dataset<Row> customers,
        Dataset<Row> usage,
        Dataset<Row> subscriptions,
        Dataset<Row> contacts,
        Dataset<Row> behavior,
        Dataset<Row> tickets,
        Dataset<Row> offerEvents,
        Dataset<Row> accounts,
        Set<String> absent,
        boolean consentKnown) {

    public boolean knows(Input input) {
        return !absent.contains(input.name());
    }
}
