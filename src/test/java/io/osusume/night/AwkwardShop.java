package io.osusume.night;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A made-up shop's order lines as they come: orders given back, called off, never paid; buyers whom nobody knows; gifts;
 * names with quotes, commas and signs. The same each time, for {@link AwkwardExports}.
 */
final class AwkwardShop {
    private static final int ORDERS = 150;
    private static final int CUSTOMERS = 31;

    private static final String[] THINGS = {
        "Espresso beans 500 g",
        "Filter paper, 100 sheets",
        "Storage tin (1/2 l)",
        "Milk jug 7\"",
        "Mill \"Lisboa\", steel",
        "Cup No. 5",
        "Cleaning tablets; 20",
        "Decaf 250 g",
        "Kettle 'gooseneck'",
        "Scale +/- 0.1 g",
        "Towel | linen",
        "Glass 100%",
        "Machine",
        "Sticker, free"
    };

    /** What became of an order. */
    enum Fate {
        PAID,
        PARTLY_BACK,
        BACK,
        CALLED_OFF,
        PENDING
    }

    private AwkwardShop() {}

    /** @param customer empty where nobody knows who bought */
    record Line(
            int order, int line, Optional<Integer> customer, int product, int quantity, LocalDateTime at, Fate fate) {
        String thing() {
            return THINGS[product];
        }

        String sku() {
            return String.format("SKU-%03d", product);
        }

        /** In whole money; of a gift nothing, of the machine above a thousand. */
        int price() {
            return product == 13 ? 0 : product == 12 ? 12_480 : 480 + 131 * product;
        }

        int amount() {
            return quantity * price();
        }

        Optional<String> email() {
            return customer.map(c -> "buyer" + c + "@example.com");
        }

        boolean isFirst() {
            return line == 1;
        }

        boolean isKept() {
            return fate == Fate.PAID || fate == Fate.PARTLY_BACK;
        }
    }

    /**
     * What a night should know of the lines: reckoned here from the lines themselves.
     *
     * @param lines bought and kept
     * @param revenue of those
     * @param customers who bought them
     */
    record Sold(long lines, BigDecimal revenue, Set<String> customers) {

        static Sold of(Predicate<Line> kept, Function<Line, BigDecimal> amount, Function<Line, Optional<String>> who) {
            List<Line> bought = AwkwardShop.lines().stream().filter(kept).toList();
            return new Sold(
                    bought.size(),
                    bought.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                    bought.stream().flatMap(l -> who.apply(l).stream()).collect(Collectors.toSet()));
        }
    }

    /** About two and a half lines an order, over half a year to 2026-06-29. */
    static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        LocalDateTime start = LocalDateTime.of(2026, 1, 2, 9, 30, 5);
        for (int order = 0; order < ORDERS; order++) {
            LocalDateTime at = start.plusHours(28L * order).plusMinutes(37L * order % 600);
            for (int line = 1; line <= 1 + order % 4; line++) {
                int product = (order * 5 + line * 3) % THINGS.length;
                lines.add(new Line(
                        1001 + order, line, customer(order), product, 1 + (order + line) % 3, at, fate(order)));
            }
        }
        return lines;
    }

    /** What is given back is all that its buyer ever bought: no other purchase could be meant. */
    private static Optional<Integer> customer(int order) {
        if (order % 11 == 4) {
            return Optional.empty();
        }
        return Optional.of(fate(order) == Fate.BACK ? CUSTOMERS + order : order * 7 % CUSTOMERS);
    }

    private static Fate fate(int order) {
        if (order % 23 == 3) {
            return Fate.BACK;
        }
        if (order % 29 == 5) {
            return Fate.CALLED_OFF;
        }
        if (order % 31 == 9) {
            return Fate.PENDING;
        }
        return order % 37 == 12 ? Fate.PARTLY_BACK : Fate.PAID;
    }
}
