package io.osusume.intake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which tables write what rows share in the first of them alone, and which only have fields that are empty. */
class OutlineTest {
    /** Twenty orders of two lines, with what is the order's in the first: its number, day and customer, and what its parcel costs. */
    @Test
    void ordersWithTheirLinesBelow() {
        IntFunction<String> order = i -> (1000 - i) + "," + (28 - i) + "/02/2026,Amy " + i * 7 % 10 + ",4.90,";
        assertThat(columns(i -> (i % 2 == 0 ? order.apply(i / 2) : ",,,,") + "cup " + i % 5 + ",1,9.50"))
                .contains(List.of(0, 1, 2));
        // Numbers in no order: a row without a day is no order.
        assertThat(columns(i -> (i % 2 == 0 ? "K" + i * 7 % 41 + ",2026-05-0" + (1 + i % 9) + ",Amy,4.90," : ",,,,")
                        + "cup " + i % 5 + ",1,9.50"))
                .contains(List.of(0, 1, 2));
    }

    /** Of each customer two invoices of two lines, each with its day, and a total; and of all. */
    @Test
    void levelsBelowEachOther() {
        List<String> rows = new ArrayList<>();
        for (int c = 0; c < 13; c++) {
            String name = (char) ('A' + c) + " Ltd";
            rows.add(name + ",I" + (50 - c) + ",2026-05-02,tea,1,5.00");
            rows.add(",,,cup,2,7.00");
            rows.add(",I" + (70 - c) + ",2026-06-02,tea,1,5.00");
            rows.add(",,,pan,1,30.00");
            rows.add(name + " Total,,,,,47.00");
        }
        rows.add("Grand Total,,,,,611.00");
        Outline outline = outline(rows).orElseThrow();
        assertThat(outline.columns()).containsExactly(0, 1, 2);
        assertThat(outline.groups()).isEqualTo(13);
        assertThat(outline.rows()).isEqualTo(52);
        assertThat(outline.totals()).isEqualTo(14);
    }

    /** Guests among customers who have a number each, the newest last: their orders have a number and a day of their own. */
    @Test
    void whoIsNobodyIsNotTheOneAbove() {
        for (String day : List.of("2026-0%1$d-%2$02d", "%2$02d/0%1$d/2026", "0%1$d/%2$02d/2026")) {
            assertThat(columns(i -> (i % 3 == 0 ? String.valueOf(100 + i) : "") + ",cup " + i % 5 + ",1,9.50,"
                            + String.format(day, 1 + i / 20, 1 + i % 20)))
                    .as(day)
                    .isEmpty();
        }
        assertThat(columns(i -> (i % 3 == 0 ? String.valueOf(100 + i) : "") + "," + (7000 + i / 2) + ",cup,1,9.50"))
                .isEmpty();
    }

    @Test
    void emptyFieldsOfOtherTables() {
        // companies by name, and below them persons without one
        assertThat(columns(i -> (i < 20 ? "Company " + (char) ('A' + i) : "") + ",Amy " + i * 7 % 40 + ",amy@x.test"))
                .isEmpty();
        // what stands in the first column repeats
        assertThat(columns(i -> (i % 2 == 0 ? "SPRING" : "") + ",2026-05-0" + (1 + i % 9) + ",cup"))
                .isEmpty();
        // the first row has none
        assertThat(columns(i -> (i % 2 == 1 ? "K" + (10 + i) : "") + ",cup " + i * 7 % 5 + ",1"))
                .isEmpty();
        assertThat(columns(i -> "K" + (10 + i) + ",cup " + i * 7 % 5 + ",1")).isEmpty();
    }

    /** A code that a second line lacks is none of the first's: nothing tells that lines share it. */
    @Test
    void whatALineLacksIsNotTheOneAbove() {
        assertThat(columns(i -> (i % 3 == 0 ? "" + (100 + i) : "") + "," + (i % 3 < 2 ? "S" + i * 7 % 5 : "")
                        + ",thing " + i * 7 % 4 + "," + (1 + i * 7 % 6)))
                .contains(List.of(0));
    }

    /** A sample has null where a row is shorter than the header: baskets of as many things as were bought. */
    @Test
    void rowsThatAreTooShort() {
        Outline.Tally tally = new Outline.Tally(3);
        for (int i = 0; i < 40; i++) {
            tally.add(Arrays.asList("cup " + i * 7 % 5, i % 2 == 0 ? "pan" : null, null));
        }
        assertThat(tally.outline()).isEmpty();
    }

    private static Optional<List<Integer>> columns(IntFunction<String> row) {
        return outline(IntStream.range(0, 40).mapToObj(row).toList()).map(Outline::columns);
    }

    private static Optional<Outline> outline(List<String> rows) {
        Outline.Tally tally = new Outline.Tally(rows.get(0).split(",", -1).length);
        rows.forEach(row -> tally.add(Arrays.asList(row.split(",", -1))));
        return tally.outline();
    }
}
