package io.osusume.sample;

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
        Dataset<Row> truths) {}
