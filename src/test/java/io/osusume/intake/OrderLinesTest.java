package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.config.OrdersConfig;
import io.osusume.config.OrdersConfig.UnknownStatus;
import io.osusume.tables.Orders;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OrderLinesTest {
    private static final OrdersConfig WORDS = new OrdersConfig(
            List.of("paid"), List.of("Returned"), List.of("cancelled"), List.of("Voucher"), UnknownStatus.SALE);
    private static final OrderLines LINES = new OrderLines(WORDS);

    @Test
    void returnsTakeBackTheOldestUnitsFirst() {
        // Bought 2 on day 1, 3 on day 2, returned 3 on day 3: the 2 of day 1 and 1 of day 2 are gone.
        assertThat(net(
                        line("o1", "c", "p", 1, 2, null),
                        line("o2", "c", "p", 2, 3, null),
                        line("r1", "c", "p", 3, -3, null)))
                .isEqualTo(Map.of("o1", 0, "o2", 2));
    }

    @Test
    void aReturnBeforeThePurchaseTakesNothingBack() {
        // What came back on day 1 was bought before the data begin; the purchase of day 2 stays whole.
        assertThat(net(line("r1", "c", "p", 1, -5, null), line("o1", "c", "p", 2, 4, null)))
                .isEqualTo(Map.of("o1", 4));
    }

    @Test
    void aCancelledLineCountsForNothingAndAReturnedLineAloneTakesBackItself() {
        // o2 was bought and sent back: neither it nor o1 is touched by that. o3 never came to be.
        assertThat(net(
                        line("o1", "c", "p", 1, 2, null),
                        line("o2", "c", "p", 2, 1, "RETURNED"),
                        line("o3", "c", "p", 3, 7, "Cancelled")))
                .isEqualTo(Map.of("o1", 2));
    }

    @Test
    void aReturnedLineBesideTheLineThatWasBoughtIsAReturn() {
        // Of order o2, 3 were bought and 1 sent back; the oldest unit goes first, which is o1's.
        assertThat(net(
                        line("o1", "c", "p", 1, 2, null),
                        line("o2", "c", "p", 2, 3, "paid"),
                        line("o2", "c", "p", 3, 1, "returned")))
                .isEqualTo(Map.of("o1", 1, "o2", 3));
    }

    @Test
    void twoReturnedLinesOfOneProductInOneOrderTakeBackThemselves() {
        assertThat(net(
                        line("o1", "c", "p", 1, 2, null),
                        line("o2", "c", "p", 2, 1, "returned"),
                        line("o2", "c", "p", 2, 1, "returned")))
                .isEqualTo(Map.of("o1", 2));
    }

    /** Of a line that takes back itself nothing is left but that it was given back; a return tells when it came. */
    @Test
    void whatWasGivenBackIsRemembered() {
        assertThat(LINES
                        .net(rows(
                                line("o1", "c", "p", 1, 2, null),
                                line("r1", "c", "p", 4, -2, null),
                                line("o2", "d", "p", 2, 1, "returned"),
                                line("o3", "e", "p", 2, 1, null)))
                        .collectAsList()
                        .stream()
                        .map(r -> r.getAs(Orders.ORDER_ID) + " "
                                + r.<BigDecimal>getAs(Orders.QUANTITY).intValueExact() + " "
                                + r.<BigDecimal>getAs(Orders.NET_QUANTITY).intValueExact() + " "
                                + (r.getAs(Orders.RETURNED_AT) == null
                                        ? "-"
                                        : r.getAs(Orders.RETURNED_AT).toString().substring(8, 10))))
                .containsExactlyInAnyOrder("o1 2 0 05", "o2 0 0 03", "o3 1 1 -");
    }

    @Test
    void aNegativePriceOfSomethingBoughtIsAReturnOfItsQuantity() {
        assertThat(net(money("o1", "c", "p", 1, 5, 10, null), money("r1", "c", "p", 2, 2, -10, null)))
                .isEqualTo(Map.of("o1", 3));
    }

    @Test
    void aQuantityAndAPriceBelowZeroAreOneReturn() {
        assertThat(net(money("o1", "c", "p", 1, 5, 10, null), money("r1", "c", "p", 2, -2, -10, null)))
                .isEqualTo(Map.of("o1", 3));
    }

    @Test
    void aVoucherThatNobodyEverBoughtLowersItsOrder() {
        // Order o1: 2 × 100 + 1 × 50 = 250, less 1 × 25: all lines cost nine tenths. Order o2 had no voucher.
        Dataset<Row> lines = rows(
                money("o1", "c", "p", 1, 2, 100, null),
                money("o1", "c", "q", 1, 1, 50, null),
                money("o1", "c", "COUPON", 1, -1, 25, null),
                money("o2", "c", "p", 2, 1, 100, null));
        assertThat(prices(lines)).isEqualTo(Map.of("o1 p", "90.00", "o1 q", "45.00", "o2 p", "100.00"));
    }

    @Test
    void aDiscountMayBeANegativePriceAndNeverMakesAnOrderWorthLessThanNothing() {
        Dataset<Row> lines = rows(money("o1", "c", "p", 1, 1, 40, null), money("o1", "c", "SALE", 1, 1, -55, null));
        assertThat(prices(lines)).isEqualTo(Map.of("o1 p", "0.00"));
    }

    @Test
    void anAdjustmentByStatusMayRaiseAnOrderAndIsNoProduct() {
        // 80 of goods, 20 of shipping: a quarter more. Somebody bought "SHIP" as a product once: its status decides.
        Dataset<Row> lines = rows(
                money("o1", "c", "p", 1, 4, 20, null),
                money("o1", "c", "SHIP", 1, 1, 20, "voucher"),
                money("o2", "d", "SHIP", 1, 1, 20, null));
        assertThat(prices(lines)).isEqualTo(Map.of("o1 p", "25.00", "o2 SHIP", "20.00"));
    }

    @Test
    void whatOthersBoughtIsAReturnWithoutAPurchaseAndTakesNothing() {
        // d bought p; c only ever gives it back, in an order of q, whose worth stays.
        Dataset<Row> lines = rows(
                money("o1", "d", "p", 1, 1, 30, null),
                money("o2", "c", "q", 1, 1, 70, null),
                money("o2", "c", "p", 1, -1, 30, null));
        assertThat(prices(lines)).isEqualTo(Map.of("o1 p", "30.00", "o2 q", "70.00"));
    }

    @Test
    void linesThatAreNoPurchaseAreCounted() {
        OrderLines.Netted netted = LINES.netted(
                rows(
                        money("o1", "c", "p", 1, 5, 10, null),
                        money("r1", "c", "p", 2, 1, -10, null), // a return, by its price
                        money("r2", "d", "p", 2, -1, 10, null), // of what d never bought
                        money("o3", "c", "p", 3, 1, 10, "returned"), // takes back itself
                        money("o1", "c", "X", 1, -1, 4, null), // an adjustment of o1
                        money("o4", "c", "X", 1, -1, 4, null)), // one of an order without a product
                OrderLines.Backward.UNKNOWN);
        netted.rows().collectAsList();
        assertThat(netted.notes())
                .containsExactly(
                        "1 order lines of a negative unit_price are refunds: they are read as returns of their quantity.",
                        "1 of 2 returned order lines are of a product that their customer is not seen to have bought before:"
                                + " they take back nothing. Either the purchase is older than the data, or ids differ.",
                        "1 order lines of a returned status have no other line of their order and product: they take back"
                                + " themselves, and count neither as bought nor as given back. Where they are documents of their own,"
                                + " their quantity must be below 0 (inputs.orders.columns.quantity).",
                        "2 order lines are no products: they change what their order is worth, but for 1 in orders without a"
                                + " product of value. Nobody ever bought these at a price above 0, so their negative lines are"
                                + " vouchers or discounts: X (2 lines, -8.00). What is a return of something bought before the"
                                + " data begin: orders.status = returned.");
    }

    @Test
    void customersProductsAndLinesWithoutCustomerAreKeptApart() {
        assertThat(net(
                        line("o1", "c", "p", 1, 2, null),
                        line("o2", "d", "p", 1, 2, null),
                        line("o3", "c", "q", 1, 2, null),
                        line("o4", null, "p", 1, 2, null),
                        line("r1", "c", "p", 2, -1, null),
                        line("r2", null, "p", 2, -1, null)))
                .isEqualTo(Map.of("o1", 1, "o2", 2, "o3", 2, "o4", 2));
    }

    /** Against a queue of units, one customer and product, one line a day. */
    @Slow
    @Property(tries = 25)
    void nettingAgreesWithAQueueOfUnits(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = -4, max = 4) Integer> moves) {
        Deque<String> units = new ArrayDeque<>();
        Map<String, Integer> expected = new HashMap<>();
        List<Row> lines = new ArrayList<>();
        for (int day = 0; day < moves.size(); day++) {
            int quantity = moves.get(day);
            lines.add(line("o" + day, "c", "p", day + 1, quantity, null));
            if (quantity > 0) {
                expected.put("o" + day, 0);
            }
            for (int i = 0; i < quantity; i++) {
                units.addLast("o" + day);
            }
            for (int i = 0; i < -quantity && !units.isEmpty(); i++) {
                units.removeFirst();
            }
        }
        units.forEach(order -> expected.merge(order, 1, Integer::sum));
        assertThat(net(lines.toArray(Row[]::new))).isEqualTo(expected);
    }

    @Test
    void whereNothingIsTakenBackLinesAreTheSameWithoutNetting() {
        Dataset<Row> orders = rows(
                line("o1", "c", "p", 1, 2, "paid"),
                line("o2", "c", "p", 1, 0, null),
                line("o3", "c", "p", 1, 1, "cancelled"));
        assertThat(LINES.netted(orders, OrderLines.Backward.NONE).rows().collectAsList())
                .isEqualTo(LINES.net(orders).collectAsList())
                .hasSize(1);
    }

    private static Row line(String order, String customer, String product, int day, int quantity, String status) {
        return money(order, customer, product, day, quantity, 10, status);
    }

    private static Row money(
            String order, String customer, String product, int day, int quantity, int price, String status) {
        Timestamp at = Timestamp.valueOf(LocalDate.of(2026, 1, 1).plusDays(day).atStartOfDay());
        return row(
                order,
                null,
                customer,
                product,
                null,
                at,
                new BigDecimal(quantity),
                new BigDecimal(price),
                null,
                status,
                null);
    }

    private static Dataset<Row> rows(Row... lines) {
        return spark().createDataFrame(List.of(lines), Orders.TABLE.schema());
    }

    private static Map<String, String> prices(Dataset<Row> orders) {
        return LINES.net(orders).collectAsList().stream()
                .collect(Collectors.toMap(
                        r -> r.getAs(Orders.ORDER_ID) + " " + r.getAs(Orders.PRODUCT_ID),
                        r -> r.<BigDecimal>getAs(Orders.NET_PRICE).setScale(2).toPlainString()));
    }

    private static Map<String, Integer> net(Row... lines) {
        return LINES.net(rows(lines)).where("quantity > 0").collectAsList().stream()
                .collect(Collectors.toMap(r -> r.getAs(Orders.ORDER_ID), r -> r.<BigDecimal>getAs(Orders.NET_QUANTITY)
                        .intValueExact()));
    }
}
