package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.tables.Orders;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OrderNumbersTest {
    private static final OsusumeConfig CONFIG = ConfigLoader.load(
                    Optional.empty(),
                    List.of(
                            "inputs.orders.path=x",
                            "inputs.orders.columns.status=state",
                            "inputs.orders.columns.order_id=no"))
            .config();

    private final List<Row> lines = new ArrayList<>();

    @Test
    void numbersThatStartAnewAreTakenApartByCustomerAndDay() {
        line("1", "a", "2026-02-02", null);
        line("1", "a", "2026-02-02", null);
        line("1", "b", "2026-02-03", null);
        line("2", "c", "2026-02-03", null);
        OrderNumbers found = found();
        assertThat(numbers(found))
                .containsExactlyInAnyOrder("1 · a · 2026-02-02", "1 · b · 2026-02-03", "2 · c · 2026-02-03");
        assertThat(found.notes(CONFIG.inputs().of(Orders.INPUT)))
                .containsExactly(
                        "Of 2 order numbers (orders.order_id), 1 stand for several customers and 0 for days more than 7"
                                + " days apart: they start anew, so every number is taken for one order of each customer and day.");
    }

    @Test
    void receiptsOfNobodyAreToldApartByDaysFarApart() {
        line("1", null, "2026-02-02", null);
        line("1", null, "2026-02-28", null);
        assertThat(numbers(found())).containsExactlyInAnyOrder("1 · - · 2026-02-02", "1 · - · 2026-02-28");
    }

    @Test
    void anOrderDeliveredInPartsAndAReturnOfLaterStayOneOrder() {
        line("1", "a", "2026-02-02", null);
        line("1", "a", "2026-02-09", null);
        line("1", "a", "2026-05-09", "returned");
        assertThat(numbers(found())).containsExactly("1");
        assertThat(found().notes(CONFIG.inputs().of(Orders.INPUT))).noneMatch(n -> n.contains("start anew"));
    }

    /** One in two hundred: only that one is taken apart. */
    @Test
    void aFewAreTakenApartByThemselves() {
        for (int i = 0; i < 200; i++) {
            line("n" + i, "a", "2026-02-02", null);
        }
        line("n7", "b", "2026-02-02", null);
        assertThat(numbers(found()))
                .contains("n7 · a · 2026-02-02", "n7 · b · 2026-02-02", "n8")
                .doesNotContain("n7");
    }

    /** Two typing errors among forty orders are no way of numbering. */
    @Test
    void aFewOfASmallCompanyAreTakenApartByThemselves() {
        for (int i = 0; i < 40; i++) {
            line("n" + i, "a", "2026-02-02", null);
        }
        line("n7", "b", "2026-02-02", null);
        line("n9", "a", "2026-03-02", null);
        OrderNumbers found = found();
        assertThat(numbers(found)).contains("n7 · b · 2026-02-02", "n9 · a · 2026-03-02", "n8");
        assertThat(found.notes(CONFIG.inputs().of(Orders.INPUT)))
                .containsExactly(
                        "Of 40 order numbers (orders.order_id), 1 stand for several customers and 1 for days more than 7 days"
                                + " apart: each of these is taken for one order of each customer and day.");
    }

    @Test
    void aStatusOnTheFirstLineOnlyIsToldWithTheExpressionThatCarriesIt() {
        line("1", "a", "2026-02-02", "refunded");
        line("1", "a", "2026-02-02", null);
        line("2", "a", "2026-02-02", "paid");
        line("2", "a", "2026-02-02", "paid");
        line("3", "a", "2026-02-02", null);
        assertThat(found().notes(CONFIG.inputs().of(Orders.INPUT)))
                .containsExactly(
                        "1 of 3 orders have a status on one line and none on their other lines, which therefore count as"
                                + " bought. If the status is the whole order's, write inputs.orders.columns.status = \"max(state) OVER"
                                + " (PARTITION BY no)\".");
    }

    /** Returns as lines of minus one, in an order of their own or beside what was bought: no order is counted twice for them. */
    @Test
    void linesThatTakeBackByTheirSignAreCountedAndMakeNoOrder() {
        line("1", "a", "2026-02-02", null);
        assertThat(found().minus()).isZero();
        line("1", "a", "2026-02-02", null, BigDecimal.ONE.negate());
        line("2", "b", "2026-02-20", null, BigDecimal.ONE.negate());
        assertThat(found().minus()).isEqualTo(2);
        assertThat(found().orders()).isEqualTo(1);
    }

    private OrderNumbers found() {
        return OrderNumbers.in(orders(), CONFIG.orders());
    }

    private List<String> numbers(OrderNumbers found) {
        return found.takenApart(orders()).select(Orders.ORDER_ID).distinct().collectAsList().stream()
                .map(r -> r.getString(0))
                .toList();
    }

    private Dataset<Row> orders() {
        return spark().createDataFrame(lines, Orders.TABLE.schema());
    }

    private void line(String order, String customer, String day, String status) {
        line(order, customer, day, status, BigDecimal.ONE);
    }

    private void line(String order, String customer, String day, String status, BigDecimal quantity) {
        lines.add(row(
                order,
                null,
                customer,
                "p",
                null,
                Timestamp.valueOf(day + " 10:00:00"),
                quantity,
                BigDecimal.TEN,
                null,
                status,
                null));
    }
}
