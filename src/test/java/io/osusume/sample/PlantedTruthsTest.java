package io.osusume.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.TestSession;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Brute force over the rows of a world of 3,000 customers: what was planted is there, and nothing dangles. */
class PlantedTruthsTest {
    private static final SampleConfig CONFIG = SampleConfig.of(3_000, 11);
    private static List<Row> orders;
    private static List<Row> customers;
    private static List<Row> offerEvents;
    private static List<Row> truths;
    private static final Map<String, List<Row>> ROWS = new LinkedHashMap<>();
    private static List<Set<String>> baskets;

    @BeforeAll
    static void generate() {
        SampleWorld.generate(TestSession.spark(), CONFIG)
                .byName()
                .forEach((name, rows) -> ROWS.put(name, rows.collectAsList()));
        orders = ROWS.get("orders");
        customers = ROWS.get("customers");
        offerEvents = ROWS.get("offer_events");
        truths = ROWS.get("truths");
        Map<String, Set<String>> byOrder = new HashMap<>();
        for (Row line : orders) {
            if (!text(line, "quantity").startsWith("-") && text(line, "order_id") != null) {
                byOrder.computeIfAbsent(text(line, "order_id"), id -> new HashSet<>())
                        .add(text(line, "product_id"));
            }
        }
        baskets = new ArrayList<>(byOrder.values());
    }

    @Test
    void associationsAreFoundByCounting() {
        for (Row truth : truths("association", "together")) {
            String antecedent = text(truth, "subject");
            String consequent = text(truth, "product_id");
            double planted = number(truth, "figure");
            long n = count(antecedent);
            double confidence = count(antecedent, consequent) / (double) n;

            // Four standard errors, and a twentieth for what is owned already or comes by another way.
            assertThat(confidence)
                    .as("%s with %s", antecedent, consequent)
                    .isCloseTo(planted, within(.05 + 4 * Math.sqrt(planted * (1 - planted) / n)));
        }
    }

    @Test
    void independentProductsAreIndependentWithinOrders() {
        List<String> products = truths("independent", null).stream()
                .map(truth -> text(truth, "subject"))
                .toList();
        double n = baskets.size();
        List<Double> deviations = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            for (int j = 0; j < i; j++) {
                double expected = count(products.get(i)) * (double) count(products.get(j)) / n;
                deviations.add((count(products.get(i), products.get(j)) - expected) / Math.sqrt(expected));
            }
        }
        assertThat(deviations).hasSize(45).allSatisfy(z -> assertThat(z).isBetween(-4.0, 4.0));
        assertThat(deviations.stream().mapToDouble(z -> z).average().orElseThrow())
                .isCloseTo(0, within(4 / Math.sqrt(45)));
    }

    @Test
    void offersAreTakenAsOftenAsPlanted() {
        String mature = Instant.parse("2026-06-19T00:00:00Z").toString();
        Set<String> taken = offerEvents.stream()
                .filter(event -> text(event, "event").equals("accepted"))
                .map(PlantedTruthsTest::trial)
                .collect(Collectors.toSet());
        List<Row> trials = offerEvents.stream()
                .filter(event -> text(event, "event").equals("delivered"))
                .filter(event -> !text(event, "customer_id").startsWith("story"))
                .filter(event -> text(event, "event_at").compareTo(mature) < 0)
                .toList();
        double expected = 0;
        double variance = 0;
        for (Row trial : trials) {
            double p = PlantedAcceptance.probability(
                    Word.of(OfferType.class, text(trial, "offer_type")).orElseThrow(),
                    Word.of(Trigger.class, text(trial, "trigger")).orElseThrow(),
                    Word.of(Segment.class, text(trial, "segment")).orElseThrow());
            expected += p;
            variance += p * (1 - p);
        }
        long accepted = trials.stream().filter(t -> taken.contains(trial(t))).count();

        assertThat(trials).hasSizeGreaterThan(1_500);
        assertThat((double) accepted).isCloseTo(expected, within(4 * Math.sqrt(variance)));
        assertThat(offerEvents.stream().filter(e -> text(e, "event").equals("withheld")))
                .hasSizeGreaterThan(200)
                .allSatisfy(event -> assertThat(text(event, "arm")).isEqualTo("control"));
    }

    @Test
    void everyStoryCustomerIsThere() {
        List<String> ids =
                customers.stream().map(row -> text(row, "customer_id")).toList();
        List<String> stories =
                IntStream.rangeClosed(1, 20).mapToObj("story-%02d"::formatted).toList();

        assertThat(ids).containsAll(stories);
        assertThat(orders.stream().map(row -> text(row, "customer_id"))).containsAll(stories);
    }

    @Test
    void nothingDanglesButWhatIsListed() {
        Set<String> known = ids(customers, "customer_id");
        Set<String> products = ids(ROWS.get("products"), "product_id");
        Set<String> accounts = ids(ROWS.get("accounts"), "account_id");

        ROWS.forEach((name, rows) -> {
            if (!name.equals("truths")) {
                assertKnown(name, rows, "customer_id", known);
                assertKnown(name, rows, "product_id", products);
                assertKnown(name, rows, "account_id", accounts);
            }
        });
        assertThat(orders.stream().filter(row -> text(row, "customer_id") == null))
                .hasSize(2 * Irregular.GUEST_ORDERS);
        assertThat(orders.stream().filter(row -> text(row, "unit_price").startsWith("-")))
                .hasSize(2);
        assertThat(orders.stream().filter(row -> text(row, "ordered_at").compareTo("2026-07-01") >= 0))
                .as("five late orders, one in the year 9999, one unreadable")
                .hasSize(7);
    }

    @Test
    void averagesAreMet() {
        assertThat(orders.size() / 3_000.0).isCloseTo(CONFIG.linesPerCustomer(), within(1.0));
        assertThat(ROWS.get("usage").size() / 3_000.0).isCloseTo(CONFIG.usagePerCustomer(), within(.7));
        SampleInputs dense = SampleWorld.generate(
                TestSession.spark(), SampleConfig.of(1_500, 3).withAverages(25, 100));
        assertThat(dense.orders().count() / 1_500.0).isCloseTo(25, within(2.5));
        assertThat(dense.usage().count() / 1_500.0).isCloseTo(100, within(10.0));
    }

    private static void assertKnown(String name, List<Row> rows, String column, Set<String> known) {
        if (List.of(rows.get(0).schema().fieldNames()).contains(column)) {
            Set<String> unknown = ids(rows, column);
            unknown.removeAll(known);
            unknown.remove(null);
            assertThat(unknown).as(name + "." + column).isEmpty();
        }
    }

    private static Set<String> ids(List<Row> rows, String column) {
        return rows.stream().map(row -> text(row, column)).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Row> truths(String kind, String other) {
        return truths.stream()
                .filter(row -> text(row, "kind").equals(kind))
                .filter(row -> other == null || other.equals(text(row, "other")))
                .toList();
    }

    private static String trial(Row event) {
        return text(event, "customer_id") + text(event, "product_id") + text(event, "offered_at");
    }

    private static long count(String... products) {
        return baskets.stream()
                .filter(basket -> basket.containsAll(List.of(products)))
                .count();
    }

    private static String text(Row row, String column) {
        return row.getString(row.fieldIndex(column));
    }

    private static double number(Row row, String column) {
        return Double.parseDouble(text(row, column));
    }
}
