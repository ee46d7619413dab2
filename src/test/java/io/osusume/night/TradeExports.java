package io.osusume.night;

import static java.time.format.DateTimeFormatter.ofPattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.osusume.night.AwkwardShop.Fate;
import io.osusume.night.AwkwardShop.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link AwkwardShop} as sales teams, accountants, shop databases and analytics write it down, after their public documentation. */
final class TradeExports {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TradeExports() {}

    /** Deals with their lines: a deal's own row has the customer, the day and whether it was won. */
    static Path deals(Path folder) throws IOException {
        Path files = Files.createDirectories(folder.resolve("crm"));
        Sheet deals = new Sheet("Id,IsDeleted,AccountId,Name,StageName,Amount,Probability,CloseDate,Type,CreatedDate");
        Sheet lines = new Sheet(
                "Id,OpportunityId,SortOrder,Product2Id,ProductCode,Name,Quantity,TotalPrice,UnitPrice,CreatedDate");
        for (Line l : AwkwardShop.lines()) {
            String deal = "0065g" + l.order() + "AAA";
            String entered = l.at().minusDays(20).format(ofPattern("yyyy-MM-dd'T'HH:mm:ss")) + ".000+0000";
            lines.row()
                    .put("Id", "00k5g" + l.order() + l.line() + "AA")
                    .put("OpportunityId", deal)
                    .put("SortOrder", l.line())
                    .put("Product2Id", "01t5g" + l.product() + "AAA")
                    .put("ProductCode", l.sku())
                    .put("Name", "Deal " + l.order() + " " + l.thing())
                    .put("Quantity", l.quantity() + ".0")
                    .put("TotalPrice", l.amount() + ".0")
                    .put("UnitPrice", l.price() + ".0")
                    .put("CreatedDate", entered);
            if (l.isFirst()) {
                deals.row()
                        .put("Id", deal)
                        .put("IsDeleted", "false")
                        .put(
                                "AccountId",
                                l.customer().map(c -> "0015g" + c + "AAA").orElse(""))
                        .put("Name", "Deal " + l.order())
                        .put("StageName", l.isKept() ? "Closed Won" : "Closed Lost")
                        .put("Probability", l.isKept() ? 100 : 0)
                        .put("CloseDate", l.at().format(ofPattern("yyyy-MM-dd")))
                        .put("Type", "New Business")
                        .put("CreatedDate", entered);
            }
        }
        deals.write(files.resolve("Opportunity.csv"), StandardCharsets.UTF_8, true);
        lines.write(files.resolve("OpportunityLineItem.csv"), StandardCharsets.UTF_8, true);
        return files;
    }

    /** A shop's database: the order's key has another name on each side; of what came back the line keeps the count. */
    static Path tables(Path folder) throws IOException {
        Path files = Files.createDirectories(folder.resolve("tables"));
        Sheet orders = new Sheet("entity_id,state,status,customer_id,grand_total,order_currency_code,created_at");
        Sheet items = new Sheet("item_id,order_id,created_at,product_id,product_type,sku,name,qty_canceled,qty_ordered,"
                + "qty_refunded,price,row_total,discount_amount");
        for (Line l : AwkwardShop.lines()) {
            String at = l.at().format(ofPattern("yyyy-MM-dd HH:mm:ss"));
            items.row()
                    .put("item_id", l.order() * 10 + l.line())
                    .put("order_id", l.order())
                    .put("created_at", at)
                    .put("product_id", 70 + l.product())
                    .put("product_type", "simple")
                    .put("sku", l.sku())
                    .put("name", l.thing())
                    .put("qty_canceled", "0.0000")
                    .put("qty_ordered", l.quantity() + ".0000")
                    .put("qty_refunded", cameBack(l) + ".0000")
                    .put("price", l.price() + ".0000")
                    .put("row_total", l.amount() + ".0000")
                    .put("discount_amount", "0.0000");
            if (l.isFirst()) {
                orders.row()
                        .put("entity_id", l.order())
                        .put("state", l.fate() == Fate.CALLED_OFF ? "canceled" : "complete")
                        .put("status", l.fate() == Fate.CALLED_OFF ? "canceled" : "complete")
                        .put("customer_id", l.customer().map(String::valueOf).orElse(""))
                        .put("order_currency_code", "EUR")
                        .put("created_at", at);
            }
        }
        orders.write(files.resolve("sales_order.csv"), StandardCharsets.UTF_8, false);
        items.write(files.resolve("sales_order_item.csv"), StandardCharsets.UTF_8, false);
        return files;
    }

    /** Of an order that came back all pieces, of one that came back in part one piece of the first line. */
    static int cameBack(Line l) {
        boolean one = l.fate() == Fate.PARTLY_BACK && l.isFirst();
        return l.fate() == Fate.BACK ? l.quantity() : one ? 1 : 0;
    }

    /** An accountant's invoices: those void count for nothing, and a credit note is a document of its own beside the invoice. */
    static Path invoices(Path folder) throws IOException {
        Sheet sheet = new Sheet(
                "ContactName,EmailAddress,InvoiceNumber,InvoiceDate,DueDate,Total,InventoryItemCode,Description,"
                        + "Quantity,UnitAmount,LineAmount,Currency,Type,Status");
        for (Line l : AwkwardShop.lines()) {
            boolean owed = l.fate() == Fate.CALLED_OFF || l.fate() == Fate.PENDING;
            document(sheet, l, "INV-", l.at(), "Sales invoice", owed ? "Voided" : "Paid");
            if (l.fate() == Fate.BACK) {
                document(sheet, l, "CN-", l.at().plusDays(9), "Sales credit note", "Paid");
            } else if (isCreditedByMistake(l)) {
                document(sheet, l, "CN-", l.at().plusDays(1), "Sales credit note", "Voided");
            }
        }
        return sheet.write(folder.resolve("SalesInvoices.csv"), StandardCharsets.UTF_8, false);
    }

    static boolean isCreditedByMistake(Line l) {
        return l.fate() == Fate.PAID && l.order() % 17 == 0;
    }

    private static void document(Sheet sheet, Line l, String number, LocalDateTime at, String type, String status) {
        sheet.row()
                .put("ContactName", l.customer().map(c -> "Buyer " + c).orElse(""))
                .put("EmailAddress", l.email().orElse(""))
                .put("InvoiceNumber", number + l.order())
                .put("InvoiceDate", at.format(ofPattern("dd/MM/yyyy")))
                .put("DueDate", at.plusDays(14).format(ofPattern("dd/MM/yyyy")))
                .put("InventoryItemCode", l.sku())
                .put("Description", l.thing())
                .put("Quantity", l.quantity() + ".0000")
                .put("UnitAmount", l.price() + ".00")
                .put("LineAmount", l.amount() + ".00")
                .put("Currency", "GBP")
                .put("Type", type)
                .put("Status", status);
    }

    /** Events of a web shop with what was looked at and bought in an array of the event, in microseconds. */
    static Path events(Path folder) throws IOException {
        List<Object> events = new ArrayList<>();
        for (List<Line> order : orders()) {
            Line first = order.get(0);
            long micros = first.at().toEpochSecond(ZoneOffset.UTC) * 1_000_000;
            List<Map<String, Object>> items =
                    order.stream().map(TradeExports::item).toList();
            events.add(event("view_item", micros - 90_000_000, first, "(not set)", items.subList(0, 1)));
            if (first.isKept()) {
                events.add(event("purchase", micros, first, "T" + first.order(), items));
            }
        }
        return write(folder.resolve("events.jsonl"), events);
    }

    private static Map<String, Object> event(
            String name, long micros, Line order, String transaction, List<Map<String, Object>> items) {
        return map(
                "event_date", order.at().format(ofPattern("yyyyMMdd")),
                "event_timestamp", String.valueOf(micros),
                "event_name", name,
                "user_id", order.customer().map(c -> "user" + c).orElse(null),
                "event_params",
                        List.of(
                                map("key", "page", "value", map("string_value", "/" + name)),
                                map("key", "session", "value", map("int_value", micros / 1_000_000)),
                                map("key", "medium", "value", map("string_value", "organic")),
                                map("key", "engaged", "value", map("int_value", 1)),
                                map("key", "source", "value", map("string_value", "search"))),
                "ecommerce", map("transaction_id", transaction),
                "items", items);
    }

    private static Map<String, Object> item(Line l) {
        return map(
                "item_id", l.sku(),
                "item_name", l.thing(),
                "item_category", l.product() == 12 ? "Machines" : "Coffee",
                "price", l.price(),
                "quantity", l.quantity());
    }

    /** A tracking plan's events: the lines of an order lie in its properties, and a look has none. */
    static Path tracks(Path folder) throws IOException {
        List<Object> events = new ArrayList<>();
        for (List<Line> order : orders()) {
            Line first = order.get(0);
            String at = first.at().format(ofPattern("yyyy-MM-dd'T'HH:mm:ss")) + ".000Z";
            String who = first.customer().map(c -> "user" + c).orElse(null);
            events.add(map(
                    "type",
                    "track",
                    "event",
                    "Product Viewed",
                    "userId",
                    who,
                    "timestamp",
                    at,
                    "properties",
                    map("product_id", first.sku(), "name", first.thing(), "price", first.price())));
            if (first.isKept()) {
                List<Map<String, Object>> products = order.stream()
                        .map(l -> map(
                                "product_id",
                                l.sku(),
                                "name",
                                l.thing(),
                                "price",
                                l.price(),
                                "quantity",
                                l.quantity(),
                                "category",
                                l.product() == 12 ? "Machines" : "Coffee"))
                        .toList();
                events.add(map(
                        "type",
                        "track",
                        "event",
                        "Order Completed",
                        "userId",
                        who,
                        "timestamp",
                        at,
                        "properties",
                        map("order_id", "T" + first.order(), "currency", "USD", "products", products)));
            }
        }
        return write(folder.resolve("tracks.jsonl"), events);
    }

    private static List<List<Line>> orders() {
        return List.copyOf(AwkwardShop.lines().stream()
                .collect(Collectors.groupingBy(Line::order, LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static Path write(Path file, List<Object> documents) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Object document : documents) {
            text.append(JSON.writeValueAsString(document)).append('\n');
        }
        return Files.writeString(file, text.toString());
    }
}
