package io.osusume.bench;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What all benches share. */
final class Bench {
    private Bench() {}

    /** A session on two cores of this machine, with what {@link io.osusume.io.Sessions} sets and matters for speed. */
    static SparkSession.Builder session() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.codegen.aggregate.map.twolevel.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC");
    }

    /** With two decimals. */
    static double secondsSince(long nanoTime) {
        return Math.round((System.nanoTime() - nanoTime) / 1e7) / 100.0;
    }

    /** The rows as they are read back from a folder of their own. */
    static Dataset<Row> written(Path folder, String name, Dataset<Row> rows) {
        String path = folder.resolve(name.replace(' ', '_')).toString();
        rows.write().parquet(path);
        return rows.sparkSession().read().schema(rows.schema()).parquet(path);
    }
}
