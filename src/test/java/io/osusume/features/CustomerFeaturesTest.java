package io.osusume.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.Features;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Orders;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Tickets;
import io.osusume.tables.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CustomerFeaturesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
    private static final Offset<Double> NEAR = Offset.offset(1e-8);
    private static final String LINE =
            "order_id | customer_id | product_id | ordered_at | quantity | unit_price | net_quantity";
    private static final String CONTACT = "contact_id | customer_id | contacted_at | channel | response";
    private static final String TICKET = "ticket_id | customer_id | opened_at | closed_at | severity | topic";

    /** Customers of whom each input tells something else; see the tests. */
    private static final Map<String, Row> WORLD = features(new TestFacts()
            .with(Customers.INPUT, "customer_id", "touched", "annoyed", "unmet", "asker", "looker")
            .with(
                    Orders.INPUT,
                    LINE,
                    // Days of purchase 100, 60, 60, 50, 30 days ago: intervals 40, 10, 20.
                    "o1 | buyer | p | 2025-12-21 10:00:00 | 2 | 10 | 1",
                    "o1 | buyer | q | 2025-12-21 10:00:00 | 1 | 5 | -",
                    "o2 | buyer | p | 2026-01-30 09:00:00 | 1 | 10 | 0",
                    "o3 | buyer | p | 2026-01-30 23:59:59 | 3 | 1.25 | 3",
                    "o4 | buyer | p | 2026-02-09 | 1 | 10 | -",
                    "o5 | buyer | p | 2026-03-01 | 1 | 10 | -",
                    "o6 | twice | p | 2026-01-01 | 1 | 0 | -",
                    "o7 | twice | p | 2026-01-31 | 1 | 0 | -")
            .with(
                    Contacts.INPUT,
                    CONTACT,
                    "k1 | touched | 2026-03-02 00:00:00 | mail | opened",
                    "k2 | touched | 2026-03-01 23:59:59 | mail | clicked",
                    "k3 | touched | 2026-01-01 00:00:00 | mail | none",
                    "k4 | touched | 2025-12-31 23:59:59 | mail | -",
                    "k5 | annoyed | 2026-03-28 | mail | negative",
                    "k6 | annoyed | 2026-03-29 | mail | none",
                    "k7 | annoyed | 2026-03-27 | mail | negative",
                    "k8 | annoyed | 2026-03-26 | mail | meeting")
            .with(
                    Tickets.INPUT,
                    TICKET,
                    "t1 | asker | 2026-03-31 | - | HIGH | problem",
                    "t2 | asker | 2026-03-02 | 2026-03-31 23:59:59 | high | problem",
                    "t3 | asker | 2026-03-01 | 2026-04-01 00:00:00 | low | -",
                    // Closed before it was opened: closed.
                    "t4 | asker | 2025-04-01 | 2025-03-01 | - | problem",
                    "t5 | asker | 2025-03-31 | 2025-04-01 | low | problem",
                    "t6 | asker | 2026-03-04 | - | high | Specification")
            .with(
                    Behavior.INPUT,
                    "customer_id | account_id | event_at | event | product_id",
                    // Half-life 14 days: 3 · 1, 1 · 1/2, 1 · 1/4; events of the account alone are not the customer's.
                    "looker | - | 2026-03-31 | Compare | p",
                    "looker | - | 2026-03-17 | view_detail | -",
                    "looker | a1 | 2026-03-03 | something_new | p",
                    "- | a1 | 2026-03-31 | compare | p")
            .with(
                    Usage.INPUT,
                    "customer_id | product_id | metric | used_at | amount",
                    // 3 on basic, then 3 on team: as before.
                    "mover | basic | logins | 2025-12-15 | 3",
                    "mover | basic | logins | 2026-01-15 | 3",
                    "mover | basic | logins | 2026-02-15 | 3",
                    "mover | basic | logins | 2026-02-25 | 3",
                    "mover | team | logins | 2026-03-15 | 3",
                    "gone | basic | logins | 2025-06-01 | 3")
            .with(
                    Subscriptions.INPUT,
                    "subscription_id | customer_id | product_id | started_at | ended_at | cancel_requested_at",
                    "s1 | asks | p | 2025-01-01 | - | 2026-03-01",
                    "s2 | stays | p | 2025-01-01 | - | -",
                    "s3 | left | p | 2025-01-01 | 2026-03-15 | 2026-03-01"));

    @Test
    void everybodyWhomAnInputNamesHasOneRow() {
        Map<String, Row> features = features(new TestFacts()
                .with(Customers.INPUT, "customer_id | joined_at", "listed | 2026-01-30")
                .with(
                        Orders.INPUT,
                        LINE,
                        "o1 | buyer | p | 2026-03-21 | 1 | 1 | -",
                        "o2 | - | p | 2026-03-21 | 1 | 1 | -")
                .with(
                        Usage.INPUT,
                        "customer_id | product_id | metric | used_at | amount",
                        "user | p | m | 2025-01-01 | 1")
                .with(
                        Subscriptions.INPUT,
                        "subscription_id | customer_id | product_id | started_at | ended_at",
                        "s1 | former | p | 2025-03-31 | 2025-04-30")
                .with(Contacts.INPUT, CONTACT, "k1 | stranger | 2026-03-01 | mail | opened")
                .with(Tickets.INPUT, TICKET, "t1 | stranger | 2026-03-01 | - | high | -")
                .with(Behavior.INPUT, "customer_id | event_at | event", "stranger | 2026-03-01 | view_detail")
                .with(OfferEvents.INPUT, "customer_id | offer_type | product_id | event | event_at"));
        assertThat(features.keySet()).containsExactlyInAnyOrder("listed", "buyer", "user", "former");
        assertThat(features.get("listed").<Integer>getAs(Features.TENURE_DAYS)).isEqualTo(60);
        assertThat(features.get("buyer").<Integer>getAs(Features.TENURE_DAYS)).isEqualTo(10);
        assertThat(features.get("user").<Integer>getAs(Features.TENURE_DAYS)).isEqualTo(454);
        assertThat(features.get("former").<Integer>getAs(Features.TENURE_DAYS)).isEqualTo(365);
        // Nothing on them in inputs that are there: zero, not unknown.
        for (Row row : features.values()) {
            assertThat(row.<Long>getAs(Features.CONTACTS_90D)).isZero();
            assertThat(row.<Long>getAs(Features.OPEN_ISSUES)).isZero();
            assertThat(row.<Double>getAs(Features.INTEREST)).isZero();
            assertThat(row.<Boolean>getAs(Features.CANCEL_REQUESTED)).isFalse();
            assertThat(row.<Boolean>getAs(Features.UNSUBSCRIBED)).isFalse();
            assertThat(row.<Boolean>getAs(Features.CONTACT_CAP_REACHED)).isFalse();
        }
    }

    @Test
    void whatNoInputTellsIsUnknown() {
        Row row = features(new TestFacts().with(Orders.INPUT, LINE, "o1 | c1 | p | 2026-03-21 | 1 | 1 | -"))
                .get("c1");
        for (String column : new String[] {
            Features.NPS, Features.UNSUBSCRIBED, Features.UTILISATION,
            Features.USAGE_TREND, Features.ACTIVE_PERIODS, Features.ACTIVE_CONTRACTS,
            Features.CANCEL_REQUESTED, Features.CONTACTS_30D, Features.CONTACTS_90D,
            Features.RESPONSE_RATE, Features.LAST_TWO_NEGATIVE, Features.CONTACT_CAP_REACHED,
            Features.OPEN_ISSUES, Features.OPEN_SEVERE_TICKETS, Features.TICKETS_365D,
            Features.INTEREST, Features.NEEDS_28D, Features.DECLINED_90D
        }) {
            assertThat(row.<Object>getAs(column)).as(column).isNull();
        }
        assertThat(row.<Long>getAs(Features.ORDERS)).isEqualTo(1);
        assertThat(row.<Boolean>getAs(Features.MAY_CONTACT)).isFalse();
    }

    @Test
    void responseRatesAreShrunkenToThePopulation() {
        // (n, s) = (2, 2), (2, 0), (4, 2): μ = 1/2, S = 3 − 16/8 = 1, k − 1 = 2, N = 8, Σn² = 24:
        // ρ = (1 − .25·2)/(.25·(8 − 3 − 2)) = 2/3, κ = 1/ρ − 1 = 1/2.
        Map<String, Row> features = features(new TestFacts()
                .with(Customers.INPUT, "customer_id", "never")
                .with(
                        Orders.INPUT,
                        LINE,
                        "o1 | a | p | 2026-01-01 | 1 | 1 | -",
                        "o2 | b | p | 2026-01-01 | 1 | 1 | -",
                        "o3 | c | p | 2026-01-01 | 1 | 1 | -")
                .with(
                        Contacts.INPUT,
                        CONTACT,
                        "k1 | a | 2026-03-01 | mail | opened",
                        "k2 | a | 2026-03-02 | mail | replied",
                        "k3 | b | 2026-03-01 | mail | none",
                        "k4 | b | 2026-03-02 | mail | negative",
                        "k5 | c | 2026-03-01 | mail | opened",
                        "k6 | c | 2026-03-02 | mail | opened",
                        "k7 | c | 2026-03-03 | mail | -",
                        "k8 | c | 2025-04-01 | mail | none",
                        "k9 | c | 2025-03-31 | mail | opened"));
        assertThat(rate(features, "a")).isCloseTo(2.25 / 2.5, NEAR);
        assertThat(rate(features, "b")).isCloseTo(0.25 / 2.5, NEAR);
        assertThat(rate(features, "c")).isCloseTo(0.5, NEAR);
        assertThat(rate(features, "never")).isCloseTo(0.5, NEAR);
    }

    @Test
    void consentNeedsAYesAndUnsubscribingIsForGood() {
        TestFacts mapped = new TestFacts()
                .with(
                        Customers.INPUT,
                        "customer_id | marketing_consent",
                        "yes | true",
                        "no | false",
                        "unknown | -",
                        "left | true")
                .with(Orders.INPUT, LINE, "o1 | unlisted | p | 2026-01-01 | 1 | 1 | -")
                .with(
                        OfferEvents.INPUT,
                        "customer_id | offer_type | product_id | event | event_at",
                        "left | upsell | p | unsubscribed | 2020-01-01",
                        "left | upsell | p | accepted | 2026-01-01",
                        "yes | upsell | p | declined | 2026-01-01");
        assertThat(mayContact(features(mapped)))
                .containsOnly(
                        Map.entry("yes", true),
                        Map.entry("no", false),
                        Map.entry("unknown", false),
                        Map.entry("left", false),
                        Map.entry("unlisted", false));
        TestFacts unmapped = new TestFacts().with(Customers.INPUT, "customer_id", "c1");
        assertThat(mayContact(features(unmapped))).containsOnly(Map.entry("c1", false));
        assertThat(mayContact(features(unmapped, "consent.assume=true"))).containsOnly(Map.entry("c1", true));
    }

    @Test
    void purchasesAreCountedByOrderAndRevenueIsNet() {
        Row buyer = WORLD.get("buyer");
        assertThat(buyer.<Long>getAs(Features.ORDERS)).isEqualTo(5);
        assertThat(buyer.<Long>getAs(Features.ORDERS_90D)).isEqualTo(4);
        assertThat(buyer.<Integer>getAs(Features.RECENCY_DAYS)).isEqualTo(30);
        // 1·10 + 5 + 0 + 3·1.25 + 10 + 10
        assertThat(buyer.<BigDecimal>getAs(Features.NET_REVENUE)).isEqualByComparingTo("38.75");
        assertThat(buyer.<Double>getAs(Features.MEDIAN_INTERVAL_DAYS)).isEqualTo(20);
        assertThat(buyer.<Double>getAs(Features.OVERDUE_RATIO)).isEqualTo(1.5);
        // One interval is no rhythm.
        assertThat(WORLD.get("twice").<Double>getAs(Features.MEDIAN_INTERVAL_DAYS))
                .isNull();
    }

    @Test
    void contactsAndReactionsAreCountedInTheirWindows() {
        Row touched = WORLD.get("touched");
        assertThat(touched.<Long>getAs(Features.CONTACTS_30D)).isEqualTo(1);
        assertThat(touched.<Long>getAs(Features.CONTACTS_90D)).isEqualTo(3);
        assertThat(touched.<Long>getAs(Features.REACTIONS_90D)).isEqualTo(2);
        assertThat(touched.<Integer>getAs(Features.DAYS_SINCE_CONTACT)).isEqualTo(29);
        assertThat(touched.<Boolean>getAs(Features.LAST_TWO_NEGATIVE)).isFalse();
        Row annoyed = WORLD.get("annoyed");
        assertThat(annoyed.<Long>getAs(Features.REACTIONS_30D)).isEqualTo(1);
        assertThat(annoyed.<Boolean>getAs(Features.LAST_TWO_NEGATIVE)).isTrue();
        assertThat(annoyed.<Boolean>getAs(Features.CONTACT_CAP_REACHED)).isTrue();
        assertThat(WORLD.get("unmet").<Integer>getAs(Features.DAYS_SINCE_CONTACT))
                .isNull();
    }

    @Test
    void ticketsThatAskAreInterestAndOthersAreProblems() {
        Row asker = WORLD.get("asker");
        assertThat(asker.<Long>getAs(Features.OPEN_ISSUES)).isEqualTo(2);
        assertThat(asker.<Long>getAs(Features.OPEN_SEVERE_TICKETS)).isEqualTo(1);
        assertThat(asker.<Long>getAs(Features.TICKETS_30D)).isEqualTo(2);
        assertThat(asker.<Long>getAs(Features.TICKETS_365D)).isEqualTo(4);
        assertThat(asker.<Long>getAs(Features.NEEDS_28D)).isEqualTo(1);
    }

    @Test
    void interestFadesAndNeedsAreCounted() {
        Row looker = WORLD.get("looker");
        assertThat(looker.<Double>getAs(Features.INTEREST)).isCloseTo(3.75, NEAR);
        assertThat(looker.<Long>getAs(Features.EVENTS_28D)).isEqualTo(2);
        assertThat(looker.<Long>getAs(Features.NEEDS_28D)).isEqualTo(1);
        assertThat(looker.<Integer>getAs(Features.DAYS_SINCE_SEEN)).isZero();
    }

    @Test
    void useIsTakenOverProductsSoThatAChangeOfPlanIsNoFall() {
        assertThat(WORLD.get("mover").<Double>getAs(Features.USAGE_TREND)).isCloseTo(1.0, NEAR);
        assertThat(WORLD.get("mover").<Integer>getAs(Features.ACTIVE_PERIODS)).isEqualTo(4);
        assertThat(WORLD.get("gone").<Double>getAs(Features.USAGE_TREND)).isNull();
        assertThat(WORLD.get("gone").<Integer>getAs(Features.ACTIVE_PERIODS)).isZero();
        // Never measured: nothing is known.
        assertThat(WORLD.get("buyer").<Integer>getAs(Features.ACTIVE_PERIODS)).isNull();
    }

    @Test
    void aRequestToCancelShowsWhileTheContractRuns() {
        assertThat(WORLD.get("asks").<Boolean>getAs(Features.CANCEL_REQUESTED)).isTrue();
        assertThat(WORLD.get("stays").<Boolean>getAs(Features.CANCEL_REQUESTED)).isFalse();
        assertThat(WORLD.get("left").<Boolean>getAs(Features.CANCEL_REQUESTED)).isFalse();
        assertThat(WORLD.get("left").<Long>getAs(Features.ACTIVE_CONTRACTS)).isZero();
    }

    private static Map<String, Boolean> mayContact(Map<String, Row> features) {
        return features.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getAs(Features.MAY_CONTACT)));
    }

    private static double rate(Map<String, Row> features, String customer) {
        return features.get(customer).<Double>getAs(Features.RESPONSE_RATE);
    }

    private static Map<String, Row> features(TestFacts given, String... settings) {
        Facts facts = given.facts();
        var config = TestFacts.config(settings);
        Dataset<Row> holdings = TestFacts.holdings(facts, AS_OF);
        Dataset<Row> use = new ProductUse(config.features()).of(facts, holdings, AS_OF);
        return new CustomerFeatures(config.features(), config.consent())
                .of(facts, holdings, use, AS_OF).collectAsList().stream()
                        .collect(Collectors.toMap(r -> r.getAs(Features.CUSTOMER_ID), r -> r));
    }
}
