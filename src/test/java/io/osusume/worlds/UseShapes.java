package io.osusume.worlds;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** How use is measured: the trend is that of the use, however often somebody looked. */
final class UseShapes {
    /** Amounts that add up; rides have a row only when there is one. */
    static final String[] SETTINGS = {"features.summed_metrics=[spend,rides]", "features.sparse_metrics=[rides]"};

    private static final int INCLUDED = 5;

    private UseShapes() {}

    static Map<String, Shape> all() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("flat-for-eight-weeks", (c, r) -> flat(c, r, IntStream.range(0, 56)));
        shapes.put("flat-by-the-fortnight", (c, r) -> flat(c, r, every(14, 0, 140)));
        shapes.put(
                "flat-weekly-then-monthly",
                (c, r) -> flat(c, r, IntStream.concat(every(30, 0, 60), every(7, 60, 130))));
        shapes.put("flat-by-the-month", (c, r) -> flat(c, r, every(30, r.nextInt(20), 140)));
        shapes.put(
                "flat-with-missing-weeks", (c, r) -> flat(c, r, every(7, 0, 120).filter(age -> age < 30 || age > 50)));
        shapes.put("three-weeks-of-history", UseShapes::newcomer);
        shapes.put("seats-collapse", (c, r) -> steps(c, 20, 4, 28, .2));
        shapes.put("seats-grow", (c, r) -> steps(c, 10, 20, 14, 1.5));
        shapes.put("spend-every-day", (c, r) -> spend(c, every(1, 0, 115), 1));
        shapes.put("spend-by-the-week", (c, r) -> spend(c, every(7, 0, 140), 7));
        shapes.put("spend-weekly-then-monthly", UseShapes::spendMoves);
        shapes.put(
                "spend-with-missing-weeks", (c, r) -> spend(c, every(7, 0, 140).filter(a -> a != 21 && a != 28), 7));
        shapes.put("rides-now-and-then", UseShapes::rides);
        shapes.put("another-plan-is-used", UseShapes::planMoves);
        shapes.put("two-contracts-two-limits", UseShapes::twice);
        shapes.put("measured-long-ago", UseShapes::old);
        shapes.put("used-by-who-has-none", UseShapes::nobodys);
        return shapes;
    }

    private static IntStream every(int days, int from, int to) {
        return IntStream.range(0, 200).map(i -> from + i * days).filter(age -> age < to);
    }

    private static Agreement held(Company c, String who, String metric) {
        Agreement a = Agreement.monthly(c.named(who), c.named("plan"), c.asOf().minusDays(300), 9, 1);
        c.row(
                "products",
                "product_id",
                a.plan(),
                "name",
                a.plan(),
                "billing",
                "monthly",
                "usage_metric",
                metric,
                "included_units",
                INCLUDED);
        ContractShapes.write(c, a);
        return a;
    }

    private static void used(Company c, Agreement a, String metric, int age, double amount) {
        LocalDate day = c.asOf().minusDays(age);
        c.row(
                "usage",
                "customer_id",
                a.customer(),
                "product_id",
                a.plan(),
                "metric",
                metric,
                "used_at",
                day + "T08:00:00",
                "amount",
                amount);
    }

    private static void trend(Company c, Agreement a, Double trend) {
        Object expected = trend == null ? null : Company.Between.about(trend, 1e-6);
        c.truth("use", a.customer() + " " + a.plan(), "trend", expected);
        c.truth("features", a.customer(), "usage_trend", expected);
        boolean collapsed = trend != null && trend <= .5;
        c.truth("segments", a.customer(), "segment", collapsed ? "at_risk" : new Company.Not("at_risk"));
    }

    private static void flat(Company c, Random r, IntStream ages) {
        Agreement a = held(c, "a", "seats");
        int seats = 1 + r.nextInt(INCLUDED);
        ages.forEach(age -> used(c, a, "seats", age, seats));
        trend(c, a, 1.0);
        c.truth("features", a.customer(), "utilisation", (double) seats / INCLUDED);
    }

    private static void newcomer(Company c, Random r) {
        Agreement a = held(c, "a", "seats");
        every(3, 0, 21).forEach(age -> used(c, a, "seats", age, 3));
        trend(c, a, null);
    }

    /** So many seats, and from some day on so many, looked at every day. */
    private static void steps(Company c, int before, int after, int days, double trend) {
        Agreement a = held(c, "a", "seats");
        every(1, 0, 112).forEach(age -> used(c, a, "seats", age, age < days ? after : before));
        trend(c, a, trend);
    }

    private static void spend(Company c, IntStream ages, int days) {
        Agreement a = held(c, "a", "spend");
        ages.forEach(age -> used(c, a, "spend", age, 40.0 * days));
        trend(c, a, 1.0);
    }

    /** 40 a day, told by the week, and of late by thirty days. */
    private static void spendMoves(Company c, Random r) {
        Agreement a = held(c, "a", "spend");
        every(30, 0, 60).forEach(age -> used(c, a, "spend", age, 40.0 * 30));
        every(7, 60, 140).forEach(age -> used(c, a, "spend", age, 40.0 * 7));
        trend(c, a, 1.0);
    }

    /** Twelve in the 84 days, then one in 28: a third of the twelve's pace would be four. */
    private static void rides(Company c, Random r) {
        Agreement a = held(c, "a", "rides");
        used(c, a, "rides", r.nextInt(28), 1);
        every(7, 28, 112).forEach(age -> used(c, a, "rides", age, 1));
        used(c, a, "rides", 130, 1);
        trend(c, a, (1 / 28.0) / (12 / 84.0));
    }

    /** The lower plan was used until the change, the higher one is since. */
    private static void planMoves(Company c, Random r) {
        LocalDate change = c.asOf().minusDays(20 + r.nextInt(20));
        Agreement low = held(c, "a", "seats");
        Agreement high = low.of(low.customer(), c.named("high")).since(change);
        c.row(
                "products",
                "product_id",
                high.plan(),
                "name",
                high.plan(),
                "billing",
                "monthly",
                "usage_metric",
                "seats",
                "included_units",
                50);
        ContractShapes.write(c, high);
        every(1, 0, 112)
                .forEach(age -> used(c, c.asOf().minusDays(age).isBefore(change) ? low : high, "seats", age, 4));
        c.truth("features", low.customer(), "usage_trend", Company.Between.about(1, 1e-6));
        c.truth("segments", low.customer(), "segment", new Company.Not("at_risk"));
    }

    private static void twice(Company c, Random r) {
        Agreement a = held(c, "a", "seats");
        ContractShapes.write(c, a.since(c.asOf().minusDays(90)));
        every(7, 0, 112).forEach(age -> used(c, a, "seats", age, 8));
        c.truth("features", a.customer(), "utilisation", 8.0 / (2 * INCLUDED));
    }

    private static void old(Company c, Random r) {
        Agreement a = held(c, "a", "seats");
        every(7, 60, 112).forEach(age -> used(c, a, "seats", age, 4));
        c.truth("features", a.customer(), "utilisation", null);
        trend(c, a, null);
    }

    private static void nobodys(Company c, Random r) {
        Agreement a = Agreement.monthly(c.named("a"), c.named("never-sold"), c.asOf(), 9, 1);
        every(7, 0, 112).forEach(age -> used(c, a, "seats", age, 4));
        trend(c, a, 1.0);
        c.truth("holdings", a.customer() + " " + a.plan(), "owned", Company.NO_ROW);
    }
}
