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
    public static final String USE_PREVIOUS_84D = "use_previous_84d";
    public static final String MEASUREMENTS_PREVIOUS_84D = "measurements_previous_84d";
    public static final String TREND = "trend";
    public static final String ACTIVE_PERIODS = "active_periods";
    public static final String CAPACITY = "capacity";
    public static final String UTILISATION = "utilisation";
    public static final String UTILISATION_28D = "utilisation_28d";

    /** What Spark makes of a sum, and of a product, of quantities. */
    private static final DataType SUM = DataTypes.createDecimalType(28, 4);

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
            Field.of(USE_28D, SUM, "Sum over 28 days"),
            Field.of(USE_PREVIOUS_84D, SUM, "Sum over the 84 days before"),
            Field.count(MEASUREMENTS_PREVIOUS_84D, "Measurements in them"),
            Field.estimate(TREND, "Use a day in 28 days ÷ in the 84 before").orNull("too little was measured"),
            Field.whole(ACTIVE_PERIODS, "A bit for each of the four 28-day periods with use: 1 the last, 8 the first"),
            Field.of(CAPACITY, PRODUCT, "Included units × how many are held").orNull("no limit by this metric"),
            Field.estimate(UTILISATION, "Use ÷ capacity: of a level its latest value")
                    .orNull("no limit, or too old"),
            Field.estimate(UTILISATION_28D, "As utilisation, from the mean of a level in 28 days")
                    .orNull("no limit"));

    private MeasuredUse() {}
}
