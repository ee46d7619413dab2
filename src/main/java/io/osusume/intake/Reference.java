package io.osusume.intake;

import io.osusume.tables.Accounts;
import io.osusume.tables.Customers;
import io.osusume.tables.Decisions;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A column of one input whose values name the rows of another. */
record Reference(Input from, String column, Input to) {

    /** Those of the inputs that the company has, by the columns that it maps. */
    static List<Reference> among(Map<Input, Set<String>> mapped) {
        Map<String, Input> named = Map.of(
                Customers.CUSTOMER_ID, Customers.INPUT,
                Products.PRODUCT_ID, Products.INPUT,
                Accounts.ACCOUNT_ID, Accounts.INPUT,
                Subscriptions.SUBSCRIPTION_ID, Subscriptions.INPUT);
        List<Reference> found = new ArrayList<>();
        mapped.forEach((from, columns) -> from.table().columnNames().stream()
                .filter(c -> columns.contains(c) && named.containsKey(c))
                .map(c -> new Reference(from, c, named.get(c)))
                .filter(r -> !r.to().equals(from) && mapped.containsKey(r.to()))
                .forEach(found::add));
        if (!mapped.containsKey(Customers.INPUT)) {
            found.addAll(toBuyers(mapped));
        }
        return found;
    }

    /** Where nobody lists the customers: others speak of those who bought, or have a contract. */
    private static List<Reference> toBuyers(Map<Input, Set<String>> mapped) {
        return Stream.of(Orders.INPUT, Subscriptions.INPUT)
                .filter(to -> mapped.getOrDefault(to, Set.of()).contains(Customers.CUSTOMER_ID))
                .limit(1)
                .flatMap(to -> mapped.entrySet().stream()
                        .filter(from -> !from.getKey().equals(to)
                                && !from.getKey().equals(Decisions.INPUT)
                                && from.getValue().contains(Customers.CUSTOMER_ID))
                        .map(from -> new Reference(from.getKey(), Customers.CUSTOMER_ID, to)))
                .toList();
    }

    /** Whether others may well stand there too: who uses a product or is written to need not have bought anything. */
    boolean isLoose() {
        return column.equals(Customers.CUSTOMER_ID) && !to.equals(Customers.INPUT);
    }

    /** The inputs that may hold its ids: where nobody lists the customers, who has a contract need not have bought anything. */
    List<Input> places(Set<Input> there) {
        return isLoose() && !from.equals(Subscriptions.INPUT) && there.contains(Subscriptions.INPUT)
                ? Stream.of(to, Subscriptions.INPUT).distinct().toList()
                : List.of(to);
    }

    /** Who bought: counted even where nobody tells who the customers are. */
    static Reference buyers() {
        return new Reference(Orders.INPUT, Orders.CUSTOMER_ID, Customers.INPUT);
    }

    /** As the configuration and messages call it. */
    String name() {
        return from.name() + "." + column;
    }
}
