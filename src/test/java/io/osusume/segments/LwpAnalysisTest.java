package io.osusume.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.CustomerFeatures;
import io.osusume.features.Facts;
import io.osusume.features.ProductUse;
import io.osusume.features.TestFacts;
import io.osusume.tables.Customers;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class LwpAnalysisTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
    private static final OsusumeConfig CONFIG = TestFacts.config("consent.assume=true");
    private static final TestFacts ORDERS = new TestFacts()
            .with(
                    Orders.INPUT,
                    "order_id | customer_id | product_id | ordered_at | quantity | unit_price",
                    "o1 | lately | pc | 2026-03-31 | 1 | 100",
                    "o2 | lately | mouse | 2026-03-30 | 1 | 100",
                    "o3 | often | pc | 2026-03-01 | 1 | 10",
                    "o4 | once | pc | 2024-03-01 | 1 | 1000")
            .with(Customers.INPUT, "customer_id", "never");

    @Test
    void everyCustomerHasARowOfTheContractFromOrdersAlone() {
        Facts facts = ORDERS.facts();
        Dataset<Row> holdings = written(TestFacts.holdings(facts, AS_OF));
        Dataset<Row> use = written(new ProductUse(CONFIG.features()).of(facts, holdings, AS_OF));
        Dataset<Row> features =
                written(new CustomerFeatures(CONFIG.features(), CONFIG.consent()).of(facts, holdings, use, AS_OF));
        Dataset<Row> rules = TestSession.spark().createDataFrame(List.of(), Rules.TABLE.schema());
        LwpAnalysis analysis = new LwpAnalysis(CONFIG.segments());
        Dataset<Row> segments = analysis.assign(features, holdings, rules, facts.of(Products.INPUT));
        assertThat(List.of(segments.columns())).isEqualTo(LwpSegments.TABLE.columnNames());
        LwpSegments.TABLE.columns().forEach(c -> assertThat(
                        segments.schema().apply(c.name()).dataType())
                .as(c.name())
                .isEqualTo(c.type()));
        List<Row> rows = segments.collectAsList();
        Map<String, String> found = rows.stream()
                .collect(Collectors.toMap(
                        r -> r.getAs(LwpSegments.CUSTOMER_ID),
                        r -> r.getAs(LwpSegments.SEGMENT) + " " + r.getAs(LwpSegments.PRIORITY)));
        // What: orders in 90 days 2, 1, 0, 0; pace: seen 0, 30, 760 days ago, never. Results 200, 10, 1000, 0. Room 0,
        // .25,
        // .25, 1 (of pc 3/4 and mouse 1/4): 1 or 3 of 4 are as near to half, so the one is high.
        assertThat(found)
                .containsOnly(
                        Map.entry("lately", "ready C"),
                        Map.entry("often", "ready D"),
                        Map.entry("once", "nurture C"),
                        Map.entry("never", "nurture B"));

        Dataset<Row> again =
                analysis.assign(features.repartition(5), holdings.repartition(3), rules, facts.of(Products.INPUT));
        assertThat(sorted(again.collectAsList())).isEqualTo(sorted(rows));
    }

    private static List<String> sorted(List<Row> rows) {
        return rows.stream().map(Row::toString).sorted().toList();
    }

    /** As the pipeline does between stages. */
    private static Dataset<Row> written(Dataset<Row> rows) {
        return TestSession.spark().createDataFrame(rows.collectAsList(), rows.schema());
    }
}
