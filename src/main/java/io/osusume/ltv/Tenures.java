package io.osusume.ltv;

import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * How many renewals each contract has seen. A customer's contracts of one product family, each begun within the grace days
 * of the end of the one before, are one relation: a change of plan is no loss, and tenure runs on. A plan's own contracts
 * then enter late, which renewal counts allow for.
 */
final class Tenures {
    /** Renewals of the relation before this contract began, in its own billing periods. */
    static final String ENTRY = "entry";
    /** Renewals that it survived, those before it included. */
    static final String SURVIVED = "survived";
    /** 1 when it ended at the next renewal and no other of the family followed. */
    static final String LEFT = "left_at_next";

    private static final int MOST = 1200;
    /** Months have 28 to 31 days: a renewal is met when a tenth of a period is missing. */
    private static final double SLACK = 0.1;

    private Tenures() {}

    /** Adds {@link #ENTRY}, {@link #SURVIVED}, {@link #LEFT} to {@link Contracts}. */
    static Dataset<Row> of(Dataset<Row> contracts, LocalDate asOf, int graceDays) {
        WindowSpec family =
                Window.partitionBy(Contracts.CUSTOMER_ID, Contracts.FAMILY).orderBy(Contracts.STARTED, Contracts.ID);
        Column until = coalesce(col(Contracts.ENDED), lit(asOf));
        Column before = max(until).over(family.rowsBetween(Window.unboundedPreceding(), -1));
        Column follows = coalesce(col(Contracts.STARTED).leq(date_add(before, graceDays)), lit(false));
        Column next = lead(col(Contracts.STARTED), 1).over(family);
        Column moved = coalesce(next.leq(date_add(col(Contracts.ENDED), graceDays)), lit(false));
        Column since = datediff(col(Contracts.STARTED), col("relation")).divide(col(Contracts.PERIOD));
        Column tenure = datediff(until, col("relation")).divide(col(Contracts.PERIOD));
        return contracts
                .withColumn("begins", when(follows.equalTo(false), col(Contracts.STARTED)))
                .withColumn("moved", moved)
                .withColumn(
                        "relation",
                        max("begins").over(family.rowsBetween(Window.unboundedPreceding(), Window.currentRow())))
                .withColumn(ENTRY, whole(floor(since.plus(SLACK))))
                .withColumn(
                        LEFT,
                        when(col(Contracts.ENDED).isNotNull().and(col("moved").equalTo(false)), 1)
                                .otherwise(0))
                .withColumn(
                        SURVIVED,
                        when(
                                        col(LEFT).equalTo(1),
                                        whole(greatest(ceil(tenure.minus(SLACK)).minus(1), col(ENTRY))))
                                .otherwise(whole(floor(tenure))))
                .drop("begins", "moved", "relation");
    }

    private static Column whole(Column periods) {
        return least(periods, lit(MOST)).cast("int");
    }

    /** Per plan and renewal t: contracts at risk and those that left. Grain: (plan, billing, t). */
    static Dataset<Row> renewals(Dataset<Row> tenures) {
        Column faced = col(SURVIVED).plus(col(LEFT));
        Column left = when(col("t").equalTo(faced), col(LEFT)).otherwise(0);
        return tenures.where(faced.gt(col(ENTRY)))
                .withColumn("t", explode(sequence(col(ENTRY).plus(1), faced)))
                .groupBy(Contracts.PLAN, Contracts.BILLING, "t")
                .agg(sum(lit(1L)).as("at_risk"), sum(left.cast("long")).as("left"));
    }
}
