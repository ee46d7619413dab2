package io.osusume.night;

import static io.osusume.TestSession.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.intake.InputTrial;
import io.osusume.intake.TrialResult;
import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} on the layouts in which shops export orders: the proposal reads every line, without one edited line. */
class InitIT {
    private static final int LINES = SmallShop.lines().size();

    @TempDir
    Path folder;

    private ProposedNight export;
    private String text;

    @BeforeEach
    void export() {
        export = new ProposedNight(folder);
    }

    @Test
    void semicolonsAndCommas() throws IOException {
        assertThat(read(ShopExports.german(folder)).accepted()).isEqualTo(LINES);
        assertThat(text).contains("delimiter = \";\"", "parse_number(`Unit price (EUR)`, ',')", "'d.M.yyyy H:mm'");
    }

    /** Where an order came in is proposed: lifetime value tells customers apart by it where that forecasts better. */
    @Test
    void whereAnOrderCameIn() throws IOException {
        StringBuilder lines =
                new StringBuilder("order_id,sku,customer_id,created_at,quantity,unit_price,sales_channel\n");
        for (int i = 0; i < 30; i++) {
            lines.append("o" + i / 2 + ",p" + i % 5 + ",c" + i / 6 + ",2026-05-0" + (1 + i / 6) + " 10:00:00,1,9.50,"
                    + (i < 12 ? "web" : "store") + "\n");
        }
        Files.writeString(folder.resolve("orders.csv"), lines.toString());
        assertThat(read(folder).accepted()).isEqualTo(30);
        assertThat(text).containsPattern("\n *channel = sales_channel");
    }

    /** What the second currency is worth is asked, as no file tells; the answer that is not filled in stops the run. */
    @Test
    void whatTheOtherCurrencyIsWorth() throws IOException {
        StringBuilder lines = new StringBuilder("order_id,sku,email,created_at,quantity,unit_price,currency\n");
        for (int i = 0; i < 30; i++) {
            String email = (i % 2 == 0 ? "c" : "C") + i / 6 + "@shop.test";
            lines.append("o" + i / 2 + ",p" + i % 5 + "," + email + ",2026-05-0" + (1 + i / 6) + " 10:00:00,1,9.50,"
                    + (i < 12 ? "CHF" : "EUR") + "\n");
        }
        Files.writeString(folder.resolve("orders.csv"), lines.toString());
        assertThat(read(folder).accepted()).isEqualTo(30);
        assertThat(text)
                .contains(
                        "ltv.currency = EUR\n",
                        "# Amounts of 12 lines are in CHF. What is one worth in EUR?",
                        "\n# ? ltv.currency_rates.CHF = <value of one CHF in EUR>\n")
                // One person in two spellings.
                .contains("customer_id = \"lower(trim(email))\"");
    }

    /**
     * Each invoice is of the first of a month, which no value tells from the months of a January: another file's days do. Of two
     * lists the one that knows the charges is that of products; a column named as an input's and of other values is shut.
     */
    @Test
    void daysAndMonthsAsTheOtherFilesWriteThem() throws IOException {
        StringBuilder lines = new StringBuilder(
                "invoice_no,customer_id,product_id,invoice_date,description,quantity,unit_price,status\n");
        StringBuilder customers = new StringBuilder("customer_id,name,joined_on,no_email\n");
        for (int i = 0; i < 60; i++) {
            lines.append("I" + i + ",C" + i % 10 + ",P" + i % 5 + ",01/" + String.format("%02d", 1 + i % 6)
                    + "/2026,Charge,1,9.50,Sold\n");
        }
        for (int i = 0; i < 10; i++) {
            customers.append("C" + i + ",Ann " + i + "," + (13 + i) + "/02/2025," + (i % 2 == 0 ? "X" : "") + "\n");
        }
        Files.writeString(folder.resolve("invoices.csv"), lines.toString());
        Files.writeString(folder.resolve("customers.csv"), customers.toString());
        Files.writeString(folder.resolve("items.csv"), """
                product_id,name,category,list_price,stock
                P0,Fee,Fees,9.50,3
                P1,B,Goods,9.50,-2
                P2,C,Goods,9.50,1
                P3,D,Goods,9.50,0
                P4,E,Goods,9.50,7
                """);
        Files.writeString(folder.resolve("objects.csv"), """
                product_id,product_name,category,list_price,launched_at
                X0,House,Real,1,2020-01-01
                X1,Hut,Real,2,2020-01-01
                """);
        assertThat(read(folder).accepted()).isEqualTo(60);
        assertThat(text)
                .contains("parse_time(invoice_date, 'd/M/yyyy')", "as_of = 2026-06-01", "# One product: items.csv.")
                .contains(
                        "stock = \"greatest(CAST(stock AS DECIMAL(18,4)), 0)\"",
                        "offers.exclude = \"category IN ('Fees') OR name")
                .contains("# The customers have no_email (X): whose refusal is that?");
    }

    /** What is used in a column a metric, by the number that a line is called by; and plans that are listed without their steps. */
    @Test
    void useInSeveralColumnsIsUse() throws IOException {
        StringBuilder contracts =
                new StringBuilder("contract_no,customer_no,msisdn,tariff,start_date,end_date,monthly_fee\n");
        StringBuilder use = new StringBuilder("msisdn,billing_month,data_mb,voice_min,active_devices\n");
        for (int i = 0; i < 60; i++) {
            String line = "4915" + (10_000_000 + 977 * i);
            contracts.append("C" + i + ",K" + i % 50 + "," + line + ",T" + i % 3 + ",2025-0" + (1 + i % 9) + "-1"
                    + i % 9 + ",," + (10 + 10 * (i % 3)) + "\n");
            for (int month = 1; month <= 6; month++) {
                use.append(line + ",2026-0" + month + "-01," + (100 + 37 * (i + month) % 900) + ","
                        + (i % 7 == 0 ? "" : (i + month) % 40 + ".5") + "," + (1 + (i + month) % 4) + "\n");
            }
        }
        Files.writeString(folder.resolve("contracts.csv"), contracts.toString());
        Files.writeString(folder.resolve("monthly_usage.csv"), use.toString());
        Files.writeString(
                folder.resolve("tariffs.csv"), "tariff,name,monthly_fee\nT0,Small,10\nT1,Medium,20\nT2,Large,30\n");
        propose(folder);
        assertThat(text)
                .contains("as_of = 2026-06-01")
                .contains(
                        "stack(3, 'data_mb', CAST(data_mb AS STRING), 'voice_min', CAST(voice_min AS STRING), 'active_devices'")
                .contains(
                        "LEFT JOIN contracts ON contracts.msisdn = monthly_usage.msisdn",
                        "subscription_id = contract_no")
                // 60 lines × 6 months × 3 metrics, but for the empty minutes of 9 lines.
                .contains("# All 1,026 rows were read so.")
                .contains("features.summed_metrics += data_mb", "# ? features.summed_metrics += active_devices")
                .contains("list_price = monthly_fee", "billing = \"'monthly'\"")
                .contains(
                        "# ? inputs.products.columns { family = ",
                        "WHEN 'T0' THEN 1 WHEN 'T1' THEN 2 WHEN 'T2' THEN 3 END");
    }

    /** Who came when, without an amount: each row is one use of what the customer has under contract. */
    @Test
    void visitsAreUseOfTheContract() throws IOException {
        StringBuilder contracts = new StringBuilder(
                "membership_no,member_id,plan_id,start_date,end_date,billing_interval,billing_period,price\n");
        StringBuilder visits = new StringBuilder("member_id,check_in_time,club\n");
        for (int i = 0; i < 40; i++) {
            contracts.append("M" + i + "," + (500 + i) + ",GYM,2026-01-0" + (1 + i % 9) + ",," + (i % 2 == 0 ? 3 : 1)
                    + ",week,30.00\n");
            for (int d = 10; d < 20; d++) {
                visits.append((500 + i) + ",2026-05-" + d + " 18:0" + i % 10 + ",North\n");
            }
        }
        Files.writeString(folder.resolve("memberships.csv"), contracts.toString());
        Files.writeString(folder.resolve("checkins.csv"), visits.toString());
        Files.writeString(folder.resolve("reading.csv"), """
                date,customer_id,articles_read,minutes,channel
                2026-05-01,500,3,3.6,web
                2026-05-02,500,4,2.5,app
                2026-05-03,501,3,3.6,web
                """);
        propose(folder);
        assertThat(text)
                .contains("inputs.usage {", "customer_id = member_id", "metric = \"'checkins'\"", "amount = \"1\"")
                .contains("features.summed_metrics += checkins\nfeatures.sparse_metrics += checkins\n")
                .contains("concat(CAST(CAST(billing_interval AS DECIMAL(18,4)) AS INT), ' weeks')")
                .doesNotContain("inputs.contacts {");
        Files.writeString(folder.resolve("plans.csv"), "code,title,fee\nGYM,Gym,30\nSPA,Spa,40\nPOOL,Pool,20\n");
        Files.writeString(
                folder.resolve("memberships.csv"),
                contracts
                        .toString()
                        .replaceAll("(?m)^(M\\d+[05],\\d+),GYM", "$1,SPA")
                        .replaceAll("(?m)^(M\\d+[16],\\d+),GYM", "$1,POOL"));
        Files.writeString(
                folder.resolve("products.csv"), "product_id,name,list_price\nT1,Towel,9\nB1,Bottle,8\nS1,Shake,3\n");
        StringBuilder orders = new StringBuilder("order_id,member_id,product_id,order_date,quantity,unit_price\n");
        for (int i = 0; i < 30; i++) {
            orders.append("O" + i + "," + (500 + i) + ","
                    + List.of("T1", "B1", "S1").get(i % 3) + ",2026-05-1" + i % 10 + ",1,9.00\n");
        }
        Files.writeString(folder.resolve("orders.csv"), orders.toString());
        propose(folder);
        assertThat(text).contains("# Its products stand in plans, and products are read from products:");
    }

    /** One column of times is when it was sold, whatever it is called; the key of products is the column that names a row. */
    @Test
    void theOnlyTimeAndTheOnlyKey() throws IOException {
        StringBuilder lines = new StringBuilder("t_dat,customer_id,article_id,price\n");
        StringBuilder articles = new StringBuilder("article_id,product_code,prod_name\n");
        for (int i = 0; i < 60; i++) {
            lines.append("2026-05-" + (10 + i % 20) + ",c" + i % 9 + ",0" + (66371 + i % 14) + ",9.90\n");
        }
        for (int i = 0; i < 14; i++) {
            articles.append("0" + (66371 + i) + "," + (663 + i / 2) + ",Atlanta " + i + "\n");
        }
        Files.writeString(folder.resolve("transactions_train.csv"), lines.toString());
        Files.writeString(folder.resolve("articles.csv"), articles.toString());
        assertThat(read(folder).accepted()).isEqualTo(60);
        assertThat(text)
                .containsPattern("ordered_at = t_dat +# .*; a guess: look at it")
                .contains("order_id = \"concat_ws('/', customer_id, t_dat)\"")
                .contains("# One product: articles.csv.", "name = prod_name");
    }

    /** What is sold goes by the trade's own word: the table whose rows have that key tells that it is the product. */
    @Test
    void productsByAWordOfTheTrade() throws IOException {
        StringBuilder lines = new StringBuilder("InvoiceLineId,InvoiceId,RoomId,UnitPrice,Quantity\n");
        StringBuilder heads = new StringBuilder("InvoiceId,CustomerId,InvoiceDate\n");
        StringBuilder people = new StringBuilder("CustomerId,FirstName,LastName,Company\n");
        for (int i = 0; i < 60; i++) {
            lines.append(i + "," + i / 2 + "," + (101 + i % 7) + ",80.00,2\n");
        }
        for (int i = 0; i < 30; i++) {
            heads.append(i + "," + (1 + i % 9) + ",2026-05-" + (10 + i % 20) + " 10:00:00\n");
        }
        for (int i = 1; i < 10; i++) {
            people.append(i + ",Ann,Number " + i + "," + (i == 4 ? "Four Ltd" : "") + "\n");
        }
        Files.writeString(folder.resolve("InvoiceLine.csv"), lines.toString());
        Files.writeString(folder.resolve("Invoice.csv"), heads.toString());
        Files.writeString(folder.resolve("Customer.csv"), people.toString());
        Files.writeString(
                folder.resolve("Room.csv"),
                "RoomId,Name,UnitPrice\n"
                        + IntStream.range(101, 110)
                                .mapToObj(i -> i + ",Room " + i + ",90.00\n")
                                .collect(java.util.stream.Collectors.joining()));
        assertThat(read(folder).accepted()).isEqualTo(60);
        assertThat(text).containsPattern("product_id = RoomId +# .*; a guess: look at it");
        assertThat(text)
                .contains(
                        "# One product: Room.csv.",
                        "name = Name",
                        "name = \"coalesce(Company, concat_ws(' ', FirstName, LastName))\"");
    }

    /** A warehouse's star: sales without prices, and products that say "product" in each column's name, with keys of two levels above. */
    @Test
    void whatOnlyTheProductsKnow() throws IOException {
        StringBuilder sales = new StringBuilder("OrderDate,OrderNumber,ProductKey,CustomerKey,OrderQuantity\n");
        StringBuilder products = new StringBuilder(
                "ProductKey,ProductSubcategoryKey,ProductName,ModelName,ProductStyle,ProductCost," + "ProductPrice\n");
        for (int i = 0; i < 60; i++) {
            sales.append("5/" + (1 + i % 28) + "/2026,SO" + i / 2 + "," + (301 + i % 24) + "," + (7000 + i % 9) + ","
                    + (1 + i % 3) + "\n");
        }
        for (int i = 0; i < 24; i++) {
            products.append((301 + i) + "," + (11 + i % 4) + ",Thing " + i + ",Model " + i / 3 + ","
                    + (i % 2 == 0 ? "U" : "W") + "," + (4 + i) + ".13," + (10 + i) + ".99\n");
        }
        Files.writeString(folder.resolve("Shop_Sales.csv"), sales.toString());
        Files.writeString(folder.resolve("Shop_Products.csv"), products.toString());
        Files.writeString(
                folder.resolve("Shop_Product_Subcategories.csv"),
                "ProductSubcategoryKey,SubcategoryName,ProductCategoryKey\n11,Helmets,1\n12,Lights,1\n13,Socks,2\n14,Caps,2\n");
        Files.writeString(
                folder.resolve("Shop_Product_Categories.csv"),
                "ProductCategoryKey,CategoryName\n1,Accessories\n2,Clothing\n3,Bikes\n");
        TrialResult orders = read(folder);
        assertThat(orders.accepted()).isEqualTo(60);
        assertThat(text)
                .contains(
                        "unit_price = ProductPrice",
                        "quantity = OrderQuantity",
                        "list_price = ProductPrice",
                        "unit_cost = ProductCost",
                        "category = \"concat_ws('/', CategoryName, SubcategoryName)\"",
                        "substitute_group = ModelName")
                .doesNotContainPattern("(?m)^    \\w+ = .*ProductStyle");
        assertThat(trial(Products.INPUT).accepted()).isEqualTo(24);
    }

    /** One flat file tells of products and of customers too; a part of a country is no state of an order, and what a line says is no category. */
    @Test
    void oneFlatFile() throws IOException {
        StringBuilder lines =
                new StringBuilder("Row ID,Order ID,Order Date,Customer ID,Customer Name,City,State,Product ID,"
                        + "Category,Sub-Category,Product Name,Season,Sales,Quantity\n");
        for (int i = 0; i < 90; i++) {
            int customer = i / 2 % 9;
            int product = i % 24;
            lines.append(i + ",CA-" + i / 2 + ",5/" + (1 + i / 2 % 28) + "/2026,C-" + customer + ",Ann " + customer
                    + ",Town " + customer + "," + (customer % 2 == 0 ? "New York" : "Texas") + ",P-" + product + ","
                    + (product % 6 < 2 ? "Paper" : product % 6 == 2 ? "Ink" : "NULL") + ","
                    + (product % 6 < 3 ? "Kind " + product % 6 : "NULL")
                    + ",Thing " + product + "," + (i % 3 == 0 ? "Fall" : "Spring") + ",20.00,2\n");
        }
        Path shop = Files.createDirectory(folder.resolve("flat"));
        Files.writeString(shop.resolve("Sample - Shop.csv"), lines.toString());
        assertThat(read(shop).accepted()).isEqualTo(90);
        assertThat(text)
                .contains("not found: currency, status, channel")
                .doesNotContainPattern("(?m)^    \\w+ = .*Season");
        assertThat(trial(Products.INPUT).accepted()).isEqualTo(24);
        assertThat(trial(Customers.INPUT).accepted()).isEqualTo(9);
        Map<String, String> categories = new TreeMap<>();
        String query = text.substring(
                text.indexOf("SELECT product_id"), text.indexOf("\"\"\"", text.indexOf("SELECT product_id")));
        TestSession.spark().read().option("header", true).csv(shop.toString()).createOrReplaceTempView("sample_shop");
        TestSession.spark().sql(query).collectAsList().forEach(r -> categories.put(r.getString(0), r.getString(2)));
        assertThat(categories)
                .hasSize(24)
                .containsEntry("P-1", "Paper/Kind 1")
                .containsEntry("P-8", "Ink/Kind 2")
                .containsEntry("P-4", "");
    }

    /** Who bought what on which day, and nothing else. */
    @Test
    void whoBoughtWhatAndWhen() throws IOException {
        StringBuilder lines = new StringBuilder("Member_number,Date,itemDescription\n");
        for (int i = 0; i < 60; i++) {
            lines.append((1000 + i % 9) + "," + (10 + i % 18) + "-05-2026,thing " + i % 7 + "\n");
        }
        Files.writeString(folder.resolve("Groceries_dataset.csv"), lines.toString());
        TrialResult orders = read(folder);
        assertThat(orders.accepted()).isEqualTo(60);
        assertThat(orders.customers()).isBetween(8L, 10L);
        assertThat(text).contains("No price: what a customer is worth cannot be told.");
    }

    /** A log of what people did: its purchases are the order lines, and all of it is behaviour. */
    @Test
    void purchasesAmongLooks() throws IOException {
        StringBuilder events =
                new StringBuilder("event_time,event_type,product_id,category_code,price,user_id,user_session\n");
        for (int i = 0; i < 300; i++) {
            int product = i * 7 % 40;
            events.append("2026-05-" + (10 + i % 18) + " 0" + i % 10 + ":11:00 UTC,"
                    + (i % 10 == 9 ? "purchase" : i % 3 == 0 ? "cart" : "view") + "," + (44600 + product) + ",kind."
                    + product % 4
                    + "," + (10 + product) + ".50," + (541 + i / 10 % 25) + ",s-" + i / 10 + "\n");
        }
        Files.writeString(folder.resolve("2026-May.csv"), events.toString());
        TrialResult orders = read(folder);
        assertThat(orders.accepted()).isEqualTo(30);
        assertThat(text).contains("order_id = user_session", "WHERE event_type IN ('purchase')");
        // Orders and customers are counted approximately.
        assertThat(orders.orders()).isBetween(28L, 32L);
        assertThat(orders.customers()).isBetween(23L, 27L);
        assertThat(orders.mapped()).doesNotContain(Orders.STATUS);
        // Who bought something is not looking for it; what is left is in the words that have weights.
        assertThat(trial(Behavior.INPUT).accepted()).isEqualTo(270);
        assertThat(text).contains("IN ('cart') THEN 'add_to_cart'", "regexp_replace(category_code");
        assertThat(trial(Products.INPUT).accepted()).isEqualTo(40);
    }

    /** An order within an object, its lines and its buyer within the order: names and consent are there and read. */
    @Test
    void documentsWithinAnObject() throws IOException {
        StringBuilder orders = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            int buyer = i % 8;
            orders.append("{\"order\": {\"id\": " + (7000 + i) + ", \"created_at\": \"2026-05-" + (10 + i % 20)
                    + "T09:00:00+02:00\", \"currency\": \"EUR\", \"customer\": {\"id\": " + (60 + buyer)
                    + ", \"first_name\": \"Ann\", \"last_name\": \"No" + buyer
                    + "\", \"addresses\": [{\"city\": \"A\"}, {\"city\": \"B\"}, {\"city\": \"C\"}], \"accepts_marketing\": "
                    + (buyer % 2 == 0) + "}, \"line.items\": [{\"sku\": \"A" + i % 5
                    + "\", \"title\": \"Thing\", \"quantity\": 2, \"price\": \"4.50\"}, {\"sku\": \"B" + i % 3
                    + "\", \"title\": \"Other\", \"quantity\": 1, \"price\": \"3.00\"}]}}\n");
        }
        Files.writeString(folder.resolve("orders.jsonl"), orders.toString());
        TrialResult lines = read(folder);
        assertThat(lines.accepted()).isEqualTo(80);
        assertThat(lines.customers()).isBetween(7L, 9L);
        TrialResult buyers = trial(Customers.INPUT);
        assertThat(buyers.accepted()).isEqualTo(8);
        assertThat(buyers.mapped()).contains(Customers.NAME, Customers.MARKETING_CONSENT);
        assertThat(text).contains("explode_outer(order.`line.items`) AS `line.items`");
    }

    /** Orders that say nothing of the day: which file comes closest, and what it lacks. */
    @Test
    void whatIsLackingIsSaid() throws IOException {
        StringBuilder lines = new StringBuilder("order_id,product_id,add_to_cart_order,reordered\n");
        StringBuilder orders =
                new StringBuilder("order_id,user_id,order_dow,order_hour_of_day,days_since_prior_order\n");
        for (int i = 0; i < 60; i++) {
            lines.append((1000 + i / 2) + "," + (7 + i % 9) + "," + (1 + i % 2) + ",0\n");
            orders.append((1000 + i) + "," + (30 + i % 8) + "," + i % 7 + ",10," + (1 + i % 20) + ".0\n");
        }
        Files.writeString(folder.resolve("order_products.csv"), lines.toString());
        Files.writeString(folder.resolve("orders.csv"), orders.toString());
        Command init = Command.run("init", "--check", folder.toString());
        assertThat(init.exitCode()).isEqualTo(2);
        assertThat(init.err())
                .contains(
                        "order_products.csv: of what order lines tell it has what was bought (product_id), by whom or in"
                                + " which order (order_id)")
                .contains("it lacks when, how many or at which price.");
    }

    /** What a person has in hand before anything else: a workbook, which is to be saved as text. */
    @Test
    void aWorkbookIsSaid() throws IOException {
        Files.write(
                folder.resolve("orders.xlsx"),
                "PK\u0003\u0004\u0014\u0000[Content_Types].xml".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        Command init = Command.run("init", "--check", folder.toString());
        assertThat(init.exitCode()).isEqualTo(2);
        assertThat(init.err()).contains("orders.xlsx: is an Excel workbook and no text. Save its sheet as CSV UTF-8");
    }

    /** Files whose names tell months are one table; a line of no pieces is no fault, and a kind of customer is no customer. */
    @Test
    void aFileForEachMonth() throws IOException {
        for (String month : List.of("January", "February", "March")) {
            StringBuilder lines = new StringBuilder("Order ID,Customer Type,SKU,Qty,Amount,Date,Status\n");
            for (int i = 0; i < 40; i++) {
                lines.append(month.charAt(2) + "-" + i + "," + (i % 2 == 0 ? "Member" : "Normal") + ",S" + i % 8 + ","
                        + (i % 8 == 0 ? "0" : "2") + "," + (i % 8 == 0 ? "" : "19.00") + ",2026-0"
                        + (1 + "JFM".indexOf(month.charAt(0))) + "-1" + i % 10 + ","
                        + (i % 8 == 0 ? "Cancelled" : "Shipped") + "\n");
            }
            Files.writeString(folder.resolve("Sales_" + month + "_2026.csv"), lines.toString());
        }
        TrialResult orders = read(folder);
        assertThat(orders.accepted()).isEqualTo(120);
        assertThat(text)
                .contains("No column names the customer")
                .doesNotContainPattern("(?m)^    \\w+ = .*Customer Type");
    }

    /** Two levels beside each other are a path; what each of many categories has as well is no level below it. */
    @Test
    void categoriesOfTwoLevels() throws IOException {
        assertThat(category("Sub-Category", i -> "kind " + i % 6))
                .contains("category = \"concat_ws('/', Category, `Sub-Category`)\"");
        assertThat(category("Subcategory", i -> i % 7 == 0 ? "new" : "old " + i % 5))
                .contains("category = Category ");
    }

    private String category(String header, IntFunction<String> lower) throws IOException {
        Path shop = Files.createTempDirectory(folder, "shop");
        StringBuilder lines = new StringBuilder("order_id,order_date,customer_id,product_id,quantity,price\n");
        StringBuilder products = new StringBuilder("product_id,product_name,Category," + header + "\n");
        for (int i = 0; i < 60; i++) {
            lines.append("O" + i / 2 + ",2026-05-" + (1 + i % 28) + ",c" + i % 9 + ",P" + i % 30 + ",1,9.90\n");
        }
        for (int i = 0; i < 30; i++) {
            products.append("P" + i + ",Thing " + i + ",part " + i % 3 + "," + lower.apply(i) + "\n");
        }
        Files.writeString(shop.resolve("orders.csv"), lines.toString());
        Files.writeString(shop.resolve("products.csv"), products.toString());
        return new ProposedNight(shop).proposed();
    }

    /** A line that names a column is to be pasted as it is, blanks and all. */
    @Test
    void blanksAroundNamesOfColumns() throws IOException {
        StringBuilder lines = new StringBuilder("order_id ,product_id,customer_id,ordered_at,quantity, unit_price\n");
        for (int i = 0; i < 30; i++) {
            lines.append("o" + i / 2 + ",p" + i % 5 + ",c" + i / 6 + ",2026-05-0" + (1 + i / 6) + " 10:00:00,1,9.50\n");
        }
        Files.writeString(folder.resolve("orders.csv"), lines.toString());
        assertThat(read(folder).accepted()).isEqualTo(30);
        assertThat(text).contains("order_id = \"`order_id `\"", "unit_price = \"` unit_price`\"");
    }

    @Test
    void documentsWithLines() throws IOException {
        assertThat(read(ShopExports.documents(folder))).satisfies(InitIT::isTheShop);
        assertThat(text).contains("explode(line_items)", "customer.id");
    }

    @Test
    void tablesOfADatabase() throws IOException {
        TrialResult orders = read(ShopExports.tables(folder));
        assertThat(orders.accepted()).isEqualTo(LINES);
        assertThat(orders.nobody()).isZero();
        assertThat(text)
                .contains(
                        "LEFT JOIN orders ON orders.order_id = order_items.order_id",
                        "LEFT JOIN products ON products.sku")
                .contains("concat_ws(' ', first_name, last_name)", "marketing_consent = accepts_email_marketing")
                .contains("warehouses.csv (code, city)")
                .doesNotContain("consent.assume");
    }

    @Test
    void idsThatAreNumbersStandInForNames() throws IOException {
        write(
                "products",
                "product_id LONG, product_type STRING, department STRING",
                i -> row(100L + i, i == 3 ? null : "Type " + i, "D" + i % 2));
        write(
                "transactions",
                "basket_id LONG, household_id LONG, product_id LONG, quantity LONG, sales_value DOUBLE,"
                        + " transaction_timestamp TIMESTAMP",
                i -> row(
                        7L + i / 2,
                        1L + i % 5,
                        100L + i % 9,
                        2L,
                        5.0,
                        Timestamp.valueOf("2026-05-0" + (1 + i % 9) + " 10:00:00")));
        TrialResult orders = read(folder.resolve("lake"));
        assertThat(orders.accepted()).isEqualTo(40);
        TrialResult products = trial(Products.INPUT);
        assertThat(products.accepted()).isEqualTo(40);
        assertThat(text).contains("coalesce(product_type, CAST(product_id AS STRING))");
    }

    @Test
    void aTouchWhoseNumberHasAnUnknownNameIsStillATouch() throws IOException {
        ShopExports.woocommerce(folder);
        StringBuilder touches = new StringBuilder("nr,customer_id,sent_at,channel\n");
        for (int i = 0; i < 30; i++) {
            touches.append("T").append(i).append(",").append(100 + i % 9).append(",2026-05-03 10:00:00,email\n");
        }
        Files.writeString(folder.resolve("contacts.csv"), touches.toString());
        read(folder);
        assertThat(text).contains("contact_id = nr");
        assertThat(trial(Contacts.INPUT).accepted()).isEqualTo(30);
    }

    @Test
    void whatAContractBringsInAMonthIsNoPrice() throws IOException {
        StringBuilder contracts = new StringBuilder(
                "subscription_id,account_id,start_date,end_date,plan_tier,seats,mrr_amount,arr_amount,billing_frequency\n");
        for (int i = 0; i < 60; i++) {
            int month = (1 + i % 12) * (i % 2 == 0 ? 19 : 49);
            contracts
                    .append(String.join(
                            ",",
                            "S" + i,
                            "A" + i % 20,
                            "2026-0" + (1 + i % 5) + "-05",
                            "",
                            i % 2 == 0 ? "Basic" : "Pro",
                            "" + (1 + i % 12),
                            "" + month,
                            "" + 12 * month,
                            i % 3 == 0 ? "annual" : "monthly"))
                    .append("\n");
        }
        Files.writeString(folder.resolve("subscriptions.csv"), contracts.toString());
        text = export.proposed();
        assertThat(text)
                .contains(
                        "price_per = \"'contract'\"",
                        "CASE WHEN billing_frequency = 'annual' THEN arr_amount ELSE mrr_amount END");
        assertThat(trial(Subscriptions.INPUT).accepted()).isEqualTo(60);
        // 19 and 49 a seat; the answer is the line itself
        assertThat(text).contains("# ? inputs.products.query = ");
        export.answer("# ? inputs.products.query", "inputs.products.query");
        assertThat(trial(Products.INPUT).accepted()).isEqualTo(2);
        assertThat(text).contains("('Basic', 'Basic', 'plans', 'plan', 1), ('Pro', 'Pro', 'plans', 'plan', 2)");
    }

    /**
     * Three of four contracts run. One is over by its status, whose day stands in the column of cancellations; a fourth of
     * those that run was asked to end, and one of them owes. Periods are counted, and what is called monthly is paid for three months at once.
     */
    @Test
    void whatIsOverAndHowOftenItIsPaid() throws IOException {
        StringBuilder contracts = new StringBuilder("Subscription Id,Customer Id,Plan Id,MRR,Status,Started At,"
                + "Current Term End,Cancelled At,Billing Period,Billing Period Unit,Currency\n");
        for (int i = 0; i < 40; i++) {
            String status = i % 4 == 0 ? "cancelled" : i % 4 == 1 ? "non_renewing" : i % 4 == 2 ? "on-hold" : "active";
            status = i == 7 ? "past_due" : status;
            contracts.append("S" + i + ",C" + i % 20 + "," + (i % 2 == 0 ? "basic" : "pro") + ","
                    + (i % 2 == 0 ? "19.00" : "49.00") + "," + status + ",05-Jan-2025 10:00,2026-12-0" + (1 + i % 9)
                    + " 10:00,"
                    + (i % 4 < 2 ? "03-Mar-2026 09:00" : "") + "," + (i % 3 == 0 ? "3,month" : "1,year") + ",USD\n");
        }
        Files.writeString(folder.resolve("Subscriptions.csv"), contracts.toString());
        text = export.proposed();
        TrialResult read = trial(Subscriptions.INPUT);
        assertThat(read.accepted()).isEqualTo(40);
        assertThat(read.mapped()).contains(Subscriptions.ENDED_AT, Subscriptions.CURRENCY, Subscriptions.UNPAID_SINCE);
        assertThat(value("unpaid_since")).contains("IN ('past_due')");
        assertThat(TestSession.spark()
                        .sql("SELECT "
                                + value("ended_at")
                                        .replace("Status", "'cancelled'")
                                        .replace("parse_time(nullif(`Cancelled At`, ''))", "NULL")
                                        .replace("parse_time(`Current Term End`)", "'term'"))
                        .first()
                        .getString(0))
                .isEqualTo("term");
        assertThat(paid("3", "month")).isEqualTo("3").isNotEqualTo(paid("3", "year"));
        assertThat(paid("1", "year")).isEqualTo("12");
        // 49 a month, for a year at once and for three months
        assertThat(price("49.00", "1", "year")).isEqualByComparingTo("588");
        assertThat(price("49.00", "3", "month")).isEqualByComparingTo("147");
        assertThat(text)
                .contains("ltv.currency = USD")
                .contains("Contracts of these words in Status are read as running: on-hold. Leave out");
    }

    private String paid(String count, String unit) {
        return computed(value("billing"), "0", count, unit).getString(0);
    }

    private java.math.BigDecimal price(String month, String count, String unit) {
        return computed(value("price"), month, count, unit).getDecimal(0);
    }

    private static Row computed(String sql, String month, String count, String unit) {
        return TestSession.spark()
                .sql("SELECT " + sql + " FROM VALUES ('" + month + "', '" + count + "', '" + unit
                        + "') AS t (MRR, `Billing Period`, `Billing Period Unit`)")
                .first();
    }

    /** The expression that the proposal has for a column. */
    private String value(String column) {
        java.util.regex.Matcher m = java.util.regex.Pattern.compile("(?m)^ *" + column + " += \"(.*?)\"( #|$)")
                .matcher(text);
        assertThat(m.find()).as(column).isTrue();
        return m.group(1);
    }

    /** A shop writes 0 for no end; without a status what was cancelled ends with the term that was paid. */
    @Test
    void contractsWithoutAnEndOfTheirOwn() throws IOException {
        StringBuilder shop = new StringBuilder(
                "subscription_id,customer_id,product_name,start_date,end_date,billing_period,order_total\n");
        StringBuilder other = new StringBuilder("contract_id,customer_id,plan,start_date,cancelled_at,renewal_date\n");
        for (int i = 0; i < 40; i++) {
            shop.append(i + ",C" + i % 20 + ",Box " + i % 2 + ",2025-03-04 08:00:00,"
                    + (i % 4 == 0 ? "2026-01-05 08:00:00" : "0") + ",month,19\n");
            other.append("K" + i + ",C" + i % 20 + ",Box " + i % 2 + ",2025-03-04," + (i % 4 == 0 ? "2026-01-05" : "")
                    + ",2026-03-0" + (1 + i % 9) + "\n");
        }
        for (String file : List.of(shop.toString(), other.toString())) {
            Files.writeString(folder.resolve("contracts.csv"), file);
            text = export.proposed(folder.resolve("contracts.csv"));
            assertThat(trial(Subscriptions.INPUT).accepted()).isEqualTo(40);
            assertThat(text)
                    .contains(
                            file.equals(shop.toString())
                                    ? "nullif(end_date, '0')"
                                    : "CASE WHEN renewal_date > nullif(cancelled_at, '') THEN renewal_date");
        }
    }

    private void write(String name, String ddl, IntFunction<Row> row) {
        TestSession.rows(ddl, IntStream.range(0, 40).mapToObj(row).toArray(Row[]::new))
                .coalesce(1)
                .write()
                .parquet(folder.resolve("lake").resolve(name).toString());
    }

    private TrialResult trial(Input input) {
        OsusumeConfig config = ConfigLoader.load(Optional.of(folder.resolve("proposed.conf")), List.of())
                .config();
        return new InputTrial(TestSession.spark(), config).of(input, LocalDate.of(2026, 7, 1), Long.MAX_VALUE);
    }

    private static void isTheShop(TrialResult orders) {
        assertThat(orders.accepted()).isEqualTo(LINES);
        assertThat(orders.orders()).isBetween(SmallShop.ORDERS - 4L, SmallShop.ORDERS + 4L);
        assertThat(orders.customers()).isBetween(SmallShop.CUSTOMERS - 2L, SmallShop.CUSTOMERS + 2L);
        assertThat(orders.nobody()).isZero();
        assertThat(orders.mapped()).contains(Orders.STATUS, Orders.PRODUCT_NAME);
    }

    /** The orders as the configuration that init writes reads them. */
    private TrialResult read(Path... paths) throws IOException {
        propose(paths);
        return trial(Orders.INPUT);
    }

    private void propose(Path... paths) throws IOException {
        Command init = export.init(paths);
        assertThat(init.out()).contains("scripts/osusume nightly --conf " + folder.resolve("proposed.conf"));
        text = Files.readString(folder.resolve("proposed.conf"));
    }
}
