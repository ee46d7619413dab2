package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.osusume.Slow;
import io.osusume.TestSession;
import io.osusume.catalogue.Pricing;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.config.RankerConfig;
import io.osusume.errors.UserException;
import io.osusume.features.Facts;
import io.osusume.features.TestFacts;
import io.osusume.ranking.backtest.Backtest;
import io.osusume.ranking.backtest.Figure;
import io.osusume.tables.Behavior;
import io.osusume.tables.Customers;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.RankerFacts;
import io.osusume.tables.RankerTrees;
import io.osusume.tables.Usage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A shop of 12 themes of 8 products: each customer buys mostly within two themes, most in the weeks after joining. */
class RankingIT {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate AS_OF = LocalDate.of(2025, 7, 31);
    private static final OsusumeConfig CONFIG = ConfigLoader.load(
                    Optional.empty(),
                    List.of(
                            "inputs.orders.path=unused.csv",
                            "ranker.training.trees=10",
                            "ranker.training.depth=3",
                            "ranker.training.windows=3",
                            "ranker.training.min_positives=100",
                            "ranker.factors=8",
                            "ranker.keep_per_customer=96",
                            "ranker.rule_count=3",
                            "backtest.resamples=200",
                            "backtest.als.rank=8"))
            .config();
    private static final List<String> SHOP = shop(400, 240);
    private static final Dataset<Row> NO_TREES =
            TestSession.spark().createDataFrame(List.of(), RankerTrees.TABLE.schema());
    private static final Dataset<Row> NO_FACTS =
            TestSession.spark().createDataFrame(List.of(), RankerFacts.TABLE.schema());

    private static List<String> shop(int customers, int days) {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>();
        for (int c = 0; c < customers; c++) {
            int[] themes = {random.nextInt(12), random.nextInt(12)};
            for (int day = random.nextInt(60); day < days; day += 5 + random.nextInt(30)) {
                for (int i = 0; i < 3; i++) {
                    int theme = random.nextInt(10) == 0 ? random.nextInt(12) : themes[random.nextInt(2)];
                    lines.add(line(c, day, theme * 8 + random.nextInt(8)));
                }
            }
        }
        return lines;
    }

    private static String line(int customer, int day, int product) {
        return String.format(
                "c%d | o%d-%d | p%03d | %s 10:00:00 | 1 | 10", customer, customer, day, product, FIRST.plusDays(day));
    }

    private static LocalDate day(String line) {
        return LocalDate.parse(line.split("\\|", -1)[3].strip().substring(0, 10));
    }

    private static Facts facts(List<String> lines) {
        return orders(lines).facts();
    }

    private static TestFacts orders(List<String> lines) {
        return new TestFacts()
                .with(
                        Orders.INPUT,
                        "customer_id | order_id | product_id | ordered_at | quantity | unit_price",
                        lines.toArray(String[]::new));
    }

    private static Ranking ranking(List<String> lines, LocalDate asOf) {
        return new Ranking(CONFIG.ranker(), CONFIG.features(), facts(lines), asOf);
    }

    private static Backtest backtest() {
        return new Backtest(
                CONFIG.ranker(),
                CONFIG.features(),
                CONFIG.backtest(),
                new Backtest.Limits(5, 2, new Pricing(CONFIG.ltv())));
    }

    private static List<Row> ranked(List<String> shop) {
        try (Ranking ranking = ranking(shop, AS_OF)) {
            return ranking.rank(NO_TREES, NO_FACTS, Map::of)
                    .candidates()
                    .orderBy(RankedProducts.CUSTOMER_ID, RankedProducts.PLACE)
                    .collectAsList();
        }
    }

    @Slow
    @Test
    void neitherLaterRowsNorTheOrderOfRowsChangeAnything() {
        List<String> known =
                SHOP.stream().filter(line -> !day(line).isAfter(AS_OF)).toList();
        assertThat(known.size()).isLessThan(SHOP.size());
        List<String> more = new ArrayList<>(SHOP);
        more.add(line(1, 235, 7777)); // first sold after the as-of date
        Collections.shuffle(more, new Random(3));
        List<Row> ranked = ranked(known);
        assertThat(ranked(more)).isEqualTo(ranked);
        assertThat(ranked).hasSizeGreaterThan(1000);
        assertThat(ranked).noneMatch(r -> r.getAs(RankedProducts.PRODUCT_ID).equals("p7777"));
        assertThat(ranked).allMatch(r -> {
            double p = r.getAs(RankedProducts.P_BUY);
            return p > 0 && p < 1;
        });
    }

    /** One customer in ten teaches; who bought what lately is counted on all. */
    @Test
    void newBuyersAreCountedOnAllCustomersHoweverFewTeach() {
        Map<String, LocalDate> first = new HashMap<>();
        SHOP.stream()
                .filter(line -> !day(line).isAfter(AS_OF))
                .forEach(line -> first.merge(
                        line.split(" \\| ", -1)[2] + " " + line.split(" \\| ", -1)[0],
                        day(line),
                        (a, b) -> a.isBefore(b) ? a : b));
        Map<String, Long> expected = first.entrySet().stream()
                .filter(e -> e.getValue().isAfter(AS_OF.minusDays(28)))
                .collect(Collectors.groupingBy(e -> e.getKey().split(" ", -1)[0], Collectors.counting()));
        RankerConfig few = ConfigLoader.load(
                        Optional.empty(), List.of("inputs.orders.path=unused.csv", "ranker.max_events=1000"))
                .config()
                .ranker();
        try (Ranking ranking = new Ranking(few, CONFIG.features(), facts(SHOP), AS_OF)) {
            Ranking.Result result = ranking.rank(NO_TREES, NO_FACTS, Map::of);
            List<Row> rows = result.candidates().collectAsList();
            assertThat(result.notes()).anyMatch(n -> n.startsWith("The ranking learned from ") && n.contains("1,000"));
            assertThat(rows).hasSizeGreaterThan(1000).allSatisfy(r -> assertThat(
                            (long) r.getAs(RankedProducts.NEW_BUYERS_28D))
                    .isEqualTo(expected.getOrDefault(r.<String>getAs(RankedProducts.PRODUCT_ID), 0L)));
        }
    }

    @Test
    void theBacktestPutsTheRankerAboveEveryPopularity() {
        Backtest.Result result = backtest().run(facts(SHOP), List.of(AS_OF));
        assertThat(result.notes()).isEmpty();
        assertThat(result.figures()).hasSize(9 * 6 + 3);
        for (String popularity : List.of("popularity", "recent_popularity", "new_buyers")) {
            Figure figure = result.figures().stream()
                    .filter(f -> f.method().equals(popularity) && f.metric().equals("ndcg"))
                    .findFirst()
                    .orElseThrow();
            assertThat(figure.differenceInterval().orElseThrow().low()).isPositive();
        }
        assertThat(result.figures())
                .allMatch(f -> f.value().filter(v -> v.isNaN()).isEmpty());
    }

    /** All products of one family: who bought anything is shown nothing else. */
    @Slow
    @Test
    void theGuardedRankingShowsNothingThatTheSaleRulesStop() {
        String[] family = IntStream.range(0, 96)
                .mapToObj(p -> String.format("p%03d | name | all", p))
                .toArray(String[]::new);
        Facts facts = orders(SHOP)
                .with(Products.INPUT, "product_id | name | family", family)
                .facts();
        Backtest.Result result = backtest().run(facts, List.of(AS_OF));
        assertThat(value(result, "ranker", "hit_rate")).isPositive();
        assertThat(value(result, "ranker_guarded", "hit_rate")).isZero();
        assertThat(value(result, "ranker_guarded", "coverage")).isZero();
    }

    private static double value(Backtest.Result result, String method, String metric) {
        return result.figures().stream()
                .filter(f -> f.method().equals(method) && f.metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow();
    }

    /** Customers 1 and 2 are of one account; somebody of it, and customer 1, looked at a product that neither has. */
    @Test
    void interestOfTheCustomerAndTheAccountReachesTheTable() {
        String product = IntStream.range(0, 96)
                .mapToObj(p -> String.format("p%03d", p))
                .filter(p ->
                        SHOP.stream().noneMatch(l -> l.contains(p) && (l.startsWith("c1 ") || l.startsWith("c2 "))))
                .findFirst()
                .orElseThrow();
        Facts facts = orders(SHOP)
                .with(Customers.INPUT, "customer_id | account_id", "c1 | a", "c2 | a", "c3 | -")
                .with(
                        Behavior.INPUT,
                        "customer_id | account_id | event_at | event | product_id",
                        "c1 | - | 2025-07-20 10:00:00 | compare | " + product,
                        "c1 | - | 2025-07-20 11:00:00 | compare | " + product,
                        "- | a | 2025-07-21 10:00:00 | download | " + product,
                        "c1 | - | 2025-06-01 10:00:00 | compare | " + product)
                .facts();
        try (Ranking ranking = new Ranking(CONFIG.ranker(), CONFIG.features(), facts, AS_OF)) {
            assertThat(ranking.rank(NO_TREES, NO_FACTS, Map::of)
                            .candidates()
                            .where("product_id = '" + product + "' AND customer_id IN ('c1', 'c2', 'c3')")
                            .orderBy(RankedProducts.CUSTOMER_ID)
                            .collectAsList())
                    .extracting(
                            r -> r.getAs(RankedProducts.CUSTOMER_ID),
                            r -> r.getAs(RankedProducts.LOOKS_28D),
                            r -> r.getAs(RankedProducts.ACCOUNT_LOOKS_28D))
                    .startsWith(tuple("c1", 2L, 2L), tuple("c2", 0L, 2L));
        }
    }

    /** Use that began lately would tell the trees how old a window is. */
    @Slow
    @Test
    void whatBeginsAfterTheWindowsIsNotLearnedFromAndItIsSaid() {
        String[] lately = IntStream.range(0, 400)
                .mapToObj(c -> "c" + c + " | p001 | logins | 2025-07-20 10:00:00 | 1")
                .toArray(String[]::new);
        Facts facts = orders(SHOP)
                .with(Usage.INPUT, "customer_id | product_id | metric | used_at | amount", lately)
                .facts();
        try (Ranking ranking = new Ranking(CONFIG.ranker(), CONFIG.features(), facts, AS_OF)) {
            Ranking.Result result = ranking.rank(NO_TREES, NO_FACTS, Map::of);
            assertThat(result.notes()).singleElement().asString().contains("use (from 2025-07-20)", "2025-05-09");
            assertThat(result.facts()
                            .where("kind = 'importance' AND name LIKE 'uses_%' AND value > 0")
                            .count())
                    .isZero();
        }
    }

    @Test
    void aModelIsUsedAgainUntilItIsTooOld() {
        try (Ranking tonight = ranking(SHOP, AS_OF);
                Ranking inSixDays = ranking(SHOP, AS_OF.plusDays(6));
                Ranking inAWeek = ranking(SHOP, AS_OF.plusDays(7))) {
            Ranking.Result first = tonight.rank(NO_TREES, NO_FACTS, Map::of);
            Ranking.Result again = inSixDays.rank(first.trees(), first.facts(), Map::of);
            assertThat(again.trees().collectAsList()).isEqualTo(first.trees().collectAsList());
            assertThat(trainedOn(again)).isEqualTo(AS_OF.toString());
            Ranking.Result later = inAWeek.rank(first.trees(), first.facts(), Map::of);
            assertThat(trainedOn(later)).isEqualTo(AS_OF.plusDays(7).toString());
        }
    }

    private static String trainedOn(Ranking.Result result) {
        return result.facts().where("name = 'trained_on'").first().getAs(RankerFacts.TEXT);
    }

    @Test
    void tooLittleToLearnFromIsSaid() {
        try (Ranking ranking = ranking(SHOP.subList(0, 40), AS_OF)) {
            Ranking.Result result = ranking.rank(NO_TREES, NO_FACTS, Map::of);
            assertThat(result.notes()).singleElement().asString().contains("Too little", "p_buy is null");
            assertThat(result.candidates().where("p_buy IS NOT NULL").count()).isZero();
            assertThat(result.trees().count()).isZero();
        }
    }

    /** Everybody buys the same again and again: candidates there are, but none was ever bought. */
    @Slow
    @Test
    void whereNothingNewIsEverBoughtNothingIsLearned() {
        List<String> lines = new ArrayList<>();
        for (int c = 0; c < 60; c++) {
            for (int day = 0; day < 240; day += 20) {
                lines.add(line(c, day, c % 5));
                lines.add(line(c, day, (c + 1) % 5));
            }
        }
        try (Ranking ranking = ranking(lines, AS_OF)) {
            Ranking.Result result = ranking.rank(NO_TREES, NO_FACTS, Map::of);
            assertThat(result.notes()).singleElement().asString().contains(" 0 were bought", "p_buy is null");
            assertThat(result.candidates().count()).isPositive();
            assertThat(result.candidates().where("p_buy IS NOT NULL").count()).isZero();
        }
    }

    @Test
    void oneCustomerAndOneProductGiveNoCandidates() {
        List<String> one = List.of(line(1, 3, 5), line(1, 200, 5));
        assertThat(ranked(one)).isEmpty();
    }

    /** A company that tells no prices: nothing costs anything, so nothing is ranked, and it is no error. */
    @Test
    void whereNothingHasAPriceNothingIsRanked() {
        List<String> free = SHOP.stream().map(l -> l.replaceFirst("10$", "0")).toList();
        try (Ranking ranking = ranking(free, AS_OF)) {
            Ranking.Result result = ranking.rank(NO_TREES, NO_FACTS, Map::of);
            assertThat(result.candidates().count()).isZero();
            assertThat(result.notes()).singleElement().asString().contains("Too little", "p_buy is null");
        }
    }

    @Slow
    @Test
    void daysThatCannotBeJudgedAreNamed() {
        Backtest backtest = backtest();
        assertThatThrownBy(() -> backtest.run(facts(SHOP), List.of(LocalDate.of(2025, 9, 30))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("--as-of 2025-09-30 --horizon 28d: the horizon ends on 2025-10-28");
        assertThatThrownBy(() -> backtest.run(facts(SHOP), List.of(LocalDate.of(2024, 12, 1))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("--as-of 2024-12-01: there is no ordered_at");
        List<String> same = List.of(line(1, 3, 5), line(2, 3, 5), line(1, 100, 5));
        assertThatThrownBy(() -> backtest.run(facts(same), List.of(LocalDate.of(2025, 2, 1))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("nothing can be judged");
    }
}
