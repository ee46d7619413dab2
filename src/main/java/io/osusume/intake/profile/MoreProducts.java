package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Products where no file is one of products: their categories, which the order lines repeat. */
record MoreProducts(Guesses guesses, List<ProposedInput> inputs) {
    /** Of the products, how many must be of one category in all their lines: else it is the line's and not the product's. */
    private static final double OF_ONE = 0.95;

    Optional<ProposedInput> propose() {
        Optional<InputGuess> lines = guesses.of(Orders.INPUT);
        Optional<ProposedColumn> product = input(Orders.INPUT.name()).flatMap(o -> o.column(Orders.PRODUCT_ID));
        if (input(Products.INPUT.name()).isPresent() || lines.isEmpty() || product.isEmpty()) {
            return Optional.empty();
        }
        InputGuess guess = withoutOrders(lines.get());
        View view = new View(guess.table());
        return new Categories(guess, view, new NamesOfKeys(guesses, view))
                .column()
                .map(category -> ofLines(lines.get(), view, product.get(), category));
    }

    private Optional<ProposedInput> input(String name) {
        return inputs.stream().filter(i -> i.input().name().equals(name)).findFirst();
    }

    /** The lines as products, but for what makes them order lines, and for what one product has several of. */
    private static InputGuess withoutOrders(InputGuess lines) {
        Set<String> taken = new HashSet<>();
        lines.matches().values().forEach(match -> taken.add(match.column().name()));
        Map<String, ColumnProfile> others = new LinkedHashMap<>();
        lines.table().columns().forEach((name, column) -> {
            if (!taken.contains(name) && isOfProducts(lines, column)) {
                others.put(name, column);
            }
        });
        InputGuess all = InputGuess.of(new TableProfile(lines.table().sample(), others), Products.INPUT.name());
        Map<String, InputGuess.Match> matches = new HashMap<>();
        for (String level : List.of(Products.CATEGORY, Helper.SUBCATEGORY)) {
            all.match(level).ifPresent(m -> matches.put(level, m));
        }
        return new InputGuess(lines.table(), Products.INPUT.name(), matches, all.score());
    }

    private static boolean isOfProducts(InputGuess lines, ColumnProfile category) {
        ColumnProfile product = lines.column(Orders.PRODUCT_ID)
                .or(() -> lines.column(Orders.PRODUCT_NAME))
                .orElseThrow();
        int id = lines.table().sample().columns().indexOf(product.name());
        int level = lines.table().sample().columns().indexOf(category.name());
        Map<String, Set<String>> levels = new HashMap<>();
        lines.table().sample().rows().stream()
                .filter(row -> !ColumnProfile.isNothing(row[id]) && !ColumnProfile.isNothing(row[level]))
                .forEach(row ->
                        levels.computeIfAbsent(row[id], k -> new HashSet<>()).add(row[level]));
        long ofOne = levels.values().stream().filter(l -> l.size() == 1).count();
        return category.distinct() > 1 && category.distinct() < levels.size() && ofOne >= OF_ONE * levels.size();
    }

    private ProposedInput ofLines(InputGuess lines, View view, ProposedColumn product, ProposedColumn category) {
        Optional<ColumnProfile> name = lines.column(Orders.PRODUCT_NAME);
        String names = name.map(n -> view.own(n).sql()).orElse(product.sql());
        String rows = view.query()
                .map(joined -> "(" + joined + ")")
                .orElse(Sql.name(lines.table().name()));
        String query = "SELECT product_id, mode() WITHIN GROUP (ORDER BY name) AS name,"
                + " mode() WITHIN GROUP (ORDER BY category) AS category\nFROM (SELECT " + product.sql()
                + " AS product_id, " + names + " AS name, " + category.sql() + " AS category FROM " + rows
                + ")\nWHERE product_id IS NOT NULL GROUP BY product_id";
        List<ProposedColumn> columns = new ArrayList<>();
        columns.add(new ProposedColumn(Products.PRODUCT_ID, "product_id", product.sure(), product.examples(), ""));
        columns.add(name.map(n -> ProposedColumn.of(Products.NAME, "name", product.sure(), n))
                .orElseGet(() -> ProposedColumn.constant(Products.NAME, "name", "no column has a name")));
        columns.add(new ProposedColumn(
                Products.CATEGORY, "category", category.sure(), category.examples(), category.note()));
        return new ProposedInput(
                Products.INPUT,
                List.copyOf(view.tables()),
                Optional.of(query),
                columns,
                List.of("What the order lines say of products, each once."),
                List.of());
    }
}
