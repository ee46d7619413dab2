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
        ProposedInput proposed = new InputProposer(
                        guesses, Customers.INPUT, guess, references, new KeyChoice(guesses, references))
                .propose();
        List<String> remarks = new ArrayList<>(proposed.remarks());
        remarks.add("The customers are companies: the file is both accounts and customers.");
        return Optional.of(new ProposedInput(
                Customers.INPUT, proposed.from(), proposed.query(), proposed.columns(), remarks, List.of()));
    }

    /** Names and consent that stand in the orders. */
    private Optional<ProposedInput> fromOrders() {
        Optional<ProposedInput> orders =
                inputs.stream().filter(i -> i.input().equals(Orders.INPUT)).findFirst();
        Optional<InputGuess> lines = guesses.of(Orders.INPUT);
        Optional<ProposedColumn> customer = orders.flatMap(o -> o.column(Orders.CUSTOMER_ID));
        if (lines.isEmpty() || customer.isEmpty()) {
            return Optional.empty();
        }
        Optional<ColumnProfile> consent = lines.get().column(Helper.CONSENT);
        boolean named = lines.get().has(Orders.CUSTOMER_ID) || lines.get().has(Helper.EMAIL);
        View view = new View(lines.get().table());
        Optional<ProposedColumn> name = named ? name(lines.get(), view) : Optional.empty();
        return consent.isEmpty() && name.isEmpty()
                ? Optional.empty()
                : Optional.of(ofLines(orders.get(), lines.get().table(), customer.get(), name, consent));
    }

    /** By first and last name where both stand there, else by the column of names. */
    private static Optional<ProposedColumn> name(InputGuess lines, View view) {
        InputGuess persons = InputGuess.of(lines.table(), Customers.INPUT.name());
        return new CustomerNames(persons, view).fromParts().or(() -> lines.column(Helper.CUSTOMER_NAME)
                .map(n -> ProposedColumn.of(Customers.NAME, view.own(n).sql(), 0.85, n)));
    }

    private static ProposedInput ofLines(
            ProposedInput orders,
            TableProfile table,
            ProposedColumn customer,
            Optional<ProposedColumn> name,
            Optional<ColumnProfile> consent) {
        List<ProposedColumn> columns = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        columns.add(new ProposedColumn(Customers.CUSTOMER_ID, "customer_id", customer.sure(), customer.examples(), ""));
        name.ifPresent(n -> {
            columns.add(n.reading("name"));
            remarks.add("What the order lines say of customers, each once.");
        });
        consent.ifPresent(c -> {
            columns.add(ProposedColumn.of(
                    Customers.MARKETING_CONSENT,
                    c.isSqlFlag() ? "marketing_consent" : "parse_yes(marketing_consent)",
                    0.8,
                    c));
            remarks.add("Consent stands in the orders; where the orders of a customer disagree it is no.");
        });
        String rows = orders.query().map(joined -> "(" + joined + ")").orElse(Sql.name(table.name()));
        String query = query(rows, customer.sql(), name.map(ProposedColumn::sql), consent.map(c -> table.sample()
                .sql(c.name())));
        return new ProposedInput(Customers.INPUT, orders.from(), Optional.of(query), columns, remarks, List.of());
    }

    /** Each customer once; twice where the orders disagree about the consent, which the night settles. */
    private static String query(String rows, String customer, Optional<String> name, Optional<String> consent) {
        String consented = consent.isPresent() ? ", marketing_consent" : "";
        return "SELECT customer_id" + (name.isPresent() ? ", max(name) AS name" : "") + consented
                + "\nFROM (SELECT " + customer + " AS customer_id"
                + name.map(n -> ", " + n + " AS name").orElse("")
                + consent.map(c -> ", " + c + " AS marketing_consent").orElse("")
                + " FROM " + rows + ")\nWHERE "
                + (consent.isPresent() ? "CAST(marketing_consent AS STRING) <> ''" : "customer_id IS NOT NULL")
                + " GROUP BY customer_id" + consented;
    }
}
