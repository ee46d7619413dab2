package io.osusume.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The generated inputs, one component each, with the column names that the pipeline expects. All columns are text, as a
 * CSV file would hold them: null is an empty field, times are ISO-8601 in UTC, days are dates, money has two decimals.
 *
 * @param truths grain: one planted truth (kind, subject, product_id, other, figure)
 */
public record SampleInputs(
        Dataset<Row> orders,
        Dataset<Row> products,
        Dataset<Row> customers,
        Dataset<Row> usage,
        Dataset<Row> subscriptions,
        Dataset<Row> contacts,
        Dataset<Row> behavior,
        Dataset<Row> tickets,
        Dataset<Row> offerEvents,
        Dataset<Row> accounts,
        Dataset<Row> truths) {

    /** All of them by the name that the pipeline's configuration gives them, for those who write or check each alike. */
    public Map<String, Dataset<Row>> byName() {
        Map<String, Dataset<Row>> byName = new LinkedHashMap<>();
        byName.put("orders", orders);
        byName.put("products", products);
        byName.put("customers", customers);
        byName.put("usage", usage);
        byName.put("subscriptions", subscriptions);
        byName.put("contacts", contacts);
        byName.put("behavior", behavior);
        byName.put("tickets", tickets);
        byName.put("offer_events", offerEvents);
        byName.put("accounts", accounts);
        byName.put("truths", truths);
        return byName;
    }
}
