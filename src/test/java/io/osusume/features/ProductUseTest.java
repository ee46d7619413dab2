package io.osusume.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.MeasuredUse;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.time.LocalDate;
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
        Row use = use(new TestFacts()
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
                                "c1 | p | hours | 2026-04-01 00:00:00 | 1000"))
                .get("c1 p hours");
        assertThat(decimal(use, MeasuredUse.USE_PREVIOUS_84D)).isEqualTo(12);
        assertThat(decimal(use, MeasuredUse.USE_28D)).isEqualTo(48);
        assertThat(decimal(use, MeasuredUse.LATEST)).isEqualTo(32);
        // (48/28) / (12/84) = 12
        assertThat(use.<Double>getAs(MeasuredUse.TREND)).isCloseTo(12, within());
        // Use in the last period (bit 1), and in those from 7 January, 4 February and 10 December (2, 4, 8).
        assertThat(use.<Integer>getAs(MeasuredUse.ACTIVE_PERIODS)).isEqualTo(1 + 2 + 4 + 8);
    }

    @Test
    void aTrendNeedsEnoughMeasurementsBefore() {
        Map<String, Row> use = use(new TestFacts()
                .with(
                        Usage.INPUT,
                        USE,
                        "new | p | hours | 2026-03-20 | 5",
                        "monthly | p | hours | 2026-01-01 | 5",
                        "monthly | p | hours | 2026-02-01 | 5",
                        "monthly | p | hours | 2026-03-01 | 5",
                        "idle | p | hours | 2026-01-01 | 0",
                        "idle | p | hours | 2026-01-02 | 0",
                        "idle | p | hours | 2026-01-03 | 0",
                        "idle | p | hours | 2026-01-04 | 0",
                        "gone | p | hours | 2026-01-01 | 1",
                        "gone | p | hours | 2026-01-02 | 1",
                        "gone | p | hours | 2026-01-03 | 1",
                        "gone | p | hours | 2026-01-04 | 1"));
        assertThat(use.get("new p hours").<Double>getAs(MeasuredUse.TREND)).isNull();
        assertThat(use.get("monthly p hours").<Double>getAs(MeasuredUse.TREND)).isNull();
        assertThat(use.get("idle p hours").<Double>getAs(MeasuredUse.TREND)).isNull();
        assertThat(use.get("gone p hours").<Double>getAs(MeasuredUse.TREND)).isZero();
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
        assertUse(use.get("c1 plan seats"), 5.0, 1.2, 11.0 / 3 / 5);
        assertUse(use.get("c2 plan seats"), 10.0, 0.4, 0.4);
        assertUse(use.get("c3 plan seats"), 10.0, 0.5, 0.5);
        assertUse(use.get("c3 plan logins"), null, null, null);
        assertUse(use.get("c4 plan seats"), 5.0, null, null);
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

    private static Map<String, Row> use(TestFacts given) {
        Facts facts = given.facts();
        return new ProductUse(TestFacts.config().features())
                .of(facts, TestFacts.holdings(facts, AS_OF), AS_OF).collectAsList().stream()
                        .collect(Collectors.toMap(
                                r -> r.getString(0) + " " + r.getString(1) + " " + r.getString(2), r -> r));
    }
}
