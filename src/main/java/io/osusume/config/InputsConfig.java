package io.osusume.config;

import io.osusume.errors.NearestName;
import io.osusume.tables.Input;
import io.osusume.tables.Inputs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        byInput.forEach((input, config) -> config.columns().keySet().stream()
                .sorted()
                .filter(c -> input.table().column(c).isEmpty())
                .forEach(c -> checks.that(
                        false,
                        input.name() + ".columns." + c,
                        config.columns().get(c),
                        "the input " + input.name() + " has no column \"" + c + "\"",
                        NearestName.hint(c, input.table().columnNames()))));
        checks.verify();
    }

    /** The configuration of one input. */
    public InputConfig of(Input input) {
        return byInput().get(input);
    }

    private Map<Input, InputConfig> byInput() {
        return inOrder(List.of(
                orders, products, customers, usage, subscriptions, contacts, behavior, tickets, offerEvents, accounts));
    }

    private static Map<Input, InputConfig> inOrder(List<InputConfig> configs) {
        Map<Input, InputConfig> result = new LinkedHashMap<>();
        for (int i = 0; i < configs.size(); i++) {
            result.put(Inputs.ALL.get(i), configs.get(i));
        }
        return result;
    }
}
