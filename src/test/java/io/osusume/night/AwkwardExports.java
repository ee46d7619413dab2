package io.osusume.night;

import static java.time.format.DateTimeFormatter.ofPattern;

import io.osusume.night.AwkwardShop.Fate;
import io.osusume.night.AwkwardShop.Line;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * {@link AwkwardShop} in the layouts of shops' exports, after their public documentation. A row is written by the columns
 * that have a value; those that the layout has besides are empty.
 */
final class AwkwardExports {
    private static final Map<Fate, String> SHOPIFY = Map.of(
            Fate.PAID, "paid",
            Fate.PARTLY_BACK, "partially_refunded",
            Fate.BACK, "refunded",
            Fate.CALLED_OFF, "voided",
            Fate.PENDING, "pending");
    private static final Map<Fate, String> WOO = Map.of(
            Fate.PAID, "completed",
            Fate.PARTLY_BACK, "processing",
            Fate.BACK, "refunded",
            Fate.CALLED_OFF, "cancelled",
            Fate.PENDING, "pending");
    private static final Map<Fate, String> WOO_WORDS = Map.of(
            Fate.PAID, "Completed",
            Fate.PARTLY_BACK, "Processing",
            Fate.BACK, "Refunded",
            Fate.CALLED_OFF, "Failed",
            Fate.PENDING, "Pending payment");
    private static final Map<Fate, String> STRIPE = Map.of(
            Fate.PAID, "Paid",
            Fate.PARTLY_BACK, "Partially refunded",
            Fate.BACK, "Refunded",
            Fate.CALLED_OFF, "Failed",
            Fate.PENDING, "Blocked");
    /** Waiting for the mall to confirm, shipped, paid out, called off (900), to be called off (800). */
    private static final Map<Fate, String> MALL = Map.of(
            Fate.PAID, "700", Fate.PARTLY_BACK, "500", Fate.BACK, "900", Fate.CALLED_OFF, "900", Fate.PENDING, "800");

    private AwkwardExports() {}

    /** help.shopify.com: what holds for the order stands on its first line; a buyer at the till has no address. */
    static Path shopify(Path folder) throws IOException {
        String header =
                "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,"
                        + "Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,"
                        + "Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,"
                        + "Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,"
                        + "Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,"
                        + "Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,"
                        + "Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,"
                        + "Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,"
                        + "Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Phone,Receipt Number,Duties";
        Sheet sheet = new Sheet(header);
        for (Line l : AwkwardShop.lines()) {
            String at = l.at().format(ofPattern("yyyy-MM-dd HH:mm:ss")) + " +0900";
            sheet.row()
                    .put("Name", "#" + l.order())
                    .put("Email", l.email().orElse(""))
                    .put("Created at", at)
                    .put("Lineitem quantity", l.quantity())
                    .put("Lineitem name", l.thing())
                    .put("Lineitem price", l.price())
                    .put("Lineitem compare at price", l.product() % 4 == 0 ? "" + (l.price() + 100) : "")
                    .put("Lineitem sku", l.product() == 5 ? "" : l.sku())
                    .put("Lineitem requires shipping", "true")
                    .put("Lineitem taxable", "true")
                    .put("Lineitem fulfillment status", "fulfilled")
                    .put("Vendor", "Roastery")
                    .put("Lineitem discount", "0");
            if (l.isFirst()) {
                sheet.put("Financial Status", SHOPIFY.get(l.fate()))
                        .put("Paid at", l.fate() == Fate.PENDING ? "" : at)
                        .put("Fulfillment Status", l.isKept() ? "fulfilled" : "unfulfilled")
                        .put("Accepts Marketing", l.customer().orElse(1) % 2 == 0 ? "yes" : "no")
                        .put("Currency", "JPY")
                        .put("Subtotal", "9999")
                        .put("Shipping", "500")
                        .put("Taxes", "90")
                        .put("Total", "10589")
                        .put("Billing Name", l.customer().map(c -> "Buyer " + c).orElse(""))
                        .put("Notes", l.order() % 9 == 0 ? "ring, \"twice\"\nplease" : "")
                        .put("Cancelled at", l.fate() == Fate.CALLED_OFF ? at : "")
                        .put("Refunded Amount", l.isKept() ? "0" : "9999")
                        .put("Id", "54" + l.order())
                        .put("Risk Level", "Low")
                        .put("Source", l.customer().isEmpty() ? "pos" : "web");
            }
        }
        return sheet.write(folder.resolve("orders_export_1.csv"), StandardCharsets.UTF_8, false);
    }

    /** Order export of WooCommerce's own extension, a row an item; who buys without an account is customer 0. */
    static Path woocommerce(Path folder) throws IOException {
        Sheet sheet = new Sheet(
                "order_id,order_number,order_number_formatted,date,status,shipping_total,shipping_tax_total,fee_total,"
                        + "tax_total,discount_total,order_total,refunded_total,order_currency,payment_method,shipping_method,customer_id,"
                        + "billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_postcode,customer_note,"
                        + "item_id,item_product_id,item_name,item_sku,item_quantity,item_subtotal,item_subtotal_tax,item_total,"
                        + "item_total_tax,item_refunded,item_refunded_qty,item_meta,shipping_items,coupon_items,order_notes");
        for (Line l : AwkwardShop.lines()) {
            sheet.row()
                    .put("order_id", l.order())
                    .put("order_number", l.order())
                    .put("order_number_formatted", l.order())
                    .put("date", l.at().format(ofPattern("yyyy-MM-dd HH:mm:ss")))
                    .put("status", WOO.get(l.fate()))
                    .put("shipping_total", "5.00")
                    .put("tax_total", "1.90")
                    .put("discount_total", "0.00")
                    .put("order_total", "99.00")
                    .put("refunded_total", l.fate() == Fate.BACK ? "99.00" : "0.00")
                    .put("order_currency", "EUR")
                    .put("payment_method", "stripe")
                    .put("customer_id", l.customer().map(c -> 100 + c).orElse(0))
                    .put("billing_first_name", "Anna")
                    .put("billing_last_name", "O'Neil")
                    .put("billing_email", l.email().orElse("guest" + l.order() + "@example.com"))
                    .put("item_id", 10 * l.order() + l.line())
                    .put("item_product_id", 30 + l.product())
                    .put("item_name", l.thing())
                    .put("item_sku", l.sku())
                    .put("item_quantity", l.quantity())
                    .put("item_subtotal", l.amount() + ".00")
                    .put("item_total", l.amount() + ".00")
                    .put("item_total_tax", "0.00")
                    .put("item_refunded", "0.00")
                    .put("item_refunded_qty", "0")
                    .put("shipping_items", "id:7|method_title:Post, insured|total:5.00");
        }
        return sheet.write(folder.resolve("orders-export-2026-06-30.csv"), StandardCharsets.UTF_8, false);
    }

    /** The much used order export plugin of WooCommerce: words with blanks and brackets; "Item #" counts within the order. */
    static Path woocommercePlugin(Path folder) throws IOException {
        Sheet sheet =
                new Sheet("Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),"
                        + "Company (Billing),Address 1&2 (Billing),City (Billing),State Code (Billing),Postcode (Billing),"
                        + "Country Code (Billing),Email (Billing),Phone (Billing),Payment Method Title,Cart Discount Amount,"
                        + "Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,"
                        + "Order Total Tax Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Coupon Code,Discount Amount,"
                        + "Discount Amount Tax");
        for (Line l : AwkwardShop.lines()) {
            sheet.row()
                    .put("Order Number", l.order())
                    .put("Order Status", WOO_WORDS.get(l.fate()))
                    .put("Order Date", l.at().format(ofPattern("yyyy-MM-dd HH:mm")))
                    .put("First Name (Billing)", "Anna")
                    .put("Last Name (Billing)", "No" + l.customer().orElse(0))
                    .put("Country Code (Billing)", "GB")
                    .put("Email (Billing)", l.email().orElse(""))
                    .put("Order Subtotal Amount", "90")
                    .put("Order Shipping Amount", "4.9")
                    .put("Order Refund Amount", "0")
                    .put("Order Total Amount", "94.9")
                    .put("Order Total Tax Amount", "0")
                    .put("SKU", l.sku())
                    .put("Item #", l.line())
                    .put("Item Name", l.thing())
                    .put("Quantity (- Refund)", l.quantity())
                    .put("Item Cost", l.price())
                    .put("Discount Amount", "0");
        }
        return sheet.write(folder.resolve("orders-2026-06-30-09-15-00.csv"), StandardCharsets.UTF_8, true);
    }

    /** squareup.com/help, item details: amounts with signs, a discount beside them, refunds as later rows of their own. */
    static Path square(Path folder) throws IOException {
        Sheet sheet = new Sheet(
                "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,"
                        + "Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,"
                        + "Customer Name,Customer Reference ID,Unit,Count,Itemization Type,Fulfillment Note,Token");
        for (Line l : AwkwardShop.lines()) {
            if (l.fate() == Fate.CALLED_OFF || l.fate() == Fate.PENDING) {
                continue; // a till knows no such sales
            }
            square(sheet, l, false);
            if (l.fate() == Fate.BACK) {
                square(sheet, l, true);
            }
        }
        return sheet.write(folder.resolve("items-2026-01-01-2026-07-01.csv"), StandardCharsets.UTF_8, false);
    }

    private static void square(Sheet sheet, Line l, boolean back) {
        String sign = back ? "-" : "";
        int discount = discount(l);
        sheet.row()
                .put("Date", l.at().plusDays(back ? 2 : 0).format(ofPattern("MM/dd/yyyy")))
                .put("Time", l.at().format(ofPattern("HH:mm:ss")))
                .put("Time Zone", "Pacific Time (US & Canada)")
                .put("Category", l.product() == 12 ? "Machines" : "Coffee")
                .put("Item", l.product() == 6 ? "Custom Amount" : l.thing())
                .put("Qty", sign + l.quantity() + ".0")
                .put("Price Point Name", "Regular")
                .put("SKU", l.product() % 3 == 0 ? "" : l.sku())
                .put("Gross Sales", sign + dollars(l.amount()))
                .put("Discounts", (back || discount == 0 ? "" : "-") + dollars(discount))
                .put("Net Sales", sign + dollars(l.amount() - discount))
                .put("Tax", sign + "$1.20")
                .put("Transaction ID", (back ? "R" : "T") + l.order() + "abcXYZ")
                .put("Payment ID", (back ? "Q" : "P") + l.order())
                .put("Device Name", "Till 1")
                .put("Details", "https://example.com/dashboard/sales")
                .put("Event Type", back ? "Refund" : "Payment")
                .put("Location", "Shop")
                .put("Customer ID", l.customer().map(c -> "CUST" + c + "QX").orElse(""))
                .put("Customer Name", l.customer().map(c -> "Buyer " + c).orElse(""))
                .put("Count", "1")
                .put("Itemization Type", "Physical Good")
                .put("Token", "TOKEN" + l.product());
    }

    static int discount(Line l) {
        return l.order() % 5 == 0 ? l.amount() / 10 : 0;
    }

    private static String dollars(int amount) {
        return "$" + String.format(Locale.ROOT, "%,d.00", amount);
    }

    /** docs.stripe.com, the export of payments: one row a payment, what was bought in its description. */
    static Path stripe(Path folder) throws IOException {
        Sheet sheet = new Sheet("id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,"
                + "Converted Amount Refunded,Converted Currency,Decline Reason,Description,Fee,Refunded date (UTC),"
                + "Statement Descriptor,Status,Seller Message,Taxes On Fee,Card ID,Customer ID,Customer Description,Customer Email,"
                + "Invoice ID,Transfer");
        for (Line l : AwkwardShop.lines()) {
            boolean back = l.fate() == Fate.BACK;
            sheet.row()
                    .put("id", "ch_3N" + l.order() + "x" + l.line())
                    .put("Created date (UTC)", l.at().format(ofPattern("yyyy-MM-dd HH:mm")))
                    .put("Amount", l.amount() + ".00")
                    .put("Amount Refunded", back ? l.amount() + ".00" : "0.00")
                    .put("Currency", "usd")
                    .put("Captured", l.isKept() || back)
                    .put("Converted Amount", l.amount() + ".00")
                    .put("Converted Amount Refunded", back ? l.amount() + ".00" : "0.00")
                    .put("Converted Currency", "usd")
                    .put("Decline Reason", l.fate() == Fate.CALLED_OFF ? "insufficient_funds" : "")
                    .put("Description", l.thing())
                    .put("Fee", "1.20")
                    .put("Statement Descriptor", "ROASTERY")
                    .put("Status", STRIPE.get(l.fate()))
                    .put("Seller Message", "Payment complete.")
                    .put("Taxes On Fee", "0.00")
                    .put("Card ID", "card_1" + l.order())
                    .put("Customer ID", l.customer().map(c -> "cus_Q" + c + "z").orElse(""))
                    .put(
                            "Customer Description",
                            l.customer().map(c -> "Buyer " + c).orElse(""))
                    .put("Customer Email", l.email().orElse(""))
                    .put("Invoice ID", "in_1" + l.order());
        }
        return sheet.write(folder.resolve("unified_payments.csv"), StandardCharsets.UTF_8, false);
    }

    /** A Japanese mall's order file in the encoding that it has: every field in quotes, the state of an order as a code. */
    static Path mall(Path folder) throws IOException {
        Sheet sheet = new Sheet("注文番号,ステータス,サブステータスID,サブステータス,注文日時,注文日,注文時間,キャンセル期限日,注文確認日時,注文確定日時,発送指示日時,発送完了報告日時,"
                + "支払方法名,配送方法,注文種別,複数送付先フラグ,楽天会員フラグ,商品合計金額,消費税合計,送料合計,代引料合計,請求金額,合計金額,ポイント利用額,"
                + "クーポン利用総額,注文者郵便番号1,注文者郵便番号2,注文者住所都道府県,注文者姓,注文者名,注文者姓カナ,注文者名カナ,注文者電話番号1,注文者メールアドレス,"
                + "注文者性別,送付先ID,送付先送料,送付先合計金額,のし,送付先姓,送付先名,商品明細ID,商品ID,商品名,商品番号,商品管理番号,単価,個数,送料込別,税込別,"
                + "代引手数料込別,項目・選択肢,ポイント倍率,納期情報,在庫タイプ,お届け日指定,担当者,ひとことメモ,コメント,利用端末,商品税率,商品毎税込価格,SKU管理番号,"
                + "システム連携用SKU番号,SKU情報");
        for (Line l : AwkwardShop.lines()) {
            sheet.row()
                    .put("注文番号", "338080-" + l.at().format(ofPattern("yyyyMMdd")) + "-" + l.order())
                    .put("ステータス", MALL.get(l.fate()))
                    .put("注文日時", l.at().format(ofPattern("yyyy-MM-dd HH:mm:ss")))
                    .put("注文日", l.at().format(ofPattern("yyyy-MM-dd")))
                    .put("注文時間", l.at().format(ofPattern("HH:mm:ss")))
                    .put("注文確認日時", l.at().plusHours(1).format(ofPattern("yyyy-MM-dd HH:mm:ss")))
                    .put("支払方法名", "クレジットカード")
                    .put("商品合計金額", "9999")
                    .put("消費税合計", "999")
                    .put("送料合計", "500")
                    .put("請求金額", "10499")
                    .put("合計金額", "10499")
                    .put("ポイント利用額", "0")
                    .put("注文者住所都道府県", "東京都")
                    .put("注文者姓", "髙橋")
                    .put("注文者名", "花子" + l.customer().orElse(0))
                    .put(
                            "注文者メールアドレス",
                            l.email()
                                    .map(e -> e.replace("example.com", "pc.mall.example"))
                                    .orElse(""))
                    .put("送付先ID", "1")
                    .put("送付先送料", "500")
                    .put("送付先合計金額", "10499")
                    .put("商品明細ID", 7000 + 10 * l.order() + l.line())
                    .put("商品ID", 10_000 + l.product())
                    .put("商品名", "珈琲①号㈱ " + l.thing())
                    .put("商品番号", "kohi-" + l.product())
                    .put("商品管理番号", "kanri-" + l.product())
                    .put("単価", l.price())
                    .put("個数", l.quantity())
                    .put("送料込別", "0")
                    .put("税込別", "1")
                    .put("項目・選択肢", l.product() % 2 == 0 ? "挽き方:中挽き\nのし:なし" : "")
                    .put("ポイント倍率", "1")
                    .put("商品税率", "0.08")
                    .put("商品毎税込価格", l.price())
                    .put("SKU管理番号", "r-sku" + l.product());
        }
        return sheet.write(folder.resolve("20260630_juchu.csv"), Charset.forName("windows-31j"), true);
    }
}
