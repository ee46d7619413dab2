package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} on exports of services that know each other by ids of their own: of payments, of a shop, of contracts, of events. */
class ServiceExportsIT {
    @TempDir
    Path folder;

    private ProposedNight export;
    private String text;

    @BeforeEach
    void session() {
        TestSession.spark();
        export = new ProposedNight(folder);
    }

    /**
     * A payment service: lines name prices, and prices products; amounts are in cents of the dollar and in yen, as the invoices tell.
     * An event names a user whom nobody knows and the company that pays.
     */
    @Test
    void idsLeadToIdsAndCentsToDollars() throws IOException {
        StringBuilder lines = new StringBuilder("id,amount,currency,customer_id,invoice_id,price_id,quantity\n");
        StringBuilder invoices = new StringBuilder("id,Currency,Customer,Date (UTC),Total,Status\n");
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            boolean yen = i % 5 == 0;
            int seats = 1 + i % 3;
            lines.append("il_" + (1000 + i) + "," + (yen ? 1800 : 1200) * seats + "," + (yen ? "jpy" : "usd") + ",cus_"
                    + (100 + i % 40) + ",in_" + (1000 + i) + ",price_" + (200 + i % 4) + "," + seats + "\n");
            invoices.append("in_" + (1000 + i) + "," + (yen ? "jpy" : "usd") + ",cus_" + (100 + i % 40) + ",2026-05-0"
                    + (1 + i % 9) + " 10:00," + (yen ? "" + 1800 * seats : 12 * seats + ".00") + ",paid\n");
            events.append("{\"event\":\"Report Viewed\",\"userId\":\"usr_" + (500 + i) + "\",\"timestamp\":\"2026-05-0"
                    + (1 + i % 9) + "T10:00:00Z\",\"context\":{\"groupId\":\"cus_" + (100 + i % 40) + "\"}}\n");
        }
        export.write("invoice_line_items.csv", lines);
        export.write("invoices.csv", invoices);
        export.write("track.jsonl", events);
        export.write("prices.csv", """
                id,currency,product_id,unit_amount
                price_200,usd,prod_90,1200
                price_201,usd,prod_91,1200
                price_202,usd,prod_92,1200
                price_203,usd,prod_92,1200
                """);
        export.write(
                "products.csv", "id,name,active\nprod_90,Starter,true\nprod_91,Team,true\nprod_92,Business,true\n");
        text = export.proposed();
        assertThat(text)
                .contains(
                        "LEFT JOIN prices ON prices.id = invoice_line_items.price_id", "\n    product_id = product_id ")
                .contains("THEN 1 ELSE 100 END\"", "in cents: the orders' own amounts are a hundredth of it")
                .contains("customer_id = \"context.groupId\"", "person_id = userId")
                .contains("context.groupId holds the ids that are known of customer_id (100 %); userId holds others.");
        // One name with a point is no field of an object.
        Path quoted = folder.resolve("quoted.conf");
        Files.writeString(
                quoted,
                text.replace("\"context.groupId\"", "\"`context.groupId`\"")
                        .replace(
                                "# ? ltv.currency_rates.JPY = <value of one JPY in USD>",
                                "ltv.currency_rates.JPY = 0.007"));
        assertThat(Command.run("doctor", "--conf", quoted.toString()).out())
                .contains("set inputs.behavior.columns.customer_id = \"context.groupId\"");
    }

    /**
     * A shop: variants below their product, which alone says what they are, and pictures; contracts by another service, in days, weeks
     * and months, by addresses that the orders know and ids that they do not.
     */
    @Test
    void variantsBelowTheirProductAndContractsByAddress() throws IOException {
        StringBuilder products = new StringBuilder(
                "Handle,Title,Type,Published,Option1 Value,Variant SKU,Variant Price,Image Src,Status\n");
        StringBuilder orders =
                new StringBuilder("Name,Email,Created at,Lineitem quantity,Lineitem price,Lineitem sku\n");
        StringBuilder contracts =
                new StringBuilder("subscription_id,customer_id,customer_email,status,sku,quantity,recurring_price,"
                        + "order_interval_frequency,order_interval_unit_type,created_at\n");
        for (int p = 0; p < 6; p++) {
            products.append("bean-" + p + ",Bean " + p + ",Coffee,true,250 g,B" + p + "-250,9.90,a.jpg,"
                    + (p == 5 ? "archived" : "active") + "\n");
            products.append("bean-" + p + ",,,,1 kg,B" + p + "-1000,32.90,b" + p + ".jpg,\n");
            products.append("bean-" + p + ",,,,,,,c" + p + ".jpg,\n");
        }
        for (int i = 0; i < 60; i++) {
            orders.append("#" + (1000 + i) + ",p" + i % 30 + "@shop.test,2026-05-0" + (1 + i % 9)
                    + " 10:00:00 +0200,1,9.90,B" + i % 6 + "-" + (i % 2 == 0 ? "250" : "1000") + "\n");
        }
        String[] periods = {"2,week", "1,month", "30,day", "21,day"};
        for (int i = 0; i < 40; i++) {
            contracts.append((300000 + i) + "," + (90000000 + i) + ",p" + i % 30 + "@shop.test,ACTIVE,B" + i % 4
                    + "-250,1,8.91," + periods[i % 4] + ",2026-01-0" + (1 + i % 9) + "T08:00:00\n");
        }
        export.write("products_export.csv", products);
        export.write("orders_export.csv", orders);
        export.write("recharge_subscriptions.csv", contracts);
        export.write(
                "tickets.csv",
                "ticket_id,customer_email,priority\nT1,p1@shop.test,low\nT2,p2@shop.test,high\nT3,p1@shop.test,low\n");
        text = export.proposed();
        assertThat(text)
                .contains("max(nullif(Title, '')) OVER (PARTITION BY Handle) AS Title")
                .contains("name = \"concat_ws(' ', Title, nullif(nullif(`Option1 Value`, 'Default Title'), ''))\"")
                .contains("tickets.csv (ticket_id, customer_email, priority): for tickets it lacks opened_at")
                .contains("\n    category = Type ", "NOT IN ('archived')\"")
                // Six products of two variants; their six pictures are none.
                .contains("# All 12 rows were read so.", "# 6 rows name no product")
                .contains(
                        "\n    customer_id = customer_email ",
                        "customer_id holds others.",
                        "\n    price = recurring_price ");
        String billing = text.substring(text.indexOf("    billing = \"") + 15);
        billing = billing.substring(0, billing.indexOf("\" #"));
        assertThat(TestSession.spark()
                        .sql(
                                "SELECT concat_ws('|', collect_list(" + billing
                                        + ")) FROM VALUES ('2', 'week'), ('1', 'month'),"
                                        + " ('30', 'day'), ('21', 'day') AS t (order_interval_frequency, order_interval_unit_type)")
                        .first()
                        .getString(0))
                .isEqualTo("2 weeks|1|1|3 weeks");
    }

    /**
     * What a code takes off stands on an order's first line: 30.00 of pieces at 10 % off are 27.00. Some orders came back whole, as
     * their status says; of others a file names the pieces.
     */
    @Test
    void anOrdersDiscountIsItsLinesAndPiecesComeBack() throws IOException {
        StringBuilder orders =
                new StringBuilder("Name,Email,Financial Status,Subtotal,Discount Amount,Created at,Lineitem quantity,"
                        + "Lineitem price,Lineitem sku\n");
        StringBuilder returns = new StringBuilder("Return ID,Order Name,SKU,Quantity,Return Reason,Created At\n");
        for (int i = 0; i < 40; i++) {
            boolean off = i % 2 == 0;
            String status = i % 10 == 3 ? "refunded" : i % 10 == 4 ? "partially_refunded" : "paid";
            String at = (i < 20 ? "2026-01-1" : "2026-06-1") + i % 9 + " 10:00:00 " + (i < 20 ? "+0100" : "+0200");
            String first = "#" + (1000 + i) + ",p" + i % 15 + "@shop.test," + status + ","
                    + (off ? "27.00,3.00," : "30.00,0.00,");
            orders.append(first + at + ",1,20.00,CUP\n");
            orders.append("#" + (1000 + i) + ",p" + i % 15 + "@shop.test,,,," + at + ",2,5.00,"
                    + (i == 39 ? "FORK" : "SPOON") + "\n");
            if (!status.equals("paid")) {
                returns.append("R" + i + ",#" + (1000 + i) + ",SPOON,1,broken," + at + "\n");
            }
        }
        export.write("orders_export.csv", orders);
        export.write("returns_export.csv", returns);
        export.write("products.csv", "sku,title,category\nCUP,Cup,Table\nSPOON,Spoon,Table\nFORK,Fork,Kitchen\n");
        export.write("events.csv", """
                event_id,metric_name,datetime,email,sku
                e1,Viewed Product,2026-05-01 10:00:00,p1@shop.test,CUP
                e2,Viewed Product,2026-05-02 10:00:00,p2@shop.test,CUP
                e3,Received Email,2026-05-03 10:00:00,p3@shop.test,
                e4,Unsubscribed from Email Marketing,2026-05-03 11:00:00,p3@shop.test,
                e5,Viewed Product,2026-05-04 10:00:00,p4@shop.test,FORK
                """);
        text = export.proposed();
        assertThat(text)
                // 15 customers bought both, each two times or three.
                .contains("# ? inputs.products.columns.is_consumable = \"category IN ('Table')\"")
                .contains(
                        "NOT IN ('Received Email', 'Unsubscribed from Email Marketing')", "# All 3 rows were read so.")
                .contains(
                        "# events has \"Unsubscribed from Email Marketing\" in metric_name, and is not read as a refusal")
                .contains("zone = Europe/Berlin #", "returns_export.csv is read as what came back")
                // 80 lines, and of four orders of eight one spoon each: the others came back whole.
                .contains("# All 84 rows were read so.")
                .contains(
                        "NOT coalesce(orders_export.Name IN (SELECT Name FROM orders_export WHERE `Financial Status` IN"
                                + " ('refunded')), false)");
        String price = text.substring(text.indexOf("unit_price = \"") + 14);
        price = price.substring(0, price.indexOf("\" #"));
        assertThat(TestSession.spark()
                        .sql("SELECT string(" + price + ") FROM VALUES ('#1', '27.00', '3.00', '20.00'),"
                                + " ('#1', NULL, NULL, '5.00'), ('#2', '30.00', '0.00', '5.00') AS t (Name, Subtotal,"
                                + " `Discount Amount`, `Lineitem price`)")
                        .collectAsList())
                .extracting(row -> Double.parseDouble(row.getString(0)))
                .containsExactlyInAnyOrder(18.0, 4.5, 5.0);
    }
}
