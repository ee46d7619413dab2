package io.osusume.config;

import io.osusume.errors.NearestName;
import io.osusume.tables.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One {@link InputConfig} for each input that Osusume knows. Only {@code orders} must be present. */
public record InputsConfig(
        InputConfig orders,
        InputConfig products,
        InputConfig customers,
        InputConfig usage,
        InputConfig subscriptions,
        InputConfig contacts,
        InputConfig behavior,
        InputConfig tickets,
        InputConfig offerEvents,
        InputConfig accounts) {

    public InputsConfig {
        Map<Input, InputConfig> byInput = inOrder(List.of(
                orders, products, customers, usage, subscriptions, contacts, behavior, tickets, offerEvents, accounts));
        Checks checks = new Checks()
                .that(
                        orders.isPresent(),
                        "orders.path",
                        "null",
                        "the orders input is required and is not set",
                        "set inputs.orders.path (with inputs.orders.format) or inputs.orders.table");
        byInput.forEach((input, config) -> {
            config.check(checks, input.name());
            knownColumns(checks, input, config);
        });
        checks.verify();
    }

    /** The configuration of one input. */
    public InputConfig of(Input input) {
        return byInput().get(input);
    }

    private static void knownColumns(Checks checks, Input input, InputConfig config) {
        List<String> known = input.table().columnNames();
        new TreeMap<>(config.columns())
                .forEach((column, sql) -> checks.that(
                        known.contains(column),
                        input.name() + ".columns." + column,
                        sql,
                        "the input " + input.name() + " has no column \"" + column + "\"",
                        NearestName.hint(column, known)));
    }

    private Map<Input, InputConfig> byInput() {
        return inOrder(List.of(
                orders, products, customers, usage, subscriptions, contacts, behavior, tickets, offerEvents, accounts));
    }

    private static Map<Input, InputConfig> inOrder(List<InputConfig> configs) {
        Map<Input, InputConfig> result = new LinkedHashMap<>();
        for (int i = 0; i < configs.size(); i++) {
            result.put(Input.all().get(i), configs.get(i));
        }
        return result;
    }
}
