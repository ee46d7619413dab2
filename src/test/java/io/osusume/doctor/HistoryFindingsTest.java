package io.osusume.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.doctor.Finding.Level;
import org.junit.jupiter.api.Test;

/** How long a history must be for rules (20 × min_count orders), lifetime value (half a year) and the ranking. */
class HistoryFindingsTest {
    /** 180 days; the ranking wants 60 + 6 × 28 = 228 for all its windows, and 60 + 2 × 28 = 116 for any. */
    private static final Trials HALF_A_YEAR = Trials.orders().accepted(5_000).of(400, 2_000, 0);

    @Test
    void enoughOrdersPassForRulesAndFewWarn() {
        assertThat(about("rules", HALF_A_YEAR).level()).isEqualTo(Level.PASS);
        Finding few = about("rules", Trials.orders().accepted(50).of(10, 40, 0));
        assertThat(few.level()).isEqualTo(Level.WARN);
        assertThat(few.says()).contains("about 40 orders of 10 customers; hardly any pair comes to");
        assertThat(few.fix()).isEqualTo("bring more orders, or lower rules.min_count");
    }

    @Test
    void repeatedOrdersOverHalfAYearPassForValueAndOneTimeBuyersWarn() {
        assertThat(about("lifetime value", HALF_A_YEAR).level()).isEqualTo(Level.PASS);
        Finding once = about("lifetime value", Trials.orders().accepted(400).of(400, 401, 0));
        assertThat(once.level()).isEqualTo(Level.WARN);
        assertThat(once.fix()).isEqualTo("without them a named fallback is taken; bring older orders");
        Finding young = about(
                "lifetime value",
                Trials.orders().since("2026-03-01T00:00:00Z").accepted(400).of(100, 400, 0));
        assertThat(young.level()).isEqualTo(Level.WARN);
        assertThat(young.says()).contains("121 days");
    }

    @Test
    void theRankingSaysHowManyDaysItWants() {
        Trials year = Trials.orders().since("2025-06-30T00:00:00Z").accepted(5_000);
        assertThat(about("the ranking", year).level()).isEqualTo(Level.PASS);
        Finding some = about("the ranking", HALF_A_YEAR);
        assertThat(some.level()).isEqualTo(Level.WARN);
        assertThat(some.says()).contains("180 days", "fewer windows than 228 days would give");
        assertThat(some.fix()).isEqualTo("bring older orders");
        Finding little = about(
                "the ranking", Trials.orders().since("2026-05-01T00:00:00Z").accepted(5));
        assertThat(little.says()).contains("learning wants 116 days at the least, 228 for all windows");
        assertThat(little.fix()).contains("lower ranker.training.min_history_days");
    }

    private static Finding about(String what, Trials orders) {
        return new HistoryFindings(Trials.config())
                .of(orders.done()).stream()
                        .filter(f -> f.about().equals("history for " + what))
                        .findFirst()
                        .orElseThrow();
    }
}
