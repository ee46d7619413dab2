package io.osusume.features;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.tables.MeasuredUse;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Contracts that rest, or did within the last 28 days: who lets one rest uses it less, and that is no use that fell. */
final class RestingContracts {
    /** True of what rests, null of all else. */
    static final String RESTS = "_rests";

    private RestingContracts() {}

    /** Marks use of what is under such a contract. */
    static Dataset<Row> mark(Dataset<Row> measured, Facts facts, Lookback lookback) {
        if (!facts.knows(Subscriptions.INPUT, Subscriptions.PAUSED_UNTIL)) {
            return measured.withColumn(RESTS, lit(null).cast(Types.FLAG));
        }
        Column until = col(Subscriptions.PAUSED_UNTIL);
        Dataset<Row> contracts = facts.of(Subscriptions.INPUT)
                .where(lookback.within(until, ProductUse.RECENT_DAYS)
                        .or(lookback.known(until).equalTo(false)))
                .select(
                        col(MeasuredUse.CUSTOMER_ID),
                        col(MeasuredUse.PRODUCT_ID),
                        lit(true).as(RESTS))
                .distinct();
        return measured.join(
                broadcast(contracts), new String[] {MeasuredUse.CUSTOMER_ID, MeasuredUse.PRODUCT_ID}, "left");
    }
}
