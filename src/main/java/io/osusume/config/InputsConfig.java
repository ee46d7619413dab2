package io.osusume.config;

import io.osusume.errors.NearestName;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where each input that Osusume knows comes from. Only {@code orders} must be present.
 *
 * @param byInput one for each of {@link Input#all}
 */
public record InputsConfig(Map<Input, InputConfig> byInput) {

    public InputsConfig {
        byInput = Map.copyOf(byInput);
        Checks checks = new Checks()
                .that(
                        byInput.get(Orders.INPUT).isPresent(),
                        "orders.path",
                        "null",
                        "the orders input is required and is not set",
                        "set inputs.orders.path (with inputs.orders.format) or inputs.orders.table");
        for (Input input : Input.all()) {
            byInput.get(input).check(checks, input.name());
            knownColumns(checks, input, byInput.get(input));
        }
        checks.verify();
    }

    /** The configuration of one input. */
    public InputConfig of(Input input) {
        return byInput.get(input);
    }

    private static void knownColumns(Checks checks, Input input, InputConfig config) {
        List<String> known = input.table().columnNames();
        new TreeMap<>(config.columns())
                .forEach((column, sql) -> checks.that(
                        known.contains(column) || input.isIgnored(column),
                        input.name() + ".columns." + column,
                        sql,
                        "the input " + input.name() + " has no column \"" + column + "\"",
                        hint(input.table(), column)));
    }

    /** What to write instead of a column that a table has not. */
    static String hint(Table table, String column) {
        return table.renamed(column)
                .map(now -> "it is called " + now.name() + " now")
                .orElseGet(() -> NearestName.hint(column, table.columnNames()));
    }
}
