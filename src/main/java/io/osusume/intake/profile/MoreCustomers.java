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

    /** Names and consent that stand in the orders. */
    private Optional<ProposedInput> fromOrders() {
        Optional<ProposedInput> orders =
                inputs.stream().filter(i -> i.input().equals(Orders.INPUT)).findFirst();
        Optional<InputGuess> lines = guesses.of(Orders.INPUT);
        Optional<ColumnProfile> consent = lines.flatMap(l -> l.column(Helper.CONSENT));
        Optional<ProposedColumn> customer = orders.flatMap(o -> o.column(Orders.CUSTOMER_ID));
        Optional<ColumnProfile> name = lines.filter(l -> l.has(Orders.CUSTOMER_ID) || l.has(Helper.EMAIL))
                .flatMap(l -> l.column(Helper.CUSTOMER_NAME));
        if ((consent.isEmpty() && name.isEmpty())
                || customer.isEmpty()
                || orders.get().query().isPresent()) {
            return Optional.empty();
        }
        TableProfile table = lines.get().table();
        List<ProposedColumn> columns = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        StringBuilder kept = new StringBuilder("SELECT customer_id");
        StringBuilder read = new StringBuilder("SELECT " + customer.get().sql() + " AS customer_id");
        StringBuilder groups = new StringBuilder("customer_id");
        columns.add(new ProposedColumn(
                Customers.CUSTOMER_ID,
                "customer_id",
                customer.get().sure(),
                customer.get().examples(),
                ""));
        name.ifPresent(n -> {
            kept.append(", max(name) AS name");
            read.append(", ").append(table.sample().sql(n.name())).append(" AS name");
            columns.add(ProposedColumn.of(Customers.NAME, "name", 0.85, n));
            remarks.add("What the order lines say of customers, each once.");
        });
        consent.ifPresent(c -> {
            kept.append(", marketing_consent");
            read.append(", ").append(table.sample().sql(c.name())).append(" AS marketing_consent");
            groups.append(", marketing_consent");
            columns.add(ProposedColumn.of(
                    Customers.MARKETING_CONSENT,
                    c.isSqlFlag() ? "marketing_consent" : "parse_yes(marketing_consent)",
                    0.8,
                    c));
            remarks.add("Consent stands in the orders; where the orders of a customer disagree it is no.");
        });
        String known = consent.isPresent() ? "CAST(marketing_consent AS STRING) <> ''" : "customer_id IS NOT NULL";
        String query = kept + "\nFROM (" + read + " FROM " + Sql.name(table.name()) + ")\nWHERE " + known + " GROUP BY "
                + groups;
        return Optional.of(
                new ProposedInput(Customers.INPUT, List.of(table), Optional.of(query), columns, remarks, List.of()));
    }
}
