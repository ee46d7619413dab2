package io.osusume.intake;

import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.transform;

import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whose use of what it is, where a measurement names only the contract, or only the customer: then it is of the contract that ran
 * at the time; of several, of one whose plan is metered by that metric, then of the oldest. Grain: one measurement.
 */
public final class UsageTargets {
    private static final String CUSTOMER = "_customer";
    private static final String PRODUCT = "_product";
    private static final String CONTRACTS = "_contracts";
    private static final String RUNNING = "_running";

    /**
     * Fills in customer and product; they stay null where no contract of that id is known, and the product where the customer had
     * no contract then.
     *
     * @param usage accepted rows of {@code usage}
     * @param contracts accepted rows of {@code subscriptions}
     * @param products accepted rows of {@code products}; may be empty
     */
    public Dataset<Row> fill(Dataset<Row> usage, Dataset<Row> contracts, Dataset<Row> products) {
        Dataset<Row> named = contracts
                .select(
                        col(Subscriptions.SUBSCRIPTION_ID),
                        col(Subscriptions.CUSTOMER_ID).as(CUSTOMER),
                        col(Subscriptions.PRODUCT_ID).as(PRODUCT))
                .dropDuplicates(Subscriptions.SUBSCRIPTION_ID);
        return usage.join(named, new String[] {Usage.SUBSCRIPTION_ID}, "left")
                .join(ofCustomers(contracts, products), new String[] {Usage.CUSTOMER_ID}, "left")
                .withColumn(RUNNING, array_min(running()).getField(Subscriptions.PRODUCT_ID))
                .select(Usage.TABLE.columnNames().stream()
                        .map(UsageTargets::filled)
                        .toArray(Column[]::new));
    }

    /** Grain: one customer, with all contracts. */
    private static Dataset<Row> ofCustomers(Dataset<Row> contracts, Dataset<Row> products) {
        Dataset<Row> metered = products.select(Products.PRODUCT_ID, Products.USAGE_METRIC);
        return contracts
                .join(metered, new String[] {Products.PRODUCT_ID}, "left")
                .groupBy(Subscriptions.CUSTOMER_ID)
                .agg(collect_list(struct(
                                col(Subscriptions.STARTED_AT),
                                col(Subscriptions.ENDED_AT),
                                col(Subscriptions.SUBSCRIPTION_ID),
                                col(Subscriptions.PRODUCT_ID),
                                col(Products.USAGE_METRIC)))
                        .as(CONTRACTS));
    }

    private static Column running() {
        Column then = filter(col(CONTRACTS), c -> to_date(c.getField(Subscriptions.STARTED_AT))
                .leq(to_date(col(Usage.USED_AT)))
                .and(coalesce(
                        to_date(col(Usage.USED_AT)).lt(date_add(to_date(c.getField(Subscriptions.ENDED_AT)), 1)),
                        lit(true))));
        return transform(
                then,
                c -> struct(
                        coalesce(c.getField(Products.USAGE_METRIC).notEqual(col(Usage.METRIC)), lit(true))
                                .as("other"),
                        c.getField(Subscriptions.STARTED_AT).as(Subscriptions.STARTED_AT),
                        c.getField(Subscriptions.SUBSCRIPTION_ID).as(Subscriptions.SUBSCRIPTION_ID),
                        c.getField(Subscriptions.PRODUCT_ID).as(Subscriptions.PRODUCT_ID)));
    }

    private static Column filled(String name) {
        return switch (name) {
            case Usage.CUSTOMER_ID -> coalesce(col(name), col(CUSTOMER)).as(name);
            case Usage.PRODUCT_ID ->
                coalesce(col(name), col(PRODUCT), col(RUNNING)).as(name);
            default -> col(name);
        };
    }

    /** Whether nobody knows whose use it is, or of what. */
    static Column isUnknown() {
        return col(Usage.CUSTOMER_ID).isNull().or(col(Usage.PRODUCT_ID).isNull());
    }
}
