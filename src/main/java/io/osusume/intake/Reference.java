package io.osusume.intake;

import io.osusume.tables.Accounts;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        return found;
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
