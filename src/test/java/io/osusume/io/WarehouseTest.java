package io.osusume.io;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.config.RunConfig;
import io.osusume.config.WarehouseConfig;
import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import io.osusume.tables.Rejects;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Table;
import io.osusume.tables.Types;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    Path dir;

    @Test
    void aRunBecomesVisibleWithManifestAndCurrentDate() throws IOException {
        publish(DAY, rejects("a", "b"));
        assertThat(visible("rejects", DAY)).containsExactly("a", "b");
        assertThat(Files.readString(dir.resolve("_current.json"))).contains("\"rejects\" : \"2026-06-30\"");
        assertThat(names(dir)).containsExactlyInAnyOrder("rejects", "_runs", "_current.json", "_staging");
        assertThat(warehouse().newestBefore(DAY.plusDays(1)))
                .hasValueSatisfying(m -> assertThat(m.runDate()).isEqualTo("2026-06-30"));
        assertThat(warehouse().newestBefore(DAY)).isEmpty();
    }

    @Test
    void aRerunReplacesTheDateAndAnEarlierDateStaysBehindTheCurrentOne() throws IOException {
        publish(DAY, rejects("a"));
        publish(DAY, rejects("b"));
        publish(DAY.minusDays(1), rejects("c"));
        assertThat(visible("rejects", DAY)).containsExactly("b");
        assertThat(visible("rejects", DAY.minusDays(1))).containsExactly("c");
        assertThat(Files.readString(dir.resolve("_current.json"))).contains("\"rejects\" : \"2026-06-30\"");
    }

    @Test
    void reportsOfNightsBeforeADayAreRemovedAndNothingElse() throws IOException {
        Path reports = Files.createDirectories(dir.resolve("_reports"));
        for (String name : List.of(
                "osusume-2026-03-31-en.html",
                "osusume-2026-03-31-ja.html",
                "osusume-2026-04-01-en.html",
                "osusume-2026-13-01-en.html",
                "osusume-2026-03-31-en.html.bak",
                "notes.html")) {
            Files.writeString(reports.resolve(name), "");
        }
        warehouse().nights().removeReports(LocalDate.of(2026, 4, 1));
        assertThat(names(reports))
                .containsExactlyInAnyOrder(
                        "osusume-2026-04-01-en.html",
                        "osusume-2026-13-01-en.html",
                        "osusume-2026-03-31-en.html.bak",
                        "notes.html");
    }

    @Test
    void aRunThatIsNotPublishedLeavesNothingVisible() {
        try (Run run = warehouse().begin("r1", DAY)) {
            run.stage(Rejects.TABLE, rejects("a"));
        }
        assertThat(dir.resolve("rejects")).doesNotExist();
        assertThat(dir.resolve("_lock")).doesNotExist();
        assertThat(dir.resolve("_staging/r1")).doesNotExist();
    }

    @Test
    void aCrashBetweenTwoTablesIsHealedByTheNextRun() throws IOException {
        publish(DAY, rejects("old"));
        // What a crash after the journal and before the swap of the second table leaves behind.
        stageOnly("r2", rejects("new"));
        Files.createDirectories(dir.resolve("_replaced/r2"));
        Files.move(dir.resolve("rejects/run_date=2026-06-30"), dir.resolve("_replaced/r2/rejects"));
        Files.writeString(
                dir.resolve("_journal.json"),
                "{\"run_id\":\"r2\",\"run_date\":\"2026-06-30\",\"tables\":[\"suppressed_offers\",\"rejects\"]}");
        warehouse().begin("r3", DAY.plusDays(1)).close();
        assertThat(visible("rejects", DAY)).containsExactly("new");
        assertThat(dir.resolve("_journal.json")).doesNotExist();
        assertThat(dir.resolve("_replaced/r2")).doesNotExist();
    }

    @Test
    void aSecondRunIsRefusedUntilTheLockExpires() throws IOException {
        try (Run first = warehouse().begin("r1", DAY)) {
            assertThatThrownBy(() -> warehouse().begin("r2", DAY))
                    .isInstanceOfSatisfying(
                            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.LOCKED))
                    .hasMessageContaining("Another run (r1) holds the lock");
            Files.setLastModifiedTime(
                    dir.resolve("_lock"), FileTime.from(Instant.now().minus(Duration.ofMinutes(11))));
            try (Run second = warehouse().begin("r2", DAY)) {
                second.stage(Rejects.TABLE, rejects("b"));
                assertThatThrownBy(() -> first.publish(manifest("r1", DAY), List.of("rejects")))
                        .hasMessageContaining("Another run (r2) took over the lock");
            }
        }
    }

    @Test
    void aTableThatBreaksItsContractIsNotStaged() {
        try (Run run = warehouse().begin("r1", DAY)) {
            Row twice = row(SuppressedOffers.TABLE.columns().stream()
                    .map(c -> c.type().equals(Types.TEXT) ? "x" : c.type().equals(Types.ESTIMATE) ? 1.0 : null)
                    .toArray());
            Dataset<Row> repeated = rows(SuppressedOffers.TABLE, twice, twice);
            assertThatThrownBy(() -> run.stage(SuppressedOffers.TABLE, repeated))
                    .hasMessageContaining("suppressed_offers: 1 rows repeat the key [offer_row_id]");
            Dataset<Row> wrongType = repeated.withColumn(
                    SuppressedOffers.EXPECTED_VALUE,
                    repeated.col("expected_value").cast("float"));
            assertThatThrownBy(() -> run.stage(SuppressedOffers.TABLE, wrongType))
                    .hasMessageContaining("suppressed_offers.expected_value is float, the contract says double");
        }
    }

    @Test
    void aRepeatedKeyIsFoundAmongManyFilesToo() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(suppressed("id-" + i));
        }
        rows.add(suppressed("id-7"));
        rows.add(suppressed("id-31"));
        rows.add(suppressed("id-31"));
        WarehouseConfig config = new WarehouseConfig(dir.toString(), 5, 10);
        try (Run run = new Warehouse(spark(), config).begin("r1", DAY)) {
            Dataset<Row> repeated =
                    rows(SuppressedOffers.TABLE, rows.toArray(Row[]::new)).repartition(3);
            assertThatThrownBy(() -> run.stage(SuppressedOffers.TABLE, repeated))
                    .hasMessageContaining("suppressed_offers: 3 rows repeat the key [offer_row_id]");
        }
    }

    private static Row suppressed(String id) {
        return row(SuppressedOffers.TABLE.columns().stream()
                .map(c -> c.name().equals(SuppressedOffers.OFFER_ROW_ID)
                        ? id
                        : c.type().equals(Types.TEXT) ? "x" : c.type().equals(Types.ESTIMATE) ? 1.0 : null)
                .toArray());
    }

    @Test
    void aNullInARequiredColumnIsFound() {
        try (Run run = warehouse().begin("r1", DAY)) {
            Dataset<Row> nameless = rejects("a").selectExpr("cast(null as string) as input", "reason", "detail", "raw");
            assertThatThrownBy(() -> run.stage(Rejects.TABLE, nameless))
                    .hasMessageContaining("rejects.input: null in 1 rows");
        }
    }

    @Test
    void theSameRowsGiveTheSameBytesWhateverTheirOrder() throws IOException {
        publish(DAY, rejects("a", "b", "c").repartition(3));
        assertThat(parquet(DAY)).hasSize(1);
        byte[] first = bytes(DAY);
        publish(DAY, rejects("c", "a", "b").coalesce(1));
        assertThat(bytes(DAY)).isEqualTo(first);
    }

    @Test
    void manyRowsLieInSeveralFilesEachInOrderTheSameForEveryScaleAndNumberOfPartitions() throws IOException {
        // 23 rows, at most about 5 a file: ⌈23 ÷ 5⌉ = 5 files.
        String[] reasons = IntStream.range(0, 23).mapToObj(i -> "reason " + i).toArray(String[]::new);
        Map<String, List<String>> first = filesOf(Scale.SMALL, rejects(reasons).coalesce(1));
        assertThat(first).hasSize(5);
        assertThat(first.values().stream().flatMap(List::stream)).containsExactlyInAnyOrder(reasons);
        assertThat(first.values()).allSatisfy(rows -> assertThat(rows).isSorted());
        byte[] bytes = bytes(DAY);
        assertThat(filesOf(Scale.LARGE, rejects(reasons).repartition(7))).isEqualTo(first);
        assertThat(bytes(DAY)).isEqualTo(bytes);
        assertThat(filesOf(Scale.LARGE, rejects("a", "b"))).hasSize(1);
        assertThat(filesOf(Scale.LARGE, rejects("a").limit(0))).hasSize(1);
    }

    /** The reasons in each published file, by the file's number. */
    private Map<String, List<String>> filesOf(Scale scale, Dataset<Row> rejects) throws IOException {
        WarehouseConfig config = new WarehouseConfig(dir.toString(), 5, 10);
        try (Run run = new Warehouse(spark(), config).begin("r", DAY)) {
            run.sizeFor(RunConfig.Mode.valueOf(scale.name()), 1);
            run.stage(Rejects.TABLE, rejects);
            run.publish(manifest("r", DAY), List.of("rejects"));
        }
        Map<String, List<String>> found = new TreeMap<>();
        for (Path file : parquet(DAY)) {
            found.put(
                    file.getFileName().toString().substring(0, "part-00000".length()),
                    spark().read().parquet(file.toString()).select(Rejects.REASON).collectAsList().stream()
                            .map(r -> r.getString(0))
                            .toList());
        }
        return found;
    }

    private Warehouse warehouse() {
        return new Warehouse(spark(), new WarehouseConfig(dir.toString(), 500_000, 10));
    }

    private void publish(LocalDate day, Dataset<Row> rejects) {
        String id = day + "-run";
        try (Run run = warehouse().begin(id, day)) {
            run.stage(Rejects.TABLE, rejects);
            run.publish(manifest(id, day), List.of("rejects"));
        }
    }

    private void stageOnly(String id, Dataset<Row> rejects) {
        rejects.write().parquet(dir.resolve("_staging/" + id + "/rejects").toString());
    }

    private static Manifest manifest(String id, LocalDate day) {
        return new Manifest(
                id,
                day.toString(),
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
    }

    private static Dataset<Row> rejects(String... reasons) {
        return rows(
                Rejects.TABLE,
                Stream.of(reasons).map(r -> row("orders", r, null, "{}")).toArray(Row[]::new));
    }

    private static Dataset<Row> rows(Table table, Row... rows) {
        return spark().createDataFrame(List.of(rows), table.schema());
    }

    private List<String> visible(String table, LocalDate day) {
        return spark()
                .read()
                .parquet(dir.resolve(table + "/run_date=" + day).toString())
                .select(Rejects.REASON)
                .collectAsList()
                .stream()
                .map(r -> r.getString(0))
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private byte[] bytes(LocalDate day) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path file : parquet(day)) {
            all.write(Files.readAllBytes(file));
        }
        return all.toByteArray();
    }

    /** The published files; their names begin with their number. */
    private List<Path> parquet(LocalDate day) throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("rejects/run_date=" + day))) {
            return files.filter(f -> f.toString().endsWith(".parquet")).sorted().toList();
        }
    }
}
