package io.osusume;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The one Spark session of all tests: two cores, no UI, two shuffle partitions, zone UTC. */
public final class TestSession {
    private static final SparkSession SPARK = SparkSession.builder()
            .master("local[2]")
            .appName("osusume-tests")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            // As for any small data (io.Sessions): it is done before generated code is compiled.
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.constraintPropagation.enabled", "false")
            // Broadcast tables hold at least a page each, 64 MB by default, until they are collected.
            .config("spark.buffer.pageSize", "1m")
            .config("spark.sql.ui.explainMode", "simple")
            .config("spark.sql.icu.caseMappings.enabled", "false")
            .config("spark.hadoop.fs.file.impl", "io.osusume.io.LocalFiles")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate();

    private TestSession() {}

    /** Active in the calling thread too: Spark reads settings from what is, and tests run in threads that others have started. */
    public static SparkSession spark() {
        SparkSession.setActiveSession(SPARK);
        return SPARK;
    }

    /** A row of values. */
    public static Row row(Object... values) {
        return RowFactory.create(values);
    }

    /** Rows with a schema written as DDL, such as {@code "order_id STRING, quantity INT"}. */
    public static Dataset<Row> rows(String ddl, Row... rows) {
        return spark().createDataFrame(List.of(rows), StructType.fromDDL(ddl));
    }
}
