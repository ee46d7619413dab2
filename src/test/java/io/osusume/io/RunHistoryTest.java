package io.osusume.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunHistoryTest {
    private static Manifest run(String date, String hour, String... tables) {
        String at = "2026-07-01T" + hour + ":00:00Z";
        Map<String, Manifest.TableRows> rows =
                Stream.of(tables).collect(Collectors.toMap(t -> t, t -> new Manifest.TableRows(1, "0")));
        return new Manifest(
                date + "-" + hour,
                date,
                at,
                at,
                Map.of(),
                "",
                Map.of(),
                List.of(),
                rows,
                Map.of(),
                List.of(),
                null,
                null,
                null,
                null);
    }

    /** The rules alone were made again, then the whole night, then its offers. */
    @Test
    void aRunIsReplacedOnceEachOfItsTablesWasPublishedAgain() {
        List<Manifest> runs = List.of(
                run("2026-06-30", "01", "rules"),
                run("2026-06-30", "02", "rules", "offers"),
                run("2026-06-30", "03", "offers"),
                run("2026-06-29", "04", "rules", "offers"));
        assertThat(RunHistory.of(
                        runs,
                        Optional.of(new Plan(
                                run("2026-06-30", "05", "rules", "offers"), List.of(), null, List.of(), null))))
                .extracting(e -> e.manifest().runId() + " " + e.state())
                .containsExactly(
                        "2026-06-30-05 PLANNED",
                        "2026-06-29-04 PUBLISHED",
                        "2026-06-30-03 PUBLISHED",
                        "2026-06-30-02 PUBLISHED",
                        "2026-06-30-01 REPLACED");
    }
}
