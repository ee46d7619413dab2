package io.osusume.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.tables.Replenishment;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class NextNeedsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final StructType LINE = StructType.fromDDL(
            "customer_id STRING, product_id STRING, ordered_at TIMESTAMP, net_quantity DECIMAL(18,4)");

    private final List<Row> lines = new ArrayList<>();

    private NextNeedsTest buys(String customer, String product, double amount, String... days) {
        for (String day : days) {
            lines.add(RowFactory.create(
                    customer,
                    product,
                    Timestamp.from(LocalDate.parse(day).atTime(10, 0).toInstant(ZoneOffset.UTC)),
                    BigDecimal.valueOf(amount)));
        }
        return this;
    }

    private List<Row> needs() {
        Dataset<Row> products = TestSession.spark()
                .createDataFrame(
                        List.of(
                                RowFactory.create("coffee", "Coffee", true),
                                RowFactory.create("dinner", null, true),
                                RowFactory.create("chair", "Chairs", false)),
                        StructType.fromDDL("product_id STRING, category STRING, is_consumable BOOLEAN"));
        try (NextNeeds model = new NextNeeds()) {
            return model.of(TestSession.spark().createDataFrame(lines, LINE), products, AS_OF)
                    .collectAsList();
        }
    }

    private Map<String, Row> byCustomer() {
        return needs().stream().collect(Collectors.toMap(row -> row.getAs("customer_id"), Function.identity()));
    }

    private void steady(int customers) {
        for (int i = 0; i < customers; i++) {
            LocalDate last = AS_OF.minusDays(10);
            for (int back = 0; back < 6; back++) {
                buys(
                        "s" + i,
                        "coffee",
                        1,
                        last.minusDays(30L * back + (i + back) % 3).toString());
            }
        }
    }

    @Test
    void aSteadyRhythmIsToldAndABrokenOneIsNot() {
        steady(20);
        buys("dinner", "dinner", 1, "2026-04-02", "2026-05-22", "2026-06-28", "2026-06-29");
        Map<String, Row> needs = byCustomer();
        Row steady = needs.get("s0");
        assertThat(steady.<Long>getAs(Replenishment.INTERVALS)).isEqualTo(5);
        assertThat(steady.<Double>getAs(Replenishment.INTERVAL_DAYS)).isBetween(28.0, 32.0);
        assertThat(steady.<Double>getAs(Replenishment.VARIATION)).isLessThan(0.5);
        assertThat(steady.<Double>getAs(Replenishment.P_NEEDED)).isGreaterThan(0.9);
        assertThat(steady.<Date>getAs(Replenishment.LAST_DAY)).hasToString("2026-06-20");
        assertThat(steady.<Date>getAs(Replenishment.EXPECTED_DAY)).isBetween("2026-07-15", "2026-07-26");
        assertThat(steady.<Date>getAs(Replenishment.EARLY_DAY)).isBefore("2026-07-20");
        assertThat(steady.<Date>getAs(Replenishment.LATE_DAY)).isAfter("2026-07-20");
        assertThat(needs.get("dinner").<Double>getAs(Replenishment.VARIATION)).isGreaterThan(0.8);
        assertThat(needs).hasSize(21);
    }

    /** Only consumables, only known customers, only what was kept, only until as-of. */
    @Test
    void whatDoesNotCount() {
        buys("a", "chair", 1, "2026-01-01", "2026-02-01", "2026-03-01");
        buys(null, "coffee", 1, "2026-01-01", "2026-02-01", "2026-03-01");
        buys("b", "coffee", 0, "2026-01-01", "2026-02-01", "2026-03-01");
        buys("c", "coffee", 1, "2026-05-01", "2026-06-01", "2026-07-01");
        buys("d", "coffee", 1, "2026-06-01");
        assertThat(needs()).singleElement().satisfies(row -> {
            assertThat(row.<String>getAs(Replenishment.CUSTOMER_ID)).isEqualTo("c");
            assertThat(row.<Long>getAs(Replenishment.INTERVALS)).isEqualTo(1);
        });
    }

    @Test
    void probabilitiesGrowAndTheDaysAreInOrder() {
        steady(5);
        assertThat(needs()).hasSize(5).allSatisfy(row -> {
            double seven = row.getAs(Replenishment.P_7D);
            double fourteen = row.getAs(Replenishment.P_14D);
            double twentyEight = row.getAs(Replenishment.P_28D);
            assertThat(seven).isBetween(0.0, fourteen);
            assertThat(fourteen).isBetween(seven, twentyEight);
            assertThat(twentyEight).isLessThanOrEqualTo(row.getAs(Replenishment.P_NEEDED));
            assertThat(row.<Date>getAs(Replenishment.EXPECTED_DAY))
                    .isBetween(
                            row.<Date>getAs(Replenishment.EARLY_DAY),
                            row.<Date>getAs(Replenishment.LATE_DAY),
                            true,
                            true);
        });
    }
}
