package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whose use of what it is, where a measurement names only the contract. Grain: one measurement.
 */
public final class UsageTargets {
    private static final String CUSTOMER = "_customer";
    private static final String PRODUCT = "_product";

    /**
     * Fills in customer and product; they stay null where no contract of that id is known.
     *
     * @param usage accepted rows of {@code usage}
     * @param contracts accepted rows of {@code subscriptions}
     */
    public Dataset<Row> fill(Dataset<Row> usage, Dataset<Row> contracts) {
        Dataset<Row> named = contracts
                .select(
                        col(Subscriptions.SUBSCRIPTION_ID),
                        col(Subscriptions.CUSTOMER_ID).as(CUSTOMER),
                        col(Subscriptions.PRODUCT_ID).as(PRODUCT))
                .dropDuplicates(Subscriptions.SUBSCRIPTION_ID);
        return usage.join(named, new String[] {Usage.SUBSCRIPTION_ID}, "left")
                .select(Usage.TABLE.columnNames().stream()
                        .map(UsageTargets::filled)
                        .toArray(Column[]::new));
    }

    private static Column filled(String name) {
        return switch (name) {
            case Usage.CUSTOMER_ID -> coalesce(col(name), col(CUSTOMER)).as(name);
            case Usage.PRODUCT_ID -> coalesce(col(name), col(PRODUCT)).as(name);
            default -> col(name);
        };
    }

    /** Whether nobody knows whose use it is. */
    static Column isUnknown() {
        return col(Usage.CUSTOMER_ID).isNull().or(col(Usage.PRODUCT_ID).isNull());
    }
}
