package io.osusume.tables;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Handed between stages: {@code use}, how each customer uses each product. */
public final class MeasuredUse {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    public static final String METRIC = "metric";
    public static final String LATEST_AT = "latest_at";
    public static final String LATEST = "latest";
    public static final String USE_28D = "use_28d";
    public static final String TREND = "trend";
    public static final String METRIC_TREND = "metric_trend";
    public static final String ACTIVE_PERIODS = "active_periods";
    public static final String CAPACITY = "capacity";
    public static final String UTILISATION = "utilisation";
    public static final String UTILISATION_28D = "utilisation_28d";

    /** What Spark makes of a product of quantities. */
    private static final DataType PRODUCT = DataTypes.createDecimalType(37, 8);

    public static final Table TABLE = Table.of(
            "use",
            "one customer, product and metric with a measurement in the last 112 days",
            List.of(CUSTOMER_ID, PRODUCT_ID, METRIC),
            Field.text(CUSTOMER_ID, "The customer"),
            Field.text(PRODUCT_ID, "The product"),
            Field.text(METRIC, "What was measured"),
            Field.instant(LATEST_AT, "The latest measurement"),
            Field.quantity(LATEST, "Its value; the highest of several at the same time"),
            Field.estimate(USE_28D, "Of what adds up the sum over 28 days; of a level its mean over those observed")
                    .orNull("not measured in them"),
            Field.estimate(TREND, "Use an observed day in 28 days ÷ in the 84 before")
                    .orNull("too little was observed"),
            Field.estimate(METRIC_TREND, "As trend, of all products that the customer uses by the metric")
                    .orNull("too little was observed"),
            Field.whole(ACTIVE_PERIODS, "A bit for each of the four 28-day periods with use: 1 the last, 8 the first"),
            Field.of(CAPACITY, PRODUCT, "Included units × how many are held").orNull("no limit by this metric"),
            Field.estimate(UTILISATION, "Use ÷ capacity: of a level its latest value")
                    .orNull("no limit, or too old"),
            Field.estimate(UTILISATION_28D, "As utilisation, from the mean of a level in 28 days")
                    .orNull("no limit"));

    private MeasuredUse() {}
}
