package io.osusume.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Usage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class MetricNotesTest {
    private static final String USE = "customer_id | product_id | metric | used_at | amount";

    @Test
    void whatComesAtIrregularTimesMayAddUp() {
        List<String> rows = new ArrayList<>();
        LocalDate seats = LocalDate.of(2025, 1, 1);
        LocalDate logins = LocalDate.of(2025, 1, 1);
        for (int i = 0; i < 60; i++) {
            rows.add("c1 | p | seats | " + seats + " | 4");
            rows.add("c1 | p | logins | " + logins + " | 1");
            // By the week, then by the month; and after 2 to 22 days, each as often.
            seats = seats.plusDays(i < 30 ? 7 : 30);
            logins = logins.plusDays(2 + 4 * (i * 7 % 6));
        }
        TestFacts given = new TestFacts().with(Usage.INPUT, USE, rows.toArray(String[]::new));
        assertThat(notes(given))
                .containsExactly(
                        "Usage metric logins is read as a level, and its rows come at irregular times, as of what is"
                                + " added up. Where it adds up and days without a row had none, set features.summed_metrics ="
                                + " [\"spend\", \"logins\"] and features.sparse_metrics = [\"logins\"]; where it is a level,"
                                + " features.level_metrics = [\"logins\"].");
        assertThat(notes(given, "features.level_metrics=[logins]")).isEmpty();
    }

    @Test
    void severalSuchMetricsAreToldAtOnce() {
        List<String> rows = new ArrayList<>();
        LocalDate day = LocalDate.of(2025, 1, 1);
        for (int i = 0; i < 60; i++) {
            rows.add("c1 | p | logins | " + day + " | 1");
            rows.add("c1 | p | exports | " + day + " | 1");
            day = day.plusDays(2 + 4 * (i * 7 % 6));
        }
        assertThat(notes(new TestFacts().with(Usage.INPUT, USE, rows.toArray(String[]::new))))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("2 usage metrics are read as levels")
                .endsWith("features.summed_metrics = [\"spend\", \"exports\", \"logins\"].");
    }

    @Test
    void aSettingOfAMetricThatNobodyMeasuresIsTold() {
        TestFacts given = new TestFacts().with(Usage.INPUT, USE, "c1 | p | seats | 2025-01-01 | 4");
        assertThat(notes(given, "features.metric_units.Seats=seats"))
                .containsExactly("features.* names the usage metric Seats, of which no row is: metrics are seats.");
        assertThat(notes(new TestFacts(), "features.metric_units.Seats=seats")).isEmpty();
    }

    private static List<String> notes(TestFacts given, String... settings) {
        return new MetricNotes(TestFacts.config(settings).features()).of(given.facts());
    }
}
