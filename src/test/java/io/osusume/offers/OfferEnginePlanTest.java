package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.TestSession;
import io.osusume.catalogue.Pricing;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.CustomerFeatures;
import io.osusume.features.Facts;
import io.osusume.features.ProductUse;
import io.osusume.features.StagedFacts;
import io.osusume.features.TestFacts;
import io.osusume.tables.Acceptance;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Bundles;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Customers;
import io.osusume.tables.Datasets;
import io.osusume.tables.Episodes;
import io.osusume.tables.Features;
import io.osusume.tables.Ltv;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.MeasuredUse;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Offers;
import io.osusume.tables.Orders;
import io.osusume.tables.PlanRetentions;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.Replenishment;
import io.osusume.tables.Rules;
import io.osusume.tables.Table;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** The engine over a handful of rows: what its plans are, and what it does with awkward input. */
class OfferEnginePlanTest {
    private static final LocalDate AS_OF = Shelf.AS_OF;
    private static final OsusumeConfig CONFIG = Shelf.config("consent.assume=true");

    private static final Facts FACTS = new TestFacts()
            .with(
                    Orders.INPUT,
                    "order_id | customer_id | product_id | ordered_at | quantity | unit_price",
                    "o1 | c1 | pc | 2026-06-28 10:00 | 1 | 1000",
                    "o2 | c2 | pc | 2026-06-01 10:00 | 1 | 1000",
                    "o3 | c3 | old | 2026-06-01 10:00 | 1 | 1000",
                    "o4 | c3 | pc | 2026-06-01 10:00 | 1 | 1000")
            .with(
                    Products.INPUT,
                    "product_id | name | category | list_price | billing | discontinued_at",
                    "pc | PC | computers | 1000 | one_time | -",
                    "mouse | Mouse | - | 400 | one_time | -",
                    "gone | Gone | other | 400 | one_time | 2026-01-01 00:00",
                    "free | No price | other | - | one_time | -",
                    "old | Old | - | - | - | -")
            .with(Customers.INPUT, "customer_id | name", "c1 | A", "c2 | B", "c3 | C", "c4 | without history")
            .with(
                    OfferEvents.INPUT,
                    "customer_id | offer_type | product_id | event | event_at",
                    "c2 | cross_sell | mouse | declined | 2026-06-20 10:00")
            .facts();

    @Test
    void noPlanPairsCustomersWithProducts() {
        OfferEngine engine = new OfferEngine(CONFIG);
        Datasets evidence = evidence(CONFIG);
        Dataset<Row> targets = engine.gather(FACTS, evidence, AS_OF);
        String gathering = targets.queryExecution().executedPlan().toString();
        String making = engine.make(
                        StagedFacts.inMemory("targets", targets),
                        engine.learn(FACTS, targets, evidence, AS_OF),
                        evidence,
                        AS_OF)
                .queryExecution()
                .executedPlan()
                .toString();
        assertThat(gathering + making)
                .contains("Join")
                .doesNotContain("CartesianProduct")
                .doesNotContain("NestedLoopJoin");
    }

    @Test
    void productsWithoutPriceOrNoLongerOnSaleAreNeverOffered() {
        List<Row> made = make(CONFIG);
        assertThat(made)
                .filteredOn(r -> r.getAs(OfferEngine.DECISION).equals(OfferEngine.OFFER))
                .extracting(r -> r.getAs(Offers.TARGET_ID) + " " + r.getAs(Offers.PRODUCT_ID))
                .containsExactlyInAnyOrder("c1 mouse", "c3 mouse");
        assertThat(made)
                .filteredOn(r -> r.getAs(OfferEngine.DECISION).equals(OfferEngine.SUPPRESSED))
                .extracting(r -> r.getAs(Offers.TARGET_ID) + " " + r.getAs(Offers.PRODUCT_ID) + " "
                        + r.getAs(Offers.REASON_CODE))
                .containsExactlyInAnyOrder(
                        "c2 mouse declined", "c1 free ineligible", "c2 free ineligible", "c3 free ineligible");
    }

    @Slow
    @Test
    void aVolumeCapGivesTheOfferToTheBestTarget() {
        // c1 has bought the pc two days ago, so its offer is timely and weighs more; c3 a month ago; c2 has declined.
        assertThat(mice("5")).containsExactlyInAnyOrder("c1 offer", "c2 declined", "c3 offer");
        assertThat(mice("1")).containsExactlyInAnyOrder("c1 offer", "c2 declined", "c3 over_limit");
        assertThat(mice("0")).containsExactlyInAnyOrder("c1 over_limit", "c2 declined", "c3 over_limit");
    }

    private static List<String> mice(String cap) {
        return make(Shelf.config("consent.assume=true", "offers.volume_caps.mouse=" + cap)).stream()
                .filter(r -> "mouse".equals(r.getAs(Offers.PRODUCT_ID)))
                .map(r -> r.getAs(Offers.TARGET_ID) + " "
                        + (r.getAs(OfferEngine.DECISION).equals(OfferEngine.OFFER)
                                ? OfferEngine.OFFER
                                : r.getAs(Offers.REASON_CODE)))
                .toList();
    }

    private static List<Row> make(OsusumeConfig config) {
        OfferEngine engine = new OfferEngine(config);
        Datasets evidence = evidence(config);
        Dataset<Row> targets = StagedFacts.inMemory("targets", engine.gather(FACTS, evidence, AS_OF));
        return engine.make(targets, engine.learn(FACTS, targets, evidence, AS_OF), evidence, AS_OF)
                .collectAsList();
    }

    private static Datasets evidence(OsusumeConfig config) {
        return evidence(config, FACTS, AS_OF, none(Episodes.TABLE));
    }

    /** What a night's other stages would make of facts. */
    static Datasets evidence(OsusumeConfig config, Facts facts, LocalDate asOf, Dataset<Row> episodes) {
        Dataset<Row> priced =
                StagedFacts.inMemory("p", new Pricing(config.ltv()).of(facts.of(Products.INPUT), facts.lines(), asOf));
        Dataset<Row> holdings = StagedFacts.inMemory("h", TestFacts.holdings(facts, asOf));
        Dataset<Row> use = StagedFacts.inMemory("u", new ProductUse(config.features()).of(facts, holdings, asOf));
        Dataset<Row> customers = StagedFacts.inMemory(
                "c", new CustomerFeatures(config.features(), config.consent()).of(facts, holdings, use, asOf));
        Dataset<Row> segments = customers.selectExpr(
                "customer_id", "'ready' AS segment", "'A' AS priority", "CAST(0.5 AS DOUBLE) AS loyalty_score");
        return Datasets.none()
                .with(Prices.TABLE, priced)
                .with(CustomerHoldings.TABLE, holdings)
                .with(Replenishment.TABLE, none(Replenishment.TABLE))
                .with(MeasuredUse.TABLE, use)
                .with(Features.TABLE, customers)
                .with(LwpSegments.TABLE, filled(LwpSegments.TABLE, segments))
                .with(Ltv.TABLE, none(Ltv.TABLE))
                .with(Rules.TABLE, filled(Rules.TABLE, rules()))
                .with(Bundles.TABLE, none(Bundles.TABLE))
                .with(AccountScores.TABLE, none(AccountScores.TABLE))
                .with(RankedProducts.TABLE, none(RankedProducts.TABLE))
                .with(PlanRetentions.TABLE, none(PlanRetentions.TABLE))
                .with(Offers.TABLE, none(Offers.TABLE))
                .with(Episodes.TABLE, episodes)
                .with(Acceptance.TABLE, none(Acceptance.TABLE));
    }

    /** The rows with null in the columns of the table that they have not. */
    static Dataset<Row> filled(Table table, Dataset<Row> rows) {
        return rows.unionByName(none(table), true);
    }

    private static Dataset<Row> rules() {
        return TestSession.rows(
                "rule_id STRING, antecedent ARRAY<STRING>, consequent STRING, confidence DOUBLE, lift DOUBLE,"
                        + " q_value DOUBLE, basket_kind STRING, count BIGINT, support DOUBLE",
                rule("mouse"),
                rule("gone"),
                rule("free"));
    }

    private static Row rule(String to) {
        return RowFactory.create("pc>" + to, new String[] {"pc"}, to, .5, 4.0, .001, "customer", 40L, .01);
    }

    static Dataset<Row> none(Table table) {
        return TestSession.spark().createDataFrame(List.of(), table.schema());
    }
}
