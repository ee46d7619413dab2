package io.osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.intake.Staging;
import io.osusume.intake.TrialResult;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewestDayTest {
    private final Map<String, TrialResult> results = new HashMap<>();

    @Test
    void contractsThatBeginLaterAreAhead() {
        given(Orders.INPUT, 4000, "2025-05-01", "2026-10-31");
        given(Subscriptions.INPUT, 180, "2025-05-20", "2026-11-18");
        assertThat(newest()).isEqualTo("2026-10-31");
    }

    @Test
    void whereLittleIsSoldContractsTellAsWell() {
        given(Orders.INPUT, 100, "2025-01-01", "2026-10-05");
        given(Subscriptions.INPUT, 900, "2025-01-20", "2026-10-31");
        assertThat(newest()).isEqualTo("2026-10-31");
    }

    @Test
    void ordersThatAreNoLongerKeptEndNothing() {
        given(Orders.INPUT, 4000, "2024-05-01", "2025-10-31");
        given(Subscriptions.INPUT, 900, "2025-01-20", "2026-10-31");
        assertThat(newest()).isEqualTo("2026-10-31");
    }

    @Test
    void useTellsWhereNothingIsSold() {
        given(Subscriptions.INPUT, 900, "2025-01-20", "2026-10-01");
        given(Usage.INPUT, 900, "2025-01-20", "2026-10-31");
        assertThat(newest()).isEqualTo("2026-10-31");
        given(Orders.INPUT, 4, "2024-05-01", "2026-10-11");
        assertThat(newest()).isEqualTo("2026-10-11");
    }

    private String newest() {
        return new NewestDay(results).in(ZoneOffset.UTC).orElseThrow().toString();
    }

    private void given(Input input, long rows, String oldest, String newest) {
        TrialResult.Group group = new TrialResult.Group(
                Staging.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                rows,
                Optional.of(at(oldest)),
                Optional.of(at(newest)),
                Optional.empty());
        results.put(input.name(), new TrialResult(input, List.of(), List.of(group), List.of(), true, 1, 1, 0));
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
