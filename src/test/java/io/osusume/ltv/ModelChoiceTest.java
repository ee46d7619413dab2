package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.Slow;
import io.osusume.config.LtvConfig;
import io.osusume.tables.Ltv;
import io.osusume.tables.LtvModels;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ModelChoiceTest {
    private static final int DAYS = 90;
    private static final LtvConfig CONFIG = Shop.config("model=auto");

    /** Rows of {@link HeldOutWindows}, from the days of orders of each customer (0 is as-of, −1 the day before). */
    private static HeldOutWindows windows(List<List<Integer>> customers) {
        List<double[]> rows = new ArrayList<>();
        for (int customer = 0; customer < customers.size(); customer++) {
            List<Integer> days = customers.get(customer);
            for (int window = 0; window <= 2; window++) {
                int end = -DAYS * window;
                List<Integer> until = days.stream().filter(day -> day <= end).toList();
                long came = days.stream()
                        .filter(day -> day > end && day <= end + DAYS)
                        .count();
                if (!until.isEmpty()) {
                    int first = until.get(0);
                    rows.add(new double[] {
                        window,
                        customer % 5 == 0 ? 1 : 0,
                        until.size() - 1,
                        until.get(until.size() - 1) - first,
                        end - first,
                        came,
                        1
                    });
                }
            }
        }
        return new HeldOutWindows(rows.toArray(double[][]::new), DAYS);
    }

    /** Half bought once and never again, half buy every ten, fifteen or thirty days and never stop. */
    private static List<List<Integer>> clockwork() {
        List<List<Integer>> customers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<Integer> days = new ArrayList<>();
            int gap = new int[] {10, 15, 30}[i % 3];
            for (int day = -420 - i % 7; day <= 0; day += i < 100 ? 1000 : gap) {
                days.add(day);
            }
            customers.add(days);
        }
        return customers;
    }

    private static List<List<Integer>> leaving(int n) {
        Random random = new Random(3);
        List<List<Integer>> customers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Integer> days = new ArrayList<>();
            double gap = 10 + 50 * random.nextDouble();
            double day = -500 + 250 * random.nextDouble();
            do {
                days.add((int) day);
                day += 1 - gap * Math.log(1 - random.nextDouble());
            } while (random.nextDouble() > 0.25 && day <= 0);
            customers.add(days);
        }
        return customers;
    }

    /** Who has left goes on for the naive forecast: the model is better. */
    @Test
    void aModelThatIsBetterIsKept() {
        ModelChoice.Chosen chosen = new ModelChoice(CONFIG).of(windows(leaving(600)));
        assertThat(chosen.instead()).isNull();
        assertThat(chosen.note()).isEmpty();
        assertThat(chosen.trials())
                .hasSize(3)
                .allMatch(trial -> trial.reported().customers() == 120);
        assertThat(chosen.model().name()).isIn("mbg_nbd", "bg_nbd");
    }

    /** Whose rates never change are forecast exactly by going on: no model that expects something of the others is as good. */
    @Test
    void aModelThatLosesIsNotUsed() {
        ModelChoice.Chosen chosen = new ModelChoice(CONFIG).of(windows(clockwork()));
        assertThat(chosen.model()).isNull();
        assertThat(chosen.trials())
                .allMatch(trial -> trial.decided().mae() > trial.decided().naive());
        // Their own rates are exact already, and whatever is expected of who never comes back is too much.
        assertThat(chosen.instead().drawn()).isZero();
        assertThat(chosen.instead().once()).isEqualTo(0.1);
        assertThat(chosen.note())
                .contains("over the last 90 days no model of buying at will erred less")
                .contains("model shrunk_naive; p_alive is not told");
    }

    @Test
    void tooFewToHoldAgainst() {
        ModelChoice.Chosen chosen = new ModelChoice(CONFIG).of(windows(leaving(40)));
        assertThat(chosen.instead()).isNull();
        assertThat(chosen.model().name()).isEqualTo("mbg_nbd");
        assertThat(chosen.note()).contains("could not be held against the last days: too few customers had come back");
    }

    /** Rates differ and nobody leaves: the model without leaving is as likely with less to say. */
    @Test
    void whereNobodyLeavesTheModelWithoutLeavingIsTaken() {
        ModelChoice.Chosen chosen = new ModelChoice(CONFIG).of(windows(staying(600)));
        assertThat(chosen.model()).isNotNull();
        assertThat(chosen.model().name()).isEqualTo("nbd");
        assertThat(chosen.trials().get(0).gain())
                .isCloseTo(chosen.trials().get(1).gain(), within(1.0));
    }

    /** Gaps drawn from an exponential whose mean is between 20 and 200 days. */
    private static List<List<Integer>> staying(int n) {
        Random random = new Random(5);
        List<List<Integer>> customers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Integer> days = new ArrayList<>();
            double gap = 20 / (0.1 + 0.9 * random.nextDouble());
            for (double day = -500 + 200 * random.nextDouble();
                    day <= 0;
                    day += 1 - gap * Math.log(1 - random.nextDouble())) {
                days.add((int) Math.floor(day));
            }
            customers.add(days);
        }
        return customers;
    }

    @Test
    void tooShortARecordIsSaid() {
        LocalDate asOf = LocalDate.of(2026, 3, 31);
        Shop shop = new Shop();
        for (int i = 0; i < 60; i++) {
            shop.order("c%03d".formatted(i), asOf.minusDays(14).toString(), 100);
            shop.order("c%03d".formatted(i), asOf.minusDays(i % 12).toString(), 100);
        }
        assertThat(shop.notes(CONFIG, asOf))
                .anyMatch(note ->
                        note.contains("mbg_nbd could not be held against the last days: the orders reach back"));
    }

    /** Through the whole stage: x / T · 365 orders of who came back, some of who did not, no P(alive), and it is said. */
    @Slow
    @Test
    void theStageSaysWhatItUses() {
        LocalDate asOf = LocalDate.of(2026, 3, 31);
        Shop shop = new Shop();
        List<List<Integer>> customers = clockwork();
        for (int i = 0; i < customers.size(); i++) {
            for (int day : customers.get(i)) {
                shop.order("c%03d".formatted(i), asOf.plusDays(day).toString(), 100);
            }
        }
        List<Row> rows = shop.ltv(CONFIG, asOf.toString());
        assertThat(rows).hasSize(200);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            List<Integer> days = customers.get(i);
            double expected = (days.size() - 1) / (double) -days.get(0) * 365;
            assertThat(row.<String>getAs(Ltv.MODEL)).isEqualTo("shrunk_naive");
            assertThat(row.<Double>getAs(Ltv.P_ALIVE)).isNull();
            if (days.size() > 1) {
                assertThat(row.<Double>getAs(Ltv.EXPECTED_ORDERS)).isCloseTo(expected, within(1e-6));
            } else {
                assertThat(row.<Double>getAs(Ltv.EXPECTED_ORDERS)).isBetween(1e-3, 0.5);
                assertThat(row.<BigDecimal>getAs(Ltv.LTV)).isPositive();
            }
        }
        assertThat(shop.notes(CONFIG, asOf)).anyMatch(note -> note.contains("model shrunk_naive"));
        theTableSaysTheSame(shop.models(CONFIG, asOf));
    }

    private static void theTableSaysTheSame(Map<String, Row> models) {
        assertThat(models.keySet()).contains("bg_nbd", "mbg_nbd", "nbd", "shrunk_naive", "gamma_gamma", "first_order");
        Row shrunk = models.get("shrunk_naive");
        assertThat(shrunk.<Boolean>getAs(LtvModels.CHOSEN)).isTrue();
        assertThat(shrunk.<String>getAs(LtvModels.PARAMETERS)).startsWith("drawn=0.00000, once=0.100000, r=");
        for (String lost : List.of("bg_nbd", "mbg_nbd", "nbd")) {
            Row row = models.get(lost);
            assertThat(row.<Boolean>getAs(LtvModels.CHOSEN)).isFalse();
            assertThat(row.<String>getAs(LtvModels.REASON)).contains("errs more");
            assertThat(row.<Integer>getAs(LtvModels.HOLDOUT_DAYS)).isEqualTo(90);
            assertThat(row.<Double>getAs(LtvModels.HOLDOUT_ERROR))
                    .isGreaterThan(row.<Double>getAs(LtvModels.HOLDOUT_ERROR_NAIVE));
            assertThat(row.<String>getAs(LtvModels.WARNING)).isNotNull();
        }
    }
}
