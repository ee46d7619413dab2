package io.osusume.intake.profile;

import io.osusume.tables.Customers;
import io.osusume.tables.Orders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who bought an order line. */
final class LineCustomers {
    private static final double KNOWN = 0.3;

    private final Guesses guesses;
    private final LineReader read;
    private final OrderHeads heads;
    private final Optional<KeyChoice> keys;

    LineCustomers(Guesses guesses, LineReader read, OrderHeads heads, Optional<KeyChoice> keys) {
        this.guesses = guesses;
        this.read = read;
        this.heads = heads;
        this.keys = keys;
    }

    /** @param remarks takes up what a reader should know */
    Optional<ProposedColumn> column(List<String> remarks) {
        Optional<ProposedColumn> person = heads.person();
        if (person.isPresent()) {
            return person;
        }
        Optional<ProposedColumn> named = ofOnePerson().or(() -> ref().map(this::named));
        if (named.isEmpty()) {
            remarks.add("No column names the customer: the lines teach rules, and nobody is offered anything.");
        }
        return named;
    }

    /** The customer's own id, else the address: whichever more lines have. */
    Optional<Ref> ref() {
        Optional<Ref> id = id();
        Optional<Ref> email = email();
        Optional<Ref> name = read.lines().column(Helper.CUSTOMER_NAME).map(read.view()::own);
        if (id.isPresent()
                && email.isPresent()
                && id.get().column().filledShare() < 0.5 * email.get().column().filledShare()) {
            return email;
        }
        return id.or(() -> email).or(() -> name);
    }

    private Optional<Ref> id() {
        return read.lines().column(Orders.CUSTOMER_ID).map(this::known).or(() -> heads.column(Orders.CUSTOMER_ID));
    }

    /** Of whom the customers have several ids. */
    private Optional<ProposedColumn> ofOnePerson() {
        Optional<Ref> id = ref();
        Optional<ColumnProfile> own = read.lines().column(Orders.CUSTOMER_ID);
        Optional<TableProfile> owner = own.isPresent()
                ? Optional.of(read.lines().table())
                : guesses.heads().map(InputGuess::table);
        return keys.isPresent() || id.isEmpty()
                ? Optional.empty()
                : OnePerson.of(guesses).flatMap(person -> owner.flatMap(
                                table -> person.beside(read.view(), id.get().column(), table))
                        .map(email -> ProposedColumn.of(
                                        Orders.CUSTOMER_ID,
                                        person.sql(email.sql(), id.get().sql()),
                                        0.75,
                                        email.column())
                                .noting("of whom the customers have several ids, the address")));
    }

    private Ref known(ColumnProfile id) {
        return keys.map(choice -> choice.ref(Orders.CUSTOMER_ID, id, read.view()))
                .orElseGet(() -> read.view().own(id));
    }

    private Optional<Ref> email() {
        return read.lines().column(Helper.EMAIL).map(read.view()::own).or(() -> heads.column(Helper.EMAIL));
    }

    private ProposedColumn named(Ref ref) {
        String sql = Sql.read(LineReader.field(Orders.CUSTOMER_ID), read.carried(ref));
        ProposedColumn proposed =
                ProposedColumn.of(Orders.CUSTOMER_ID, sql, read.sureness(Orders.CUSTOMER_ID, 0.75), ref.column());
        return guest(ref, proposed).orElseGet(() -> Nobody.in(ref.column())
                .map(g -> proposed.reading("nullif(" + sql + ", " + Sql.text(asRead(g, ref.column())) + ")")
                        .noting(
                                Nobody.isWord(g) || ref.column().isEmail()
                                        ? g + " is nobody"
                                        : g + " stands in far more lines than others and is taken for nobody"))
                .orElse(proposed));
    }

    private static String asRead(String id, ColumnProfile column) {
        String pointless = column.isIdWithPoint() ? id.replaceAll("\\.0+$", "") : id;
        return column.isEmailInSpellings() ? id.strip().toLowerCase(Locale.ROOT) : pointless;
    }

    /** One id for all who buy without an account: their addresses tell them apart. */
    private Optional<ProposedColumn> guest(Ref ref, ProposedColumn proposed) {
        Optional<Ref> email = email();
        Optional<String> guest = email.flatMap(e ->
                Nobody.shared(guesses.tables(), ref.column().name(), e.column().name()));
        return guest.map(g -> {
            String address = Sql.read(LineReader.field(Orders.CUSTOMER_ID), read.carried(email.get()));
            boolean known = guesses.tableOf(Customers.INPUT)
                    .filter(t -> KeyMatches.keyOf(ref.column(), t, KNOWN).isPresent())
                    .isPresent();
            return known
                    ? proposed.reading("coalesce(nullif(" + proposed.sql() + ", " + Sql.text(g) + "), " + address + ")")
                            .noting(g + " is everybody without an account: the address names them")
                    : ProposedColumn.of(
                                    Orders.CUSTOMER_ID,
                                    address,
                                    0.75,
                                    email.get().column())
                            .noting(ref.column().name() + " is " + g + " for everybody without an account: the address"
                                    + " names all");
        });
    }
}
