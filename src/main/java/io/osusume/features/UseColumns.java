package io.osusume.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.FeaturesConfig;
import io.osusume.tables.MeasuredUse;
import io.osusume.tables.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** {@link DailyUse} and {@link UseTrend} as columns. */
final class UseColumns {
    /** Use by age in days. */
    static final String DAILY = "_daily";
    /** The daily use of every product of the customer by the metric. */
    static final String ALL = "_all";
    /** The days on which the metric was measured: {@link #AGE}, {@link #LATEST}, {@link #ADDED}; the youngest first. */
    static final String MEASURED = "_measured";
    /** How many of them are of the 84 days before the last 28. */
    static final String MEASUREMENTS = "_measurements";

    static final String FIRST_AGE = "_first_age";
    static final String AGE = "_age";
    static final String LATEST = "_latest";
    static final String ADDED = "_added";

    private static final String LEVEL = "level";
    private static final String SUM = "sum";
    private static final String SPARSE = "sparse";
    private static final DataType USES = DataTypes.createArrayType(Types.ESTIMATE, false);

    private final FeaturesConfig config;

    UseColumns(FeaturesConfig config) {
        this.config = config;
    }

    Column isSummed() {
        return col(MeasuredUse.METRIC).isin(config.summedMetrics().toArray());
    }

    private Column isSparse() {
        return col(MeasuredUse.METRIC).isin(config.sparseMetrics().toArray());
    }

    /** @param has whether the customer has the product still; a level of what is given up does not stand for long */
    Column daily(Column has) {
        int valid = config.levelValidDays();
        Column kind = when(isSparse(), lit(SPARSE)).when(isSummed(), lit(SUM)).otherwise(lit(LEVEL));
        UDF4<String, Seq<Row>, Integer, Boolean, double[]> daily =
                (k, days, first, h) -> uses(k, days, first, h, valid);
        return udf(daily, USES).apply(kind, col(MEASURED), col(FIRST_AGE), has);
    }

    private static double[] uses(String kind, Seq<Row> measured, int firstAge, boolean has, int valid) {
        List<Row> days = new ArrayList<>(CollectionConverters.asJava(measured));
        Collections.reverse(days);
        int[] ages = days.stream().mapToInt(d -> d.getInt(0)).toArray();
        int value = kind.equals(LEVEL) ? 1 : 2;
        double[] values = days.stream().mapToDouble(d -> d.getDouble(value)).toArray();
        return switch (kind) {
            case SPARSE -> DailyUse.sparse(ages, values, firstAge);
            case SUM -> DailyUse.sum(ages, values);
            default -> DailyUse.level(ages, values, has ? valid : DailyUse.lastStep(ages, valid));
        };
    }

    /** The use of 28 days: a sum that is measured in them, or the mean of a level; null where it is not known. */
    Column use28(Column measurements, Column added) {
        UDF1<Seq<Double>, Double> mean = d -> UseTrend.recentMean(array(d));
        return when(isSummed().and(measurements.gt(0)), added)
                .when(isSparse(), lit(0.0))
                .when(isSummed(), lit(null))
                .otherwise(udf(mean, Types.ESTIMATE).apply(col(DAILY)));
    }

    /** The trend of one product. */
    Column trend(Column measurements) {
        UseTrend trend = new UseTrend(config.minObservedDays());
        UDF1<Seq<Double>, Double> of = d -> trend.of(array(d));
        return told(udf(of, Types.ESTIMATE).apply(col(DAILY)), measurements);
    }

    /** The trend of all products by the metric. */
    Column trendOfAll(Column measurements) {
        UseTrend trend = new UseTrend(config.minObservedDays());
        UDF1<Seq<Seq<Double>>, Double> of = all -> trend.of(
                CollectionConverters.asJava(all).stream().map(d -> array(d)).toList());
        return told(udf(of, Types.ESTIMATE).apply(col(ALL)), measurements);
    }

    /** What happens now and then only tells nothing by not happening. */
    private Column told(Column trend, Column measurements) {
        return when(isSparse().and(measurements.lt(config.minMeasurements())), lit(null))
                .otherwise(trend);
    }

    static Column activePeriods() {
        UDF1<Seq<Double>, Integer> periods = d -> DailyUse.activePeriods(array(d));
        return udf(periods, Types.WHOLE).apply(col(DAILY));
    }

    private static double[] array(Seq<Double> daily) {
        return CollectionConverters.asJava(daily).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
