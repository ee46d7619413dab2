package io.osusume.intake.profile;

import io.osusume.tables.Products;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A second list of products beside the first, as of what is sold beside plans: order lines name ids of it, and none of them is in
 * the first.
 *
 * @param products the first with the rows of the second
 * @param further the second
 * @param columns by each of the first what makes it of the second
 */
record FurtherProducts(InputGuess products, TableProfile further, Map<String, String> columns) {
    /** Fewer ids are met by chance. */
    private static final int LEAST = 3;
    /** Of its ids the share that must have been sold. */
    private static final double SOLD = 0.3;

    static Optional<FurtherProducts> of(Guesses guesses, InputGuess first, References references) {
        Optional<ColumnProfile> key = first.column(Products.PRODUCT_ID);
        Optional<ColumnProfile> sold = references.to(Products.PRODUCT_ID);
        if (key.isEmpty() || sold.isEmpty() || first.table().sample().lines().isPresent()) {
            return Optional.empty();
        }
        return guesses.tables().stream()
                .filter(table -> guesses.chosen().values().stream()
                        .noneMatch(chosen -> chosen.table().equals(table)))
                .filter(table ->
                        table.sample().format().equals(first.table().sample().format())
                                && table.sample().lines().isEmpty())
                .map(table -> InputGuess.of(table, Products.INPUT.name()))
                .filter(InputGuess::fits)
                .filter(other -> other.column(Products.PRODUCT_ID)
                        .filter(ids -> ids.isUnique() && isSold(ids, sold.get(), key.get()))
                        .isPresent())
                .findFirst()
                .map(other -> together(first, other));
    }

    private static boolean isSold(ColumnProfile ids, ColumnProfile sold, ColumnProfile first) {
        KeyMatches.KeyMatch match = KeyMatches.of(ids, null, sold);
        Set<String> both = new HashSet<>(ids.counts().keySet());
        both.retainAll(first.counts().keySet());
        return both.isEmpty()
                && match.way().startsWith("as")
                && match.share() >= SOLD
                && match.share() * ids.distinct() >= LEAST;
    }

    private static FurtherProducts together(InputGuess first, InputGuess other) {
        Map<String, ColumnProfile> same = same(first, other);
        TableSample a = first.table().sample();
        TableSample b = other.table().sample();
        Map<String, String> columns = new LinkedHashMap<>();
        for (String name : a.columns()) {
            ColumnProfile column = same.get(name);
            columns.put(name, column == null ? "NULL" : View.qualified(other.table(), column));
        }
        int[] at = a.columns().stream()
                .mapToInt(name -> same.containsKey(name)
                        ? b.columns().indexOf(same.get(name).name())
                        : -1)
                .toArray();
        List<String[]> rows = new ArrayList<>(a.rows());
        b.rows()
                .forEach(row -> rows.add(
                        Arrays.stream(at).mapToObj(i -> i < 0 ? null : row[i]).toArray(String[]::new)));
        return new FurtherProducts(
                InputGuess.of(TableProfile.of(a.with(rows)), Products.INPUT.name()), other.table(), columns);
    }

    /** By each column of the first what is the same of the second, else the one of its name. */
    private static Map<String, ColumnProfile> same(InputGuess first, InputGuess other) {
        Map<String, ColumnProfile> same = new HashMap<>();
        for (ColumnProfile own : first.table().columns().values()) {
            first.matches().entrySet().stream()
                    .filter(match -> match.getValue().column().name().equals(own.name()))
                    .findFirst()
                    .flatMap(match -> other.column(match.getKey()))
                    .or(() -> other.table().column(own.name()))
                    .filter(c -> isWrittenAlike(own, c))
                    .ifPresent(c -> same.put(own.name(), c));
        }
        return same;
    }

    /** Whether both are numbers, times or neither: they are read in one way. */
    private static boolean isWrittenAlike(ColumnProfile a, ColumnProfile b) {
        return a.isEmpty()
                || b.isEmpty()
                || (a.number().isPresent() == b.number().isPresent()
                        && Set.copyOf(a.times()).equals(Set.copyOf(b.times())));
    }

    /** The rows of both. */
    View view() {
        View view = new View(products.table());
        view.also(further, Map.of(), columns, Optional.empty());
        return view;
    }

    String remark() {
        return further.name() + " is a second list of what is sold: its rows are products as well.";
    }
}
