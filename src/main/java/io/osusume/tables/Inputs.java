package io.osusume.tables;

import java.util.List;
import java.util.Optional;

/** All inputs that Osusume knows, in the order in which they are staged. Only {@code orders} is required. */
public final class Inputs {
    public static final List<Input> ALL = List.of(
            Orders.INPUT,
            Products.INPUT,
            Customers.INPUT,
            Usage.INPUT,
            Subscriptions.INPUT,
            Contacts.INPUT,
            Behavior.INPUT,
            Tickets.INPUT,
            OfferEvents.INPUT,
            Accounts.INPUT);

    private Inputs() {}

    public static Optional<Input> named(String name) {
        return ALL.stream().filter(i -> i.name().equals(name)).findFirst();
    }
}
