package io.osusume.segments;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.CutOff;
import io.osusume.tables.LwpSegments;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Cuts scores into high and low.
 *
 * <p>A quantile q is cut at the value at or above which the share of customers comes nearest to 1 − q; on a tie, at the one
 * with fewer of them, which may be nobody. So where most customers tie, they are not all called high. Cuts are exact and do
 * not depend on the order of rows: values are counted first, and the few different ones (scores have four decimals) are
 * then sorted.
 */
final class Levels {
    /**
     * One score to be cut.
     *
     * @param value a column of few different values in the order of the score; never null
     * @param cutOff in the unit of {@code value}
     * @param level the column to add, high or low
     * @param cut the column to add, the value from which on it is high; null: nobody's is
     */
    record Scale(Column value, CutOff cutOff, String level, String cut) {}

    private static final String SCALE = "_scale";
    private static final String VALUE = "_value";
    private static final String ROWS = "_rows";

    private final List<Scale> scales;

    Levels(List<Scale> scales) {
        this.scales = scales;
    }

    /** Adds a level and a cut for each scale. */
    Dataset<Row> add(Dataset<Row> scored) {
        Dataset<Row> result = scored.crossJoin(broadcast(cuts(scored)));
        for (Scale scale : scales) {
            Column high = coalesce(scale.value().geq(col(scale.cut())), lit(false));
            result = result.withColumn(
                    scale.level(), when(high, lit(LwpSegments.HIGH)).otherwise(lit(LwpSegments.LOW)));
        }
        return result;
    }

    /** One row with each scale's cut. */
    private Dataset<Row> cuts(Dataset<Row> scored) {
        Column[] cuts = scales.stream().map(Levels::cut).toArray(Column[]::new);
        return chosen(counted(scored)).agg(cuts[0], Arrays.copyOfRange(cuts, 1, cuts.length));
    }

    private static Column cut(Scale scale) {
        return scale.cutOff()
                .absolute()
                .map(a -> max(lit(a.doubleValue())))
                .orElse(max(when(col(SCALE).equalTo(scale.cut()), col(VALUE))))
                .as(scale.cut());
    }

    /** How many customers have each value of each scale. */
    private Dataset<Row> counted(Dataset<Row> scored) {
        Column[] values = scales.stream()
                .map(s ->
                        struct(lit(s.cut()).as(SCALE), s.value().cast("double").as(VALUE)))
                .toArray(Column[]::new);
        return scored.select(explode(functions.array(values)).as("_s"))
                .groupBy(col("_s." + SCALE).as(SCALE), col("_s." + VALUE).as(VALUE))
                .agg(count(lit(1)).as(ROWS));
    }

    /** The cut of each scale. Grain: one scale. */
    private Dataset<Row> chosen(Dataset<Row> counted) {
        WindowSpec all = Window.partitionBy(SCALE);
        Column share =
                sum(ROWS).over(all.orderBy(col(VALUE).desc())).divide(sum(ROWS).over(all));
        // With nobody high the share is 0, and its distance from the wanted share is that share.
        Column cut =
                when(col("_best._off").lt(wantedShare()), col("_best._minus").multiply(-1));
        return counted.withColumn("_off", abs(share.minus(wantedShare())))
                .groupBy(SCALE)
                .agg(min(struct(col("_off"), col(VALUE).multiply(-1).as("_minus")))
                        .as("_best"))
                .select(col(SCALE), cut.as(VALUE));
    }

    private Column wantedShare() {
        Column share = lit(null).cast("double");
        for (Scale scale : scales) {
            double wanted = scale.cutOff().quantile().map(q -> 1 - q).orElse(0.0);
            share = when(col(SCALE).equalTo(scale.cut()), lit(wanted)).otherwise(share);
        }
        return share;
    }
}
