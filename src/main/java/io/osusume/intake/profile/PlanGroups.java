package io.osusume.intake.profile;

import io.osusume.tables.Products;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Plans of which each is listed several times, as by the month and by the year or in two currencies, told by a column that these
 * have in common: each group is one step, and the prices of one period and currency tell their order.
 *
 * @param products which lists them
 * @param plans those under contract
 */
record PlanGroups(InputGuess products, Set<String> plans) {
    /** More steps are no ladder that a person would write down. */
    private static final int MOST_STEPS = 12;

    private static final int MOST_PLANS = 60;

    /** Rows of a group that are told apart by their period and currency: else it groups plans of several grades. */
    private static final double APART = 0.9;

    /**
     * Steps from the cheapest up.
     *
     * @param by the column
     * @param names what it says of each
     * @param ids of the plans of each
     */
    record Steps(String by, List<String> names, List<List<String>> ids) {
        /** The SQL of what is told of each step. */
        String sql(String id, IntFunction<String> told) {
            return IntStream.range(0, ids.size())
                    .mapToObj(i -> " WHEN " + id + " IN ("
                            + ids.get(i).stream().map(Sql::text).collect(Collectors.joining(", ")) + ") THEN "
                            + told.apply(i))
                    .collect(Collectors.joining("", "CASE", " END"));
        }
    }

    /** By the column that makes the most of them; empty where none does. */
    Optional<Steps> steps() {
        int id = at(Products.PRODUCT_ID);
        List<String[]> listed = products.table().sample().rows().stream()
                .filter(row -> id >= 0 && plans.contains(row[id]))
                .toList();
        if (listed.size() > MOST_PLANS || at(Products.LIST_PRICE) < 0) {
            return Optional.empty();
        }
        Set<Integer> taken = Stream.of(Products.PRODUCT_ID, Products.LIST_PRICE)
                .map(this::at)
                .collect(Collectors.toSet());
        taken.addAll(terms());
        return IntStream.range(0, products.table().sample().columns().size())
                .filter(column -> !taken.contains(column))
                .mapToObj(column -> steps(listed, column))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(steps -> steps.names().size()));
    }

    private Optional<Steps> steps(List<String[]> listed, int by) {
        Map<String, List<String[]>> groups = listed.stream()
                .filter(row -> !ColumnProfile.isNothing(row[by]))
                .collect(Collectors.groupingBy(row -> row[by], TreeMap::new, Collectors.toList()));
        long apart = groups.values().stream()
                .mapToLong(rows -> rows.stream().map(this::terms).distinct().count())
                .sum();
        boolean group = groups.size() > 1
                && groups.size() <= MOST_STEPS
                && groups.size() < listed.size()
                && groups.values().stream().mapToInt(List::size).sum() == listed.size()
                && apart >= APART * listed.size();
        return group ? inOrder(groups, by) : Optional.empty();
    }

    private Optional<Steps> inOrder(Map<String, List<String[]>> groups, int by) {
        String usual = groups.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(this::terms, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        int price = at(Products.LIST_PRICE);
        Map<String, Double> prices = new TreeMap<>();
        groups.forEach((name, rows) -> rows.stream()
                .filter(row -> terms(row).equals(usual))
                .findFirst()
                .ifPresent(row -> prices.put(name, PlanList.number(row[price]))));
        if (prices.size() < groups.size() || prices.values().stream().distinct().count() < groups.size()) {
            return Optional.empty();
        }
        int id = at(Products.PRODUCT_ID);
        List<String> names = prices.keySet().stream()
                .sorted(Comparator.comparingDouble(prices::get))
                .toList();
        return Optional.of(new Steps(
                products.table().sample().columns().get(by),
                names,
                names.stream()
                        .map(name ->
                                groups.get(name).stream().map(row -> row[id]).toList())
                        .toList()));
    }

    /** Of what period and currency a row is. */
    private String terms(String[] row) {
        return terms().stream().map(column -> String.valueOf(row[column])).collect(Collectors.joining("\n"));
    }

    /** The columns that tell it. */
    private Set<Integer> terms() {
        return Stream.of(Products.CURRENCY, Products.BILLING, Helper.BILLING_UNIT, Helper.BILLING_COUNT)
                .map(this::at)
                .filter(column -> column >= 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private int at(String target) {
        return products.column(target)
                .map(column -> products.table().sample().columns().indexOf(column.name()))
                .orElse(-1);
    }
}
