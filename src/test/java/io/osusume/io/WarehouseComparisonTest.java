package io.osusume.io;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static io.osusume.TestSession.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.errors.UserException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseComparisonTest {
    private static final String DDL = "id STRING, n INT";

    @TempDir
    Path dir;

    @Test
    void filesAndOrderDoNotMatterButHowOftenARowStandsDoes() {
        write(
                "a",
                "t",
                "2026-06-30",
                rows(DDL, row("x", 1), row("y", 2), row("y", 2)).coalesce(1));
        write(
                "b",
                "t",
                "2026-06-30",
                rows(DDL, row("y", 2), row("x", 1), row("y", 2)).repartition(3));
        write("c", "t", "2026-06-30", rows(DDL, row("y", 2), row("x", 1), row("x", 1)));
        assertThat(compared("a", "b")).containsExactly(new WarehouseComparison.Compared("t", 3, List.of()));
        assertThat(compared("a", "c").get(0).findings())
                .containsExactly("1 rows only in A, 1 only in B; the first in A: id=y n=2; in B: id=x n=1");
    }

    @Test
    void ofAChangedRowOnlyWhatDiffersIsTold() {
        write("a", "t", "2026-06-30", rows(DDL, row("x", 1), row("y", 2)));
        write("b", "t", "2026-06-30", rows(DDL, row("x", 1), row("y", null)));
        assertThat(compared("a", "b").get(0).findings())
                .containsExactly("1 rows only in A, 1 only in B; the first: id=y: n=2 in A, null in B");
    }

    @Test
    void columnsAndTablesThatOneSideLacksAreTold() {
        write("a", "t", "2026-06-30", rows(DDL, row("x", 1)));
        write("a", "u", "2026-06-30", rows(DDL, row("x", 1)));
        write("b", "t", "2026-06-30", rows("id STRING, n BIGINT, m INT", row("x", 1L, 3)));
        assertThat(compared("a", "b"))
                .containsExactly(
                        new WarehouseComparison.Compared(
                                "t",
                                1,
                                List.of("only in A the columns n int", "only in B the columns n bigint, m int")),
                        new WarehouseComparison.Compared("u", 0, List.of("missing in B")));
    }

    @Test
    void theNewestDateIsComparedUnlessOneIsGiven() {
        write("a", "t", "2026-06-29", rows(DDL, row("old", 1)));
        write("a", "t", "2026-06-30", rows(DDL, row("new", 1)));
        write("b", "t", "2026-06-29", rows(DDL, row("old", 1)));
        assertThat(compared("a", "b").get(0).findings()).hasSize(1);
        assertThat(new WarehouseComparison(spark(), path("a"), path("b"))
                        .tables(Optional.of(LocalDate.of(2026, 6, 29))))
                .containsExactly(new WarehouseComparison.Compared("t", 1, List.of()));
    }

    @Test
    void aFolderWithoutTablesIsRefused() {
        assertThatThrownBy(() -> new WarehouseComparison(spark(), path("none"), path("none")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no published table lies in it");
    }

    private List<WarehouseComparison.Compared> compared(String a, String b) {
        return new WarehouseComparison(spark(), path(a), path(b)).tables(Optional.empty());
    }

    private void write(String warehouse, String table, String date, Dataset<Row> rows) {
        rows.write().parquet(path(warehouse + "/" + table + "/run_date=" + date));
    }

    private String path(String name) {
        return dir.resolve(name).toString();
    }
}
