package io.osusume.night;

import io.osusume.night.SmallShop.Line;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@link SmallShop} in the layouts in which shops export their orders, each after the shop's public documentation. Columns
 * that are always empty here stand where they stand there.
 */
final class ShopExports {
    private static final Map<String, String> PAYMENT =
            Map.of("paid", "paid", "refunded", "refunded", "cancelled", "voided");
    private static final Map<String, String> WOO =
            Map.of("paid", "completed", "refunded", "refunded", "cancelled", "cancelled");

    private ShopExports() {}

    /** Customer/Order CSV Export of WooCommerce, one row an item; guests are customer 0. */
    static Path woocommerce(Path folder) throws IOException {
        return csv(
                folder.resolve("orders-export-2026-06-30.csv"),
                "order_id,order_number,date,status,shipping_total,tax_total,discount_total,order_total,refunded_total,"
                        + "order_currency,payment_method,customer_id,billing_first_name,billing_last_name,billing_email,"
                        + "billing_postcode,item_id,item_product_id,item_name,item_sku,item_quantity,item_subtotal,item_total,"
                        + "item_total_tax,item_refunded,item_refunded_qty,item_meta",
                l -> List.of(
                        l.order() + "",
                        l.order() + "",
                        l.at().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")),
                        WOO.get(l.fate()),
                        "5.00",
                        "1.00",
                        "0.00",
                        "99.00",
                        "0.00",
                        "EUR",
                        "stripe",
                        100 + l.customer() + "",
                        "Buyer",
                        "No" + l.customer(),
                        l.email(),
                        "1010",
                        10 * l.order() + l.line() + "",
                        30 + l.product() + "",
                        l.thing(),
                        l.sku(),
                        l.quantity() + "",
                        l.amount() + ".00",
                        l.amount() + ".00",
                        "0.00",
                        "0.00",
                        "0",
                        ""));
    }

    /** An accounts department's spreadsheet: a semicolon between columns, a comma in amounts, the day first. */
    static Path german(Path folder) throws IOException {
        String rows = SmallShop.lines().stream()
                .map(l -> String.join(
                        ";",
                        l.order() + "",
                        "K" + l.customer(),
                        l.sku(),
                        "\"" + l.thing().replace("\"", "\"\"") + "\"",
                        l.at().format(DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm")),
                        l.quantity() + "",
                        String.format(Locale.GERMANY, "%,.2f", (double) l.price())))
                .collect(Collectors.joining("\r\n"));
        Path file = folder.resolve("umsatz.csv");
        Files.writeString(
                file,
                "Order No;Customer No;Article No;Article description;Order date;Quantity;Unit price (EUR)\r\n" + rows
                        + "\r\n",
                Charset.forName("windows-1252"));
        return file;
    }

    /** A web API's documents: an order with its customer and its lines. */
    static Path documents(Path folder) throws IOException {
        Map<Integer, List<Line>> orders = SmallShop.lines().stream().collect(Collectors.groupingBy(Line::order));
        List<String> documents = new ArrayList<>();
        orders.forEach((order, lines) -> documents.add(String.format(
                Locale.ROOT,
                "{\"id\": %d, \"created_at\": \"%s+09:00\", \"financial_status\": \"%s\", \"currency\": \"JPY\","
                        + " \"customer\": {\"id\": %d, \"email\": \"%s\"}, \"line_items\": [%s]}",
                order,
                lines.get(0).at().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME),
                PAYMENT.get(lines.get(0).fate()),
                lines.get(0).customer(),
                lines.get(0).email(),
                lines.stream()
                        .map(l -> String.format(
                                Locale.ROOT,
                                "{\"id\": %d, \"sku\": \"%s\", \"title\": \"%s\", \"quantity\": %d, \"price\": \"%d.00\"}",
                                10 * order + l.line(),
                                l.sku(),
                                l.thing().replace("\"", "\\\""),
                                l.quantity(),
                                l.price()))
                        .collect(Collectors.joining(", ")))));
        Path file = folder.resolve("orders.jsonl");
        Files.writeString(file, String.join("\n", documents) + "\n");
        return file;
    }

    /** A database's tables, one file each: lines have neither a time nor a customer, nor a price. */
    static Path tables(Path folder) throws IOException {
        Path tables = Files.createDirectory(folder.resolve("shop"));
        List<Line> lines = SmallShop.lines();
        write(
                tables.resolve("order_items.csv"),
                "order_id,item_no,product_id,quantity",
                lines.stream().map(l -> l.order() + "," + l.line() + "," + l.sku() + "," + l.quantity()));
        write(
                tables.resolve("orders.csv"),
                "order_id,customer_id,order_date,order_status",
                lines.stream()
                        .filter(Line::isFirst)
                        .map(l -> l.order() + "," + l.customer() + ".0,"
                                + l.at().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")) + ","
                                + WOO.get(l.fate())));
        write(
                tables.resolve("products.csv"),
                "id,sku,title,price,category",
                IntStream.range(0, SmallShop.PRODUCTS)
                        .mapToObj(p -> (500 + p) + "," + String.format("SKU-%03d", p) + ",Thing " + p + ","
                                + (480 + 130 * p) + "," + (p < 6 ? "coffee" : "tools")));
        write(
                tables.resolve("customers.csv"),
                "id,first_name,last_name,email,accepts_email_marketing,created_at",
                IntStream.range(0, SmallShop.CUSTOMERS)
                        .mapToObj(c -> c + ",Anna,No" + c + ",buyer" + c + "@example.com," + (c % 2 == 0) + ",2025-11-0"
                                + (1 + c % 9)));
        write(tables.resolve("warehouses.csv"), "code,city", Stream.of("1,Kyoto", "2,Osaka"));
        return tables;
    }

    /** A company that sells by contract: plans, seats, use by contract, support cases. */
    static Path plans(Path folder) throws IOException {
        Path tables = Files.createDirectory(folder.resolve("plans"));
        List<Line> lines = SmallShop.lines().stream().filter(Line::isFirst).toList();
        write(
                tables.resolve("subscriptions.csv"),
                "id,Customer ID,Plan,Quantity,Interval,Amount,Status,Start Date (UTC),Current Period End (UTC),Canceled At (UTC),"
                        + "Ended At (UTC)",
                lines.stream()
                        .map(l -> "sub_" + l.order() + ",cus_" + l.customer() + ",Plan " + l.product() % 3 + ","
                                + l.quantity()
                                + "," + (l.order() % 4 == 0 ? "year" : "month") + "," + l.price() + ".00,active,"
                                + l.at().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"))
                                + ",2026-12-01 00:00,,"));
        write(
                tables.resolve("usage.csv"),
                "subscription_id,usage_date,usage_count",
                lines.stream().map(l -> "sub_" + l.order() + "," + l.at().toLocalDate() + "," + 5 * l.quantity()));
        return tables;
    }

    private static void write(Path file, String header, Stream<String> rows) throws IOException {
        Files.writeString(file, header + "\n" + rows.collect(Collectors.joining("\n")) + "\n");
    }

    private static Path csv(Path file, String header, Function<Line, List<String>> row) throws IOException {
        String rows = SmallShop.lines().stream()
                .map(row)
                .map(values -> values.stream().map(ShopExports::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        Files.writeString(file, header + "\n" + rows + "\n");
        return file;
    }

    private static String quoted(String value) {
        return value.matches("(?s).*[\",\n].*") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }
}
