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
 * Plans of which a company writes a row a period: most rows whose end has passed are followed by the customer's next one. How
 * long such rows last is how often the plan is paid for, and an end ahead is merely the end of a period.
 */
final class RowPeriods {
    private RowPeriods() {}

    /**
     * Plan, the median days of rows that another one follows, and whether more of those end on their last day than on the first
     * one of the next; grain: one plan of which most ended rows are followed.
     */
    static List<Row> of(Dataset<Row> claims, LocalDate asOf) {
        WindowSpec next =
                Window.partitionBy(Claims.CUSTOMER_ID, Claims.PLAN).orderBy(col(Claims.STARTED), col(Claims.ID));
        Column gap = col("_next").minus(col(Claims.ENDED));
        Column followed = coalesce(abs(gap).leq(Relations.NO_GAP_DAYS), lit(false));
        return claims.withColumn("_next", lead(Claims.STARTED, 1).over(next))
                .where(col(Claims.ENDED).leq(lit((int) asOf.toEpochDay())))
                .groupBy(Claims.PLAN)
                .agg(
                        percentile(when(followed, col(Claims.ENDED).minus(col(Claims.STARTED))), lit(0.5))
                                .as("days"),
                        count_if(followed).as("followed"),
                        count_if(followed.equalTo(false)).as("last"),
                        count_if(gap.equalTo(1)).gt(count_if(gap.equalTo(0))).as("on_last_days"))
                .where(col("followed").gt(col("last")).and(col("days").gt(0)))
                .select(Claims.PLAN, "days", "on_last_days")
                .collectAsList();
    }
}
