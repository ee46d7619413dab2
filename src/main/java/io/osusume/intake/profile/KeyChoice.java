package io.osusume.intake.profile;

import io.osusume.tables.Behavior;
import io.osusume.tables.Customers;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import io.osusume.tables.Products;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom and what the rows of a file are of, by the ids that stand in it: several columns may be called an id of customers, and
 * only one has those that the orders know; or none has, and another file leads from the one to the other.
 */
final class KeyChoice {
    /** The share of a column's ids that is met by chance. */
    private static final double CHANCE = 0.05;
    /** The share that must be known for a column to be it. */
    private static final double KNOWN = 0.3;
    /** Shorter numbers are counts that are met by chance. */
    private static final int SHORT = 4;

    private final Guesses guesses;
    private final Map<String, List<ColumnProfile>> known = new LinkedHashMap<>();

    /** A third table by which ids lead to others. */
    record Bridge(TableProfile table, ColumnProfile from, ColumnProfile key, ColumnProfile wanted) {
        Ref ref(View view) {
            return view.beside(table, from, view.base(), key, wanted);
        }
    }

    KeyChoice(Guesses guesses, References references) {
        this.guesses = guesses;
        known(Customers.CUSTOMER_ID, Customers.INPUT, references);
        known(Products.PRODUCT_ID, Products.INPUT, references);
    }

    private void known(String target, Input input, References references) {
        Optional<ColumnProfile> referred = references.to(target);
        Stream<ColumnProfile> listed = referred.stream()
                .flatMap(from -> guesses.tableOf(input).flatMap(t -> KeyMatches.keyOf(from, t, KNOWN)).stream())
                .map(KeyMatches.KeyMatch::key);
        known.put(target, Stream.concat(referred.stream(), listed).toList());
    }

    /** The same file by the columns whose ids are known, where those called so have none that is. */
    InputGuess settled(InputGuess guess, Input input, List<String> remarks) {
        Map<String, InputGuess.Match> matches = new LinkedHashMap<>(guess.matches());
        for (String target : References.KEYS) {
            boolean refers =
                    input.table().column(target).filter(f -> !isKey(input, f)).isPresent();
            Optional<ColumnProfile> own = guess.column(target);
            boolean needed = own.isPresent() || target.equals(Customers.CUSTOMER_ID);
            if (refers && needed && !known.get(target).isEmpty() && share(target, own) < CHANCE) {
                Optional<ColumnProfile> other = other(guess.table(), target).or(() -> leading(guess, target));
                other.ifPresent(o -> {
                    remarks.add(held(guess.table(), target, o)
                            + own.map(c -> "; " + c.name() + " holds others.").orElse("."));
                    matches.values().removeIf(match -> match.column().name().equals(o.name()));
                    matches.put(target, new InputGuess.Match(o, 0.8));
                    own.filter(c -> input.equals(Behavior.INPUT))
                            .ifPresent(person ->
                                    matches.putIfAbsent(Behavior.PERSON_ID, new InputGuess.Match(person, 0.8)));
                });
            }
        }
        return new InputGuess(guess.table(), guess.input(), matches, guess.score());
    }

    private String held(TableProfile table, String target, ColumnProfile column) {
        double share = share(target, column);
        return share >= KNOWN
                ? String.format(
                        Locale.ROOT,
                        "%s holds the ids that are known of %s (%.0f %%)",
                        column.name(),
                        target,
                        100 * share)
                : column.name() + " leads to the ids that are known of " + target + " by "
                        + bridge(guesses.tables(), table, column, c -> share(target, c))
                                .orElseThrow()
                                .table()
                                .name();
    }

    /** A column that another table leads from to the known ids: that of a company, whose own row says what it is called elsewhere. */
    private Optional<ColumnProfile> leading(InputGuess guess, String target) {
        Set<String> taken = guess.matches().values().stream()
                .map(match -> match.column().name())
                .collect(Collectors.toSet());
        boolean leads = guess.column(target)
                .flatMap(own -> bridge(guesses.tables(), guess.table(), own, c -> share(target, c)))
                .isPresent();
        return leads
                ? Optional.empty()
                : guess.table().columns().values().stream()
                        .filter(c -> !taken.contains(c.name()) && mayBeId(c))
                        .filter(c -> bridge(guesses.tables(), guess.table(), c, k -> share(target, k))
                                .isPresent())
                        .findFirst();
    }

    private static boolean isKey(Input input, Field field) {
        return input.table().key().equals(List.of(field.name()));
    }

    /** A column of the view's own table; of ids that are not known what they lead to, where that is known. */
    Ref ref(String target, ColumnProfile own, View view) {
        return bridge(target, own, view.base()).map(bridge -> bridge.ref(view)).orElseGet(() -> view.own(own));
    }

    /** What leads from ids to those that are known; empty where they are these, or nothing does. */
    Optional<Bridge> bridge(String target, ColumnProfile own, TableProfile owner) {
        return known.getOrDefault(target, List.of()).isEmpty() || share(target, own) >= CHANCE
                ? Optional.empty()
                : bridge(
                        guesses.tables(),
                        owner,
                        own,
                        c -> known.get(target).contains(c) ? 1 : mayBeId(c) ? share(target, c) : 0);
    }

    /** The same, where the ids that are known are the keys of a table. */
    static Optional<Bridge> bridge(
            List<TableProfile> tables, TableProfile owner, ColumnProfile own, TableProfile target) {
        return KeyMatches.keyOf(own, target, CHANCE).isPresent()
                ? Optional.empty()
                : bridge(
                        tables.stream().filter(t -> !t.equals(target)).toList(),
                        owner,
                        own,
                        c -> mayBeId(c)
                                ? KeyMatches.keyOf(c, target, KNOWN)
                                        .map(KeyMatches.KeyMatch::share)
                                        .orElse(0.0)
                                : 0);
    }

    private interface Share {
        double of(ColumnProfile column);
    }

    private static Optional<Bridge> bridge(
            List<TableProfile> tables, TableProfile owner, ColumnProfile own, Share share) {
        return tables.stream()
                .filter(table -> !table.equals(owner))
                .flatMap(table -> KeyMatches.keyOf(own, table, KNOWN).stream())
                .filter(match -> !KeyMatches.mayBeChance(own, match))
                .flatMap(match -> match.table().columns().values().stream()
                        .filter(c -> !c.name().equals(match.key().name()))
                        .filter(c -> share.of(c) >= KNOWN)
                        .max(Comparator.comparingDouble(share::of))
                        .map(c -> new Bridge(match.table(), own, match.key(), c))
                        .stream())
                .findFirst();
    }

    private Optional<ColumnProfile> other(TableProfile table, String target) {
        return table.columns().values().stream()
                .filter(KeyChoice::mayBeId)
                .filter(c -> share(target, c) >= KNOWN)
                .max(Comparator.comparingDouble(c -> share(target, c)));
    }

    private static boolean mayBeId(ColumnProfile column) {
        return !column.isTime()
                && column.distinct() > 2
                && column.commonest(3).stream().allMatch(v -> v.strip().length() >= SHORT);
    }

    private double share(String target, Optional<ColumnProfile> column) {
        return column.map(c -> share(target, c)).orElse(0.0);
    }

    private double share(String target, ColumnProfile column) {
        return known.get(target).stream()
                .mapToDouble(k -> KeyMatches.of(column, null, k).share())
                .max()
                .orElse(0);
    }
}
