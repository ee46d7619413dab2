package io.osusume.config;

import io.osusume.errors.NearestName;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where each input that Osusume knows comes from. {@code orders} or {@code subscriptions} must be present.
 *
 * @param byInput one for each of {@link Input#all}
 */
public record InputsConfig(Map<Input, InputConfig> byInput) {

    public InputsConfig {
        byInput = Map.copyOf(byInput);
        Checks checks = new Checks()
                .that(
                        byInput.get(Orders.INPUT).isPresent()
                                || byInput.get(Subscriptions.INPUT).isPresent(),
                        "orders.path",
                        "null",
                        "neither orders nor subscriptions are set, and one of the two is required",
                        "set inputs.orders.path or .table where there are orders, inputs.subscriptions.path or .table where"
                                + " there are contracts");
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

    /** What was bought must be known: the orders, or the contracts of a company that has none. */
    public Input needed() {
        return of(Orders.INPUT).isPresent() ? Orders.INPUT : Subscriptions.INPUT;
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
