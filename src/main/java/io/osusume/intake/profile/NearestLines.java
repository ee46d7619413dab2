package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where no table is one of order lines: the one that has the most of what these need, and what it lacks. */
public final class NearestLines {
    /** What order lines need → the columns of which one tells it. */
    private static final Map<String, List<String>> NEEDS = new LinkedHashMap<>();

    static {
        NEEDS.put("what was bought", List.of(Orders.PRODUCT_ID, Orders.PRODUCT_NAME));
        NEEDS.put("by whom or in which order", List.of(Orders.CUSTOMER_ID, Orders.ORDER_ID, Helper.EMAIL));
        NEEDS.put("when", List.of(Orders.ORDERED_AT));
        NEEDS.put("how many or at which price", List.of(Orders.QUANTITY, Orders.UNIT_PRICE, Helper.LINE_TOTAL));
    }

    private NearestLines() {}

    /** In a sentence; empty where no table has two of them. */
    public static Optional<String> told(List<TableProfile> tables) {
        return tables.stream()
                .map(table -> InputGuess.of(table, Orders.INPUT.name()))
                .filter(guess -> found(guess).size() > 1 && !lacking(guess).isEmpty())
                .max(Comparator.comparingInt(guess -> found(guess).size()))
                .map(guess -> "Closest to them comes " + guess.table().sample().path()
                        + ": of what order lines tell it has " + String.join(", ", found(guess)) + "; it lacks "
                        + String.join(", ", lacking(guess)) + ".");
    }

    private static List<String> found(InputGuess guess) {
        List<String> found = new ArrayList<>();
        NEEDS.forEach((need, columns) -> columns.stream()
                .flatMap(column -> guess.column(column).stream())
                .findFirst()
                .ifPresent(column -> found.add(need + " (" + column.name() + ")")));
        return found;
    }

    private static List<String> lacking(InputGuess guess) {
        return NEEDS.entrySet().stream()
                .filter(need -> need.getValue().stream().noneMatch(guess::has))
                .map(Map.Entry::getKey)
                .toList();
    }
}
