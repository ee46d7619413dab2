package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.spark;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.pmod;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.ConfigLoader;
import io.osusume.config.OrdersConfig;
import io.osusume.tables.Orders;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatusesTest {

    /** Words of the usual shops, as they write them. */
    @ParameterizedTest
    @CsvSource({
        "wc-completed, sale",
        "Partially Refunded, sale",
        "partially_paid, sale",
        "Shipped - Delivered to Buyer, sale",
        "発送済み, sale",
        "完了, sale",
        "wc-refunded, return",
        "返品, return",
        "Refund, return",
        "wc-on-hold, cancelled",
        "wc-checkout-draft, cancelled",
        "VOIDED, cancelled",
        "pending_payment, cancelled",
        "requires payment method, cancelled",
        "キャンセル, cancelled",
        "送料, adjustment",
        "wc-peruttu, unknown",
        "7, unknown",
    })
    void theWordsOfTheUsualShopsAreListed(String status, String kind) {
        assertThat(orders(status, 1)
                        .select(new Statuses(defaults()).listed())
                        .first()
                        .getString(0))
                .isEqualTo(kind);
    }

    /** A rare word that a list names is counted, however many others there are. */
    @Test
    void whatAListNamesIsCountedAmongThousandsOfOthers() {
        Dataset<Row> notes = orders("x", 3_000)
                .withColumn(Orders.STATUS, concat(lit("note "), pmod(monotonically_increasing_id(), lit(1_500))));
        Dataset<Row> orders = orders("returned", 1).union(notes);
        assertThat(OrderStatuses.of(orders, defaults()).returned()).isEqualTo(1);
    }

    @Test
    void anUnknownStatusOfAFewLinesIsToldWithTheLineToWrite() {
        OrderStatuses found = OrderStatuses.of(orders("paid", 199).union(orders("peruttu", 1)), defaults());
        assertThat(found.problem()).isEmpty();
        assertThat(found.notes())
                .containsExactly(
                        "Of orders, 1 of 200 lines (0.5 %) have a status that no list names, and count as sales:"
                                + " peruttu (1). To say what each means: orders.cancelled_statuses += \"peruttu\" (or"
                                + " completed_, return_ or adjustment_statuses).");
    }

    @Test
    void ofManyLinesItStopsTheNightUntilItIsDecided() {
        Dataset<Row> orders = orders("paid", 90).union(orders("maksettu", 7)).union(orders("peruttu", 3));
        assertThat(OrderStatuses.of(orders, defaults()).problem())
                .contains(
                        "inputs.orders: 10 of 100 lines (10.0 %) have a status that no list names (limit 1 %): maksettu (7),"
                                + " peruttu (3). Say what each means, such as orders.cancelled_statuses += \"maksettu\" (or"
                                + " completed_, return_ or adjustment_statuses), or decide for all of them: orders.unknown_status ="
                                + " sale or leave_out.");
        assertThat(OrderStatuses.of(orders, settings("orders.unknown_status=sale"))
                        .problem())
                .isEmpty();
        assertThat(OrderStatuses.of(orders, settings("orders.unknown_status=leave_out"))
                        .notes())
                .singleElement()
                .asString()
                .contains("count for nothing: maksettu (7), peruttu (3)");
    }

    @Test
    void whatIsLeftOutByDecisionIsNoPurchase() {
        Dataset<Row> orders = orders("paid", 2).union(orders("peruttu", 3));
        assertThat(new OrderLines(settings("orders.unknown_status=leave_out"))
                        .net(orders)
                        .count())
                .isEqualTo(2);
        assertThat(new OrderLines(settings("orders.unknown_status=sale"))
                        .net(orders)
                        .count())
                .isEqualTo(5);
    }

    @Test
    void statusesThatCountForNothingAreTold() {
        assertThat(OrderStatuses.of(orders("paid", 3).union(orders("wc-failed", 1)), defaults())
                        .notes())
                .containsExactly("Of orders, 1 of 4 lines (25.0 %) count for nothing by their status: wc-failed (1)"
                        + " (orders.cancelled_statuses).");
    }

    /** The proposed line, in a file of one's own, adds to the words that are there. */
    @Test
    void theProposedLineWorks() throws java.io.IOException {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("run", ".conf");
        java.nio.file.Files.writeString(file, "inputs.orders.path = x\norders.cancelled_statuses += \"peruttu\"\n");
        List<String> words = ConfigLoader.load(Optional.of(file), List.of())
                .config()
                .orders()
                .cancelledStatuses();
        assertThat(words).contains("peruttu", "cancelled", "キャンセル");
        java.nio.file.Files.delete(file);
    }

    private static OrdersConfig defaults() {
        return settings();
    }

    private static OrdersConfig settings(String... settings) {
        List<String> all = Stream.concat(Stream.of("inputs.orders.path=x"), Arrays.stream(settings))
                .toList();
        return ConfigLoader.load(Optional.empty(), all).config().orders();
    }

    private static Dataset<Row> orders(String status, int lines) {
        Row line = row(
                "o",
                null,
                "c",
                "p",
                null,
                Timestamp.valueOf("2026-01-01 00:00:00"),
                BigDecimal.ONE,
                BigDecimal.TEN,
                null,
                status,
                null);
        return spark().createDataFrame(new ArrayList<>(Collections.nCopies(lines, line)), Orders.TABLE.schema());
    }
}
