package io.osusume.rules;

import static io.osusume.TestSession.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.TestSession;
import io.osusume.config.BundlesConfig;
import io.osusume.tables.Bundles;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 200 orders: 30 of burger, fries and drink, 10 of burger and fries, 20 of a drink alone, 20 of pen and ink, 120 of 'other'.
 */
class BundlesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final BundlesConfig CONFIG = new BundlesConfig(.05, 1.5, .05, .15, .1, 10, 100, 30);
    private static final String PRODUCTS = "product_id STRING, list_price DECIMAL(18,4), unit_cost DECIMAL(18,4),"
            + " family STRING, substitute_group STRING, excludes ARRAY<STRING>, sold_in STRING, last_day DATE";
    private static MinedRules mined;

    @BeforeAll
    static void mine() {
        List<Row> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            for (String product : products(i)) {
                lines.add(row("o" + i, product, Timestamp.valueOf("2026-06-01 10:00:00"), 1));
            }
        }
        Dataset<Row> orders = TestSession.spark()
                .createDataFrame(
                        lines,
                        StructType.fromDDL("order_id STRING, product_id STRING, ordered_at TIMESTAMP, quantity INT"));
        mined = new RuleMining(new RuleSettings(.05, 1, 3, .1).inMemory(), AS_OF).ofOrders(orders);
    }

    private static List<String> products(int i) {
        if (i < 30) {
            return List.of("burger", "fries", "drink");
        }
        return i < 40
                ? List.of("burger", "fries")
                : i < 60 ? List.of("drink") : i < 80 ? List.of("pen", "ink") : List.of("other");
    }

    @Test
    void pricesTheThreeUnderTheirSum() {
        Row bundle = bundle(
                CONFIG,
                List.of("burger", "drink", "fries"),
                product("burger", "500", "200"),
                product("fries", "300", "80"),
                product("drink", "200", "30"));
        assertThat(bundle.<Long>getAs(Bundles.COUNT)).isEqualTo(30);
        assertThat(bundle.<BigDecimal>getAs(Bundles.SUM_PRICE)).isEqualByComparingTo("1000");
        // with a drink, burger brings fries always (confidence 1), so the discount is the smallest: 5 %
        assertThat(bundle.<BigDecimal>getAs(Bundles.BUNDLE_PRICE)).isEqualByComparingTo("950");
        assertThat(bundle.<Double>getAs(Bundles.DISCOUNT)).isCloseTo(.05, within(1e-12));
        // s = 30/200; burger 40/200, fries 40/200, drink 50/200
        assertThat(bundle.<Double>getAs(Bundles.LIFT)).isCloseTo(.15 / (.2 * .2 * .25), within(1e-9));
        assertThat(bundle.<BigDecimal>getAs(Bundles.UNIT_MARGIN)).isEqualByComparingTo("640");
        assertThat(bundle.<BigDecimal>getAs(Bundles.EXPECTED_MARGIN)).isEqualByComparingTo("19200");
        assertThat(bundle.<Date>getAs(Bundles.VALID_TO)).isEqualTo(Date.valueOf("2026-07-29"));
    }

    @Test
    void discountsMoreWhatIsLessBoughtTogetherAnyway() {
        // burger → drink 30/40, drink → burger 30/50: discount 5 % + 10 % · (1 − .75) = 7.5 %
        Row bundle = bundle(
                CONFIG, List.of("burger", "drink"), product("burger", "500", null), product("drink", "200", null));
        assertThat(bundle.<BigDecimal>getAs(Bundles.BUNDLE_PRICE)).isEqualByComparingTo("650");
        // costs unknown: 30 % of the list prices is margin, 700 · .7 = 490 is cost
        assertThat(bundle.<BigDecimal>getAs(Bundles.UNIT_MARGIN)).isEqualByComparingTo("160");
    }

    @Test
    void keepsTheMarginFloor() {
        // cost 450 / (1 − .1) = 500: above 95 % of 510
        Row bundle = bundle(CONFIG, List.of("ink", "pen"), product("pen", "300", "260"), product("ink", "210", "190"));
        assertThat(bundle.<BigDecimal>getAs(Bundles.BUNDLE_PRICE)).isEqualByComparingTo("500");
        assertThat(bundles(CONFIG, product("pen", "300", "280"), product("ink", "210", "190")))
                .as("cost 470 needs a price of 530, above the sum")
                .isEmpty();
    }

    @Test
    void leavesOutSetsWithoutAPrice() {
        assertThat(bundles(CONFIG, product("pen", "300", null), product("ink", null, null)))
                .isEmpty();
    }

    @Test
    void leavesOutWhatIsNotSignificant() {
        BundlesConfig strict = new BundlesConfig(1e-60, 1.5, .05, .15, .1, 10, 100, 30);
        assertThat(bundles(strict, product("pen", "300", null), product("ink", "210", null)))
                .isEmpty();
    }

    @Test
    void ranksByExpectedMarginAndKeepsTheBest() {
        Row[] products = {
            product("burger", "500", "200"),
            product("fries", "300", "80"),
            product("drink", "200", "30"),
            product("pen", "300", "100"),
            product("ink", "210", "100")
        };
        List<Row> all = bundles(CONFIG, products);
        assertThat(all).extracting(r -> r.<Integer>getAs(Bundles.RANK)).containsExactly(1, 2, 3, 4, 5);
        assertThat(all).isSortedAccordingTo((a, b) -> b.<BigDecimal>getAs(Bundles.EXPECTED_MARGIN)
                .compareTo(a.<BigDecimal>getAs(Bundles.EXPECTED_MARGIN)));
        assertThat(all).extracting(r -> r.getAs(Bundles.BUNDLE_ID)).doesNotHaveDuplicates();
        BundlesConfig two = new BundlesConfig(.05, 1.5, .05, .15, .1, 10, 2, 30);
        assertThat(bundles(two, products)).isEqualTo(all.subList(0, 2));
    }

    /** A cap and its pen in two of a family, of a group, or that exclude each other, on either's row: no set. */
    @Test
    void leavesOutSetsOfThingsThatDoNotGoTogether() {
        assertThat(bundles(CONFIG, item("pen", "f", null), item("ink", "f", null)))
                .isEmpty();
        assertThat(bundles(CONFIG, item("pen", null, "g"), item("ink", null, "g")))
                .isEmpty();
        assertThat(bundles(CONFIG, item("pen", null, null, "x", "ink"), item("ink", null, null)))
                .isEmpty();
        assertThat(bundles(CONFIG, item("pen", null, null), item("ink", null, null, "pen")))
                .isEmpty();
        assertThat(bundles(CONFIG, item("pen", "f", "g"), item("ink", "g", "f", "cap")))
                .hasSize(1);
        assertThat(bundles(CONFIG, soldIn("pen", "EUR"), soldIn("ink", "USD"))).isEmpty();
        assertThat(bundles(CONFIG, soldIn("pen", "EUR"), soldIn("ink", "EUR"))).hasSize(1);
    }

    private static Row soldIn(String id, String currency) {
        return row(id, new BigDecimal("300"), null, null, null, new String[0], currency, null);
    }

    /** Valid for 30 days, to 07-29; the pen is sold until 07-10. */
    @Test
    void aSetEndsWithTheFirstOfItsProducts() {
        Row pen = row("pen", new BigDecimal("300"), null, null, null, new String[0], null, Date.valueOf("2026-07-10"));
        Row ink = row("ink", new BigDecimal("210"), null, null, null, new String[0], "EUR", Date.valueOf("2026-09-01"));
        assertThat(bundle(CONFIG, List.of("ink", "pen"), pen, ink).<Date>getAs(Bundles.VALID_TO))
                .isEqualTo(Date.valueOf("2026-07-10"));
    }

    private static Row product(String id, String price, String cost) {
        return row(
                id,
                price == null ? null : new BigDecimal(price),
                cost == null ? null : new BigDecimal(cost),
                null,
                null,
                new String[0],
                null,
                null);
    }

    private static Row item(String id, String family, String group, String... excludes) {
        return row(id, new BigDecimal("300"), null, family, group, excludes, null, null);
    }

    private static Row bundle(BundlesConfig config, List<String> items, Row... products) {
        return bundles(config, products).stream()
                .filter(r -> r.<String>getList(r.fieldIndex(Bundles.ITEMS)).equals(items))
                .findFirst()
                .orElseThrow();
    }

    private static List<Row> bundles(BundlesConfig config, Row... products) {
        return new io.osusume.rules.BundleProposals(config, .3)
                .propose(mined, TestSession.rows(PRODUCTS, products), AS_OF)
                .orderBy(Bundles.RANK)
                .collectAsList();
    }
}
