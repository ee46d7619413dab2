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

/**
 * {@code init} on lines that leave empty what the line above them says: twenty customers, each with two orders of a cup and two pans, the
 * first in April, as an export of orders writes them, the latest first, and as a pivot table does.
 */
@Slow
class OutlinesIT {
    private static final int CUSTOMERS = 20;

    @TempDir
    Path folder;

    private ProposedNight export;

    @BeforeEach
    void export() {
        TestSession.spark();
        export = new ProposedNight(folder);
    }

    @Test
    void linesBelowTheirOrder() throws IOException {
        StringBuilder orders = new StringBuilder("Order,Date,Customer no.,Status,Shipping,SKU,Qty,Price\n");
        for (int i = 2 * CUSTOMERS - 1; i >= 0; i--) {
            orders.append((5000 + i) + "," + day(i) + "," + (100 + i % CUSTOMERS) + ","
                    + (i == 7 ? "cancelled" : "paid") + ",4.90,CUP,1,8.50\n");
            orders.append(",,,,,PAN,2,30.00\n");
        }
        export.write("orders.csv", orders);
        assertThat(export.proposed()).contains("# All 80 rows were read so.\n", "stand only in the first of the rows");
        SampleNight night = export.run("2026-05-31", List.of("holdings"));
        // Of customer 7 one order is none.
        assertThat(night.query(
                        "SELECT product_id, count(*), sum(net_quantity)::INT FROM {holdings} GROUP BY 1 ORDER BY 1"))
                .containsExactly(List.of("CUP", "20", "39"), List.of("PAN", "20", "78"));
        assertThat(night.query("SELECT product_id, net_quantity::INT, first_bought_at::DATE FROM {holdings}"
                        + " WHERE customer_id IN ('107', '108') ORDER BY customer_id, product_id"))
                .containsExactly(
                        List.of("CUP", "1", "2026-05-08"),
                        List.of("PAN", "2", "2026-05-08"),
                        List.of("CUP", "2", "2026-04-09"),
                        List.of("PAN", "4", "2026-04-09"));
    }

    @Test
    void aPivotTableOfCustomersAndInvoices() throws IOException {
        StringBuilder sales = new StringBuilder("Customer;Invoice;Date;Product;Quantity;Amount\n");
        for (int c = 0; c < CUSTOMERS; c++) {
            String name = (char) ('A' + c) + " Total Ltd";
            for (int i = c; i < 2 * CUSTOMERS; i += CUSTOMERS) {
                sales.append((i == c ? name : "") + ";I-" + (70 - i) + ";" + day(i) + ";Cup;1;8,50\n");
                sales.append(";;;Pan;2;60,00\n");
            }
            sales.append(name + " Total;;;;;137,00\n");
        }
        sales.append("Grand Total;;;;;2740,00\n");
        export.write("sales.csv", sales);
        assertThat(export.proposed())
                .contains("# All 80 rows were read so.\n", "sales.csv: Customer, Invoice, Date stand only in the first")
                .doesNotContain("looks like a total");
        SampleNight night = export.run("2026-05-31", List.of("holdings", "ltv"));
        assertThat(night.query(
                        "SELECT product_id, count(*), sum(net_quantity)::INT FROM {holdings} GROUP BY 1 ORDER BY 1"))
                .containsExactly(List.of("Cup", "20", "40"), List.of("Pan", "20", "80"));
        assertThat(
                        night.query(
                                "SELECT count(DISTINCT customer_id), sum(orders)::INT, sum(orders * mean_value)::INT FROM {ltv}"))
                .containsExactly(List.of("20", "40", "2740"));
        assertThat(
                        night.column(
                                "SELECT net_quantity::INT FROM {holdings} WHERE customer_id = 'C Total Ltd' AND product_id = 'Pan'"))
                .containsExactly("4");
    }

    private static String day(int order) {
        return String.format("%02d/%02d/2026", 1 + order % CUSTOMERS, 4 + order / CUSTOMERS);
    }
}
