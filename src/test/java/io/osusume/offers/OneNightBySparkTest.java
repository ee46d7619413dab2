package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.TestSession;
import io.osusume.acceptance.Term;
import io.osusume.catalogue.Item;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.features.StagedFacts;
import io.osusume.features.TestFacts;
import io.osusume.tables.Acceptance;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Behavior;
import io.osusume.tables.Bundles;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Customers;
import io.osusume.tables.Datasets;
import io.osusume.tables.Episodes;
import io.osusume.tables.Features;
import io.osusume.tables.Ltv;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.MeasuredUse;
import io.osusume.tables.OfferEventType;
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
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/**
 * One night of the closed loop's company, carried out from its tables by Spark, is the loop's: after thirteen nights of mails, with what is
 * bought, looked into, delivered and declined, what nights had published of it, and what last night's coefficients were.
 */
class OneNightBySparkTest {
    private static final int NIGHT = 13;
    private static final LocalDate AS_OF = Shelf.AS_OF.plusDays(NIGHT);
    private static final OsusumeConfig CONFIG = Shelf.config(ClosedLoop.settings("consent.assume=true"));

    private final MadeUpCompany company = new MadeUpCompany(3, 121);

    private static <T> String[] rows(List<Target> targets, Function<Target, List<T>> of, Row2<T> row) {
        List<String> rows = new ArrayList<>();
        targets.forEach(
                t -> of.apply(t).forEach(x -> rows.add(row.of(t.recipient().id(), x))));
        return rows.toArray(String[]::new);
    }

    private interface Row2<T> {
        String of(String customer, T x);
    }

    private static String time(int day) {
        return LocalDate.ofEpochDay(day) + " 10:00";
    }

    private Facts facts(List<Target> targets) {
        return new TestFacts()
                .with(
                        Orders.INPUT,
                        "order_id | customer_id | product_id | ordered_at | quantity | unit_price",
                        rows(
                                targets,
                                t -> List.copyOf(t.held()),
                                (c, h) -> String.join(
                                        " | ",
                                        c + h.productId(),
                                        c,
                                        h.productId(),
                                        time(h.lastDay()),
                                        "1",
                                        company.catalogue
                                                .item(h.productId())
                                                .price()
                                                .toPlainString())))
                .with(
                        Products.INPUT,
                        "product_id | name | list_price | unit_cost | billing",
                        company.items.stream().map(OneNightBySparkTest::product).toArray(String[]::new))
                .with(
                        Customers.INPUT,
                        "customer_id | locale",
                        targets.stream().map(t -> t.recipient().id() + " | en").toArray(String[]::new))
                .with(
                        Behavior.INPUT,
                        "customer_id | product_id | event | event_at",
                        rows(
                                targets,
                                t -> t.interests().stream()
                                        .flatMap(i -> java.util.Collections.nCopies(8, i).stream())
                                        .toList(),
                                (c, i) -> String.join(" | ", c, i.productId(), "view_detail", time(i.lastDay()))))
                .with(
                        OfferEvents.INPUT,
                        "customer_id | offer_type | product_id | event | event_at | trigger | segment | channel",
                        rows(
                                targets,
                                OneNightBySparkTest::events,
                                (c, e) -> String.join(
                                        " | ",
                                        c,
                                        e.offerType().wire(),
                                        e.subjectId(),
                                        e.event().wire(),
                                        time(e.day()),
                                        e.trigger().wire(),
                                        e.segment().wire(),
                                        e.way().channel())))
                .facts();
    }

    private static String product(Item item) {
        BigDecimal cost = item.price().subtract(BigDecimal.valueOf(item.margin()));
        return String.join(" | ", item.id(), item.id(), item.price().toPlainString(), cost.toPlainString(), "one_time");
    }

    /** Who unsubscribed is not compared. */
    private static List<Target.OfferEvent> events(Target target) {
        return target.past().stream().filter(e -> e.offerType() != null).toList();
    }

    /** Rows of a table, of which these columns are known. */
    private static <T> Dataset<Row> table(Table table, List<T> of, Function<T, Map<String, Object>> known) {
        List<String> names = table.columnNames();
        List<Row> rows = of.stream()
                .map(known)
                .map(k -> RowFactory.create(names.stream().map(k::get).toArray()))
                .toList();
        org.apache.spark.sql.types.StructType nullable = new org.apache.spark.sql.types.StructType();
        for (org.apache.spark.sql.types.StructField f : table.schema().fields()) {
            nullable = nullable.add(f.name(), f.dataType(), true);
        }
        return StagedFacts.inMemory("night " + table.name(), TestSession.spark().createDataFrame(rows, nullable));
    }

    private Datasets evidence(List<Target> targets, Map<Term.Key, Double> lastNight, Facts facts) {
        Datasets plain = OfferEnginePlanTest.evidence(CONFIG, facts, AS_OF, episodes(targets));
        Datasets all = Datasets.none();
        for (Table table : List.of(
                Prices.TABLE,
                CustomerHoldings.TABLE,
                Replenishment.TABLE,
                MeasuredUse.TABLE,
                Features.TABLE,
                Bundles.TABLE,
                AccountScores.TABLE,
                PlanRetentions.TABLE,
                Episodes.TABLE)) {
            all = all.with(table, plain.of(table));
        }
        return all.with(Rules.TABLE, table(Rules.TABLE, company.rules, OneNightBySparkTest::rule))
                .with(
                        LwpSegments.TABLE,
                        table(
                                LwpSegments.TABLE,
                                targets,
                                t -> Map.of(
                                        LwpSegments.CUSTOMER_ID, t.recipient().id(),
                                        LwpSegments.SEGMENT, t.segment().wire(),
                                        LwpSegments.PRIORITY, t.state().priority(),
                                        LwpSegments.LOYALTY_SCORE, t.state().loyalty())))
                .with(
                        Ltv.TABLE,
                        table(
                                Ltv.TABLE,
                                targets,
                                t -> Map.of(
                                        Ltv.CUSTOMER_ID, t.recipient().id(),
                                        Ltv.LTV,
                                                BigDecimal.valueOf(t.state().ltv())
                                                        .setScale(4, java.math.RoundingMode.HALF_UP))))
                .with(RankedProducts.TABLE, table(RankedProducts.TABLE, likely(targets), k -> k))
                .with(Offers.TABLE, table(Offers.TABLE, standing(targets), k -> k))
                .with(
                        Acceptance.TABLE,
                        table(
                                Acceptance.TABLE,
                                List.copyOf(lastNight.entrySet()),
                                e -> Map.of(
                                        Acceptance.TERM, e.getKey().term(),
                                        Acceptance.LEVEL, e.getKey().level(),
                                        Acceptance.MEAN, e.getValue())));
    }

    private static Map<String, Object> rule(Proposal.Rule rule) {
        return Map.of(
                Rules.RULE_ID, rule.id(),
                Rules.ANTECEDENT, rule.antecedent().toArray(String[]::new),
                Rules.CONSEQUENT, rule.consequent(),
                Rules.CONFIDENCE, rule.confidence(),
                Rules.LIFT, rule.lift(),
                Rules.Q_VALUE, rule.q(),
                Rules.BASKET_KIND, rule.kind().wire(),
                Rules.COUNT, rule.count(),
                Rules.SUPPORT, rule.support());
    }

    private static List<Map<String, Object>> likely(List<Target> targets) {
        return targets.stream()
                .flatMap(t -> t.likely().stream()
                        .map(l -> Map.<String, Object>of(
                                RankedProducts.CUSTOMER_ID, t.recipient().id(),
                                RankedProducts.PRODUCT_ID, l.productId(),
                                RankedProducts.PLACE, l.place(),
                                RankedProducts.P_BUY, l.pBuy(),
                                RankedProducts.NEAREST, 0.0,
                                RankedProducts.NEW_BUYERS_28D, l.newBuyers28d())))
                .toList();
    }

    private static List<Map<String, Object>> standing(List<Target> targets) {
        return targets.stream()
                .flatMap(t -> t.standing().stream()
                        .map(s -> Map.<String, Object>of(
                                Offers.OFFER_ROW_ID, t.recipient().id() + s.productId(),
                                Offers.TARGET_TYPE, Offers.CUSTOMER,
                                Offers.TARGET_ID, t.recipient().id(),
                                Offers.CUSTOMER_ID, t.recipient().id(),
                                Offers.OFFER_TYPE, s.type(),
                                Offers.PRODUCT_ID, s.productId())))
                .toList();
    }

    /** What nights had published of the offers that were delivered. */
    private static Dataset<Row> episodes(List<Target> targets) {
        List<Map<String, Object>> sent = new ArrayList<>();
        for (Target target : targets) {
            for (Target.OfferEvent event : events(target)) {
                if (event.event() == OfferEventType.DELIVERED && !Sent.AGAIN.equals(event.sent())) {
                    sent.add(episode(target.recipient().id(), event));
                }
            }
        }
        return table(Episodes.TABLE, sent, k -> k);
    }

    private static Map<String, Object> episode(String customer, Target.OfferEvent event) {
        Date night = Date.valueOf(LocalDate.ofEpochDay(event.day() - 1));
        Sent sent = event.sent();
        Row[] terms = sent.beside().stream()
                .map(t -> RowFactory.create(t.name(), t.level(), t.x(), 0.0))
                .toArray(Row[]::new);
        Map<String, Object> row = new TreeMap<>();
        row.put(Episodes.OFFER_ROW_ID, customer + event.subjectId());
        row.put(Episodes.TARGET_TYPE, Offers.CUSTOMER);
        row.put(Episodes.TARGET_ID, customer);
        row.put(Episodes.CUSTOMER_ID, customer);
        row.put(Episodes.OFFER_TYPE, event.offerType().wire());
        row.put(Episodes.PRODUCT_ID, event.subjectId());
        row.put(Episodes.ARM, "treated");
        row.put(Episodes.FIRST_DAY, night);
        row.put(Episodes.DELIVERED_ON, Date.valueOf(LocalDate.ofEpochDay(event.day())));
        row.put(
                Episodes.AS_DELIVERED,
                RowFactory.create(
                        night,
                        sent.trigger().wire(),
                        sent.segment().wire(),
                        sent.evidence(),
                        sent.anyway(),
                        sent.pAccept(),
                        terms));
        return row;
    }

    @Test
    void theSameOffersAtTheSameWorth() {
        ClosedLoop loop = new ClosedLoop(company, ClosedLoop.Policy.LEARNING, 5);
        loop.live(NIGHT);
        List<Target> targets = loop.targets(NIGHT);
        Map<Term.Key, Double> lastNight = loop.lastNight();
        Facts facts = facts(targets);
        Datasets evidence = evidence(targets, lastNight, facts);
        OfferEngine engine = new OfferEngine(CONFIG);
        Dataset<Row> gathered = StagedFacts.inMemory("loop targets", engine.gather(facts, evidence, AS_OF));
        Map<String, Row> bySpark = new TreeMap<>();
        engine.make(gathered, engine.learn(facts, gathered, evidence, AS_OF), evidence, AS_OF)
                .where("decision = 'offer' AND offer_type = 'cross_sell'")
                .collectAsList()
                .forEach(r -> bySpark.put(r.getAs(Offers.TARGET_ID), r));

        Decider decider = loop.decider(targets, AS_OF);
        int offers = 0;
        for (Target target :
                targets.stream().filter(t -> t.state().mayContact()).toList()) {
            String id = target.recipient().id();
            for (Decider.Decision made : decider.decide(target, Set.of()).stream()
                    .filter(d -> d.rank() > 0 && d.candidate().proposal().sells())
                    .toList()) {
                Row row = bySpark.get(id);
                ExpectedValue.Valued valued = made.candidate();
                assertThat(row).as(id).isNotNull();
                assertThat(row.<String>getAs(Offers.PRODUCT_ID))
                        .as(id)
                        .isEqualTo(valued.proposal().subject().productId());
                assertThat(row.<Double>getAs(Offers.P_ACCEPT))
                        .as(id)
                        .isCloseTo(valued.estimate().p(), within(1e-6));
                assertThat(row.<Double>getAs(Offers.UPLIFT))
                        .isCloseTo(valued.uplift().value(), within(1e-6));
                assertThat(row.<Double>getAs(Offers.EXPECTED_VALUE)).isCloseTo(valued.expectedValue(), within(1e-2));
                assertThat(row.<Double>getAs(Offers.TRIALS))
                        .isEqualTo((double) valued.estimate().trials());
                offers++;
            }
        }
        System.out.printf("one night by Spark: %d offers as the loop's%n", offers);
        assertThat(offers).isGreaterThan(20);
        assertThat(bySpark.keySet().stream()
                        .filter(id -> targets.get(Integer.parseInt(id)).state().mayContact()))
                .hasSize(offers);
    }
}
