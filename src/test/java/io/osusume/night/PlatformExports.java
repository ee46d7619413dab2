package io.osusume.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tables of a shop's platform: sets above their parts, variants below their products, amounts in two currencies, numbers that count. */
final class PlatformExports {
    private static final int ORDERS = 60;
    private static final String ITEMS =
            "item_id,order_id,parent_item_id,created_at,product_id,product_type,sku,name,qty_canceled,"
                    + "qty_ordered,qty_refunded,price,base_price,discount_percent,discount_amount,base_discount_amount,row_total,base_row_total";

    private final StringBuilder items = new StringBuilder(ITEMS + "\n");
    private int last;

    private final String none;
    private final String point;

    /**
     * @param none what stands for no line above
     * @param point behind its number
     */
    private PlatformExports(String none, String point) {
        this.none = none;
        this.point = point;
    }

    static Path shop(Path folder) throws IOException {
        return shop(folder, "", "");
    }

    static Path shop(Path folder, String none, String point) throws IOException {
        Path files = Files.createDirectories(folder.resolve("platform"));
        StringBuilder orders = new StringBuilder("entity_id,state,status,customer_id,base_grand_total,grand_total,"
                + "base_currency_code,order_currency_code,created_at\n");
        PlatformExports shop = new PlatformExports(none, point);
        for (int i = 0; i < ORDERS; i++) {
            String at = String.format(Locale.ROOT, "2026-%02d-%02d 10:00:00", 1 + i % 5, 1 + i % 28);
            shop.order(i, at);
            orders.append(String.format(
                    Locale.ROOT,
                    "%d,complete,complete,%d,99,%s,EUR,%s,%s%n",
                    1 + i,
                    1 + i % 20,
                    i % 3 == 0 ? "89.1" : "99",
                    i % 3 == 0 ? "CHF" : "EUR",
                    at));
        }
        Files.writeString(files.resolve("sales_order_item.csv"), shop.items);
        Files.writeString(files.resolve("sales_order.csv"), orders);
        Files.writeString(files.resolve("export_catalog_product.csv"), catalogue());
        Files.writeString(files.resolve("sales_creditmemo_item.csv"), creditMemos());
        StringBuilder customers = new StringBuilder("entity_id,email,created_at,is_active,firstname,lastname\n");
        for (int c = 1; c <= 20; c++) {
            customers.append(
                    c + ",jan" + c + "@example.com,2025-11-0" + (1 + c % 9) + " 08:00:00,1,Jan,Meyer" + c + "\n");
        }
        Files.writeString(files.resolve("customer_entity.csv"), customers);
        Files.writeString(files.resolve("campaign_activity.csv"), mails());
        Files.writeString(
                files.resolve("unsubscribed_members_export.csv"),
                "Email Address,UNSUB_TIME\nJAN2@EXAMPLE.COM,2026-02-01 10:00:00\njan3@example.com,2026-02-03 10:00:00\n");
        return files;
    }

    /** To ten customers and two strangers; four opened it, two of those clicked, and one bounced. */
    private static StringBuilder mails() {
        StringBuilder mails = new StringBuilder("Campaign ID,Campaign Title,Email Address,Action,Timestamp\n");
        for (int c = 1; c <= 12; c++) {
            String mail = "7f3a,Spring," + (c > 10 ? "stranger" : "jan") + c + "@example.com,";
            mails.append(mail + "sent,2026-04-01T09:00:00+00:00\n");
            mails.append(c <= 4 ? mail + "open,2026-04-02T09:00:00+00:00\n" : "");
            mails.append(c <= 2 ? mail + "click,2026-04-02T09:01:00+00:00\n" : "");
            mails.append(c == 5 ? mail + "bounce,2026-04-01T09:02:00+00:00\n" : "");
        }
        return mails;
    }

    private void order(int i, String at) {
        double rate = i % 3 == 0 ? 0.9 : 1;
        switch (i % 4) {
            case 0 -> {
                int set = line(i, at, "", "SET-1", new double[] {50, 1, 0, 0}, rate);
                line(i, at, "" + set, "SK-101", new double[] {30, 1, 0, 0}, rate);
                line(i, at, "" + set, "SK-102", new double[] {20, 1, 0, 0}, rate);
            }
            case 1 -> {
                int product = line(i, at, "", "SK-103", new double[] {40, 2, 0, 0}, rate);
                line(i, at, "" + product, "SK-103", new double[] {0, 2, 0, 0}, rate);
            }
            case 2 -> line(i, at, "", "SK-10" + i % 9, new double[] {25, 1, 10, 0}, rate);
            default -> line(i, at, "", "SK-10" + i % 9, new double[] {25, 1, 0, i == 3 ? 1 : 0}, rate);
        }
    }

    /** @param figures the price, pieces, per cent off, and pieces that came back */
    private int line(int i, String at, String parent, String sku, double[] figures, double rate) {
        double amount = figures[0] * figures[1];
        double off = amount * figures[2] / 100;
        items.append(String.format(
                Locale.ROOT,
                "%d,%d,%s,%s,%d,simple,%s,Thing %s,0.0000,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f%n",
                ++last,
                1 + i,
                parent.isEmpty() ? none : parent + point,
                at,
                300 + Math.floorMod(sku.hashCode(), 97),
                sku,
                sku,
                figures[1],
                figures[3],
                figures[0] * rate,
                figures[0],
                figures[2],
                off * rate,
                off,
                amount * rate,
                amount));
        return last;
    }

    private static StringBuilder catalogue() {
        StringBuilder products = new StringBuilder(
                "sku,product_type,categories,name,description,price,cost\nSET-1,bundle,Root/Sets,Set 1,,50,\n");
        for (int p = 0; p < 9; p++) {
            products.append("SK-10" + p + ",simple,\"Root/Men,Root/Men/Shirts\",Shirt " + p + ",\"<p>Shirt " + p
                    + ", comfortable.</p>\",2" + p + ",9\n");
        }
        return products;
    }

    /** Numbers that count from 1 on: they know any other number, and mean nothing. */
    private static StringBuilder creditMemos() {
        StringBuilder memos =
                new StringBuilder("entity_id,parent_id,base_price,qty,product_id,order_item_id,sku,name\n");
        for (int m = 1; m <= 400; m++) {
            memos.append(m + "," + m + ",25.0000,1.0000," + (300 + m % 90) + "," + m + ",SK-10" + m % 9 + ",Thing\n");
        }
        return memos;
    }
}
