package io.osusume.io;

import java.time.ZoneId;
import org.apache.spark.sql.SparkSession;

/** Opens the Spark session of a command, through whatever submitted it. */
public final class Sessions {
    /** About how many rows one shuffle partition should hold. */
    private static final long ROWS_PER_PARTITION = 250_000;

    private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

    private Sessions() {}

    /**
     * Opens a session whose days are those of {@code zone}. What spark-submit or its properties set wins over what is set
     * here, save the zone.
     */
    public static SparkSession open(ZoneId zone) {
        SparkSession.Builder builder =
                SparkSession.builder().appName("osusume").config("spark.sql.session.timeZone", zone.getId());
        if (System.getProperty("spark.ui.enabled") == null) {
            builder = builder.config("spark.ui.enabled", "false");
        }
        return builder.getOrCreate();
    }

    /**
     * Sizes shuffles to the data, unless the person who submits has set their number: as many partitions as cores for
     * small data, about {@value #ROWS_PER_PARTITION} rows each for large.
     */
    public static void sizeFor(SparkSession spark, long rows) {
        if (!spark.sparkContext().conf().contains(SHUFFLE_PARTITIONS)) {
            long wanted = Math.max(spark.sparkContext().defaultParallelism(), rows / ROWS_PER_PARTITION);
            spark.conf().set(SHUFFLE_PARTITIONS, String.valueOf(wanted));
        }
    }
}
