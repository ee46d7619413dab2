package io.osusume.ranking.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.TestSession;
import io.osusume.TestTables;
import io.osusume.config.BacktestConfig;
import io.osusume.ranking.backtest.OffersMade.Shown;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Datasets;
import io.osusume.tables.Offers;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import io.osusume.tables.RankedProducts;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A night of three customers, and the four weeks after it, counted by hand. */
class OffersMadeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final LocalDate NEXT = LocalDate.of(2026, 4, 30);
    private static final BacktestConfig CONFIG =
            new BacktestConfig(200, 0.95, 1, new BacktestConfig.Als(2, 1, 0.01, 2));

    @Test
    void theRankingShowsAsManyAsWereOfferedTheBestByMarginThatMayBeSold() {
        Dataset<Row> offers = TestTables.rows(
                Offers.TABLE,
                offer("a", "cross_sell", "pen", .1),
                offer("a", "cross_sell", "ink", null),
                offer("b", "cross_sell", "pen", .2),
                offer("a", "upsell", "desk", .1),
                Map.of(Offers.TARGET_TYPE, "account", Offers.OFFER_TYPE, "cross_sell"));
        Datasets from = Datasets.none()
                .with(
                        RankedProducts.TABLE,
                        TestTables.rows(
                                RankedProducts.TABLE,
                                // By p × margin: lamp 4 (withdrawn), desk 3 (twice the band), ink 1.2, pen 0.1.
                                ranked("a", "pen", .1),
                                ranked("a", "ink", .3),
                                ranked("a", "lamp", .4),
                                ranked("a", "desk", .03),
                                ranked("b", "pen", .2),
                                ranked("b", "ink", .04),
                                // Nobody offered c anything.
                                ranked("c", "pen", .9)))
                .with(
                        Prices.TABLE,
                        TestTables.rows(
                                Prices.TABLE,
                                price("pen", 2, 1, true),
                                price("ink", 8, 4, true),
                                price("lamp", 20, 10, false),
                                price("desk", 200, 100, true),
                                price("bag", 50, 20, true)))
                .with(
                        CustomerHoldings.TABLE,
                        TestTables.rows(CustomerHoldings.TABLE, holding("a", "bag"), holding("b", "bag")));

        assertThat(OffersMade.of(offers, from, DAY, 2))
                .containsExactlyInAnyOrder(
                        new Shown(DAY, "a", "pen", true, .1, 1),
                        new Shown(DAY, "a", "ink", true, null, 4),
                        new Shown(DAY, "b", "pen", true, .2, 1),
                        new Shown(DAY, "a", "ink", false, .3, 4),
                        new Shown(DAY, "a", "pen", false, .1, 1),
                        new Shown(DAY, "b", "pen", false, .2, 1));
    }

    @Test
    void countsWhatWasBoughtInTheDaysAfterEachDay() {
        List<Shown> shown = List.of(
                new Shown(DAY, "a", "pen", true, .5, 1),
                new Shown(DAY, "a", "ink", true, null, 4),
                new Shown(DAY, "a", "ink", false, .5, 4),
                new Shown(DAY, "a", "cup", false, .5, 3),
                new Shown(DAY, "b", "pen", true, .25, 1),
                new Shown(DAY, "b", "cup", false, .2, 3),
                new Shown(NEXT, "a", "cup", true, .75, 3),
                new Shown(NEXT, "a", "pen", false, .1, 1));
        List<Figure> figures = new MadeFigures(CONFIG, 28)
                .of(
                        shown,
                        purchases(
                                "a pen 2026-04-01",
                                "a pen 2026-04-02", // twice is once
                                "a ink 2026-04-28",
                                "b pen 2026-04-29", // the 29th day
                                "b cup 2026-03-31", // the day itself
                                "a cup 2026-05-28",
                                "c pen 2026-04-01"));

        // The first night: 3 offers, pen and ink of a are bought: 2 of 3, (1 + 4) ÷ 3. The ranking's: ink of 3, 4 ÷ 3.
        assertThat(value(figures, DAY, "offers_made", "offers")).isEqualTo(3);
        assertThat(value(figures, DAY, "offers_made", "bought_share")).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(value(figures, DAY, "offers_made", "margin_per_offer")).isCloseTo(5 / 3.0, within(1e-12));
        assertThat(value(figures, DAY, "best_by_margin", "bought_share")).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(value(figures, DAY, "best_by_margin", "margin_per_offer")).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(value(figures, DAY, "offers_made", "bought_to_best")).isCloseTo(2, within(1e-12));
        assertThat(value(figures, DAY, "offers_made", "margin_to_best")).isCloseTo(1.25, within(1e-12));
        // p is known of the pens: .75 forecast, one bought.
        assertThat(value(figures, DAY, "offers_made", "calibration_ratio")).isCloseTo(.75, within(1e-12));
        // The second: the ranking's pen was bought before, not after.
        assertThat(figure(figures, NEXT, "offers_made", "margin_to_best").value())
                .isEmpty();
        // Together, under the last day: 4 offers of which 3, 8 of margin beside 4; 1.5 forecast, 2 bought.
        assertThat(value(figures, NEXT, "offers_made_all_days", "bought_share")).isEqualTo(.75);
        assertThat(value(figures, NEXT, "offers_made_all_days", "margin_to_best"))
                .isEqualTo(2);
        assertThat(value(figures, NEXT, "offers_made_all_days", "calibration_ratio"))
                .isEqualTo(.75);
        assertThat(figure(figures, NEXT, "offers_made_all_days", "offers").customers())
                .isEqualTo(2);
    }

    private static Map<String, Object> offer(String customer, String type, String product, Double pBuy) {
        Map<String, Object> offer = new java.util.HashMap<>(Map.of(
                Offers.TARGET_TYPE,
                "customer",
                Offers.OFFER_TYPE,
                type,
                Offers.CUSTOMER_ID,
                customer,
                Offers.PRODUCT_ID,
                product));
        offer.put(Offers.P_BUY, pBuy);
        return offer;
    }

    private static Map<String, Object> ranked(String customer, String product, double pBuy) {
        return Map.of(
                RankedProducts.CUSTOMER_ID, customer, RankedProducts.PRODUCT_ID, product, RankedProducts.P_BUY, pBuy);
    }

    private static Map<String, Object> price(String product, int price, int margin, boolean onSale) {
        return Map.of(
                Products.PRODUCT_ID,
                product,
                Prices.PRICE,
                BigDecimal.valueOf(price),
                Prices.MARGIN,
                BigDecimal.valueOf(margin),
                Prices.ON_SALE,
                onSale,
                Products.CATEGORY,
                "bags"); // of the one category that is had: the ranking knows no complements
    }

    private static Map<String, Object> holding(String customer, String product) {
        return Map.of(
                CustomerHoldings.CUSTOMER_ID,
                customer,
                CustomerHoldings.PRODUCT_ID,
                product,
                CustomerHoldings.OWNED,
                true);
    }

    /** {@code "customer product day"}, at noon. */
    private static Dataset<Row> purchases(String... lines) {
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            rows.add(TestSession.row(words[0], words[1], Timestamp.valueOf(words[2] + " 12:00:00")));
        }
        return TestSession.rows(
                "customer_id STRING, product_id STRING, ordered_at TIMESTAMP", rows.toArray(new Row[0]));
    }

    private static double value(List<Figure> figures, LocalDate day, String method, String metric) {
        return figure(figures, day, method, metric).value().orElseThrow();
    }

    private static Figure figure(List<Figure> figures, LocalDate day, String method, String metric) {
        return figures.stream()
                .filter(f -> f.asOf().equals(day) && f.method().equals(method) && f.is(metric))
                .findFirst()
                .orElseThrow();
    }
}
