package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Kinds of products that many of their buyers bought again, so that they may be used up. It is asked for and not proposed: only a
 * person knows whether a second cup replaces the first.
 */
record Rebought(Guesses guesses, InputGuess products) {
    /** Of those who bought one, the share that bought the very same again. */
    private static final double OFTEN = 0.3;
    /** Fewer buyers tell nothing. */
    private static final int FEWEST = 20;

    private static final int MOST = 12;
    private static final double KNOWN = 0.3;

    /**
     * The question, whose last line is the setting; empty where a column says it, or no kind is bought again.
     *
     * @param category how the kind is read
     */
    Optional<String> question(Optional<ProposedColumn> category) {
        Optional<InputGuess> lines = guesses.of(Orders.INPUT);
        Optional<ColumnProfile> kind = products.column(Products.CATEGORY)
                .filter(c -> category.filter(p -> p.sql().equals(Sql.name(c.name()))
                                || p.sql().equals(CategoryLists.first(Sql.name(c.name()), kinds(c))))
                        .isPresent());
        if (products.has(Products.IS_CONSUMABLE) || lines.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        List<String> kinds = kinds(lines.get(), kind.get());
        return kinds.isEmpty() || kinds.size() > MOST
                ? Optional.empty()
                : Optional.of(
                        "Which products are used up? Without is_consumable no need is foreseen, and what is owned is not"
                                + " offered again. Of some kinds three of ten buyers or more bought the very same again.\n"
                                + "inputs.products.columns.is_consumable = "
                                + Hocon.value(category.get().sql() + " IN ("
                                        + kinds.stream().map(Sql::text).collect(Collectors.joining(", ")) + ")"));
    }

    private List<String> kinds(InputGuess lines, ColumnProfile kind) {
        Optional<Map<String, String>> known = lines.column(Orders.PRODUCT_ID)
                .flatMap(id -> KeyMatches.keyOf(id, products.table(), KNOWN))
                .map(match -> values(products.table(), match.key(), kind));
        known.filter(byProduct -> CategoryLists.areFlat(kinds(kind)))
                .ifPresent(byProduct ->
                        byProduct.replaceAll((product, text) -> CategoryLists.first(text, Set.copyOf(kinds(kind)))));
        if (known.isEmpty()) {
            return List.of();
        }
        Map<String, int[]> buyers = new TreeMap<>();
        orders(lines).forEach((pair, orders) -> {
            String of = known.get().get(pair.get(1));
            if (of != null) {
                int[] counts = buyers.computeIfAbsent(of, k -> new int[2]);
                counts[0]++;
                counts[1] += orders.size() > 1 ? 1 : 0;
            }
        });
        return buyers.entrySet().stream()
                .filter(e -> e.getValue()[0] >= FEWEST && e.getValue()[1] >= OFTEN * e.getValue()[0])
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> kinds(ColumnProfile kind) {
        return kind.commonest(Categories.LOOKED_AT);
    }

    /** Customer and product → the orders. */
    private static Map<List<String>, Set<String>> orders(InputGuess lines) {
        Optional<ColumnProfile> order = lines.column(Orders.ORDER_ID);
        Optional<ColumnProfile> customer = lines.column(Orders.CUSTOMER_ID).or(() -> lines.column(Helper.EMAIL));
        Map<List<String>, Set<String>> orders = new HashMap<>();
        if (order.isEmpty() || customer.isEmpty()) {
            return orders;
        }
        // Some exports name the customer on an order's first line alone.
        Map<String, String> who = values(lines.table(), order.get(), customer.get());
        int of = at(lines.table(), order.get());
        int what = at(lines.table(), lines.column(Orders.PRODUCT_ID).orElseThrow());
        for (String[] row : lines.table().sample().rows()) {
            String buyer = who.get(row[of]);
            if (buyer != null && !ColumnProfile.isNothing(row[what])) {
                orders.computeIfAbsent(List.of(buyer, row[what]), k -> new HashSet<>())
                        .add(row[of]);
            }
        }
        return orders;
    }

    private static Map<String, String> values(TableProfile table, ColumnProfile key, ColumnProfile value) {
        Map<String, String> values = new HashMap<>();
        for (String[] row : table.sample().rows()) {
            String text = row[at(table, value)];
            if (!ColumnProfile.isNothing(text)) {
                values.putIfAbsent(row[at(table, key)], text);
            }
        }
        return values;
    }

    private static int at(TableProfile table, ColumnProfile column) {
        return table.sample().columns().indexOf(column.name());
    }
}
