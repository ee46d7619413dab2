package io.osusume.night;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.TestSession;
import io.osusume.intake.Inputs;
import io.osusume.tables.Customers;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code init} on what a company has that sells goods to companies: tables of its trade system, whose documents are quotations and
 * returns as well as orders, beside what the sales people and the help desk know.
 */
class TradeSystemsIT {
    private static final int ORDERS = 40;
    private static final int CUSTOMERS = 8;
    private static final String KINDS = "CCCCCCCBGHK";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @TempDir
    Path folder;

    private ProposedNight export;
    private String text;

    @BeforeEach
    void session() {
        TestSession.spark();
        export = new ProposedNight(folder);
    }

    /** A line of three pieces at 4,50, of which each is written with three decimals behind a comma: 40 lines come to 540. */
    @Slow
    @Test
    void piecesAreWrittenAsThePricesBesideThem() throws IOException {
        export.write("lines.csv", lines("3,000", "4,50"));
        text = export.proposed();
        assertThat(text)
                .contains("\n    quantity = \"parse_number(Menge, ',')\"")
                .doesNotContain("in Menge");
        assertThat(holdings().query("SELECT sum(net_quantity)::INT, sum(net_quantity * 4.5)::INT FROM {holdings}"))
                .containsExactly(List.of("120", "540"));
    }

    /** The same where the lines have no other number, and a list beside them has. */
    @Test
    void piecesAreWrittenAsTheNumbersOfOtherFiles() throws IOException {
        export.write("lines.csv", lines("3,000", "5"));
        export.write(
                "artikel.csv",
                "Artikelnummer;Bezeichnung;Listenpreis\nA0;Filter;7,25\nA1;Pumpe;1.280,00\nA2;Ring;0,40\n");
        text = export.proposed();
        assertThat(text).contains("\n    quantity = \"parse_number(Menge, ',')\"");
    }

    /** A thousand as elsewhere, where the prices tell so: nothing is asked. */
    @Test
    void thousandsStayThousands() throws IOException {
        export.write("lines.csv", lines("3,000", "4.50"));
        text = export.proposed();
        assertThat(text).contains("\n    quantity = \"parse_number(Menge)\"").doesNotContain("in Menge");
    }

    /** Three or three thousand, where no number tells: it is asked. */
    @Test
    void piecesThatNothingTellsAreAskedFor() throws IOException {
        export.write("lines.csv", lines("3,000", "5"));
        text = export.proposed();
        assertThat(text)
                .contains("# Is 3,000 in Menge 3, or a thousand times as much? No number of these files tells.")
                .contains("# ? inputs.orders.columns.quantity = \"parse_number(Menge, ',')\"");
    }

    /** Of eight customers the sales people's list forbids to mail two, and no word of it is yes or no. */
    @Slow
    @Test
    void aPermissionThatIsNotGivenIsARefusal() throws IOException {
        export.write("lines.csv", lines("3,000", "4,50"));
        StringBuilder accounts = new StringBuilder("Account Name,Account Number,Do not allow Bulk Emails,Created On\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            accounts.append("Company " + i + ",K" + i + "," + (i < 2 ? "Do Not Allow" : "Allow") + ",2025-01-05\n");
        }
        export.write("Accounts.csv", accounts);
        assertThat(consenting()).containsExactly("K2", "K3", "K4", "K5", "K6", "K7");
        assertThat(text).doesNotContain("consent.assume").contains("Do not allow Bulk Emails = Do Not Allow");
    }

    /**
     * The trade system writes ids with zeros, and the sales people do not. One customer refuses there, one is to be deleted, and the
     * orders of one are blocked.
     */
    @Slow
    @Test
    void whoIsBlockedOrForbiddenByAnotherFile() throws IOException {
        export.write("VBAP.csv", lines("3,000", "4,50").toString().replaceAll(";K(\\d)", ";000010000$1"));
        StringBuilder customers = new StringBuilder("MANDT;KUNNR;NAME1;LOEVM;AUFSD\n");
        StringBuilder accounts = new StringBuilder("Account Name,Account Number,Do not allow Bulk Emails\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.append("100;000010000" + i + ";Firma " + i + ";" + (i == 3 ? "X" : "") + ";"
                    + (i == 4 ? "01" : "") + "\n");
            accounts.append(
                    i == 7 ? "" : "Firma " + i + ",10000" + i + "," + (i == 5 ? "Do Not Allow" : "Allow") + "\n");
        }
        export.write("KNA1.csv", customers);
        export.write("Accounts.csv", accounts);
        assertThat(consenting()).containsExactly("0000100000", "0000100001", "0000100002", "0000100006", "0000100007");
        assertThat(text).contains("LOEVM filled; AUFSD filled; Do not allow Bulk Emails = Do Not Allow in accounts");
    }

    /**
     * Of eleven documents of each of eight customers, of three pieces at 10,00 each: seven orders, of which the line of one was rejected;
     * a quotation; a contract; one that gives back two pieces; and a credit of 0,50 a piece for the first order. So of the oldest
     * order one piece is left, at 9.50, and fifteen of the others: 159.50 each, 1,276 together.
     */
    @Slow
    @Test
    void documentsAreSalesOrNot() throws IOException {
        StringBuilder heads = new StringBuilder("MANDT;VBELN;AUDAT;VBTYP;AUART;WAERK;KUNNR\n");
        StringBuilder items = new StringBuilder("MANDT;VBELN;POSNR;MATNR;ABGRU;KWMENG;NETPR;VGBEL\n");
        for (int c = 0; c < CUSTOMERS; c++) {
            for (int i = 0; i < KINDS.length(); i++) {
                char kind = KINDS.charAt(i);
                heads.append("100;" + id(c, i) + ";202605" + (10 + i) + ";" + kind + ";Z" + kind + ";EUR;000010000" + c
                        + "\n");
                items.append("100;" + id(c, i) + ";000010;M" + c % 3 + ";" + (i == 6 ? "Z1" : "") + ";"
                        + (kind == 'H' ? "2,000" : "3,000") + ";" + (kind == 'K' ? "0,50" : "10,00") + ";"
                        + ("HK".indexOf(kind) >= 0 ? id(c, 0) : "") + "\n");
            }
        }
        export.write("VBAK.csv", heads);
        export.write("VBAP.csv", items);
        text = export.proposed();
        assertThat(read(inputs -> inputs.facts()
                        .lines()
                        .agg(
                                sum(col(Orders.NET_QUANTITY)).cast("int"),
                                sum(col(Orders.NET_QUANTITY).multiply(col(Orders.NET_PRICE)))
                                        .cast("decimal(9,1)"))))
                .as(text)
                .containsExactly(16 * CUSTOMERS + " " + "1276.0");
        export.write("VBAK.csv", heads.toString().replace("VBTYP", "FELD"));
        text = export.proposed();
        assertThat(text).contains("AUART has ZC (56), ZB (8), ZG (8), ZH (8), ZK (8).", "# ? inputs.orders.where = ");
    }

    /** Ids with zeros in the orders and without in the only list of customers: both are read without. */
    @Slow
    @Test
    void idsWithAndWithoutZerosMeet() throws IOException {
        export.write("lines.csv", lines("3,000", "4,50").toString().replaceAll(";K(\\d)", ";000010000$1"));
        StringBuilder accounts = new StringBuilder("Account Name,Account Number\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            accounts.append("Firma " + i + ",10000" + i + "\n");
        }
        export.write("Accounts.csv", accounts);
        text = export.proposed();
        assertThat(read(inputs -> {
                    Dataset<Row> lines = inputs.facts().lines();
                    return lines.join(inputs.facts().of(Customers.INPUT), Orders.CUSTOMER_ID)
                            .agg(count(lit(1)));
                }))
                .as(text)
                .containsExactly("40");
    }

    /**
     * Of six materials the names stand in a file of texts in two languages, of which one lacks a name; the groups' names in another, read in
     * the same language;
     * the cost in a third, of the last one for a hundred pieces; and one is not sold any more by a fourth.
     */
    @Slow
    @Test
    void whatProductsAreStandsInFilesOfTheirOwn() throws IOException {
        StringBuilder lines = new StringBuilder("VBELN;POSNR;KUNNR;AUDAT;MATNR;KWMENG;NETPR\n");
        for (int i = 0; i < ORDERS; i++) {
            lines.append(id(i, 0) + ";000010;000010000" + i % CUSTOMERS + ";202605" + (10 + i % 9) + ";M" + i % 6
                    + ";3,000;40,50\n");
        }
        StringBuilder materials = new StringBuilder("MATNR;MTART;MATKL\n");
        StringBuilder texts = new StringBuilder("MANDT;MATNR;SPRAS;MAKTX\n");
        StringBuilder costs = new StringBuilder("MATNR;BWKEY;STPRS;PEINH\n");
        StringBuilder sales = new StringBuilder("MATNR;VKORG;VMSTA\n");
        for (int i = 0; i < 6; i++) {
            materials.append("M" + i + ";FERT;G" + i % 2 + "\n");
            texts.append(i == 2 ? "" : "100;M" + i + ";D;Pumpe " + i + "\n");
            texts.append("100;M" + i + ";E;Pump " + i + "\n");
            costs.append("M" + i + ";1000;" + (i == 5 ? "300,00;100" : "12,50;1") + "\n");
            sales.append("M" + i + ";1000;" + (i == 4 ? "Z4" : "") + "\n");
        }
        export.write("VBAP.csv", lines);
        export.write("MARA.csv", materials);
        export.write("MAKT.csv", texts);
        export.write(
                "T023T.csv",
                "SPRAS;MATKL;WGBEZ\nD;G0;Pumpen\nD;G1;Ringe\nD;G2;Filter\nE;G0;Pumps\nE;G1;Rings\nE;G2;Filters\n");
        export.write("MBEW.csv", costs);
        export.write("MVKE.csv", sales);
        text = export.proposed();
        assertThat(read(inputs -> inputs.facts()
                        .of(Products.INPUT)
                        .select(
                                col(Products.PRODUCT_ID),
                                col(Products.NAME),
                                col(Products.CATEGORY),
                                col(Products.UNIT_COST).cast("decimal(9,2)"),
                                col(Products.OFFERABLE))
                        .orderBy(Products.PRODUCT_ID)))
                .as(text)
                .containsExactly(
                        "M0 Pump 0 Pumps 12.50 true",
                        "M1 Pump 1 Rings 12.50 true",
                        "M2 Pump 2 Pumps 12.50 true",
                        "M3 Pump 3 Rings 12.50 true",
                        "M4 Pump 4 Pumps 12.50 false",
                        "M5 Pump 5 Rings 3.00 true");
        assertThat(text).contains("# Of its rows those are read of which SPRAS = 'E'");
    }

    private static String id(int customer, int document) {
        return String.format("%010d", 100 * (1 + customer) + document);
    }

    private static StringBuilder lines(String pieces, String price) {
        StringBuilder lines =
                new StringBuilder("Bestellnummer;Kundennummer;Bestelldatum;Artikelnummer;Menge;Einzelpreis\n");
        for (int i = 0; i < ORDERS; i++) {
            lines.append("B" + (100 + i) + ";K" + i % CUSTOMERS + ";" + day(i) + ";A" + i % 3 + ";" + pieces + ";"
                    + price + "\n");
        }
        return lines;
    }

    private static String day(int i) {
        return String.format("%02d.05.2026", 1 + i % 28);
    }

    private SampleNight holdings() throws IOException {
        return export.run("2026-05-28", List.of("holdings"));
    }

    /** Who may be contacted, where the question about it is answered by its line. */
    private List<String> consenting() throws IOException {
        text = export.proposed();
        export.answer("# ? inputs.customers.columns.marketing", "inputs.customers.columns.marketing");
        return read(inputs -> inputs.facts()
                .of(Customers.INPUT)
                .where(col(Customers.MARKETING_CONSENT))
                .select(Customers.CUSTOMER_ID)
                .orderBy(Customers.CUSTOMER_ID));
    }

    /** The first column of rows of what a night knows after reading. */
    private List<String> read(Function<Inputs, Dataset<Row>> rows) throws IOException {
        return export.read(DAY, inputs -> rows.apply(inputs).collectAsList().stream()
                .map(row -> row.mkString(" "))
                .toList());
    }
}
