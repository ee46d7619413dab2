package io.osusume.io;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.WarehouseConfig;
import io.osusume.tables.Contract;
import io.osusume.tables.Field;
import io.osusume.tables.RankerFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What published files say of themselves, and that those of earlier nights, which say less, are read all the same. */
class PublishedFilesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    Path dir;

    @Test
    void aFilesColumnsCarryTheirDescriptionsAsComments() {
        publish();
        Dataset<Row> read = spark().read().parquet(folder(DAY).toString());
        assertThat(read.schema().fields()).hasSize(RankerFacts.TABLE.columns().size());
        for (Field column : RankerFacts.TABLE.columns()) {
            assertThat(read.schema().apply(column.name()).getComment().get())
                    .isEqualTo(column.about().comment());
        }
        assertThat(described(DAY))
                .contains("text | string | The fact, where it is no figure; null: it is a figure")
                .contains("value | double | The figure; null: the fact is a text");
    }

    @Test
    void aFileCarriesTheVersionOfTheContract() throws IOException {
        publish();
        for (Path file : files()) {
            try (ParquetFileReader reader = ParquetFileReader.open(
                    HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toString()), new Configuration()))) {
                assertThat(reader.getFooter().getFileMetaData().getKeyValueMetaData())
                        .containsEntry("osusume.schema_version", Integer.toString(Contract.VERSION));
            }
        }
    }

    /** As a night of the first version left it: no comments, no version; and one with a column fewer, in another order. */
    @Test
    void nightsThatWerePublishedBeforeAreRead() {
        Dataset<Row> before = spark().sql("select 'metric' kind, 'ndcg' name, 0.25D value, cast(null as string) text");
        before.write().parquet(folder(DAY.minusDays(2)).toString());
        before.select("value", "name", "kind")
                .write()
                .parquet(folder(DAY.minusDays(1)).toString());
        publish();
        assertThat(described(DAY.minusDays(2))).contains("value | double | null");
        assertThat(warehouse().history(DAY.plusDays(1), RankerFacts.TABLE).collectAsList())
                .containsExactlyInAnyOrder(
                        row("metric", "ndcg", 0.25, null, Date.valueOf(DAY.minusDays(2))),
                        row("metric", "ndcg", 0.25, null, Date.valueOf(DAY.minusDays(1))),
                        row("metric", "ndcg", 0.5, null, Date.valueOf(DAY)));
        assertThat(warehouse().earlier(DAY, RankerFacts.TABLE).collectAsList())
                .containsExactly(row("metric", "ndcg", 0.25, null));
    }

    private List<String> described(LocalDate day) {
        return spark().sql("describe query select * from parquet.`" + folder(day) + "`").collectAsList().stream()
                .map(r -> r.getString(0) + " | " + r.getString(1) + " | " + r.getString(2))
                .toList();
    }

    private void publish() {
        Dataset<Row> facts =
                spark().createDataFrame(List.of(row("metric", "ndcg", 0.5, null)), RankerFacts.TABLE.schema());
        try (Run run = warehouse().begin("run", DAY)) {
            run.stage(RankerFacts.TABLE, facts.selectExpr("*"));
            Manifest manifest = new Manifest(
                    "run",
                    DAY.toString(),
                    "",
                    "",
                    Map.of(),
                    "",
                    Map.of(),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    Map.of());
            run.publish(manifest, List.of("ranker"));
        }
    }

    private Warehouse warehouse() {
        return new Warehouse(spark(), new WarehouseConfig(dir.toString(), 500_000, 10));
    }

    private Path folder(LocalDate day) {
        return dir.resolve("ranker/run_date=" + day);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder(DAY))) {
            List<Path> found =
                    all.filter(f -> f.toString().endsWith(".parquet")).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
