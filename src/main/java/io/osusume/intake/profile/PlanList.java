package io.osusume.intake.profile;

import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The plans that contracts name where no file lists them, as steps of one ladder by their prices. It is asked for and not
 * proposed: only a person knows whether one takes the place of another.
 */
final class PlanList {
    /** More are products of many kinds, and no ladder that a person would write down. */
    private static final int MOST = 12;

    /** The least share of the contracts' plans that their list knows. */
    private static final double LISTED = 0.5;

    private final InputGuess contracts;

    PlanList(InputGuess contracts) {
        this.contracts = contracts;
    }

    /** The question, whose last line is the setting; empty where the contracts do not tell a few plans of different prices. */
    Optional<String> question() {
        return ladder().map(plans ->
                "Are these plans steps of one ladder, in the order of their prices? Without products nothing is a"
                        + " step up or down.\ninputs.products.query = " + Hocon.value(query(plans)));
    }

    /**
     * The same where a file lists the plans, and says nothing of steps.
     *
     * @param products which lists them
     * @param id the SQL of its key
     */
    Optional<String> steps(InputGuess products, String id) {
        Optional<ColumnProfile> listed = contracts
                .column(Subscriptions.PRODUCT_ID)
                .filter(plan -> plan.distinct() > 1 && isListed(plan, products.table()));
        return ladder().filter(plans -> listed.isPresent())
                .map(plans ->
                        "Are these plans steps of one ladder, in the order of their prices? Without tiers nothing is a"
                                + " step up or down. Take out what is none" + names(plans, products)
                                + ".\ninputs.products.columns { family = "
                                + Hocon.value(byPlan(plans, id, i -> "'plans'")) + ", tier = "
                                + Hocon.value(byPlan(plans, id, i -> String.valueOf(i + 1))) + " }")
                .or(() -> listed.flatMap(
                        plan -> new PlanGroups(products, plan.counts().keySet())
                                .steps()
                                .map(steps -> "Are these steps of one ladder, by " + steps.by()
                                        + " and in the order of their prices? Without tiers nothing is a step up or down. Take out what"
                                        + " is none: " + String.join(", ", steps.names())
                                        + ".\ninputs.products.columns { family = "
                                        + Hocon.value(steps.sql(id, i -> "'plans'")) + ", tier = "
                                        + Hocon.value(steps.sql(id, i -> String.valueOf(i + 1))) + " }")))
                .or(() -> listed.map(plan -> "Which of the " + plan.distinct()
                        + " plans are steps of one ladder? Without family and tier nothing is a step up or down, and one"
                        + " tier is offered beside another.\ninputs.products.columns { family = <what plans of one ladder"
                        + " share>, tier = <1, 2, 3 from the lowest> }"));
    }

    /** What plans are called: their ids may say nothing. */
    private static String names(List<String> plans, InputGuess products) {
        List<String> columns = products.table().sample().columns();
        Optional<Integer> name = products.column(Products.NAME).map(c -> columns.indexOf(c.name()));
        return name.map(at -> plans.stream()
                        .flatMap(plan -> products.table().sample().rows().stream()
                                .filter(row -> Arrays.asList(row).contains(plan) && !ColumnProfile.isNothing(row[at]))
                                .map(row -> row[at])
                                .limit(1))
                        .collect(Collectors.joining(", ", ": ", "")))
                .filter(said -> said.length() > 2)
                .orElse("");
    }

    private static String byPlan(List<String> plans, String id, IntFunction<String> value) {
        return IntStream.range(0, plans.size())
                .mapToObj(i -> " WHEN " + Sql.text(plans.get(i)) + " THEN " + value.apply(i))
                .collect(Collectors.joining("", "CASE " + id, " END"));
    }

    /** The plans from the cheapest to the dearest. */
    private Optional<List<String>> ladder() {
        Optional<ColumnProfile> plan = contracts
                .column(Subscriptions.PRODUCT_ID)
                .or(() -> contracts.column(Products.NAME))
                .or(() -> contracts.column("product_name"));
        if (plan.isEmpty() || plan.get().isIdWithPoint()) {
            return Optional.empty();
        }
        Map<String, Double> prices = prices(plan.get());
        boolean ladder = prices.size() > 1
                && prices.size() <= MOST
                && prices.size() == plan.get().distinct()
                && prices.values().stream().distinct().count() == prices.size();
        return ladder
                ? Optional.of(prices.keySet().stream()
                        .sorted(Comparator.<String>comparingDouble(prices::get)
                                .thenComparing(Comparator.naturalOrder()))
                        .toList())
                : Optional.empty();
    }

    /** What must be said where the contracts' plans stand in a file that is not the one of products. */
    static Optional<String> elsewhere(Guesses guesses) {
        Optional<ColumnProfile> plan = guesses.of(Subscriptions.INPUT).flatMap(g -> g.column(Subscriptions.PRODUCT_ID));
        Optional<TableProfile> products = guesses.tableOf(Products.INPUT);
        if (plan.isEmpty() || products.isEmpty() || isListed(plan.get(), products.get())) {
            return Optional.empty();
        }
        return guesses.tables().stream()
                .filter(table -> guesses.chosen().values().stream()
                        .noneMatch(guess -> guess.table().equals(table)))
                .filter(table -> isListed(plan.get(), table))
                .findFirst()
                .map(table -> "Its products stand in " + table.name() + ", and products are read from "
                        + products.get().name()
                        + ": nothing is known of plans, their prices and their steps. inputs.products.query"
                        + " may make one list of both (UNION ALL).");
    }

    private static boolean isListed(ColumnProfile plan, TableProfile table) {
        return KeyMatches.keyOf(plan, table, LISTED).isPresent();
    }

    private static String query(List<String> ladder) {
        return IntStream.range(0, ladder.size())
                .mapToObj(i -> "(" + Sql.text(ladder.get(i)) + ", " + Sql.text(ladder.get(i)) + ", 'plans', 'plan', "
                        + (i + 1) + ")")
                .collect(Collectors.joining(
                        ", ", "SELECT * FROM VALUES ", " AS plans (product_id, name, category, family, tier)"));
    }

    /** The middle of what a piece of each plan costs. */
    private Map<String, Double> prices(ColumnProfile plan) {
        int product = at(Optional.of(plan));
        int price = at(contracts.column(Subscriptions.PRICE));
        boolean whole = new ContractPrices(contracts, new View(contracts.table()))
                .pricePer()
                .isPresent();
        int quantity = whole ? at(contracts.column(Subscriptions.QUANTITY)) : -1;
        if (price < 0) {
            return Map.of();
        }
        Map<String, List<Double>> amounts = contracts.table().sample().rows().stream()
                .filter(row -> isUsual(row, Subscriptions.CURRENCY) && isUsual(row, Subscriptions.BILLING))
                .filter(row -> !ColumnProfile.isNothing(row[product]) && number(row[price]) > 0)
                .collect(Collectors.groupingBy(
                        row -> row[product],
                        TreeMap::new,
                        Collectors.mapping(
                                row -> number(row[price]) / (quantity < 0 ? 1 : Math.max(1, number(row[quantity]))),
                                Collectors.toList())));
        Map<String, Double> middle = new TreeMap<>();
        amounts.forEach((id, all) -> middle.put(id, middle(all)));
        return middle;
    }

    /** Prices by the month and by the year, or in two currencies, are no steps. */
    private boolean isUsual(String[] row, String target) {
        Optional<ColumnProfile> column = contracts.column(target);
        return column.isEmpty() || column.get().commonest(1).contains(row[at(column)]);
    }

    private static double middle(List<Double> amounts) {
        double[] sorted = amounts.stream().mapToDouble(a -> a).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private int at(Optional<ColumnProfile> column) {
        return column.map(c -> contracts.table().sample().columns().indexOf(c.name()))
                .orElse(-1);
    }

    /** 0 where it is none. */
    static double number(String text) {
        try {
            return text == null ? 0 : Double.parseDouble(text.strip().replaceAll("[^0-9.eE-]", ""));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
