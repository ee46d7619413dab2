package io.osusume.night;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A made-up shop's order lines, the same each time, for the exports of {@link ShopExports}. */
final class SmallShop {
    static final int ORDERS = 60;
    static final int CUSTOMERS = 23;
    static final int PRODUCTS = 11;

    private static final String[] THINGS = {
        "Espresso beans 500 g",
        "Filter paper, 100 sheets",
        "Storage tin",
        "Milk jug 7\"",
        "Coffee mill",
        "Cup \"Lisboa\"",
        "Cleaning tablets",
        "Decaf beans 250 g",
        "Kettle",
        "Scale",
        "Gift card"
    };

    private SmallShop() {}

    /**
     * One order line.
     *
     * @param fate paid, refunded or cancelled: of the whole order
     */
    record Line(
            int order, int line, int customer, int product, int quantity, int price, LocalDateTime at, String fate) {
        String thing() {
            return THINGS[product];
        }

        String sku() {
            return String.format("SKU-%03d", product);
        }

        String email() {
            return "buyer" + customer + "@example.com";
        }

        BigDecimal amount() {
            return BigDecimal.valueOf((long) quantity * price);
        }

        boolean isFirst() {
            return line == 1;
        }
    }

    /** About two lines an order, over half a year to 2026-06-28; prices are whole. */
    static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        LocalDateTime start = LocalDateTime.of(2026, 1, 2, 9, 30);
        for (int order = 0; order < ORDERS; order++) {
            LocalDateTime at = start.plusDays(3L * order).plusMinutes(37L * order % 600);
            String fate = order % 17 == 5 ? "refunded" : order % 19 == 7 ? "cancelled" : "paid";
            int items = 1 + order % 3;
            for (int line = 1; line <= items; line++) {
                int product = (order * 5 + line * 3) % PRODUCTS;
                lines.add(new Line(
                        1001 + order,
                        line,
                        (order * 7) % CUSTOMERS,
                        product,
                        1 + (order + line) % 3,
                        480 + 130 * product,
                        at,
                        fate));
            }
        }
        return lines;
    }
}
