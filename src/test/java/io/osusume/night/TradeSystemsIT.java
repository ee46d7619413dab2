package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code init} on what a company has that sells goods to companies: tables of its trade system, whose documents are quotations and
 * returns as well as orders, beside what the sales people and the help desk know.
 */
class TradeSystemsIT {
    private static final int ORDERS = 40;

    @TempDir
    Path folder;

    private String text;

    @BeforeEach
    void session() {
        TestSession.spark();
    }

    /** A line of three pieces at 4,50, of which each is written with three decimals behind a comma: 40 lines come to 540. */
    @Slow
    @Test
    void piecesAreWrittenAsThePricesBesideThem() throws IOException {
        write("lines.csv", lines("3,000", "4,50"));
        Path conf = propose();
        assertThat(text)
                .contains("\n    quantity = \"parse_number(Menge, ',')\"")
                .doesNotContain("in Menge");
        assertThat(holdings(conf).query("SELECT sum(net_quantity)::INT, sum(net_quantity * 4.5)::INT FROM {holdings}"))
                .containsExactly(List.of("120", "540"));
    }

    /** The same where the lines have no other number, and a list beside them has. */
    @Test
    void piecesAreWrittenAsTheNumbersOfOtherFiles() throws IOException {
        write("lines.csv", lines("3,000", "5"));
        write(
                "artikel.csv",
                "Artikelnummer;Bezeichnung;Listenpreis\nA0;Filter;7,25\nA1;Pumpe;1.280,00\nA2;Ring;0,40\n");
        propose();
        assertThat(text).contains("\n    quantity = \"parse_number(Menge, ',')\"");
    }

    /** A thousand as elsewhere, where the prices tell so: nothing is asked. */
    @Test
    void thousandsStayThousands() throws IOException {
        write("lines.csv", lines("3,000", "4.50"));
        propose();
        assertThat(text).contains("\n    quantity = \"parse_number(Menge)\"").doesNotContain("in Menge");
    }

    /** Three or three thousand, where no number tells: it is asked. */
    @Test
    void piecesThatNothingTellsAreAskedFor() throws IOException {
        write("lines.csv", lines("3,000", "5"));
        propose();
        assertThat(text)
                .contains("# Is 3,000 in Menge 3, or a thousand times as much? No number of these files tells.")
                .contains("# ? inputs.orders.columns.quantity = \"parse_number(Menge, ',')\"");
    }

    private static StringBuilder lines(String pieces, String price) {
        StringBuilder lines =
                new StringBuilder("Bestellnummer;Kundennummer;Bestelldatum;Artikelnummer;Menge;Einzelpreis\n");
        for (int i = 0; i < ORDERS; i++) {
            lines.append(
                    "B" + (100 + i) + ";K" + i % 8 + ";" + day(i) + ";A" + i % 3 + ";" + pieces + ";" + price + "\n");
        }
        return lines;
    }

    private static String day(int i) {
        return String.format("%02d.05.2026", 1 + i % 28);
    }

    private void write(String name, CharSequence rows) throws IOException {
        Files.writeString(folder.resolve(name), rows.toString());
    }

    private SampleNight holdings(Path conf) {
        return SampleNight.stages(List.of("holdings"), conf, folder, "trade").asOf("2026-05-28");
    }

    private Path propose() throws IOException {
        Path conf = folder.resolve("proposed.conf");
        Command init = Command.run("init", folder.toString(), "--out", conf.toString());
        assertThat(init.exitCode()).as(init.err()).isZero();
        text = Files.readString(conf);
        Files.writeString(conf, text + "\nrun.zone = UTC\n");
        return conf;
    }
}
