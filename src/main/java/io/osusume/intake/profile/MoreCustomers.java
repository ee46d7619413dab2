package io.osusume.intake.profile;

import io.osusume.tables.Accounts;
import io.osusume.tables.Customers;
import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Customers where no file is one of customers: the companies themselves, or what the orders say of whom they are from. */
final class MoreCustomers {
    private static final double KNOWN = 0.3;

    private final Guesses guesses;
    private final List<ProposedInput> inputs;

    MoreCustomers(Guesses guesses, List<ProposedInput> inputs) {
        this.guesses = guesses;
        this.inputs = inputs;
    }

    Optional<ProposedInput> propose(References references) {
        if (inputs.stream().anyMatch(i -> i.input().equals(Customers.INPUT))) {
            return Optional.empty();
        }
        return companies(references).or(this::fromOrders);
    }

    /** A company that sells to companies, and knows no persons. */
    private Optional<ProposedInput> companies(References references) {
        Optional<InputGuess> accounts = guesses.of(Accounts.INPUT);
        Optional<ColumnProfile> customer = references.to(Customers.CUSTOMER_ID);
        if (accounts.isEmpty()
                || customer.isEmpty()
                || KeyMatches.keyOf(customer.get(), accounts.get().table(), KNOWN)
                        .isEmpty()) {
            return Optional.empty();
        }
        TableProfile table = accounts.get().table();
        InputGuess guess = InputGuess.of(table, Customers.INPUT.name());
        ProposedInput proposed = new InputProposer(guesses, Customers.INPUT, guess, references).propose();
        List<String> remarks = new ArrayList<>(proposed.remarks());
        remarks.add("The customers are companies: the file is both accounts and customers.");
        return Optional.of(new ProposedInput(
                Customers.INPUT, proposed.from(), proposed.query(), proposed.columns(), remarks, List.of()));
    }

    /** Consent that stands in the orders. */
    private Optional<ProposedInput> fromOrders() {
        Optional<ProposedInput> orders =
                inputs.stream().filter(i -> i.input().equals(Orders.INPUT)).findFirst();
        Optional<InputGuess> lines = guesses.of(Orders.INPUT);
        Optional<ColumnProfile> consent = lines.flatMap(l -> l.column(Helper.CONSENT));
        Optional<ProposedColumn> customer = orders.flatMap(o -> o.column(Orders.CUSTOMER_ID));
        if (consent.isEmpty() || customer.isEmpty() || orders.get().query().isPresent()) {
            return Optional.empty();
        }
        TableProfile table = lines.get().table();
        String flag = table.sample().sql(consent.get().name());
        String query = "SELECT DISTINCT " + customer.get().sql() + " AS customer_id, " + flag
                + " AS marketing_consent\nFROM " + Sql.name(table.name()) + " WHERE CAST(" + flag + " AS STRING) <> ''";
        ProposedColumn id = ProposedColumn.of(
                Customers.CUSTOMER_ID, "customer_id", customer.get().sure(), consent.get());
        ProposedColumn asked = ProposedColumn.of(
                Customers.MARKETING_CONSENT,
                consent.get().isSqlFlag() ? "marketing_consent" : "parse_yes(marketing_consent)",
                0.8,
                consent.get());
        return Optional.of(new ProposedInput(
                Customers.INPUT,
                List.of(table),
                Optional.of(query),
                List.of(
                        new ProposedColumn(
                                id.target(), id.sql(), id.sure(), customer.get().examples(), ""),
                        asked),
                List.of("Consent stands in the orders; where the orders of a customer disagree it is no."),
                List.of()));
    }
}
