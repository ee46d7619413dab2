package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.TestSession;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.features.StagedFacts;
import io.osusume.features.TestFacts;
import io.osusume.tables.Customers;
import io.osusume.tables.Datasets;
import io.osusume.tables.Episodes;
import io.osusume.tables.Offers;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What holds of the arms however they are drawn: over shares and seeds drawn at random, accounts, arms that the company gives. */
@Slow
class ControlPropertyTest {
    private static final int CUSTOMERS = 120;
    private static final Random RANDOM = new Random(12);
    private static final Facts FACTS = facts();

    private static Facts facts() {
        List<String> customers = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            String account = i % 2 == 0 ? "a" + i % 14 : "-";
            customers.add("c" + i + " | " + account + " | " + given(i));
            orders.add("o" + i + " | c" + i + " | pc | 2026-06-2" + i % 9 + " 10:00 | 1 | 1000");
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
                .with(Customers.INPUT, "customer_id | account_id | arm", customers.toArray(String[]::new))
                .facts();
    }

    /** Of customers without an account, so that nobody's account says otherwise. */
    private static String given(int customer) {
        return customer % 20 == 1 ? "control" : customer % 20 == 3 ? "treated" : "-";
    }

    private static List<Row> made(String... settings) {
        OsusumeConfig config = Shelf.config(settings);
        OfferEngine engine = new OfferEngine(config);
        Datasets evidence = OfferEnginePlanTest.evidence(
                config, FACTS, Shelf.AS_OF, TestSession.spark().createDataFrame(List.of(), Episodes.TABLE.schema()));
        Dataset<Row> targets = StagedFacts.inMemory("targets", engine.gather(FACTS, evidence, Shelf.AS_OF));
        return engine.make(targets, engine.learn(FACTS, targets, evidence, Shelf.AS_OF), evidence, Shelf.AS_OF)
                .collectAsList();
    }

    private static Set<String> targets(List<Row> made, String decision) {
        return made.stream()
                .filter(r -> r.getAs(OfferEngine.DECISION).equals(decision))
                .map(r -> r.<String>getAs(Offers.TARGET_ID))
                .collect(Collectors.toSet());
    }

    /** What would be offered if nobody were in control. */
    private static Set<String> sent(List<Row> made) {
        return made.stream()
                .filter(r -> !r.getAs(OfferEngine.DECISION).equals(OfferEngine.SUPPRESSED))
                .map(r -> r.getAs(Offers.TARGET_ID) + " " + r.getAs(Offers.OFFER_TYPE) + " "
                        + r.getAs(Offers.PRODUCT_ID) + " " + r.getAs(Offers.RANK) + " " + r.getAs(Offers.RANK_SCORE))
                .collect(Collectors.toSet());
    }

    @Test
    void whoIsInControlIsOfferedNothingAndWithheldExactlyWhatWouldBeSent() {
        Set<String> all = sent(made("consent.assume=true", "experiment.control_share=0"));
        assertThat(all).hasSizeGreaterThanOrEqualTo(CUSTOMERS);
        for (int i = 0; i < 2; i++) {
            double share = .1 + .8 * RANDOM.nextDouble();
            List<Row> made = made(
                    "consent.assume=true",
                    "experiment.control_share=" + share,
                    "experiment.seed=" + RANDOM.nextInt(1000),
                    "experiments=[{id=june, share=0.5, first_day=2026-06-01, offer_types=[cross_sell]}]");
            Set<String> offered = targets(made, OfferEngine.OFFER);
            Set<String> withheld = targets(made, OfferEngine.WITHHELD);
            Set<String> universal = made.stream()
                    .filter(r ->
                            "control".equals(r.getAs(Offers.ARM)) && "baseline".equals(r.getAs(Offers.EXPERIMENT_ID)))
                    .map(r -> r.<String>getAs(Offers.TARGET_ID))
                    .collect(Collectors.toSet());
            System.out.printf(
                    "share %.2f: %d offered something, %d withheld, %d of them in control of everything%n",
                    share, offered.size(), withheld.size(), universal.size());
            assertThat(sent(made)).as("no arm changes what is decided").isEqualTo(all);
            assertThat(offered).isNotEmpty().doesNotContainAnyElementsOf(universal);
            assertThat(made)
                    .filteredOn(r -> r.getAs(OfferEngine.DECISION).equals(OfferEngine.OFFER))
                    .noneMatch(r -> "control".equals(r.getAs(Offers.ARM)));
            for (int c = 0; c < CUSTOMERS; c++) {
                if (!given(c).equals("-")) {
                    assertThat(given(c).equals("control") ? withheld : offered).contains("c" + c);
                    assertThat(given(c).equals("control") ? offered : withheld).doesNotContain("c" + c);
                }
            }
            accountsAreOfOneArm(universal);
        }
    }

    private static void accountsAreOfOneArm(Set<String> control) {
        for (int account = 0; account < 14; account += 2) {
            Set<String> people = new HashSet<>();
            for (int c = account; c < CUSTOMERS; c += 14) {
                people.add("c" + c);
            }
            assertThat(control.containsAll(people) || people.stream().noneMatch(control::contains))
                    .as("a" + account)
                    .isTrue();
        }
    }
}
