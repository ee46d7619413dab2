package io.osusume.offers;

import static io.osusume.stats.Logistic.expit;
import static io.osusume.stats.Logistic.logit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.TestSession;
import io.osusume.config.AcceptanceConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.effects.EpisodeLog;
import io.osusume.effects.Measuring;
import io.osusume.features.Facts;
import io.osusume.features.StagedFacts;
import io.osusume.features.TestFacts;
import io.osusume.tables.Acceptance;
import io.osusume.tables.Customers;
import io.osusume.tables.Datasets;
import io.osusume.tables.Effects;
import io.osusume.tables.Episodes;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Offers;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * 200 customers bought a PC, and a mouse goes with it; the last 40 are in control. The first night offers 160 and withholds 40, all with a
 * p_accept of .10 that is configured, and nothing known of buying anyway. All 160 are delivered; 32 buy the mouse within ten days, and 2 of
 * control. Ten new ones buy a PC before the second night. Expected figures were worked out by hand.
 */
class TwoNightsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 30);
    private static final LocalDate SECOND = LocalDate.of(2026, 7, 15);
    private static final int CUSTOMERS = 200;
    private static final int TREATED = 160;
    private static final OsusumeConfig CONFIG = Shelf.config(
            "consent.assume=true",
            "effects.horizon_days=10",
            "effects.least_customers=20",
            "effects.least_outcomes=2",
            "offers.acceptance.usual_lift=4", // that of the rule: evidence is 1
            "offers.min_expected_value=-1000000");

    private static Facts facts(boolean isSecond) {
        List<String> orders = new ArrayList<>();
        List<String> customers = new ArrayList<>();
        List<String> events = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS + (isSecond ? 10 : 0); i++) {
            customers.add("c" + i + " | " + (i >= CUSTOMERS ? "-" : i < TREATED ? "treated" : "control"));
            orders.add(order(i, "pc", i < CUSTOMERS ? "2026-06-28" : "2026-07-13", 1000));
            if (isSecond && i < TREATED) {
                events.add("c" + i + " | cross_sell | mouse | delivered | 2026-07-01 10:00");
            }
            if (isSecond && (i < 32 || i == TREATED || i == TREATED + 1)) {
                orders.add(order(i, "mouse", "2026-07-05", 400));
            }
        }
        return new TestFacts()
                .with(
                        Orders.INPUT,
                        "order_id | customer_id | product_id | ordered_at | quantity | unit_price",
                        orders.toArray(String[]::new))
                .with(
                        Products.INPUT,
                        "product_id | name | category | list_price | billing",
                        "pc | PC | computers | 1000 | one_time",
                        "mouse | Mouse | - | 400 | one_time")
                .with(Customers.INPUT, "customer_id | arm", customers.toArray(String[]::new))
                .with(
                        OfferEvents.INPUT,
                        "customer_id | offer_type | product_id | event | event_at",
                        events.toArray(String[]::new))
                .facts();
    }

    private static String order(int customer, String product, String day, int price) {
        return product + customer + " | c" + customer + " | " + product + " | " + day + " 10:00 | 1 | " + price;
    }

    /** What a night publishes that the next one reads. */
    private record Night(
            Learned learned, List<Row> made, List<Row> acceptance, Dataset<Row> episodes, Dataset<Row> effects) {}

    private static Night night(LocalDate asOf, Facts facts, Dataset<Row> earlier) {
        OfferEngine engine = new OfferEngine(CONFIG);
        Datasets evidence = OfferEnginePlanTest.evidence(CONFIG, facts, asOf, earlier);
        Dataset<Row> targets = StagedFacts.inMemory("targets" + asOf, engine.gather(facts, evidence, asOf));
        Learned learned = engine.learn(facts, targets, evidence, asOf);
        Dataset<Row> candidates =
                StagedFacts.inMemory("candidates" + asOf, engine.make(targets, learned, evidence, asOf));
        Dataset<Row> made = OfferEngine.offered(candidates).unionByName(OfferEngine.withheld(candidates));
        Dataset<Row> episodes =
                StagedFacts.inMemory("episodes" + asOf, new EpisodeLog(400, asOf).carry(earlier, made, facts));
        return new Night(
                learned,
                made.collectAsList(),
                learned.acceptance(targets).collectAsList(),
                episodes,
                new Measuring(CONFIG, asOf).of(episodes, facts));
    }

    @Test
    void theSecondNightLearnsWhatCameOfTheFirst() {
        Night first =
                night(FIRST, facts(false), TestSession.spark().createDataFrame(List.of(), Episodes.TABLE.schema()));
        assertThat(first.made).hasSize(CUSTOMERS).allSatisfy(r -> {
            assertThat(r.<Double>getAs(Offers.P_ACCEPT)).isCloseTo(.10, within(1e-9));
            assertThat(r.<Double>getAs(Offers.UPLIFT)).isCloseTo(.10, within(1e-9));
            assertThat(r.<String>getAs(Offers.UPLIFT_SOURCE)).isEqualTo("assumed");
        });
        assertThat(first.made.stream().filter(r -> r.getAs(Offers.ARM).equals("control")))
                .hasSize(CUSTOMERS - TREATED);
        assertThat(first.acceptance).isEmpty();

        Night second = night(SECOND, facts(true), first.episodes);
        episodes(second);
        effects(second);
        double p = acceptance(second, first.made.get(0));
        uplift(second, p);
    }

    private static void episodes(Night night) {
        Dataset<Row> known = night.episodes.where("first_day = DATE'2026-06-30'");
        assertThat(known.count()).isEqualTo(CUSTOMERS);
        assertThat(night.episodes.count()).isEqualTo(CUSTOMERS + 10);
        assertThat(known.where("delivered_on = DATE'2026-07-01' AND arm = 'treated'")
                        .count())
                .isEqualTo(TREATED);
        assertThat(known.where("NOT delivered AND arm = 'control'").count()).isEqualTo(CUSTOMERS - TREATED);
        assertThat(known.where("as_delivered.night = DATE'2026-06-30' AND as_delivered.p_accept = 0.1")
                        .count())
                .isGreaterThanOrEqualTo(TREATED);
    }

    private static void effects(Night night) {
        Row taken = night.effects
                .where("offer_type = 'cross_sell' AND trigger = 'post_purchase' AND outcome = 'taken'")
                .first();
        assertThat(taken.<Long>getAs(Effects.N_TREATED)).isEqualTo(TREATED);
        assertThat(taken.<Long>getAs(Effects.N_CONTROL)).isEqualTo(40);
        assertThat(taken.<Long>getAs(Effects.N_WAITING)).isEqualTo(10);
        assertThat(taken.<Double>getAs(Effects.SHARE_DELIVERED)).isEqualTo(1);
        assertThat(taken.<Double>getAs(Effects.MEAN_TREATED)).isCloseTo(.2, within(1e-12));
        assertThat(taken.<Double>getAs(Effects.MEAN_CONTROL)).isCloseTo(.05, within(1e-12));
        assertThat(taken.<Double>getAs(Effects.EFFECT)).isCloseTo(.15, within(1e-9));
        assertThat(taken.<Double>getAs(Effects.STANDARD_ERROR)).isCloseTo(Math.sqrt(variance()), within(1e-9));
        assertThat(taken.<String>getAs(Effects.VERDICT)).isEqualTo("no_evidence_yet");
    }

    private static double variance() {
        return .2 * .8 / 159 + .05 * .95 / 39;
    }

    /**
     * All trials are alike, so all coefficients move together: their sum s is normal about 0 with V = Σ x²σ² before, and solves
     * 32 − 160 · expit(logit(.1) + s) = s/V after; each has xσ²/V of it. Tells p_accept.
     */
    private static double acceptance(Night night, Row offer) {
        AcceptanceConfig.Spread spread = CONFIG.offers().acceptance().spread();
        double variance = 0;
        for (Row term : offer.<Row>getList(offer.fieldIndex(Offers.ACCEPTANCE_TERMS))) {
            double deviation =
                    switch (term.<String>getAs(Offers.TERM)) {
                        case "prior" -> 0;
                        case "type" -> spread.type();
                        case "trigger" -> spread.trigger();
                        case "segment" -> spread.segment();
                        case "evidence" -> spread.evidence();
                        default -> spread.beside();
                    };
            double x = term.getAs(Offers.X);
            variance += x * x * deviation * deviation;
        }
        double low = 0;
        double high = 3;
        for (int i = 0; i < 100; i++) {
            double s = (low + high) / 2;
            boolean above = 32 - TREATED * expit(logit(.1) + s) < s / variance;
            low = above ? low : s;
            high = above ? s : high;
        }
        Row type = night.acceptance.stream()
                .filter(r -> r.getAs(Acceptance.TERM).equals("type"))
                .findFirst()
                .orElseThrow();
        assertThat(type.<Long>getAs(Acceptance.TRIALS)).isEqualTo(TREATED);
        assertThat(type.<Long>getAs(Acceptance.TAKEN)).isEqualTo(32);
        assertThat(type.<Double>getAs(Acceptance.FORECAST)).isCloseTo(16, within(1e-6));
        assertThat(type.<Double>getAs(Acceptance.MEAN))
                .isCloseTo(spread.type() * spread.type() / variance * low, within(1e-6));
        return expit(logit(.1) + low);
    }

    /** Of .10 that was assumed .15 came: 1.5 times, with a variance of the effect's ÷ .10²; before 1 ± .5. */
    private static void uplift(Night night, double p) {
        double found = variance() / (.10 * .10);
        double weight = .25 / (.25 + found);
        List<Row> fresh = night.made.stream()
                .filter(r -> r.<String>getAs(Offers.TARGET_ID).matches("c20\\d"))
                .toList();
        assertThat(fresh).hasSize(10).allSatisfy(r -> {
            assertThat(r.<Double>getAs(Offers.P_ACCEPT)).isCloseTo(p, within(1e-6));
            assertThat(r.<Double>getAs(Offers.UPLIFT)).isCloseTo((1 + weight * .5) * p, within(1e-6));
            assertThat(r.<Double>getAs(Offers.UPLIFT_LOW)).isLessThan(p);
            assertThat(r.<String>getAs(Offers.UPLIFT_SOURCE)).isEqualTo("partly");
        });
        assertThat(night.learned.notes()).anySatisfy(n -> assertThat(n)
                .startsWith(String.format("Uplift of cross_sell: %.2f times what is assumed", 1 + weight * .5))
                .contains("by 160 offers made and 40 withheld"));
    }
}
