package io.osusume.intake.profile;

import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Customers of whom many have several ids and one address, as who buys as a guest has a new id each time: the address names the
 * person.
 *
 * @param table the customers
 * @param id their ids
 * @param email their addresses
 * @param desks addresses of many persons, as a till enters one for all who have none: they name nobody
 */
record OnePerson(TableProfile table, ColumnProfile id, ColumnProfile email, List<String> desks) {
    /** The share of the rows whose address another row has too; less are two accounts of somebody. */
    private static final double MANY = 0.1;
    /** The share that has an address. */
    private static final double FILLED = 0.95;
    /** A person is written in so many ways at most. */
    private static final int NAMES = 3;
    /** Where no names are there, an address of more rows is a desk's. */
    private static final double DESK = 0.05;
    /** More desks are no exception. */
    private static final int DESKS = 5;

    static Optional<OnePerson> of(Guesses guesses) {
        return guesses.of(Customers.INPUT)
                .flatMap(customers -> customers
                        .column(Customers.CUSTOMER_ID)
                        .filter(id -> id.isUnique() && !id.isEmail())
                        .flatMap(id -> customers
                                .column(Helper.EMAIL)
                                .filter(email -> email.filledShare() >= FILLED)
                                .map(email -> new OnePerson(customers.table(), id, email, desks(customers, email)))))
                .filter(OnePerson::areShared);
    }

    /** Whether many rows share an address that is no desk's. */
    private boolean areShared() {
        long again = email.counts().entrySet().stream()
                .filter(address -> !desks.contains(address.getKey()))
                .mapToLong(address -> address.getValue() - 1)
                .sum();
        return desks.size() <= DESKS && again >= MANY * email.filled();
    }

    private static List<String> desks(InputGuess customers, ColumnProfile email) {
        List<String> columns = customers.table().sample().columns();
        int[] names = Stream.of(Customers.NAME, Helper.FIRST_NAME, Helper.LAST_NAME)
                .flatMap(target -> customers.column(target).stream())
                .mapToInt(column -> columns.indexOf(column.name()))
                .toArray();
        if (names.length == 0) {
            return email.counts().entrySet().stream()
                    .filter(address -> address.getValue() > DESK * email.filled())
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
        int at = columns.indexOf(email.name());
        Map<String, Set<List<String>>> called = new TreeMap<>();
        customers.table().sample().rows().stream()
                .filter(row -> !ColumnProfile.isNothing(row[at]))
                .forEach(row -> called.computeIfAbsent(row[at], address -> new HashSet<>())
                        .add(Arrays.stream(names)
                                .mapToObj(name -> String.valueOf(row[name]))
                                .toList()));
        return called.entrySet().stream()
                .filter(address -> address.getValue().size() > NAMES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The address beside a column that holds their ids; empty where it holds others. */
    Optional<Ref> beside(View view, ColumnProfile from, TableProfile owner) {
        return owner.equals(table) || KeyMatches.of(from, table, id).share() < MANY
                ? Optional.empty()
                : Optional.of(view.beside(table, from, owner, id, email));
    }

    /** What names the person: the address, else the id. */
    String sql(String email, String id) {
        String address = desks.stream()
                .map(desk -> Sql.text(desk.strip().toLowerCase(Locale.ROOT)))
                .reduce(Sql.address(email), (sql, desk) -> "nullif(" + sql + ", " + desk + ")");
        return this.email.filledShare() == 1 && desks.isEmpty()
                ? address
                : "coalesce(nullif(" + address + ", ''), " + id + ")";
    }

    /** The key of customers; empty where their ids name them. */
    static Optional<ProposedColumn> key(Guesses guesses, Input input, View view) {
        return of(guesses)
                .filter(person ->
                        input.equals(Customers.INPUT) && person.table().equals(view.base()))
                .map(person -> person.key(view));
    }

    private ProposedColumn key(View view) {
        return ProposedColumn.of(
                        Customers.CUSTOMER_ID,
                        sql(view.own(email).sql(), view.own(id).sql()),
                        0.85,
                        email)
                .noting("of " + id.distinct() + " ids " + email.distinct()
                        + " have an address of their own: it names the person"
                        + (desks.isEmpty() ? "" : ", but for " + String.join(", ", desks)));
    }
}
