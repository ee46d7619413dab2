package io.osusume.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The generated inputs, one component each, with the column names that the pipeline expects. All columns are text, as a
 * CSV file would hold them: null is an empty field, times are ISO-8601 in UTC, days are dates, money has two decimals.
 *
 * @param truths {@link io.osusume.tables.PlantedTruths}
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
        byName.put(SampleTable.ORDERS.tableName(), orders);
        byName.put(SampleTable.PRODUCTS.tableName(), products);
        byName.put(SampleTable.CUSTOMERS.tableName(), customers);
        byName.put(SampleTable.USAGE.tableName(), usage);
        byName.put(SampleTable.SUBSCRIPTIONS.tableName(), subscriptions);
        byName.put(SampleTable.CONTACTS.tableName(), contacts);
        byName.put(SampleTable.BEHAVIOR.tableName(), behavior);
        byName.put(SampleTable.TICKETS.tableName(), tickets);
        byName.put(SampleTable.OFFER_EVENTS.tableName(), offerEvents);
        byName.put(SampleTable.ACCOUNTS.tableName(), accounts);
        byName.put(SampleTable.TRUTHS.tableName(), truths);
        return byName;
    }
}
