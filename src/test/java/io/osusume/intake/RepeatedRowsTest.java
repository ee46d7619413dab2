package io.osusume.intake;

import static io.osusume.TestSession.spark;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.ConfigLoader;
import io.osusume.config.InputConfig;
import io.osusume.intake.source.RawRows;
import io.osusume.intake.source.Sources;
import io.osusume.tables.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedRowsTest {
    private static final String HEADER = "order_id,product_id,customer_id,ordered_at,quantity,unit_price,till\n";

    @TempDir
    Path dir;

    @Test
    void aCopyOfAFileIsToldWithBothNamesAndTheLineToWrite() throws IOException {
        write("may.csv", "1,p,c,2026-05-01,1,5,A\n");
        write("june.csv", "2,p,c,2026-06-01,1,5,A\n3,p,c,2026-06-02,1,5,A\n");
        write("june (1).csv", "2,p,c,2026-06-01,1,5,A\n3,p,c,2026-06-02,1,5,A\n");
        assertThat(note())
                .contains(
                        "2 rows of orders stand again in another file, the same in every column: june (1).csv and june.csv"
                                + " (2 rows). If a file is a copy, take it away; or, in place of inputs.orders.path, write"
                                + " sources.orders_files.path = \"" + dir
                                + "\" and inputs.orders.query = \"SELECT DISTINCT * FROM"
                                + " orders_files\", which makes one also of rows that repeat within a file.");
    }

    @Test
    void aDayThatTwoFilesShareIsTold() throws IOException {
        write("a.csv", "1,p,c,2026-05-01,1,5,A\n2,p,c,2026-05-02,1,5,A\n");
        write("b.csv", "2,p,c,2026-05-02,1,5,A\n3,p,c,2026-05-03,1,5,A\n");
        assertThat(note())
                .hasValueSatisfying(
                        n -> assertThat(n).startsWith("1 rows of orders").contains("a.csv and b.csv (1 rows)"));
    }

    /** The same thing twice in one order, and the same sale at two tills: neither is a copy. */
    @Test
    void rowsThatRepeatWithinAFileOrDifferInAColumnThatIsNotMappedAreNone() throws IOException {
        write("a.csv", "1,p,c,2026-05-01,1,5,A\n1,p,c,2026-05-01,1,5,A\n");
        write("b.csv", "1,p,c,2026-05-01,1,5,B\n");
        assertThat(note()).isEmpty();
    }

    private Optional<String> note() {
        InputConfig config = ConfigLoader.load(Optional.empty(), List.of("inputs.orders.path=" + dir))
                .config()
                .inputs()
                .of(Orders.INPUT);
        RawRows raw = new Sources(spark(), java.util.Map.of()).read(Orders.INPUT, config);
        Dataset<Row> kept = raw.rows()
                .withColumn("line_id", lit(null).cast("string"))
                .withColumn("product_name", lit(null).cast("string"))
                .withColumn("currency", lit(null).cast("string"))
                .withColumn("status", lit(null).cast("string"))
                .withColumn("channel", lit(null).cast("string"))
                .withColumn(Staging.STATUS, lit(Staging.ACCEPTED));
        return new RepeatedRows(Orders.INPUT, raw).note(kept);
    }

    private void write(String name, String rows) throws IOException {
        Files.writeString(dir.resolve(name), HEADER + rows);
    }
}
