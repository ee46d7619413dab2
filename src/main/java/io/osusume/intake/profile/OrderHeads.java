package io.osusume.intake.profile;

import io.osusume.intake.profile.KeyMatches.KeyMatch;
import io.osusume.tables.Customers;
import io.osusume.tables.Orders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What other files add to order lines: the order's own row, and the person behind a customer's id. */
final class OrderHeads {
    private static final double KNOWN = 0.5;
    /** Customers per order from which on their id says nothing: it is new with each order. */
    private static final double NEW_EACH_TIME = 0.98;

    private static final int ENOUGH_ORDERS = 50;

    private final Guesses guesses;
    private final InputGuess lines;
    private final View view;
    private final Optional<KeyMatch> match;

    OrderHeads(Guesses guesses, InputGuess lines, View view) {
        this.guesses = guesses;
        this.lines = lines;
        this.view = view;
        this.match = guesses.heads().flatMap(h -> lines.column(Orders.ORDER_ID)
                .flatMap(order -> KeyMatches.keyOf(order, h.table(), KNOWN)));
    }

    /** Files of one row an order, by their names. */
    private static final Pattern NAMED =
            Pattern.compile("order|sale|transaction|invoice|receipt|opportunit|deal|注文|受注|伝票|売上");

    /** When a row was written, and not when something was sold. */
    private static final Pattern WRITTEN = Pattern.compile("created.*|create .*");

    /** Whether the table is named as one of orders, and the order numbers of the lines lead to it: nothing else it may be. */
    static boolean isLedToBy(InputGuess lines, TableProfile table) {
        String path = table.sample().path().toLowerCase(Locale.ROOT);
        return !table.equals(lines.table())
                && NAMED.matcher(path.substring(path.lastIndexOf('/') + 1)).find()
                && lines.column(Orders.ORDER_ID)
                        .flatMap(order -> KeyMatches.keyOf(order, table, KNOWN))
                        .isPresent();
    }

    /** Whether the order's own row has the day of the sale, and the line's column only when the line was written. */
    boolean isSold(ColumnProfile line) {
        return WRITTEN.matcher(HeaderNames.plain(line.name())).matches()
                && match.flatMap(m -> guesses.heads().flatMap(h -> h.column(Orders.ORDERED_AT)))
                        .filter(head ->
                                !WRITTEN.matcher(HeaderNames.plain(head.name())).matches())
                        .isPresent();
    }

    /** A column of the orders' own rows, beside each line; empty where the lines lead to none. */
    Optional<Ref> column(String target) {
        return match.flatMap(m -> guesses.heads().flatMap(h -> h.column(target)).map(wanted -> beside(m, wanted)));
    }

    /** All such columns of them, see {@link InputGuess#all}. */
    List<Ref> all(String target) {
        return match.stream()
                .flatMap(m -> guesses.heads().stream()
                        .flatMap(h -> h.all(target).stream())
                        .map(wanted -> beside(m, wanted)))
                .toList();
    }

    private Ref beside(KeyMatch m, ColumnProfile wanted) {
        return view.beside(m.table(), lines.column(Orders.ORDER_ID).orElseThrow(), lines.table(), m.key(), wanted);
    }

    /** The person's own id, where the customer's id of the orders is another one with each order. */
    Optional<ProposedColumn> person() {
        Optional<ColumnProfile> orders =
                guesses.heads().filter(h -> match.isPresent()).flatMap(h -> h.column(Orders.ORDER_ID));
        Optional<ColumnProfile> customer =
                guesses.heads().filter(h -> match.isPresent()).flatMap(h -> h.column(Orders.CUSTOMER_ID));
        if (orders.isEmpty()
                || customer.isEmpty()
                || lines.has(Orders.CUSTOMER_ID)
                || orders.get().distinct() < ENOUGH_ORDERS
                || customer.get().distinct() < NEW_EACH_TIME * orders.get().distinct()) {
            return Optional.empty();
        }
        return guesses.tables().stream()
                .filter(t -> !view.tables().contains(t) && !t.equals(match.get().table()))
                .flatMap(t -> KeyMatches.keyOf(customer.get(), t, KNOWN).stream())
                .flatMap(k -> other(k).map(p -> person(k, customer.get(), p)).stream())
                .findFirst();
    }

    private static Optional<ColumnProfile> other(KeyMatch key) {
        return key.table().columns().values().stream()
                .filter(c -> !c.name().equals(key.key().name()))
                .filter(c -> HeaderWords.known().score(Customers.INPUT.name(), Customers.CUSTOMER_ID, c.name()) > 0.7)
                .findFirst();
    }

    private ProposedColumn person(KeyMatch key, ColumnProfile customer, ColumnProfile person) {
        beside(match.get(), customer);
        Ref ref = view.beside(key.table(), customer, match.get().table(), key.key(), person);
        return ProposedColumn.of(Orders.CUSTOMER_ID, ref.sql(), 0.8, person)
                .noting("the orders' own " + customer.name() + " is another one with each order");
    }
}
