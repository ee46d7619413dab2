package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.OrdersConfig;
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
    private static final OrderLines LINES = new OrderLines(new OrdersConfig(List.of("Returned"), List.of("cancelled")));

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
    void aMappedStatusMakesAReturnAndCancelledLinesCountForNothing() {
        assertThat(net(
                        line("o1", "c", "p", 1, 2, null),
                        line("o2", "c", "p", 2, 1, "RETURNED"),
                        line("o3", "c", "p", 3, 7, "Cancelled")))
                .isEqualTo(Map.of("o1", 1));
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

    private static Row line(String order, String customer, String product, int day, int quantity, String status) {
        Timestamp at = Timestamp.valueOf(LocalDate.of(2026, 1, 1).plusDays(day).atStartOfDay());
        return row(
                order, null, customer, product, null, at, new BigDecimal(quantity), BigDecimal.TEN, null, null, status);
    }

    private static Map<String, Integer> net(Row... lines) {
        Dataset<Row> orders = spark().createDataFrame(List.of(lines), Orders.TABLE.schema());
        return LINES.net(orders).collectAsList().stream()
                .collect(Collectors.toMap(r -> r.getAs(Orders.ORDER_ID), r -> r.<BigDecimal>getAs(Orders.NET_QUANTITY)
                        .intValueExact()));
    }
}
