package io.osusume.intake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which cells are several lines, and which only have signs in them; how a packed one is read stands in {@code PackedCellsIT}. */
class PackedCellsTest {
    private static final String[] THINGS = {"Cup", "Pan", "Jug", "Pot", "Tea"};
    private static final String[] COLOURS = {"red", "blue", "green"};

    @Test
    void namesOfSeveralThingsAreLines() {
        assertThat(rows(
                        "id\tdate\tDescription",
                        i -> i + "\t2026-05-0" + (1 + i % 9) + "\t" + thing(i)
                                + (i % 3 > 0 ? ", " + thing(i + 1 + i / 30) : "")))
                .isEqualTo(100);
    }

    /** Neither is a colour bought alone, nor is a sentence a list. */
    @Test
    void namesWithCommasStayWhole() {
        assertThat(rows(
                        "id\tdate\tDescription",
                        i -> i + "\t2026-05-0" + (1 + i % 9) + "\t" + thing(i) + ", " + COLOURS[i / 5 % 3]))
                .isEqualTo(60);
        assertThat(rows(
                        "id\tdate\tDescription",
                        i -> i + "\t2026-05-0" + (1 + i % 9) + "\t"
                                + (i % 2 == 0 ? thing(i) : thing(i) + ", no " + i + ", for you")))
                .isEqualTo(60);
        // a list of what it is of says nothing of pieces
        assertThat(rows("sku\tdate\ttags\tcolours", i -> "S" + i + "\t2026-05-0" + (1 + i % 9) + "\ta;b\tred;blue"))
                .isEqualTo(60);
        assertThat(rows(
                        "id\tdate\tnote",
                        i -> i + "\t2026-05-0" + (1 + i % 9) + "\tCity: Ghent, Code: 9000|City: Bern, Code: 3000"))
                .isEqualTo(60);
        // what is counted are taxes, or options of one product
        assertThat(rows(
                        "id\tdate\tsku\tqty\tTax 1 Name\tTax 1 Value\tTax 2 Name\tTax 2 Value\tItem option 1\tItem option 2",
                        i -> i + "\t2026-05-0" + (1 + i % 9) + "\tS1\t1\tVAT\t2.00\tFee\t1.00\tred\tsmall"))
                .isEqualTo(60);
        // without a time it is no order
        assertThat(rows("id\tskus\tquantities", i -> i + "\tS1;S2\t1;2")).isEqualTo(60);
    }

    /** Lines of an order that name no product, as postage does, are no sum of the others. */
    @Test
    void linesWithoutAProductAreNoSummaries() {
        assertThat(rows(
                        "order id\tdate\tsku\tquantity",
                        i -> i / 3 + "\t2026-05-0" + (1 + i % 9)
                                + (i % 3 == 0 ? "\t\t3" : "\t" + thing(i) + "\t" + i % 3)))
                .isEqualTo(40);
        assertThat(rows(
                        "order id\tdate\tsku\tquantity",
                        i -> i / 3 + "\t2026-05-0" + (1 + i % 9)
                                + (i % 3 == 0 ? "\t\t1" : "\t" + thing(i) + "\t" + i % 3)))
                .isEqualTo(60);
    }

    /** One in ten orders has a discount without a product beside its own row: none of these rows is left out. */
    @Test
    void rowsOfOrdersBesideDiscountsStay() {
        assertThat(rows(
                        "order id\tdate\tsku\tquantity",
                        i -> i / 6 + "\t2026-05-0" + (1 + i % 9)
                                + (i % 6 == 0 ? "\t\t" + (i == 0 ? 1 : 10) : "\t" + thing(i) + "\t2")))
                .isEqualTo(60);
    }

    private static String thing(int i) {
        return THINGS[i % THINGS.length];
    }

    private static int rows(String header, IntFunction<String> row) {
        List<String[]> rows = IntStream.range(0, 60)
                .mapToObj(row)
                .map(line -> line.split("\t", -1))
                .toList();
        TableProfile table = TableProfile.of(new TableSample(
                "orders",
                "orders.csv",
                "csv",
                Optional.empty(),
                Arrays.asList(header.split("\t", -1)),
                rows,
                true,
                Optional.empty(),
                Optional.empty()));
        return PackedCells.settled(List.of(table)).get(0).sample().rows().size();
    }
}
