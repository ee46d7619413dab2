package io.osusume.rules;

import static io.osusume.TestSession.row;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.TestSession;
import io.osusume.config.RulesConfig;
import io.osusume.tables.Orders;
import io.osusume.tables.Rules;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** As-of 2026-06-30; the window of customers is 100 days, the follow-up 30, the last 10 days are recent. */
class RuleMiningTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final StructType LINES = StructType.fromDDL(
            "order_id STRING, customer_id STRING, product_id STRING, ordered_at TIMESTAMP, quantity INT");
    private static final RulesConfig CONFIG = new RuleSettings(1e-9, 1, 3, 0).inMemory();

    private final List<Row> lines = new ArrayList<>();

    @Test
    void anOrdersBasketIsItsDistinctProductsWithoutReturns() {
        line("o1", "c", "a", "2026-06-01 10:00:00", 1);
        line("o1", "c", "a", "2026-06-01 10:00:00", 2);
        line("o1", "c", "b", "2026-06-01 10:00:00", 1);
        line("o1", "c", "returned", "2026-06-01 10:00:00", -1);
        line("o1", "c", "nothing", "2026-06-01 10:00:00", 0);
        line("o2", null, "b", "2026-06-02 10:00:00", 1);
        line("o3", "c", "tomorrow", "2026-07-01 00:00:00", 1);
        assertThat(baskets(new Baskets(CONFIG, AS_OF).ofOrders(lines())))
                .isEqualTo(Map.of("o1", List.of("a", "b"), "o2", List.of("b")));
    }

    @Test
    void aCustomersBasketIsWhatHeBoughtInTheWindow() {
        line("o1", "c", "a", "2026-06-01 10:00:00", 1);
        line("o2", "c", "a", "2026-06-05 10:00:00", 1);
        line("o2", "c", "b", "2026-06-05 10:00:00", 1);
        line("o3", "c", "long ago", "2026-03-22 23:59:59", 1);
        line("o4", "c", "just in", "2026-03-23 00:00:00", 1);
        line("o5", null, "nobody's", "2026-06-05 10:00:00", 1);
        line("o6", "d", "b", "2026-06-30 23:59:59", 1);
        assertThat(baskets(new Baskets(CONFIG, AS_OF).ofCustomers(lines())))
                .isEqualTo(Map.of("c", List.of("a", "b", "just in"), "d", List.of("b")));
    }

    /** The order held it; the customer has it no more. */
    @Test
    void whatWasGivenBackIsInNoCustomersBasket() {
        line("o1", "c", "a", "2026-06-01 10:00:00", 1);
        line("o1", "c", "given back", "2026-06-01 10:00:00", 1);
        Baskets baskets = new Baskets(CONFIG, AS_OF);
        assertThat(baskets(baskets.ofOrders(lines()))).isEqualTo(Map.of("o1", List.of("a", "given back")));
        assertThat(baskets(baskets.ofCustomers(lines()))).isEqualTo(Map.of("c", List.of("a")));
    }

    /** c has basic and chat, d chat alone and has left basic; their invoices are in the lines. */
    @Test
    void whatIsUnderContractMakesBasketsAndWhatWasLeftNone() {
        line("o1", "c", "basic", "2026-06-01 10:00:00", 1);
        line("o2", "d", "basic", "2026-04-01 10:00:00", 1);
        line("o2", "d", "a", "2026-04-01 10:00:00", 1);
        Dataset<Row> contracts = TestSession.rows(
                "customer_id STRING, product_id STRING, runs BOOLEAN",
                row("c", "basic", true),
                row("c", "chat", true),
                row("c", "chat", true),
                row("d", "chat", true),
                row("d", "basic", false));
        Baskets baskets = new Baskets(CONFIG, AS_OF);
        assertThat(baskets(baskets.ofContracts(contracts)))
                .isEqualTo(Map.of("c", List.of("basic", "chat"), "d", List.of("chat")));
        assertThat(baskets(baskets.ofCustomers(Baskets.withoutLeft(lines(), contracts))))
                .isEqualTo(Map.of("c", List.of("basic"), "d", List.of("a")));
    }

    @Test
    void thenMeansLaterAndSoonEnoughOfThoseObservedLongEnough() {
        both("then", "2026-05-01 10:00:00", "2026-05-20 10:00:00");
        both("on the last day", "2026-05-01 10:00:00", "2026-05-31 10:00:00");
        both("too late", "2026-05-01 10:00:00", "2026-05-31 10:00:01");
        both("at once", "2026-05-01 10:00:00", "2026-05-01 10:00:00");
        both("the other way round", "2026-05-20 10:00:00", "2026-05-01 10:00:00");
        both("not observed long enough", "2026-06-01 00:00:01", "2026-06-02 10:00:00");
        line("x", "never", "a", "2026-05-01 10:00:00", 1);
        line("y", "other", "z", "2026-05-01 10:00:00", 1);
        Row rule = rules(new RuleMining(CONFIG, AS_OF).ofCustomers(lines())).get("[a]>b");
        assertThat(rule.<Long>getAs(Rules.COUNT)).isEqualTo(6);
        assertThat(rule.<Double>getAs(Rules.CONFIDENCE)).isCloseTo(6 / 7.0, within(1e-12));
        assertThat(rule.<Long>getAs(Rules.COUNT_ORDERED)).isEqualTo(2);
        assertThat(rule.<Double>getAs(Rules.CONFIDENCE_ORDERED)).isCloseTo(2 / 6.0, within(1e-12));
        assertThat(rule.<String>getAs(Rules.BASKET_KIND)).isEqualTo("customer");
    }

    @Test
    void anAntecedentOfTwoIsCompleteWithItsLaterOne() {
        line("1", "c", "a", "2026-04-10 10:00:00", 1);
        line("2", "c", "b", "2026-05-10 10:00:00", 1);
        line("3", "c", "z", "2026-06-05 10:00:00", 1);
        line("4", "d", "a", "2026-04-10 10:00:00", 1);
        line("5", "d", "z", "2026-04-20 10:00:00", 1);
        line("6", "d", "b", "2026-05-10 10:00:00", 1);
        line("7", "e", "a", "2026-05-10 10:00:00", 1);
        line("8", "f", "b", "2026-05-10 10:00:00", 1);
        Row rule = rules(new RuleMining(CONFIG, AS_OF).ofCustomers(lines())).get("[a, b]>z");
        assertThat(rule.<Long>getAs(Rules.COUNT)).isEqualTo(2);
        assertThat(rule.<Long>getAs(Rules.COUNT_ORDERED)).isEqualTo(1);
        assertThat(rule.<Double>getAs(Rules.CONFIDENCE_ORDERED)).isEqualTo(.5);
    }

    @Test
    void nobodyObservedLongEnoughIsNoConfidence() {
        both("c", "2026-06-10 10:00:00", "2026-06-11 10:00:00");
        line("y", "other", "z", "2026-05-01 10:00:00", 1);
        Row rule = rules(new RuleMining(CONFIG, AS_OF).ofCustomers(lines())).get("[a]>b");
        assertThat(rule.<Long>getAs(Rules.COUNT_ORDERED)).isZero();
        assertThat(rule.<Double>getAs(Rules.CONFIDENCE_ORDERED)).isNull();
    }

    @Test
    void saysConfidenceThenAndNow() {
        order("1", "2026-06-20 23:59:59", "a", "b");
        order("2", "2026-06-20 10:00:00", "a", "b");
        order("3", "2026-05-01 10:00:00", "a", "b");
        order("4", "2026-05-01 10:00:00", "a");
        order("5", "2026-06-21 00:00:00", "a", "b");
        order("6", "2026-06-30 10:00:00", "a");
        order("7", "2026-06-30 10:00:00", "a");
        order("8", "2026-06-30 10:00:00", "a");
        order("9", "2026-06-30 10:00:00", "z");
        Map<String, Row> rules = rules(new RuleMining(CONFIG, AS_OF).ofOrders(lines()));
        Row rule = rules.get("[a]>b");
        assertThat(rule.<Long>getAs(Rules.COUNT)).isEqualTo(4);
        assertThat(rule.<Double>getAs(Rules.CONFIDENCE)).isEqualTo(.5);
        assertThat(rule.<Double>getAs(Rules.CONFIDENCE_EARLIER)).isEqualTo(.75);
        assertThat(rule.<Double>getAs(Rules.CONFIDENCE_RECENT)).isEqualTo(.25);
        assertThat(rule.<Long>getAs(Rules.COUNT_RECENT)).isEqualTo(1);
        assertThat(rule.<Long>getAs(Rules.COUNT_ORDERED)).isNull();
    }

    @Test
    void aRuleThatDiedOutHasNoConfidenceNow() {
        order("1", "2026-05-20 10:00:00", "a", "b");
        order("2", "2026-06-30 10:00:00", "z");
        Row rule = rules(new RuleMining(CONFIG, AS_OF).ofOrders(lines())).get("[a]>b");
        assertThat(rule.<Double>getAs(Rules.CONFIDENCE_EARLIER)).isEqualTo(1);
        assertThat(rule.<Double>getAs(Rules.CONFIDENCE_RECENT)).isNull();
        assertThat(rule.<Long>getAs(Rules.COUNT_RECENT)).isZero();
    }

    @Test
    void customersSlicesAreOfOneLength() {
        // earlier: 11 to 20 June; what came before is in neither
        line("1", "c", "a", "2026-06-10 10:00:00", 1);
        line("2", "c", "b", "2026-06-11 10:00:00", 1);
        line("3", "d", "a", "2026-06-11 10:00:00", 1);
        line("4", "d", "b", "2026-06-20 10:00:00", 1);
        line("5", "e", "a", "2026-06-12 10:00:00", 1);
        line("6", "f", "a", "2026-06-21 10:00:00", 1);
        line("7", "f", "b", "2026-06-30 10:00:00", 1);
        line("8", "g", "z", "2026-06-30 10:00:00", 1);
        Row rule = rules(new RuleMining(CONFIG, AS_OF).ofCustomers(lines())).get("[a]>b");
        assertThat(rule.<Double>getAs(Rules.CONFIDENCE)).isEqualTo(.75);
        assertThat(rule.<Double>getAs(Rules.CONFIDENCE_EARLIER)).isEqualTo(.5);
        assertThat(rule.<Double>getAs(Rules.CONFIDENCE_RECENT)).isEqualTo(1);
    }

    @Test
    void whatSellsOftenEnoughNeedsALowerSupport() {
        for (int i = 0; i < 5; i++) {
            order("n" + i, "2026-06-30 10:00:00", "a", "b" + i);
        }
        order("n5", "2026-06-30 10:00:00", "c");
        assertThat(new RuleMining(new RuleSettings(.9, 1, 3, 0).inMemory(), AS_OF)
                        .ofOrders(lines())
                        .notes())
                .containsExactly("no order rules: no product is in 6 of the 6 baskets; the commonest is in 5 (support"
                        + " 0.833). Lower rules.min_support or rules.min_count.");
    }

    @Test
    void notesWhatAPersonShouldKnow() {
        order("1", "2026-06-30 10:00:00", "a", "b");
        order("2", "2026-06-30 10:00:00", "a", "c");
        order("3", "2026-06-30 10:00:00", "d");
        assertThat(new RuleMining(new RuleSettings(.9, 1, 3, 0).inMemory(), AS_OF)
                        .ofOrders(lines())
                        .notes())
                .containsExactly("no order rules: no product is in 3 of the 3 baskets; the commonest is in 2 (support"
                        + " 0.667). What is sold hardly repeats, so that what sells together cannot be told from chance: let"
                        + " product_id be something coarser, such as a series or a kind (inputs.orders.columns).");
        order("4", "2026-06-30 10:00:00", "a", "b", "c", "d", "e");
        assertThat(new RuleMining(new RuleSettings(.3, 1, 3, 0).capped(2), AS_OF)
                        .ofOrders(lines())
                        .notes())
                .containsExactly("1 order baskets held more than rules.max_basket_items products: their 3 least"
                        + " informative were left out.");
        assertThat(new RuleMining(CONFIG, AS_OF).ofOrders(lines()).notes()).isEmpty();
    }

    /** Ten pairs of which each comes more often than the one before, and a budget for three products and their pair. */
    @Test
    void saysWhichSupportTheBudgetLeftAndHowManyRulesItCut() {
        for (int pair = 1; pair <= 10; pair++) {
            for (int i = 0; i < pair; i++) {
                order(pair + "-" + i, "2026-06-30 10:00:00", "a" + pair, "b" + pair);
            }
        }
        RuleMining ofThree = new RuleMining(new RuleSettings(.01, 1, 3, 0, 5, 1).inMemory(), AS_OF);
        MinedRules mined = ofThree.ofOrders(lines());
        // Pairs 10 and 9 are six itemsets, pair 10 alone three: the least count is ten of the 55 orders.
        Row kept = rules(mined).values().iterator().next();
        assertThat(rules(mined)).hasSize(1);
        assertThat(kept.<Long>getAs(Rules.COUNT)).isEqualTo(10);
        // Both rules of the pair have the same q, and the smaller id stays.
        List<Row> all = new RuleMining(new RuleSettings(.01, 10, 3, 0).inMemory(), AS_OF)
                .ofOrders(lines())
                .rules()
                .orderBy(Rules.RULE_ID)
                .collectAsList();
        assertThat(all).hasSize(2);
        assertThat(kept).isEqualTo(all.get(0));
        assertThat(mined.notes())
                .containsExactly(
                        "order rules: support 0.0182 (1 of 55 baskets) gives more than rules.max_itemsets; support 0.182 (10"
                                + " baskets) was used instead.",
                        "1 order rules are not published: the 1 of the smallest q value are (rules.max_rules).");
    }

    private void both(String customer, String a, String b) {
        line(customer + "-a", customer, "a", a, 1);
        line(customer + "-b", customer, "b", b, 1);
    }

    private void order(String id, String at, String... products) {
        for (String product : products) {
            line(id, null, product, at, 1);
        }
    }

    private void line(String order, String customer, String product, String at, int quantity) {
        lines.add(row(order, customer, product, Timestamp.valueOf(at), quantity));
    }

    private Dataset<Row> lines() {
        return TestSession.spark()
                .createDataFrame(lines, LINES)
                .withColumn(
                        Orders.NET_QUANTITY,
                        when(col(Orders.PRODUCT_ID).equalTo("given back"), 0).otherwise(col(Orders.QUANTITY)));
    }

    private static Map<String, List<String>> baskets(Dataset<Row> baskets) {
        Map<String, List<String>> found = new HashMap<>();
        for (Row row : baskets.collectAsList()) {
            List<String> items = new ArrayList<>(row.<String>getList(row.fieldIndex(Baskets.ITEMS)));
            items.sort(null);
            found.put(row.getAs(Baskets.BASKET_ID), items);
        }
        return found;
    }

    private static Map<String, Row> rules(MinedRules mined) {
        assertThat(mined.rules().columns()).containsExactlyElementsOf(Rules.TABLE.columnNames());
        Map<String, Row> found = new HashMap<>();
        mined.rules()
                .collectAsList()
                .forEach(r -> found.put(new TreeSet<>(r.<String>getList(1)) + ">" + r.getString(2), r));
        return found;
    }
}
