package io.osusume.intake.profile;

import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import java.util.Optional;

/**
 * Customers of whom many have several ids and one address, as who buys as a guest has a new id each time: the address names the
 * person.
 *
 * @param table the customers
 * @param id their ids
 * @param email their addresses
 */
record OnePerson(TableProfile table, ColumnProfile id, ColumnProfile email) {
    /** The share of the rows whose address another row has too; less are two accounts of somebody. */
    private static final double MANY = 0.1;
    /** The share that has an address. */
    private static final double FILLED = 0.95;
    /** An address of more is that of a desk. */
    private static final double DESK = 0.2;

    static Optional<OnePerson> of(Guesses guesses) {
        return guesses.of(Customers.INPUT).flatMap(customers -> customers
                .column(Customers.CUSTOMER_ID)
                .filter(id -> id.isUnique() && !id.isEmail())
                .flatMap(id -> customers
                        .column(Helper.EMAIL)
                        .filter(OnePerson::isShared)
                        .map(email -> new OnePerson(customers.table(), id, email))));
    }

    private static boolean isShared(ColumnProfile email) {
        int most = email.counts().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return email.filledShare() >= FILLED
                && email.filled() - email.distinct() >= MANY * email.filled()
                && most <= DESK * email.filled();
    }

    /** The address beside a column that holds their ids; empty where it holds others. */
    Optional<Ref> beside(View view, ColumnProfile from, TableProfile owner) {
        return owner.equals(table) || KeyMatches.of(from, table, id).share() < MANY
                ? Optional.empty()
                : Optional.of(view.beside(table, from, owner, id, email));
    }

    /** What names the person: the address, else the id. */
    String sql(String email, String id) {
        String address = Sql.address(email);
        return this.email.filledShare() == 1 ? address : "coalesce(nullif(" + address + ", ''), " + id + ")";
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
                        + " have an address of their own: it names the person");
    }
}
