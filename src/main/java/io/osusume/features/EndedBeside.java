package io.osusume.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;

import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Contracts that have ended beside another of the same customer and product, which runs on: a second line that was given up. Its
 * use was not of the one that stays, which is used no less since.
 */
final class EndedBeside {
    /** A contract that takes the place of another may begin so many days before that one's end. */
    private static final int OVERLAP_DAYS = 3;

    private static final String ID = "_id";
    private static final String SINCE = "_since";

    private EndedBeside() {}

    /** The rows of {@code usage} that are not of such a contract. */
    static Dataset<Row> without(Facts facts, Lookback lookback) {
        Dataset<Row> usage = facts.of(Usage.INPUT);
        if (!facts.knows(Usage.INPUT, Usage.SUBSCRIPTION_ID)
                || !facts.knows(Subscriptions.INPUT, Subscriptions.ENDED_AT)) {
            return usage;
        }
        Dataset<Row> contracts = facts.of(Subscriptions.INPUT);
        Column ended = coalesce(lookback.known(col(Subscriptions.ENDED_AT)), lit(false));
        Dataset<Row> running = contracts
                .where(ended.equalTo(false).and(lookback.known(col(Subscriptions.STARTED_AT))))
                .select(
                        col(Subscriptions.CUSTOMER_ID),
                        col(Subscriptions.PRODUCT_ID),
                        col(Subscriptions.SUBSCRIPTION_ID).as(ID),
                        col(Subscriptions.STARTED_AT).as(SINCE));
        Column beside = date_add(col(SINCE), OVERLAP_DAYS)
                .lt(col(Subscriptions.ENDED_AT))
                .and(col(ID).notEqual(col(Subscriptions.SUBSCRIPTION_ID)));
        Dataset<Row> gone = contracts
                .where(ended)
                .join(running, new String[] {Subscriptions.CUSTOMER_ID, Subscriptions.PRODUCT_ID})
                .where(beside)
                .select(Subscriptions.SUBSCRIPTION_ID);
        return usage.join(gone, new String[] {Usage.SUBSCRIPTION_ID}, "left_anti");
    }
}
