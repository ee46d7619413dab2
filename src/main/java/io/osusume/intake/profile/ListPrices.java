package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether the prices of the list of products are those that customers pay: where nearly all are below what was paid by the same few
 * rates, the list is without a tax that the orders are with.
 */
record ListPrices(Guesses guesses) {
    /** Taxes on sales, as what a price with it is of one without. */
    private static final double LEAST_TAX = 1.015;

    private static final double MOST_TAX = 1.3;
    /** Half percents of one: prices of little things are rounded. */
    private static final int HALVES = 200;
    /** Of the products, how many must differ so. */
    private static final double MOST = 0.8;
    /** A country has no more rates on goods. */
    private static final int RATES = 3;
    /** Of fewer products nothing is concluded. */
    private static final int PRODUCTS = 5;

    /** The products without prices that nobody pays: what was paid stands for them. */
    ProposedInput checked(ProposedInput products) {
        return products.column(Products.LIST_PRICE)
                .flatMap(listed -> taxes())
                .map(rates -> products.without(
                        Products.LIST_PRICE,
                        "it is below what customers pay by a tax (" + rates
                                + "), and offers would tell a price that nobody pays. What was paid stands for it"
                                + (products.column(Products.UNIT_COST).isPresent()
                                        ? "; unit_cost is without tax too, so that margins are too high by it"
                                        : "")))
                .orElse(products);
    }

    private Optional<String> taxes() {
        Optional<InputGuess> lines = guesses.of(Orders.INPUT);
        Optional<InputGuess> list = guesses.of(Products.INPUT);
        Optional<ColumnProfile> sold = lines.flatMap(l -> l.column(Orders.PRODUCT_ID));
        Optional<ColumnProfile> paid = lines.flatMap(l -> l.column(Orders.UNIT_PRICE));
        Optional<ColumnProfile> price = list.flatMap(l -> l.column(Products.LIST_PRICE));
        Optional<ColumnProfile> key = sold.flatMap(
                of -> list.flatMap(l -> KeyMatches.keyOf(of, l.table(), MOST).map(KeyMatches.KeyMatch::key)));
        if (paid.isEmpty() || price.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Double>> each = amounts(lines.get().table().sample(), sold.get(), paid.get());
        Map<String, List<Double>> listed = amounts(list.get().table().sample(), key.get(), price.get());
        List<Double> ratios = each.entrySet().stream()
                .map(product -> listed.containsKey(product.getKey())
                        ? median(product.getValue()) / median(listed.get(product.getKey()))
                        : null)
                .filter(Objects::nonNull)
                .toList();
        return rates(ratios);
    }

    /** The rates in words; empty where they are none. */
    private static Optional<String> rates(List<Double> ratios) {
        Map<Long, Long> percents = ratios.stream()
                .filter(ratio -> ratio > LEAST_TAX && ratio < MOST_TAX)
                .collect(Collectors.groupingBy(
                        ratio -> Math.round(HALVES * (ratio - 1)), TreeMap::new, Collectors.counting()));
        List<Map.Entry<Long, Long>> commonest = percents.entrySet().stream()
                .sorted(Map.Entry.<Long, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(RATES)
                .toList();
        long those = commonest.stream().mapToLong(Map.Entry::getValue).sum();
        return ratios.size() >= PRODUCTS && those >= MOST * ratios.size()
                ? Optional.of(commonest.stream()
                        .map(rate -> String.format(Locale.ROOT, "%.1f %%", rate.getKey() * 100.0 / HALVES))
                        .collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    /** What is above 0, by product. */
    private static Map<String, List<Double>> amounts(TableSample sample, ColumnProfile product, ColumnProfile amount) {
        int productAt = sample.columns().indexOf(product.name());
        int amountAt = sample.columns().indexOf(amount.name());
        Map<String, List<Double>> amounts = new HashMap<>();
        for (String[] row : sample.rows()) {
            if (row[productAt] != null && row[amountAt] != null) {
                double value = LineAmounts.number(row[amountAt], amount);
                if (value > 0) {
                    amounts.computeIfAbsent(row[productAt].strip(), id -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        return amounts;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
