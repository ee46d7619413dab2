package io.osusume.io;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.config.WarehouseConfig;
import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import io.osusume.tables.Rejects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is published as it lies, once, and only while the published nights are those that it was made beside. */
class PlanFolderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Plan.Sources NOTHING = new Plan.Sources(List.of("a = 1"), List.of(), List.of("inputs.orders"));

    @TempDir
    Path dir;

    record Figures(int offers) {}

    @Test
    void aPlanIsNotVisibleAndIsPublishedAsItLies() throws IOException {
        plan("r1", "a", "b");
        assertThat(dir.resolve("rejects")).doesNotExist();
        assertThat(dir.resolve("_lock")).doesNotExist();
        byte[] planned = bytes("_plan/tables/rejects");
        Plan plan = warehouse().plans().required();
        assertThat(plan.tables()).containsExactly("rejects");
        assertThat(plan.sources()).isEqualTo(NOTHING);
        assertThat(warehouse().plans().moved(plan)).isEmpty();
        assertThat(warehouse().plans().difference(Figures.class)).isEqualTo(new Figures(7));
        publish(plan);
        assertThat(bytes("rejects/run_date=2026-06-30")).isEqualTo(planned);
        assertThat(dir.resolve("_runs/r1.json")).content().contains("\"published_at\" : \"later\"");
        assertThat(dir.resolve("_plan")).doesNotExist();
        assertThatThrownBy(() -> warehouse().plans().required())
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessage("There is no plan in " + dir
                        + "/_plan. Make one: scripts/osusume plan with the same --conf and --warehouse.");
    }

    @Test
    void aNewPlanTakesThePlaceOfTheOldOne() throws IOException {
        plan("r1", "a");
        plan("r2", "b");
        assertThat(warehouse().plans().required().runId()).isEqualTo("r2");
        try (Stream<Path> tables = Files.list(dir.resolve("_plan/tables"))) {
            assertThat(tables).hasSize(1);
        }
    }

    @Test
    void aRunThatPublishesLeavesOfThePlanWhatSaysWhyItIsOver() {
        plan("r1", "a");
        try (Run run = warehouse().begin("r2", DAY)) {
            run.stage(Rejects.TABLE, rejects("b"));
            run.publish(manifest("r2"), List.of("rejects"));
        }
        assertThat(dir.resolve("_plan/tables")).doesNotExist();
        Plan plan = warehouse().plans().required();
        assertThat(warehouse().plans().moved(plan)).containsExactly("the run r2 has been published since");
    }

    @Test
    void aRunThatPublishesNothingLeavesThePlanAlone() {
        plan("r1", "a");
        warehouse().begin("r2", DAY).close();
        assertThat(warehouse().plans().moved(warehouse().plans().required())).isEmpty();
    }

    @Test
    void whatWasDoneToThePlannedTablesIsFound() throws IOException {
        plan("r1", "a");
        Path file = parquet("_plan/tables/rejects");
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertThat(warehouse().plans().moved(warehouse().plans().required()))
                .singleElement()
                .asString()
                .startsWith("the planned tables themselves: " + file + " was written anew (");
    }

    /** A crash after the journal of an apply: the next run publishes the rest, and nothing is left of the plan. */
    @Test
    void anApplyThatCrashedIsHealed() throws IOException {
        plan("r1", "a");
        byte[] planned = bytes("_plan/tables/rejects");
        Files.createDirectories(dir.resolve("_staging"));
        Files.move(dir.resolve("_plan/tables"), dir.resolve("_staging/r1"));
        Files.writeString(
                dir.resolve("_journal.json"),
                "{\"run_id\":\"r1\",\"run_date\":\"2026-06-30\",\"tables\":[\"rejects\"]}");
        warehouse().begin("r2", DAY).close();
        assertThat(bytes("rejects/run_date=2026-06-30")).isEqualTo(planned);
        assertThat(dir.resolve("_plan")).doesNotExist();
    }

    private void plan(String id, String... reasons) {
        try (Run run = warehouse().begin(id, DAY)) {
            run.stage(Rejects.TABLE, rejects(reasons));
            run.planning().keep(manifest(id), List.of("rejects"), NOTHING, new Figures(7));
        }
    }

    private void publish(Plan plan) {
        try (Run run = warehouse().begin(plan.runId(), DAY)) {
            run.planning().stage(plan, List.of(Rejects.TABLE));
            run.publish(plan.manifest().published("later"), plan.tables());
            assertThat(run.published().get("rejects").count()).isEqualTo(2);
        }
    }

    private byte[] bytes(String folder) throws IOException {
        return Files.readAllBytes(parquet(folder));
    }

    private Path parquet(String folder) throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Warehouse warehouse() {
        return new Warehouse(spark(), new WarehouseConfig(dir.toString(), 500_000, 10));
    }

    private static Manifest manifest(String id) {
        return new Manifest(
                id,
                DAY.toString(),
                "",
                "",
                Map.of(),
                "",
                Map.of(),
                List.of(),
                Map.of("rejects", new Manifest.TableRows(2, "0")),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of());
    }

    private static Dataset<Row> rejects(String... reasons) {
        return spark().createDataFrame(
                        Stream.of(reasons)
                                .map(r -> row("orders", r, null, "{}"))
                                .toList(),
                        Rejects.TABLE.schema());
    }
}
