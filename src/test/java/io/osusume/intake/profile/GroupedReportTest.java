package io.osusume.intake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows as accounting programs print them, read by hand. */
class GroupedReportTest {
    @Test
    void eachLineIsOfTheNameAboveIt() {
        assertThat(lines(
                        "Amy,,",
                        ",1,kettle",
                        ",2,cup",
                        "Total for Amy,,\"50\"",
                        "Ben,,",
                        ",3,pan",
                        "Total for Ben,,40",
                        "TOTAL,,90",
                        "Monday - Accrual Basis,,"))
                .containsExactly("Amy 1", "Amy 2", "Ben 3");
        assertThat(lines("Total Wine,,", ",1,cup", "Total for Total Wine,,5", "Ben,,", ",2,pan", "Total for Ben,,5"))
                .containsExactly("Total Wine 1", "Ben 2");
    }

    @Test
    void customersOfACustomerHaveBothNames() {
        assertThat(lines(
                        "Freeman,,",
                        ",1,kettle",
                        "Ocean View Road,,",
                        ",2,cup",
                        "Total for Ocean View Road,,5",
                        "Twin Lane,,",
                        ",3,cup",
                        "Total for Twin Lane,,5",
                        ",4,pan",
                        "Total for Freeman with sub-customers,,40",
                        "Geeta,,",
                        ",5,pan",
                        "Total for Geeta,,1"))
                .containsExactly(
                        "Freeman 1", "Freeman:Ocean View Road 2", "Freeman:Twin Lane 3", "Freeman 4", "Geeta 5");
    }

    @Test
    void withoutTotalsANameAfterLinesIsAnother() {
        assertThat(lines("Amy,,", ",1,kettle", "Ben,,", ",2,pan", ",3,cup")).containsExactly("Amy 1", "Ben 2", "Ben 3");
    }

    @Test
    void totalsInOtherWords() {
        for (String total : List.of(
                "Total",
                "Grand total",
                "Subtotal",
                "Amy Total",
                "Summe",
                "Gesamt",
                "Amy Ergebnis",
                "合計",
                "Amy 小計",
                "Total général")) {
            assertThat(GroupedReport.kind(List.of(total, "", "5"))).as(total).isEqualTo(GroupedReport.Kind.TOTAL);
        }
        for (String name : List.of("Totally Spies", "Amy", "Gesamtschule Nord", "Suma Foods", "Total Energies")) {
            assertThat(GroupedReport.kind(List.of(name, "", ""))).as(name).isEqualTo(GroupedReport.Kind.NAME);
        }
    }

    @Test
    void aTableIsNoReport() {
        // The first line of an order says what holds of all, and a customer without a name is nobody.
        assertThat(isReport("1001,amy,kettle", ",,cup", "1002,ben,pan")).isFalse();
        assertThat(isReport(",1,kettle", "Amy,2,cup", ",3,pan")).isFalse();
        assertThat(isReport("1,amy,kettle", "2,ben,pan")).isFalse();
        assertThat(isReport(",1,kettle", ",2,pan")).isFalse();
        assertThat(isReport("note,,", ",1,kettle")).isFalse();
        assertThat(isReport("Amy,,", ",1,kettle", "Ben,,", ",2,pan")).isTrue();
    }

    private static boolean isReport(String... rows) {
        GroupedReport.Tally tally = new GroupedReport.Tally(3);
        Arrays.stream(rows).forEach(row -> tally.add(GroupedReport.kind(fields(row))));
        return tally.report().isPresent();
    }

    private static List<String> lines(String... rows) {
        GroupedReport.Tally tally = new GroupedReport.Tally(3);
        Arrays.stream(rows).forEach(row -> tally.add(GroupedReport.kind(fields(row))));
        GroupedReport.Walk walk =
                new GroupedReport.Walk(tally.report().orElseThrow().totals() > 0);
        List<String> lines = new ArrayList<>();
        for (String row : rows) {
            walk.next(fields(row))
                    .ifPresent(name -> lines.add(name + " " + fields(row).get(1)));
        }
        return lines;
    }

    private static List<String> fields(String row) {
        return List.of(row.replace("\"", "").split(",", -1));
    }
}
