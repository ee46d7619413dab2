package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.TestSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Orders with all their lines in one row. Sixty orders of ten customers: each of two pieces of one of five things (tea, cup, pan, jug, pot) at 4,
 * and two of three also of one piece of the next at 6.
 */
class PackedCellsIT {
    private static final List<String> THINGS = List.of("Tea, green", "Cup", "Pan", "Jug", "Pot");
    private static final int ORDERS = 60;

    @TempDir
    Path folder;

    private ProposedNight shop;

    @BeforeEach
    void shop() {
        TestSession.spark();
        shop = new ProposedNight(folder);
    }

    /** How the same orders are written. */
    private record Layout(String header, IntFunction<String> cells, String told) {
        @Override
        public String toString() {
            return header;
        }
    }

    static Stream<Layout> layouts() {
        return Stream.of(
                new Layout(
                        "Order Status,Product Details",
                        i -> "paid,\"" + record(i, 2, "4.00") + (hasTwo(i) ? "|" + record(i + 1, 1, "6.00") : "")
                                + "\"",
                        "Product Details has several lines with names of their own"),
                new Layout(
                        "Item 1 SKU,Item 1 Qty,Item 1 Price,Item 2 SKU,Item 2 Qty,Item 2 Price,Order Total",
                        i -> "\"" + thing(i) + "\",2,4.00,"
                                + (hasTwo(i) ? "\"" + thing(i + 1) + "\",1,6.00,14.00" : ",,,8.00"),
                        "A row has up to 2 lines in columns that are counted (Item SKU, Item Qty, Item Price)"),
                new Layout(
                        "address_1,sku_1,qty_1,price_1,address_2,sku_2,qty_2,price_2,sku_3,qty_3,price_3",
                        i -> "Street 1,\"" + thing(i) + "\",2,4.00,,"
                                + (hasTwo(i) ? "\"" + thing(i + 1) + "\",1,6.00,,," : ",,,,,"),
                        "A row has up to 3 lines in columns that are counted (sku, qty, price)"),
                new Layout(
                        "products,quantities,prices",
                        i -> "\"" + thing(i) + (hasTwo(i) ? ";" + thing(i + 1) : "") + "\","
                                + (hasTwo(i) ? "2;1,4.00;6.00" : "2,4.00"),
                        "A row has several lines (products, quantities, prices)"),
                new Layout(
                        "products,quantities,prices",
                        i -> "\"" + thing(i) + (hasTwo(i) ? "\n" + thing(i + 1) : "") + "\",\""
                                + (hasTwo(i) ? "2\n1\",\"4.00\n6.00\"" : "2\",4.00"),
                        "A row has several lines (products, quantities, prices)"));
    }

    @Slow
    @ParameterizedTest
    @MethodSource("layouts")
    void eachLineIsARow(Layout layout) throws IOException {
        StringBuilder orders = new StringBuilder("Order ID,Order Date,Customer ID," + layout.header() + "\n");
        IntStream.range(0, ORDERS)
                .forEach(i ->
                        orders.append(head(i)).append(layout.cells().apply(i)).append("\n"));
        shop.write("orders.csv", orders);
        assertThat(shop.proposed()).contains("# All 100 rows were read so.\n", layout.told());
        SampleNight night = shop.run("2026-06-30", List.of("holdings", "segments"));
        // Twelve first lines of each thing, of two pieces; and eight second ones.
        assertThat(pieces(night))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("Tea, green", 32, "Cup", 32, "Pan", 32, "Jug", 32, "Pot", 32));
        assertThat(night.column("SELECT sum(results)::INT FROM {lwp_segments}"))
                .containsExactly(String.valueOf(ORDERS * 8 + 40 * 6));
    }

    /** A till writes names alone, with how many there were, and what the whole cost: 8 for two pieces, 14 for three; as often each thing is second. */
    @Slow
    @Test
    void namesOfAllThatWasBought() throws IOException {
        StringBuilder sales = new StringBuilder("Transaction ID,Date,Customer ID,Description,Discounts,Net Sales\n");
        for (int i = 0; i < ORDERS; i++) {
            sales.append("T" + (100 + i) + ",2026-0" + (1 + i / 12) + "-1" + i % 10 + ",C" + i % 10 + ",\"2 x "
                    + plain(i) + (hasTwo(i) ? ", " + plain(i + 1 + i / 30) : "") + "\",$0.00,$"
                    + (hasTwo(i) ? "14.00" : "8.00")
                    + "\n");
        }
        shop.write("transactions.csv", sales);
        assertThat(shop.proposed())
                .contains(
                        "# All 100 rows were read so.\n",
                        "Description has the names of all that was bought: each is a line of its own, and what it cost its part of"
                                + " Net Sales, by pieces.");
        SampleNight night = shop.run("2026-06-30", List.of("holdings", "segments"));
        assertThat(pieces(night))
                .containsExactlyInAnyOrderEntriesOf(Map.of("Tea", 32, "Cup", 32, "Pan", 32, "Jug", 32, "Pot", 32));
        assertThat(night.column("SELECT round(sum(results))::INT FROM {lwp_segments}"))
                .containsExactly(String.valueOf(20 * 8 + 40 * 14));
    }

    /** Who maps such a cell by hand is told. */
    @Slow
    @Test
    void aNightSaysThatCellsAreSeveral() throws IOException {
        StringBuilder sales = new StringBuilder("id,at,customer,what\n");
        for (int i = 0; i < ORDERS; i++) {
            sales.append("T" + i + ",2026-0" + (1 + i / 12) + "-1" + i % 10 + ",C" + i % 10 + ",\"" + plain(i)
                    + (hasTwo(i) ? "; " + plain(i + 1 + i / 20) : "") + "\"\n");
        }
        shop.write("sales.csv", sales);
        shop.write(
                "proposed.conf",
                "consent.assume = true\ninputs.orders { path = \"" + folder.resolve("sales.csv")
                        + "\", columns { order_id = id, ordered_at = at, customer_id = customer, product_id = what, quantity = \"1\","
                        + " unit_price = \"5\" } }\n");
        assertThat(shop.run("2026-06-30", List.of("segments")).command.out())
                .containsPattern("1\\d of \\d+ products are several in one cell, such as \"\\w+; \\w+\"");
    }

    private static Map<String, Integer> pieces(SampleNight night) {
        return night.query("SELECT product_id, sum(net_quantity)::INT FROM {holdings} GROUP BY 1").stream()
                .collect(java.util.stream.Collectors.toMap(row -> row.get(0), row -> Integer.valueOf(row.get(1))));
    }

    private static String head(int i) {
        return (100 + i) + ",2026-0" + (1 + i / 12) + "-1" + i % 10 + ",C" + i % 10 + ",";
    }

    private static boolean hasTwo(int i) {
        return i % 3 > 0;
    }

    private static String thing(int i) {
        return THINGS.get(i % THINGS.size());
    }

    private static String plain(int i) {
        return thing(i).replace(", green", "");
    }

    private static String record(int i, int pieces, String price) {
        return "Product SKU: " + thing(i) + ", Product Qty: " + pieces + ", Product Unit Price: " + price;
    }
}
