package io.osusume.contracts;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What the rows of a plan tell together. Of some a company writes a row a period: most rows whose end has passed are followed by
 * the customer's next one. How long such rows last is how often the plan is paid for, and an end ahead is merely the end of a
 * period.
 */
final class RowPeriods {
    private static final String DAYS = "days";
    private static final String ON_LAST_DAYS = "on_last_days";
    private static final String USUAL = "usual";

    private RowPeriods() {}

    /** Tells {@code plans} the periods of rows, and what a unit usually costs. */
    static void tell(Plans plans, Dataset<Row> claims, LocalDate asOf) {
        for (Row row : of(claims, asOf)) {
            String plan = row.getAs(Claims.PLAN);
            Double days = row.getAs(DAYS);
            if (days != null) {
                plans.addRows(plan, days, row.getAs(ON_LAST_DAYS));
            }
            plans.addPrice(plan, row.getAs(USUAL));
        }
    }

    /**
     * Plan; where most ended rows are followed, the median days of those, and whether more of them end on their last day than on
     * the first one of the next; the median price of a unit; grain: one plan.
     */
    private static List<Row> of(Dataset<Row> claims, LocalDate asOf) {
        WindowSpec next =
                Window.partitionBy(Claims.CUSTOMER_ID, Claims.PLAN).orderBy(col(Claims.STARTED), col(Claims.ID));
        Column gap = col("_next").minus(col(Claims.ENDED));
        Column ended = col(Claims.ENDED).leq(lit((int) asOf.toEpochDay()));
        Column near = abs(gap).leq(Relations.NO_GAP_DAYS);
        Column followed = coalesce(ended.and(near), lit(false));
        Column last = coalesce(ended, lit(false)).and(coalesce(near, lit(false)).equalTo(false));
        Column price = col(Claims.PRICE).cast("double").divide(col(Claims.UNITS).cast("double"));
        return claims.withColumn("_next", lead(Claims.STARTED, 1).over(next))
                .groupBy(Claims.PLAN)
                .agg(
                        percentile(when(followed, col(Claims.ENDED).minus(col(Claims.STARTED))), lit(0.5))
                                .as(DAYS),
                        count_if(followed).as("followed"),
                        count_if(last).as("last"),
                        count_if(ended.and(gap.equalTo(1)))
                                .gt(count_if(ended.and(gap.equalTo(0))))
                                .as(ON_LAST_DAYS),
                        percentile(when(col(Claims.PRICE).gt(0), price), lit(0.5))
                                .as(USUAL))
                .withColumn(
                        DAYS, when(col("followed").gt(col("last")).and(col(DAYS).gt(0)), col(DAYS)))
                .collectAsList();
    }
}
