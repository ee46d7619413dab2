package io.osusume.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Rules;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Four customers: shares of computers 2/4, of peripherals, printing and the unknown category of x 1/4 each; 1.25 in all. */
class RoomToGrowTest {
    private static final Dataset<Row> CUSTOMERS = TestSession.rows(
            "customer_id STRING",
            RowFactory.create("c1"),
            RowFactory.create("c2"),
            RowFactory.create("c3"),
            RowFactory.create("c4"));
    private static final Dataset<Row> HOLDINGS = TestSession.rows(
            "customer_id STRING, product_id STRING, owned BOOLEAN, net_quantity DECIMAL(18,4)",
            RowFactory.create("c1", "pc", true, new java.math.BigDecimal("1.0000")),
            // Returned.
            RowFactory.create("c1", "mouse", false, new java.math.BigDecimal("0.0000")),
            RowFactory.create("c2", "pc", true, new java.math.BigDecimal("1.0000")),
            // By contract alone.
            RowFactory.create("c2", "mouse", true, new java.math.BigDecimal("0.0000")),
            // A consumable is never owned, but its category is had.
            RowFactory.create("c3", "ink", false, new java.math.BigDecimal("2.0000")),
            RowFactory.create("c3", "x", true, new java.math.BigDecimal("1.0000")));
    private static final Dataset<Row> PRODUCTS = TestSession.rows(
            "product_id STRING, category STRING",
            RowFactory.create("pc", "computers"),
            RowFactory.create("mouse", "peripherals"),
            RowFactory.create("ink", "printing"),
            RowFactory.create("x", null));

    @Test
    void withoutRulesRelevanceIsTheShareOfCustomers() {
        assertThat(room(rules()))
                .containsOnly(
                        Map.entry("c1", 1 - 0.5 / 1.25),
                        Map.entry("c2", 1 - 0.75 / 1.25),
                        Map.entry("c3", 1 - 0.5 / 1.25),
                        Map.entry("c4", 1.0));
    }

    @Test
    void aRuleRaisesTheRelevanceOfItsConsequentsCategory() {
        Map<String, Double> room = room(rules(
                RowFactory.create(List.of("pc").toArray(), "mouse", 0.6),
                // Less than the share of customers, and of two antecedents: neither counts.
                RowFactory.create(List.of("pc").toArray(), "x", 0.1),
                RowFactory.create(List.of("ink", "x").toArray(), "mouse", 0.9)));
        // Peripherals count .6 for those with a pc, so 1.6 in all.
        assertThat(room)
                .containsOnly(
                        Map.entry("c1", 1 - 0.5 / 1.6),
                        Map.entry("c2", 1 - 1.1 / 1.6),
                        Map.entry("c3", 1 - 0.5 / 1.25),
                        Map.entry("c4", 1.0));
    }

    private static Dataset<Row> rules(Row... rows) {
        return TestSession.rows(
                Rules.ANTECEDENT + " ARRAY<STRING>, " + Rules.CONSEQUENT + " STRING, " + Rules.CONFIDENCE + " DOUBLE",
                rows);
    }

    private static Map<String, Double> room(Dataset<Row> rules) {
        return RoomToGrow.add(CUSTOMERS, HOLDINGS, rules, PRODUCTS).collectAsList().stream()
                .collect(Collectors.toMap(
                        r -> r.getAs("customer_id"),
                        r -> Math.round(r.<Double>getAs(LwpSegments.ROOM_TO_GROW) * 1e9) / 1e9));
    }
}
