package io.osusume.io;

import io.osusume.config.RunConfig;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.util.ConfigUtil;
import org.apache.spark.sql.SparkSession;

/** Opens the Spark session of a command, through whatever submitted it. */
public final class Sessions {
    /** About how many rows one shuffle partition should hold. */
    private static final long ROWS_PER_PARTITION = 250_000;

    /** So many rows hardly occupy the cores: most of the time goes to planning. */
    private static final long SMALL_ROWS = 300_000;

    /** So few rows are not worth a second task: stages that run side by side occupy the cores. */
    private static final long FEW_ROWS = 100_000;

    private static final String[] YARN_DEFAULTS = {"yarn-default.xml"};

    /** What a task that is no part of a query does not learn from the session, but from its thread. */
    private static final String CODE_FACTORY = "spark.sql.codegen.factoryMode";

    private static final String SMALL_MAP = "spark.sql.codegen.aggregate.map.twolevel.enabled";

    private Sessions() {}

    /**
     * Opens a session whose days are those of {@code zone}. What spark-submit or its properties set wins over what is set
     * here, save the zone.
     */
    public static SparkSession open(ZoneId zone) {
        SparkSession.Builder builder =
                SparkSession.builder().appName("osusume").config("spark.sql.session.timeZone", zone.getId());
        // Java lowers the case of enumerations as well as ICU does, and ICU takes two seconds to load.
        builder = builder.config("spark.sql.icu.caseMappings.enabled", "false");
        if (System.getProperty("spark.ui.enabled") == null) {
            builder = builder.config("spark.ui.enabled", "false");
        }
        // Spark writes out every plan for its pages, opened or not: formatted as by default, it takes a tenth of a
        // small night.
        builder = builder.config("spark.sql.ui.explainMode", "simple");
        // Where much is grouped, it is mostly by customer, and the groups are too many for the small map that Spark
        // asks before
        // the one that holds them all: a tenth of the processor seconds of a million lifetime values.
        if (System.getProperty(SMALL_MAP) == null) {
            builder = builder.config(SMALL_MAP, "false");
        }
        // Where executors are others, they may need files before they know Osusume's classes.
        String localFiles = "spark.hadoop.fs.file.impl";
        if (System.getProperty("spark.master", "").startsWith("local") && System.getProperty(localFiles) == null) {
            builder = builder.config(localFiles, LocalFiles.class.getName());
        }
        SparkSession spark = builder.getOrCreate();
        leaveOutYarn(spark.sparkContext().hadoopConfiguration());
        return spark;
    }

    /**
     * Takes out what Hadoop says of YARN by default, half of its thousand settings: none of them reads or writes a file, and Spark copies
     * all settings and sends them with each scan and each write, some four hundred times a night. What a site sets stays.
     */
    private static void leaveOutYarn(Configuration hadoop) {
        ConfigUtil.loadResources();
        List<String> defaults = new ArrayList<>();
        for (Map.Entry<String, String> setting : hadoop) {
            if (Arrays.equals(hadoop.getPropertySources(setting.getKey()), YARN_DEFAULTS)) {
                defaults.add(setting.getKey());
            }
        }
        defaults.forEach(hadoop::unset);
    }

    /** As {@link #sizeFor(SparkSession, RunConfig.Mode, long)}, judged by the rows alone. */
    public static Scale sizeFor(SparkSession spark, long rows) {
        return sizeFor(spark, RunConfig.Mode.AUTO, rows);
    }

    /**
     * Fits the session to the number of input rows, where the person who submits has not set it: about {@value
     * #ROWS_PER_PARTITION} rows a shuffle partition, at least one partition a core unless there are few. Small data goes without generated
     * code, since it is done before the code is compiled (the sample's night takes 53 s without and 72 s with it),
     * without planning anew after each stage (4 s), and without reckoning which filters follow from others (reading the
     * sample's inputs costs 30 processor seconds without and 45 with it), which pays where many rows are left out early.
     */
    public static Scale sizeFor(SparkSession spark, RunConfig.Mode mode, long rows) {
        long partitions =
                rows <= FEW_ROWS ? 1 : Math.max(spark.sparkContext().defaultParallelism(), rows / ROWS_PER_PARTITION);
        boolean small =
                switch (mode) {
                    case AUTO -> rows <= SMALL_ROWS;
                    case SMALL -> true;
                    case LARGE -> false;
                };
        setUnlessGiven(spark, "spark.sql.shuffle.partitions", String.valueOf(partitions));
        setUnlessGiven(spark, "spark.sql.adaptive.enabled", String.valueOf(!small));
        setUnlessGiven(spark, "spark.sql.constraintPropagation.enabled", String.valueOf(!small));
        setUnlessGiven(spark, "spark.sql.codegen.wholeStage", String.valueOf(!small));
        setUnlessGiven(spark, CODE_FACTORY, small ? "NO_CODEGEN" : "FALLBACK");
        return small ? Scale.SMALL : Scale.LARGE;
    }

    /**
     * Names what the calling thread does in Spark's log and pages; null: nothing in particular. Of what has a name Spark does not
     * walk the stack for each step of each plan. Its tasks make expressions as the session does, also where a plan is run as rows
     * ({@code Dataset.rdd}) and not as a query.
     */
    static void named(SparkSession spark, String stage) {
        spark.sparkContext().setLocalProperty("callSite.short", stage == null ? null : "osusume: " + stage);
        spark.sparkContext().setLocalProperty("callSite.long", stage);
        spark.sparkContext()
                .setLocalProperty(
                        CODE_FACTORY, stage == null ? null : spark.conf().get(CODE_FACTORY));
    }

    private static void setUnlessGiven(SparkSession spark, String key, String value) {
        if (!spark.sparkContext().conf().contains(key)) {
            spark.conf().set(key, value);
        }
    }
}
