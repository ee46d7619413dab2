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

/** {@code init} on what widespread systems write by themselves: exports of orders, and the tables of figures of a shop. */
class ShopSystemsIT {
    private static final int ORDERS = 40;

    @TempDir
    Path folder;

    private ProposedNight system;

    @BeforeEach
    void system() {
        TestSession.spark();
        system = new ProposedNight(folder);
    }

    /** Orders of a desk and two lamps each; every tenth was only offered. Products are shown with their code before the name. */
    @Slow
    @Test
    void ordersWithLinesBelowAndCodesInBrackets() throws IOException {
        StringBuilder orders =
                new StringBuilder("Order Reference,Creation Date,Customer,Company,Total,Status,Order Lines/Product,"
                        + "Order Lines/Quantity,Order Lines/Unit Price,Order Lines/Subtotal\n");
        for (int i = ORDERS - 1; i >= 0; i--) {
            orders.append("S00" + (100 + i) + ",2026-0" + (1 + i / 10) + "-1" + i % 10 + " 10:00:00,Amy " + i % 9
                    + ",Ours,336.00," + (i % 10 == 0 ? "Quotation Sent" : "Sales Order")
                    + ",[DESK] Desk,1.0,200.00,200.00\n");
            orders.append(",,,,,,[LAMP] Lamp,2.0,40.00,80.00\n");
        }
        system.write("sale.order.csv", orders);
        system.write("product.template.csv", """
                Name,Internal Reference,Sales Price,Cost,Product Category
                Desk,DESK,200.00,90.00,All / Saleable / Office
                Lamp,LAMP,40.00,11.00,All / Saleable / Light
                Chair,CHAIR,80.00,30.00,All / Saleable / Office
                """);
        assertThat(system.proposed())
                .contains(
                        "order_id = \"`Order Reference`\"",
                        "what stands in brackets before the name",
                        "product_id = \"`Internal Reference`\"",
                        "nothing: Quotation Sent (8)");
        SampleNight night = system.run("2026-05-31", List.of("holdings"));
        assertThat(night.query("SELECT product_id, sum(net_quantity)::INT FROM {holdings} GROUP BY 1 ORDER BY 1"))
                .containsExactly(List.of("DESK", "36"), List.of("LAMP", "72"));
    }

    /** What lines came to before tax stands beside what a coupon took, which is nothing; names stand among pages of the site. */
    @Test
    void tablesOfFigures() throws IOException {
        StringBuilder lines =
                new StringBuilder("order_item_id,order_id,product_id,customer_id,date_created,product_qty,"
                        + "product_net_revenue,product_gross_revenue,coupon_amount\n");
        StringBuilder stats = new StringBuilder("order_id,date_created,net_total,status,customer_id\n");
        for (int i = 0; i < ORDERS; i++) {
            String at = "2026-0" + (1 + i / 10) + "-1" + i % 10 + " 10:00:00";
            lines.append((1 + i) + "," + (2000 + 3 * i) + "," + (150 + 20 * (i % 4)) + "," + (1 + i % 9) + "," + at
                    + ",2,20.00,24.00,0\n");
            stats.append((2000 + 3 * i) + "," + at + ",20.00,wc-" + (i % 10 == 0 ? "cancelled" : "completed") + ","
                    + (1 + i % 9) + "\n");
        }
        StringBuilder posts = new StringBuilder("ID,post_author,post_title,post_status,post_type\n");
        StringBuilder meta = new StringBuilder("product_id,sku,min_price,stock_quantity\n");
        for (int i = 0; i < 4; i++) {
            posts.append((1 + i) + ",1,Page " + i + ",publish,page\n");
            posts.append((150 + 20 * i) + ",1,Mug " + (char) ('A' + i) + ",publish,product\n");
            meta.append((150 + 20 * i) + ",MUG-" + i + ",12.00,50\n");
        }
        system.write("wp_wc_order_product_lookup.csv", lines);
        system.write("wp_wc_order_stats.csv", stats);
        system.write("wp_posts.csv", posts);
        system.write("wp_wc_product_meta_lookup.csv", meta);
        assertThat(system.proposed())
                .contains(
                        "CAST(product_net_revenue AS DECIMAL(18,4)) / nullif(CAST(product_qty",
                        "name = post_title",
                        "list_price = min_price",
                        "nothing: wc-cancelled (4)");
    }

    /**
     * Forty orders of a mug at 12, every other one with two spoons at 3 beside it: these have a row of their own before, which names the buyer
     * alone and counts three pieces for 18.
     */
    @Slow
    @Test
    void rowsOfOrdersBesideThoseOfTheirLines() throws IOException {
        StringBuilder sales = new StringBuilder(
                "Order Number,Buyer Username,Item Number,Item Title,Quantity,Sold For,Total Price,Sale Date\n");
        for (int i = 0; i < ORDERS; i++) {
            String order = (i % 27) + "-" + (10000 + i) + ",";
            String buyer = "buyer_" + i % 9 + ",";
            String day = List.of("Jan", "Feb", "Mar", "Apr").get(i / 10) + "-1" + i % 10 + "-26\n";
            if (i % 2 == 0) {
                sales.append(order + buyer + "115001,\"Mug, blue\",1,$12.00,$16.00," + day);
            } else {
                sales.append(order + buyer + ",,3,$18.00,$22.00," + day);
                sales.append(order + ",115001,\"Mug, blue\",1,$12.00,," + day);
                sales.append(order + ",115002,Spoon,2,$3.00,," + day);
            }
        }
        system.write("orders.csv", sales);
        assertThat(system.proposed())
                .contains(
                        "# All 60 rows were read so.\n",
                        "20 orders of several lines have a row of their own, whose pieces are those of its lines: it is none, and what"
                                + " it says is theirs (Buyer Username).",
                        "parse_time(`Sale Date`, 'MMM-d-yy')");
        SampleNight night = system.run("2026-05-31", List.of("holdings", "segments"));
        assertThat(night.query("SELECT product_id, sum(net_quantity)::INT FROM {holdings} GROUP BY 1 ORDER BY 1"))
                .containsExactly(List.of("115001", "40"), List.of("115002", "40"));
        assertThat(night.column("SELECT sum(results)::INT FROM {lwp_segments}"))
                .containsExactly(String.valueOf(40 * 12 + 20 * 2 * 3));
    }
}
