package io.osusume.intake.profile;

import io.osusume.tables.Accounts;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which table is which input. A table is one of them, the best fit first.
 *
 * @param tables all that were looked at
 * @param chosen by input
 * @param linesWhere which rows of the order lines' table are lines; empty: all
 */
record Guesses(List<TableProfile> tables, Map<String, InputGuess> chosen, Optional<String> linesWhere) {

    /** Of the customers, or products, of the lines the share that one file of them knows. */
    private static final double NAMED = 0.5;

    private static final double SURELY = 0.9;

    static Guesses of(List<TableProfile> tables) {
        List<InputGuess> guesses = new ArrayList<>();
        for (TableProfile table : tables) {
            for (String input : inputs()) {
                guesses.add(InputGuess.of(table, input));
            }
        }
        guesses.removeIf(
                guess -> guess.input().equals(Orders.INPUT.name()) && guess.fits() && SparseLines.isLog(guess.table()));
        if (guesses.stream().noneMatch(guess -> guess.input().equals(Orders.INPUT.name()) && guess.fits())) {
            KeyedProducts.in(tables).ifPresent(found -> guesses.addAll(List.of(found.lines(), found.products())));
        }
        KeyedProducts.byName(guesses, tables).ifPresent(guesses::add);
        mails(guesses, tables);
        thingsFirst(guesses);
        salesFirst(guesses);
        guesses.sort(Comparator.comparingDouble(InputGuess::score).reversed());
        headsFirst(guesses);
        List<String> lines = List.of(Orders.INPUT.name(), Helper.HEADS, Subscriptions.INPUT.name());
        namedFirst(guesses, Customers.INPUT, Orders.CUSTOMER_ID, lines);
        namedFirst(guesses, Products.INPUT, Orders.PRODUCT_ID, lines);
        namedFirst(guesses, Accounts.INPUT, Customers.ACCOUNT_ID, List.of(Customers.INPUT.name()));
        Map<String, InputGuess> chosen = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (InputGuess guess : guesses) {
            if (guess.fits()
                    && !chosen.containsKey(guess.input())
                    && taken.add(guess.table().name())) {
                chosen.put(guess.input(), guess);
            }
        }
        chosen.computeIfPresent(Orders.INPUT.name(), (input, sold) -> new SettledLines(sold, chosen).settled());
        List<TableProfile> free =
                tables.stream().filter(table -> !taken.contains(table.name())).toList();
        Visits.in(free, chosen).ifPresent(visits -> chosen.put(visits.input(), visits));
        return chosen.containsKey(Orders.INPUT.name()) || chosen.containsKey(Subscriptions.INPUT.name())
                ? new Guesses(tables, chosen, Optional.empty())
                : withSparseLines(tables, chosen, guesses);
    }

    /** Texts of several languages are none of what they name, where a file of those is. */
    private static void thingsFirst(List<InputGuess> guesses) {
        List<InputGuess> things = guesses.stream()
                .filter(guess -> guess.fits() && guess.table().sample().where().isEmpty())
                .toList();
        guesses.removeIf(guess -> guess.table().sample().where().isPresent()
                && things.stream()
                        .filter(other -> other.input().equals(guess.input()))
                        .anyMatch(other -> guess.table().columns().values().stream()
                                .filter(ColumnProfile::isUnique)
                                .anyMatch(key -> KeyMatches.keyOf(key, other.table(), NAMED)
                                        .isPresent())));
    }

    /** A log of mails is touches, where no file of touches is. */
    private static void mails(List<InputGuess> guesses, List<TableProfile> tables) {
        tables.stream()
                .flatMap(table -> MailLog.of(table).stream())
                .findFirst()
                .filter(log -> guesses.stream()
                        .noneMatch(guess -> guess.input().equals(Contacts.INPUT.name())
                                && guess.fits()
                                && !guess.table().equals(log.table())))
                .ifPresent(log -> {
                    guesses.removeIf(guess -> guess.table().equals(log.table()));
                    guesses.add(log.guess());
                });
    }

    /** A file of what came back is none of order lines where another is. */
    private static void salesFirst(List<InputGuess> guesses) {
        boolean sold = guesses.stream()
                .anyMatch(guess -> guess.input().equals(Orders.INPUT.name())
                        && guess.fits()
                        && !ReturnFiles.isNamed(guess.table()));
        guesses.removeIf(guess -> sold && ReturnFiles.isNamed(guess.table()));
    }

    /** What the order lines lead to is the orders' own rows before it is anything else. */
    private static void headsFirst(List<InputGuess> guesses) {
        Optional<InputGuess> lines = guesses.stream()
                .filter(guess -> guess.input().equals(Orders.INPUT.name()) && guess.fits())
                .findFirst();
        guesses.stream()
                .filter(guess -> guess.input().equals(Helper.HEADS) && guess.fits() && lines.isPresent())
                .filter(guess -> OrderHeads.isLedToBy(lines.get(), guess.table()))
                .findFirst()
                .ifPresent(heads -> {
                    guesses.remove(heads);
                    guesses.add(0, heads);
                });
    }

    /**
     * Whom, or what, the order lines or the contracts name are the customers, or the products, before contacts or others are;
     * whom the customers name are their companies.
     *
     * @param by the inputs that name them, those first that tell it best
     */
    private static void namedFirst(List<InputGuess> guesses, Input input, String target, List<String> by) {
        List<InputGuess> those = guesses.stream()
                .filter(guess -> guess.input().equals(input.name()) && guess.fits())
                .toList();
        Optional<InputGuess> meant = by.stream()
                .flatMap(lines -> guesses.stream()
                        .filter(guess -> guess.input().equals(lines) && guess.fits())
                        .limit(1))
                .flatMap(guess -> guess.column(target).stream())
                .flatMap(id -> bestOf(id, those).stream())
                .findFirst();
        if (meant.isPresent() && !meant.get().equals(those.get(0))) {
            guesses.remove(meant.get());
            guesses.add(guesses.indexOf(those.get(0)), meant.get());
        }
    }

    /** The first whose table knows the ids; where it has others, and knows fewer of them, the first that has the very ids. */
    private static Optional<InputGuess> bestOf(ColumnProfile id, List<InputGuess> those) {
        List<InputGuess> known = those.stream()
                .filter(guess -> KeyMatches.keyOf(id, guess.table(), NAMED).isPresent())
                .filter(guess -> guess.equals(those.get(0)) || !leadsTo(guess.table(), those.get(0)))
                .toList();
        Optional<KeyMatches.KeyMatch> first =
                known.stream().findFirst().flatMap(guess -> KeyMatches.keyOf(id, guess.table(), NAMED));
        return first.filter(match -> !match.isAsItIs())
                .flatMap(match -> known.stream()
                        .filter(guess -> KeyMatches.keyOf(id, guess.table(), match.share())
                                .filter(other -> other.isAsItIs() && other.share() > match.share())
                                .isPresent())
                        .min(Comparator.comparing(guess -> !guess.has(Customers.NAME))))
                .or(() -> known.stream().findFirst());
    }

    /** Whether a table names the rows of another, as a price its product: then it is no list of its own. */
    private static boolean leadsTo(TableProfile table, InputGuess other) {
        return !table.equals(other.table())
                && table.columns().values().stream()
                        .anyMatch(c -> !c.isUnique()
                                && KeyMatches.keyOf(c, other.table(), SURELY).isPresent());
    }

    private static Guesses withSparseLines(
            List<TableProfile> tables, Map<String, InputGuess> chosen, List<InputGuess> guesses) {
        Optional<SparseLines> sparse = SparseLines.in(tables, guesses);
        sparse.ifPresent(found -> chosen.put(Orders.INPUT.name(), found.lines()));
        return new Guesses(tables, chosen, sparse.flatMap(SparseLines::where));
    }

    private static List<String> inputs() {
        List<String> inputs =
                new ArrayList<>(Input.all().stream().map(Input::name).toList());
        inputs.add(Helper.HEADS);
        return inputs;
    }

    Optional<InputGuess> of(Input input) {
        return Optional.ofNullable(chosen.get(input.name()));
    }

    Optional<InputGuess> heads() {
        return Optional.ofNullable(chosen.get(Helper.HEADS));
    }

    Optional<TableProfile> tableOf(Input input) {
        return of(input).map(InputGuess::table);
    }
}
