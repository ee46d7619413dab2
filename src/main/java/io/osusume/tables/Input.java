package io.osusume.tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table that a company brings. Required columns must be mapped; a row without one of them is rejected.
 *
 * @param table its grain, key and columns
 * @param timeColumn when the row became a fact; a row later than the as-of date is not seen. Empty where rows carry no
 *     such time
 * @param plannedFrom where a row may be known before its time: the column that says from when on it was known
 * @param identities column groups of which each row must fill at least one; empty where the required columns suffice
 * @param without what cannot be known where the company has not got it, as the rest of a sentence
 */
public record Input(
        Table table,
        Optional<String> timeColumn,
        Optional<String> plannedFrom,
        List<List<String>> identities,
        String without) {

    /** From when on a row holds, in inputs that may have several rows of one key. */
    static final String UPDATED_AT = "updated_at";

    static Input timed(String timeColumn, Table table) {
        return new Input(table, Optional.of(timeColumn), Optional.empty(), List.of(), "");
    }

    static Input timeless(Table table) {
        return new Input(table, Optional.empty(), Optional.empty(), List.of(), "");
    }

    Input identifiedBy(List<List<String>> groups) {
        return new Input(table, timeColumn, plannedFrom, groups, without);
    }

    Input plannedFrom(String column) {
        return new Input(table, timeColumn, Optional.of(column), identities, without);
    }

    Input without(String unknown) {
        return new Input(table, timeColumn, plannedFrom, identities, unknown);
    }

    /** By which of several rows of one key the newest is known; empty where they have no such time. */
    public Optional<String> versionColumn() {
        return table.column(UPDATED_AT).map(Field::name);
    }

    /** Whether it is a column that the contract once had, and that nothing reads: a mapping of it is ignored. */
    public boolean isIgnored(String column) {
        return Known.IGNORED.getOrDefault(this, Set.of()).contains(column);
    }

    public String name() {
        return table.name();
    }

    /** All inputs that Osusume knows, in the order in which they are staged. {@code orders} or {@code
     * subscriptions} is required. */
    public static List<Input> all() {
        return Known.INPUTS;
    }

    /** Made when it is first asked for: the tables make their inputs by this class. */
    private static final class Known {
        private static final Map<Input, Set<String>> IGNORED = Map.of(
                OfferEvents.INPUT, Set.of("offered_at", "p_at_offer"),
                Accounts.INPUT, Set.of("industry", "size"));

        private static final List<Input> INPUTS = List.of(
                Orders.INPUT,
                Products.INPUT,
                Customers.INPUT,
                Usage.INPUT,
                Subscriptions.INPUT,
                Contacts.INPUT,
                Behavior.INPUT,
                Tickets.INPUT,
                OfferEvents.INPUT,
                Accounts.INPUT,
                Decisions.INPUT);
    }
}
