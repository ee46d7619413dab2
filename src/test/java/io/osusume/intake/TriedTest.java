package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.config.InputConfig;
import io.osusume.config.QualityConfig;
import io.osusume.errors.UserException;
import io.osusume.tables.Orders;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row in which an expression fails is a reject that says so; an expression that never works stops the night before it reads. */
class TriedTest {
    private static final QualityConfig QUALITY = new QualityConfig(
            0.05, LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31), 0.5, List.of("NULL", "-"), 14);
    private static final String BILLS =
            "bill STRING, item STRING, day STRING, pieces INT, total DOUBLE, tags ARRAY<STRING>";

    private static Dataset<Row> bills() {
        return rows(
                BILLS,
                row("b1", "rope", "2026-06-01", 4, 10.0, List.of("x")),
                row("b2", "rope", "2026-06-01", 0, 10.0, List.of("x")),
                row("b3", "rope", "01.06.2026", 2, 10.0, List.of()),
                row("b4", "rope", null, 2, 10.0, List.of("x")));
    }

    @Test
    void aDivisionByZeroIsOneRejectThatNamesExpressionAndValues() {
        Map<String, Row> staged = staged(bills(), Map.of("quantity", "pieces", "unit_price", "total / pieces"), null);
        assertThat(outcome(staged.get("b1"))).isEqualTo("accepted");
        assertThat(outcome(staged.get("b2"))).isEqualTo("rejected failed_unit_price");
        assertThat(staged.get("b2").<String>getAs(Staging.DETAIL))
                .isEqualTo("total / pieces: division by zero (total = 10.0, pieces = 0)");
        assertThat(staged.get("b2").<String>getAs(Staging.RAW)).contains("\"bill\":\"b2\"");
    }

    @Test
    void twoExpressionsThatShareAFailingPartFailInTheirRowOnly() {
        Map<String, Row> staged =
                staged(bills(), Map.of("quantity", "total / pieces", "unit_price", "total / pieces * 2"), null);
        assertThat(outcome(staged.get("b1"))).isEqualTo("accepted");
        assertThat(outcome(staged.get("b2"))).isEqualTo("rejected failed_quantity");
    }

    @Test
    void aNullThatIsRightIsNoFailure() {
        Map<String, Row> staged = staged(
                bills(),
                Map.of("quantity", "pieces", "unit_price", "1", "ordered_at", "to_timestamp(day, 'yyyy-MM-dd')"),
                null);
        assertThat(outcome(staged.get("b3"))).isEqualTo("rejected failed_ordered_at");
        assertThat(outcome(staged.get("b4"))).isEqualTo("rejected missing_ordered_at");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CAST(day AS DATE) | b3",
                "element_at(tags, 1) IS NOT NULL AND tags[0] = 'x' AND day < '3' | b3",
                "100 / pieces > 1 AND day < '3' | b2"
            })
    void aConditionThatFailsIsAReject(String condition, String failing) {
        String where = condition.startsWith("CAST") ? condition.strip() + " IS NOT NULL" : condition.strip();
        Map<String, Row> staged = staged(bills(), Map.of("quantity", "1", "unit_price", "1"), where);
        assertThat(outcome(staged.get(failing))).isEqualTo("rejected failed_where");
        assertThat(staged.get(failing).<String>getAs(Staging.DETAIL)).startsWith(where + ": ");
        assertThat(outcome(staged.get("b1"))).isEqualTo("accepted");
    }

    @Test
    void whatAConditionLeavesOutIsNoPartOfTheInput() {
        Map<String, Row> staged =
                staged(bills(), Map.of("quantity", "1", "unit_price", "1"), "100 / pieces > 30 AND day < '3'");
        assertThat(staged.keySet()).containsExactlyInAnyOrder("b2", "b3");
    }

    @Test
    void aWindowMayCarryAValueToTheOtherLines() {
        Dataset<Row> raw = rows(
                "order_id STRING, product_id STRING, ordered_at STRING, quantity INT, unit_price INT, state STRING, nr INT",
                row("o", "p", "2026-06-01", 1, 1, "paid", 1),
                row("o", "q", "2026-06-01", 1, 1, null, 2));
        InputConfig config =
                config(Map.of("status", "first_value(state, true) OVER (PARTITION BY order_id ORDER BY nr)"), null);
        assertThat(stage(raw, config).collectAsList()).allMatch(r -> "paid".equals(r.getAs(Orders.STATUS)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explode(tags) | it makes several rows of one",
                "sum(pieces) | it adds up many rows",
                "1 / 0 | it fails in every row: division by zero",
                "CAST('x' AS INT) | it fails in every row: 'x' is no INT",
                "tags | it gives array<string>, and quantity is a number",
                "pices * 2 | the source has no column `pices`",
                "no_such(pieces) | there is no function `no_such`",
                "parse_number(item, 'x') | the decimal sign is '.' or ','",
                "parse_time(item, 'qqq{') | A format is one of iso,"
            })
    void whatNeverWorksIsSaidWithItsKey(String sql, String reason) {
        assertThatThrownBy(() -> staged(bills(), Map.of("quantity", sql.strip(), "unit_price", "1"), null))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("inputs.orders.columns.quantity = " + sql.strip())
                .hasMessageContaining(reason.strip());
    }

    @Test
    void functionsReadWhatAPlainCastDoesNot() {
        Dataset<Row> raw = rows(
                "bill STRING, item DOUBLE, day STRING, price STRING",
                row("b1", 77.0, "令和8年6月3日", "1.280,50"),
                row("b2", 78.0, "3.6.2026", "NULL"),
                row("b3", 79.0, "soon", "1,5"),
                row("b4", 80.0, "46176", "1.2.3"));
        Map<String, Row> staged = staged(
                raw,
                Map.of(
                        "product_id", "parse_id(item)",
                        "ordered_at", "coalesce(try_to_timestamp(day, 'd.M.yyyy'), parse_time(day))",
                        "quantity", "1",
                        "unit_price", "parse_number(price, ',')"),
                null);
        assertThat(outcome(staged.get("b1"))).isEqualTo("accepted");
        assertThat(staged.get("b1").<String>getAs(Orders.PRODUCT_ID)).isEqualTo("77");
        assertThat(staged.get("b1").<java.math.BigDecimal>getAs(Orders.UNIT_PRICE))
                .isEqualByComparingTo("1280.5");
        assertThat(staged.get("b1").<java.sql.Timestamp>getAs(Orders.ORDERED_AT))
                .isEqualTo(java.sql.Timestamp.valueOf("2026-06-03 00:00:00"));
        assertThat(outcome(staged.get("b2"))).isEqualTo("rejected missing_unit_price");
        assertThat(outcome(staged.get("b3"))).isEqualTo("rejected failed_ordered_at");
        assertThat(staged.get("b3").<String>getAs(Staging.DETAIL)).contains("'soon' is no time of these forms");
        assertThat(outcome(staged.get("b4"))).isEqualTo("rejected failed_unit_price");
    }

    @Test
    void theLineThatWorksIsProposed() {
        assertThatThrownBy(() -> staged(bills(), Map.of("quantity", "pices * 2", "unit_price", "1"), null))
                .hasMessageContaining("set inputs.orders.columns.quantity = \"pieces * 2\"");
    }

    @Test
    void aConditionThatIsNoneIsSaid() {
        assertThatThrownBy(() -> staged(bills(), Map.of("quantity", "1", "unit_price", "1"), "pieces"))
                .hasMessageContaining("inputs.orders.where = pieces")
                .hasMessageContaining("it gives int, and a condition is true or false");
    }

    private static Map<String, Row> staged(Dataset<Row> raw, Map<String, String> columns, String where) {
        Map<String, String> all = new HashMap<>(
                Map.of("order_id", "bill", "product_id", "item", "ordered_at", "coalesce(day, '2026-06-01')"));
        all.putAll(columns);
        return stage(raw, config(all, where)).collectAsList().stream()
                .collect(Collectors.toMap(r -> r.getAs(Orders.ORDER_ID), r -> r));
    }

    private static String outcome(Row row) {
        return row.getAs(Staging.STATUS) + (row.getAs(Staging.REASON) == null ? "" : " " + row.getAs(Staging.REASON));
    }

    private static InputConfig config(Map<String, String> columns, String where) {
        return new InputConfig(
                Optional.of("csv"),
                Optional.of("x"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                columns,
                Optional.ofNullable(where),
                Optional.empty(),
                Optional.empty());
    }

    private static Dataset<Row> stage(Dataset<Row> raw, InputConfig config) {
        DayBounds bounds = DayBounds.of(LocalDate.of(2026, 6, 30), ZoneId.of("UTC"), QUALITY);
        return new Staging(bounds, QUALITY.nulls())
                .stage(raw.repartition(2), Orders.INPUT, config)
                .rows();
    }
}
