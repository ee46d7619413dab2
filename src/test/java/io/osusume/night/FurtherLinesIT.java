package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.TestSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} on a shop's orders beside another file of lines: that of its tills is read as well, that of its invoices is not. */
class FurtherLinesIT {
    private static final int ORDERS = 90;
    private static final int RECEIPTS = 60;

    @TempDir
    Path folder;

    private ProposedNight export;
    private String text;

    @BeforeEach
    void session() throws IOException {
        TestSession.spark();
        export = new ProposedNight(folder);
        StringBuilder orders = new StringBuilder("order_id,ordered_at,customer_id,sku,quantity,unit_price\n");
        for (int i = 0; i < ORDERS; i++) {
            orders.append((1 + i) + ",2026-0" + (3 + i % 3) + "-" + (10 + i % 18) + ",10" + (10 + i % 9) + ",S" + i % 6
                    + ",2,10.00\n");
        }
        export.write("orders.csv", orders);
        StringBuilder products = new StringBuilder("sku,name,price,ean\n");
        for (int i = 0; i < 6; i++) {
            products.append("S" + i + ",Tea " + i + ",10.00,400638133393" + i + "\n");
        }
        export.write("products.csv", products);
        StringBuilder customers = new StringBuilder("customer_id,name,card_number,newsletter\n");
        for (int i = 0; i < 9; i++) {
            customers.append("10" + (10 + i) + ",Person " + (char) ('A' + i) + ",KK-" + (500 + 7 * i) + ",yes\n");
        }
        export.write("customers.csv", customers);
    }

    /**
     * The tills know products by their bar codes and customers by their cards, and count receipts as the shop does orders. Of 60
     * receipts of three pieces 45 are of the shop's nine customers, five each, all of the first bar code; so with the shop's 180 pieces
     * 315 are somebody's, and each customer has 15 of S0 more. No receipt is taken for the order of its number.
     */
    @Slow
    @Test
    void tillsBesideAShop() throws IOException {
        StringBuilder till = new StringBuilder("Bonnummer;Datum;Kundenkarte;EAN;Menge;Einzelpreis\n");
        for (int i = 0; i < RECEIPTS; i++) {
            till.append((1 + i) + ";" + (10 + i % 15) + ".06.2026;" + (i < 45 ? "KK-" + (500 + 7 * (i % 9)) : "")
                    + ";400638133393" + (i < 45 ? 0 : i % 6) + ";3;9,50\n");
        }
        export.write("kasse.csv", till);
        SampleNight night = holdings();
        assertThat(text)
                .contains("kasse has other sales than orders", "UNION ALL SELECT concat_ws('/', 'kasse', Bonnummer)");
        assertThat(night.query("SELECT count(DISTINCT customer_id), sum(net_quantity)::INT FROM {holdings}"))
                .containsExactly(List.of("9", "315"));
        assertThat(night.query("SELECT customer_id, net_quantity::INT FROM {holdings} WHERE product_id = 'S0'"
                        + " AND customer_id IN ('1010', '1011') ORDER BY 1"))
                .containsExactly(List.of("1010", "25"), List.of("1011", "15"));
    }

    /** Invoices of the same orders, two days later, to other numbers of the same customers: nothing is bought twice. */
    @Slow
    @Test
    void invoicesBesideOrders() throws IOException {
        StringBuilder invoices = new StringBuilder("invoice_no;invoice_date;client;sku;quantity;unit_price\n");
        for (int i = 0; i < ORDERS; i++) {
            invoices.append("RE-" + (7000 + i) + ";2026-0" + (3 + i % 3) + "-" + (12 + i % 18) + ";D" + (70 + i % 9)
                    + ";S" + i % 6 + ";2;10.00\n");
        }
        export.write("invoices.csv", invoices);
        SampleNight night = holdings();
        assertThat(text)
                .contains("it has lines of orders too, which are not read")
                .doesNotContain("UNION ALL SELECT");
        assertThat(night.query("SELECT count(DISTINCT customer_id), sum(net_quantity)::INT FROM {holdings}"))
                .containsExactly(List.of("9", "180"));
    }

    /**
     * What the shop orders from others, and what lies in carts, is sold to nobody; nor is a second copy of the tills' receipts. Of the tills
     * nothing tells days from months: what to write stands there, and no line that would not fit.
     */
    @Test
    void filesOfLinesThatAreNoOtherSales() throws IOException {
        StringBuilder rows = new StringBuilder("no;date;customer;sku;quantity;unit_price\n");
        for (int i = 0; i < RECEIPTS; i++) {
            rows.append("T" + (7 * i) + ";0" + (1 + i % 9) + "/0" + (5 + i % 4) + "/2026;10" + (10 + i % 9) + ";S"
                    + i % 6 + ";3;9\n");
        }
        String header = "order_number";
        export.write("till.csv", rows.toString().replaceFirst("no", header));
        export.write(
                "till_backup.csv", rows.toString().replaceFirst("no", header).replace("\nT", "\nX"));
        export.write(
                "purchase_orders.csv",
                rows.toString().replaceFirst("no", header).replace("\nT", "\nP"));
        export.write(
                "abandoned_carts.csv",
                rows.toString().replaceFirst("no", header).replace("\nT", "\nC"));
        text = export.proposed();
        assertThat(text)
                .containsOnlyOnce("UNION ALL SELECT")
                .contains("FROM till")
                .doesNotContain("FROM till_backup", "FROM purchase_orders", "FROM abandoned_carts")
                .contains("(in the query above, of its file) ordered_at = \"parse_time(date, 'd/M/yyyy')\"")
                .doesNotContain("# ? inputs.orders.");
    }

    private SampleNight holdings() throws IOException {
        text = export.proposed();
        return export.run("2026-06-30", List.of("holdings"));
    }
}
