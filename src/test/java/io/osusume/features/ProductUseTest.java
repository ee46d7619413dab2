package io.osusume.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.MeasuredUse;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ProductUseTest {
    /** As of 2026-03-31: 28 days are 4 to 31 March, the 84 before 10 December to 3 March. */
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);

    private static final String USE = "customer_id | product_id | metric | used_at | amount";

    @Test
    void windowsBeginAndEndAtMidnight() {
        Row use = use(
                        new TestFacts()
                                .with(
                                        Usage.INPUT,
                                        USE,
                                        "c1 | p | hours | 2025-12-09 23:59:59 | 1000",
                                        "c1 | p | hours | 2025-12-10 00:00:00 | 1",
                                        "c1 | p | hours | 2026-01-10 00:00:00 | 2",
                                        "c1 | p | hours | 2026-02-10 00:00:00 | 4",
                                        "c1 | p | hours | 2026-03-03 23:59:59 | 5",
                                        "c1 | p | hours | 2026-03-04 00:00:00 | 16",
                                        "c1 | p | hours | 2026-03-31 23:59:59 | 32",
                                        "c1 | p | hours | 2026-04-01 00:00:00 | 1000"),
                        "features.summed_metrics=[hours]",
                        "features.sparse_metrics=[hours]")
                .get("c1 p hours");
        near(use, MeasuredUse.USE_28D, 48.0);
        assertThat(decimal(use, MeasuredUse.LATEST)).isEqualTo(32);
        // (48/28) / (12/84) = 12
        near(use, MeasuredUse.TREND, 12.0);
        // Use in the last period (bit 1), and in those from 7 January, 4 February and 10 December (2, 4, 8).
        assertThat(use.<Integer>getAs(MeasuredUse.ACTIVE_PERIODS)).isEqualTo(1 + 2 + 4 + 8);
    }

    @Test
    void aLevelIsTheSameHoweverOftenItIsMeasured() {
        List<String> rows = new ArrayList<>();
        // 4 of 5 seats since eight weeks, recorded by the week, by the month, by the day, and by the week and then the
        // month.
        every(rows, "weekly | plan | seats", "2026-02-04", 7, "4");
        every(rows, "monthly | plan | seats", "2026-02-04", 30, "4");
        every(rows, "daily | plan | seats", "2026-02-04", 1, "4");
        rows.add("changed | plan | seats | 2026-02-04 | 4");
        rows.add("changed | plan | seats | 2026-02-11 | 4");
        rows.add("changed | plan | seats | 2026-02-18 | 4");
        rows.add("changed | plan | seats | 2026-03-18 | 4");
        // The same to 3 March, then 8 from 18 March on: 14 of 28 days.
        for (String who : List.of("rises-weekly", "rises-daily")) {
            every(rows, who + " | plan | seats", "2026-01-07", who.endsWith("daily") ? 1 : 7, "2026-03-17", "4");
            every(rows, who + " | plan | seats", "2026-03-18", who.endsWith("daily") ? 1 : 7, "8");
        }
        rows.add("rises-rarely | plan | seats | 2026-01-07 | 4");
        rows.add("rises-rarely | plan | seats | 2026-03-18 | 8");
        Map<String, Row> use = use(new TestFacts()
                .with(Products.INPUT, "product_id | name | usage_metric | included_units", "plan | Plan | seats | 5")
                .with(Usage.INPUT, USE, rows.toArray(String[]::new)));
        for (String who : List.of("weekly", "monthly", "daily", "changed")) {
            Row flat = use.get(who + " plan seats");
            near(flat, MeasuredUse.TREND, 1.0);
            near(flat, MeasuredUse.METRIC_TREND, 1.0);
            near(flat, MeasuredUse.UTILISATION, 0.8);
            near(flat, MeasuredUse.UTILISATION_28D, 0.8);
            near(flat, MeasuredUse.USE_28D, 4.0);
            assertThat(flat.<Integer>getAs(MeasuredUse.ACTIVE_PERIODS)).isEqualTo(1 + 2);
        }
        for (String who : List.of("rises-weekly", "rises-daily", "rises-rarely")) {
            near(use.get(who + " plan seats"), MeasuredUse.TREND, 1.5);
            near(use.get(who + " plan seats"), MeasuredUse.UTILISATION, 1.6);
        }
    }

    @Test
    void aSumIsTheSameHoweverOftenItIsRecorded() {
        List<String> rows = new ArrayList<>();
        // 10 a day until 3 March, 5 a day from 4 March on, recorded by the day and by the week (Wednesdays are 4 March,
        // …).
        every(rows, "daily | card | spend", "2025-12-01", 1, "2026-03-03", "10");
        every(rows, "daily | card | spend", "2026-03-04", 1, "5");
        every(rows, "weekly | card | spend", "2025-12-02", 7, "2026-03-03", "70");
        every(rows, "weekly | card | spend", "2026-03-10", 7, "35");
        // By the week until 3 March, then by two weeks.
        every(rows, "changed | card | spend", "2025-12-02", 7, "2026-03-03", "70");
        every(rows, "changed | card | spend", "2026-03-17", 14, "70");
        Map<String, Row> use = use(new TestFacts().with(Usage.INPUT, USE, rows.toArray(String[]::new)));
        near(use.get("daily card spend"), MeasuredUse.TREND, 0.5);
        near(use.get("weekly card spend"), MeasuredUse.TREND, 0.5);
        near(use.get("changed card spend"), MeasuredUse.TREND, 0.5);
        near(use.get("daily card spend"), MeasuredUse.USE_28D, 140.0);
        near(use.get("weekly card spend"), MeasuredUse.USE_28D, 140.0);
        near(use.get("changed card spend"), MeasuredUse.USE_28D, 140.0);
    }

    @Test
    void weeksWithoutARowAreNothingOnlyWhereThatIsSaid() {
        List<String> rows = new ArrayList<>();
        // 70 a week; the rows of 17 and 24 March are missing.
        every(rows, "c1 | card | spend", "2025-12-09", 7, "2026-03-10", "70");
        rows.add("c1 | card | spend | 2026-03-31 | 70");
        TestFacts given = new TestFacts().with(Usage.INPUT, USE, rows.toArray(String[]::new));
        near(use(given).get("c1 card spend"), MeasuredUse.TREND, 1.0);
        // 140 in 28 days against 12 times 70 in 84.
        near(use(given, "features.sparse_metrics=[spend]").get("c1 card spend"), MeasuredUse.TREND, 0.5);
    }

    @Test
    void aTrendNeedsEnoughDaysObserved() {
        List<String> rows = new ArrayList<>();
        // Of three weeks; of six weeks, with much in the first days.
        every(rows, "young | p | hours", "2026-03-11", 7, "5");
        every(rows, "six | p | hours", "2026-02-17", 7, "5");
        rows.addAll(List.of(
                "once | p | hours | 2026-01-20 | 5",
                "idle | p | hours | 2026-01-01 | 0",
                "idle | p | hours | 2026-03-01 | 0",
                // Stands until 21 February, for 35 days: nobody knows of the last 28.
                "gone | p | hours | 2026-01-01 | 1",
                "gone | p | hours | 2026-01-18 | 1",
                // Stands until 11 March: 8 of the last 28 days are known, and that is enough.
                "late | p | hours | 2026-01-01 | 1",
                "late | p | hours | 2026-02-05 | 3"));
        Map<String, Row> use = use(new TestFacts().with(Usage.INPUT, USE, rows.toArray(String[]::new)));
        for (String who : List.of("young", "once", "idle", "gone")) {
            near(use.get(who + " p hours"), MeasuredUse.TREND, null);
        }
        near(use.get("six p hours"), MeasuredUse.TREND, 1.0);
        // 3 against 35 days of 1 and 27 days of 3.
        near(use.get("late p hours"), MeasuredUse.TREND, 3 / ((35 + 27 * 3) / 62.0));
    }

    @Test
    void productsByOneMetricAreTakenTogether() {
        List<String> rows = new ArrayList<>();
        // From one product to another, not seen on both: 6 before, 3 since.
        every(rows, "moves | basic | seats", "2025-12-10", 7, "2026-02-25", "6");
        every(rows, "moves | team | seats", "2026-03-04", 7, "3");
        // Left for good: no use that collapsed.
        every(rows, "left | basic | seats", "2025-12-10", 7, "2026-02-25", "6");
        // One halves, the other stands: 10 and 30 before, 5 and 30 since.
        every(rows, "two | basic | seats", "2025-12-10", 7, "2026-02-25", "10");
        every(rows, "two | basic | seats", "2026-03-04", 7, "5");
        every(rows, "two | team | seats", "2025-12-12", 7, "30");
        TestFacts given = new TestFacts()
                .with(Usage.INPUT, USE, rows.toArray(String[]::new))
                .with(
                        Subscriptions.INPUT,
                        "subscription_id | customer_id | product_id | started_at | ended_at",
                        "s1 | moves | basic | 2025-01-01 | 2026-03-04",
                        "s2 | moves | team | 2026-03-04 | -",
                        "s3 | left | basic | 2025-01-01 | 2026-03-04");
        Map<String, Row> use = use(given);
        assertThat(use).doesNotContainKey("left basic seats");
        near(use.get("moves basic seats"), MeasuredUse.TREND, null);
        near(use.get("moves team seats"), MeasuredUse.METRIC_TREND, 0.5);
        near(use.get("two basic seats"), MeasuredUse.METRIC_TREND, 35.0 / 40);
        near(use.get("two team seats"), MeasuredUse.TREND, 1.0);
    }

    /** AS_OF lies within the rest of one, a week after that of another, and long after that of the third. */
    @Test
    void whoLetsAPlanRestUsesItLessForAWhile() {
        List<String> rows = new ArrayList<>();
        for (String who : List.of("rests", "rested", "long_ago", "runs")) {
            every(rows, who + " | gym | seats", "2025-12-10", 7, "2026-02-25", "6");
            every(rows, who + " | gym | seats", "2026-03-04", 7, "1");
        }
        Map<String, Row> use = use(new TestFacts()
                .with(Usage.INPUT, USE, rows.toArray(String[]::new))
                .with(
                        Subscriptions.INPUT,
                        "subscription_id | customer_id | product_id | started_at | paused_until",
                        "s1 | rests | gym | 2025-01-01 | " + AS_OF.plusDays(20),
                        "s2 | rested | gym | 2025-01-01 | " + AS_OF.minusDays(7),
                        "s3 | long_ago | gym | 2025-01-01 | " + AS_OF.minusDays(90),
                        "s4 | runs | gym | 2025-01-01 | -"));
        assertThat(use).doesNotContainKeys("rests gym seats", "rested gym seats");
        assertThat(use.get("runs gym seats").<Double>getAs(MeasuredUse.TREND)).isLessThan(0.5);
        near(
                use.get("long_ago gym seats"),
                MeasuredUse.TREND,
                use.get("runs gym seats").getAs(MeasuredUse.TREND));
    }

    /** Of two lines one was given up in March: the other is used as before. Of rows that follow each other all use counts. */
    @Test
    void useOfALineThatWasGivenUpIsNoneOfTheOneThatStays() {
        List<String> rows = new ArrayList<>();
        every(rows, "family | sim | gb | mine", "2025-12-10", 7, "5");
        every(rows, "family | sim | gb | child", "2025-12-10", 7, "2026-02-25", "20");
        every(rows, "renewed | sim | gb | first", "2025-12-10", 7, "2026-02-25", "5");
        every(rows, "renewed | sim | gb | second", "2026-03-04", 7, "5");
        Map<String, Row> use = use(new TestFacts()
                .with(
                        Usage.INPUT,
                        "customer_id | product_id | metric | subscription_id | used_at | amount",
                        rows.toArray(String[]::new))
                .with(
                        Subscriptions.INPUT,
                        "subscription_id | customer_id | product_id | started_at | ended_at",
                        "mine | family | sim | 2025-01-01 | -",
                        "child | family | sim | 2025-01-01 | 2026-03-01",
                        "first | renewed | sim | 2025-01-01 | 2026-03-01",
                        "second | renewed | sim | 2026-03-01 | -"));
        near(use.get("family sim gb"), MeasuredUse.TREND, 1.0);
        near(use.get("renewed sim gb"), MeasuredUse.TREND, 1.0);
    }

    private static void every(List<String> rows, String what, String from, int days, String amount) {
        every(rows, what, from, days, AS_OF.toString(), amount);
    }

    private static void every(List<String> rows, String what, String from, int days, String until, String amount) {
        for (LocalDate d = LocalDate.parse(from); !d.isAfter(LocalDate.parse(until)); d = d.plusDays(days)) {
            rows.add(what + " | " + d + " | " + amount);
        }
    }

    @Test
    void utilisationHoldsTheLatestLevelOrTheSumAgainstTheUnitsHeld() {
        Map<String, Row> use = use(new TestFacts()
                .with(
                        Products.INPUT,
                        "product_id | name | usage_metric | included_units",
                        "plan | Plan | seats | 5",
                        "card | Card | spend | 1000",
                        "free | Free | seats | -",
                        "none | None | seats | 0")
                .with(
                        Usage.INPUT,
                        USE,
                        // No contract and no purchase: one plan of 5 seats. Two rows at the latest time: the higher.
                        "c1 | plan | seats | 2026-03-10 | 1",
                        "c1 | plan | seats | 2026-03-20 | 4",
                        "c1 | plan | seats | 2026-03-20 | 6",
                        // Two plans under contract: 10 seats.
                        "c2 | plan | seats | 2026-03-20 | 4",
                        // Three bought, one given back: 10 seats; another metric than the plan's has no limit.
                        "c3 | plan | seats | 2026-03-20 | 5",
                        "c3 | plan | logins | 2026-03-20 | 9",
                        // Measured 36 days ago: no longer known. Adding up: the sum of 28 days.
                        "c4 | plan | seats | 2026-02-23 | 5",
                        "c4 | card | spend | 2026-03-05 | 300",
                        "c4 | card | spend | 2026-03-31 | 400",
                        "c4 | free | seats | 2026-03-31 | 3",
                        "c4 | none | seats | 2026-03-31 | 3")
                .with(
                        Subscriptions.INPUT,
                        "subscription_id | customer_id | product_id | started_at | quantity",
                        "s1 | c2 | plan | 2026-01-01 | 2")
                .with(
                        Orders.INPUT,
                        "order_id | customer_id | product_id | ordered_at | quantity | unit_price | net_quantity",
                        "o1 | c3 | plan | 2026-01-01 | 3 | 1 | 2"));
        // 1 for ten days, then 6 for twelve.
        assertUse(use.get("c1 plan seats"), 5.0, 1.2, 82.0 / 22 / 5);
        assertUse(use.get("c2 plan seats"), 10.0, 0.4, 0.4);
        assertUse(use.get("c3 plan seats"), 10.0, 0.5, 0.5);
        assertUse(use.get("c3 plan logins"), null, null, null);
        assertUse(use.get("c4 plan seats"), 5.0, null, 1.0);
        assertUse(use.get("c4 card spend"), 1000.0, 0.7, 0.7);
        assertUse(use.get("c4 free seats"), null, null, null);
        assertUse(use.get("c4 none seats"), 0.0, null, null);
    }

    private static void assertUse(Row use, Double capacity, Double utilisation, Double mean) {
        if (capacity == null) {
            assertThat(use.<Object>getAs(MeasuredUse.CAPACITY)).isNull();
        } else {
            assertThat(decimal(use, MeasuredUse.CAPACITY)).isEqualTo(capacity);
        }
        near(use, MeasuredUse.UTILISATION, utilisation);
        near(use, MeasuredUse.UTILISATION_28D, mean);
    }

    private static void near(Row use, String column, Double expected) {
        Double found = use.getAs(column);
        if (expected == null) {
            assertThat(found).as(column).isNull();
        } else {
            assertThat(found).as(column).isCloseTo(expected, within());
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-5);
    }

    private static double decimal(Row row, String column) {
        return row.<java.math.BigDecimal>getAs(column).doubleValue();
    }

    private static Map<String, Row> use(TestFacts given, String... settings) {
        Facts facts = given.facts();
        return new ProductUse(TestFacts.config(settings).features())
                .of(facts, TestFacts.holdings(facts, AS_OF), AS_OF).collectAsList().stream()
                        .collect(Collectors.toMap(
                                r -> r.getString(0) + " " + r.getString(1) + " " + r.getString(2), r -> r));
    }
}
