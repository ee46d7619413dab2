package io.osusume.intake.profile;

import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Amounts in cents, as payment services write them: of currencies that have any a hundredth, of yen the yen. They are read so where
 * the orders' own amounts tell it, or the column's name; where the values alone may be cents it is asked.
 */
final class MinorUnits {
    /** ISO 4217 codes without decimals, as payment services list them. */
    private static final Set<String> WHOLE = new TreeSet<>(Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF",
            "XPF"));

    private static final Pattern NAMED = Pattern.compile(".*\\b(cents?|minor|pence|centimes)\\b.*");
    private static final double HUNDRED = 100;
    private static final double ALIKE = 0.001;
    private static final int FEWEST = 5;
    /** Less than half a unit is no price of many things. */
    private static final double LEAST = 50;

    private MinorUnits() {}

    /** The price in whole units where the orders' own amounts are a hundredth of the lines'. */
    static Optional<ProposedColumn> told(
            Guesses guesses, InputGuess lines, ProposedColumn price, Optional<String> currency) {
        Optional<ColumnProfile> amount = lines.column(Helper.LINE_TOTAL).or(() -> lines.column(Orders.UNIT_PRICE));
        boolean named = amount.filter(MinorUnits::isNamed).isPresent();
        boolean told = amount.isPresent()
                && (named
                        || guesses.heads()
                                .filter(heads -> isTimes(HUNDRED, lines, amount.get(), heads))
                                .isPresent());
        return told
                ? Optional.of(price.reading(read(price.sql(), currency))
                        .noting(
                                named
                                        ? "in cents, as its name says"
                                        : "in cents: the orders' own amounts are a hundredth of it"))
                : Optional.empty();
    }

    /** Whether the orders' own amounts tell that those of the lines are whole units. */
    static boolean areWhole(Guesses guesses, InputGuess lines) {
        return lines.column(Helper.LINE_TOTAL).or(() -> lines.column(Orders.UNIT_PRICE)).stream()
                .anyMatch(amount -> guesses.heads()
                        .filter(heads -> isTimes(1, lines, amount, heads))
                        .isPresent());
    }

    private static boolean isNamed(ColumnProfile amount) {
        return NAMED.matcher(HeaderNames.plain(amount.name())).matches();
    }

    /** Whether the lines' amounts come to so many times those of their orders. */
    private static boolean isTimes(double times, InputGuess lines, ColumnProfile amount, InputGuess heads) {
        Optional<ColumnProfile> order = lines.column(Orders.ORDER_ID);
        Optional<ColumnProfile> key = heads.column(Orders.ORDER_ID);
        if (order.isEmpty() || key.isEmpty() || !amount.isWhole()) {
            return false;
        }
        Optional<ColumnProfile> pieces =
                lines.has(Helper.LINE_TOTAL) ? Optional.empty() : lines.column(Orders.QUANTITY);
        Map<String, Double> sums = new HashMap<>();
        rows(lines.table(), order.get(), amount, pieces).forEach(row -> {
            double quantity = pieces.isPresent() ? LineAmounts.number(row.get(2)) : 1;
            sums.merge(row.get(0), LineAmounts.number(row.get(1)) * quantity, Double::sum);
        });
        return heads.table().columns().values().stream()
                .filter(c -> c.number().isPresent()
                        && !c.isTime()
                        && !c.name().equals(key.get().name()))
                .anyMatch(total -> isTimes(times, sums, rows(heads.table(), key.get(), total, Optional.empty())));
    }

    /** Of some orders not all lines were seen. */
    private static boolean isTimes(double times, Map<String, Double> sums, List<List<String>> totals) {
        int right = 0;
        int other = 0;
        for (List<String> total : totals) {
            double ratio = sums.getOrDefault(total.get(0), 0.0) / LineAmounts.number(total.get(1));
            right += Math.abs(ratio / times - 1) < ALIKE ? 1 : 0;
            other += Math.abs(ratio * times / HUNDRED - 1) < ALIKE ? 1 : 0;
        }
        return right >= FEWEST && right > other;
    }

    private static List<List<String>> rows(
            TableProfile table, ColumnProfile one, ColumnProfile two, Optional<ColumnProfile> three) {
        List<Integer> at = new ArrayList<>(List.of(index(table, one), index(table, two)));
        three.ifPresent(c -> at.add(index(table, c)));
        return table.sample().rows().stream()
                .filter(row -> at.stream().noneMatch(i -> ColumnProfile.isNothing(row[i])))
                .map(row -> at.stream().map(i -> row[i]).toList())
                .toList();
    }

    private static int index(TableProfile table, ColumnProfile column) {
        return table.sample().columns().indexOf(column.name());
    }

    /** Whether amounts may be in cents, with the line that reads them so; empty where their values say that they are not. */
    static Optional<String> question(Input input, ProposedColumn price, InputGuess guess, Optional<String> currency) {
        Optional<ColumnProfile> amount = guess.column(price.target()).or(() -> guess.column(Helper.LINE_TOTAL));
        boolean named = amount.filter(MinorUnits::isNamed).isPresent();
        boolean may = !named
                && amount.isPresent()
                && amount.get().isWhole()
                && currency.isPresent()
                && guess.column(Orders.CURRENCY).stream()
                        .flatMap(c -> c.counts().keySet().stream())
                        .anyMatch(code -> code.strip().length() == 3
                                && !WHOLE.contains(code.strip().toUpperCase(java.util.Locale.ROOT)))
                && amount.get().counts().keySet().stream()
                        .mapToDouble(LineAmounts::number)
                        .allMatch(value -> value == 0 || Math.abs(value) >= LEAST);
        return may || named
                ? Optional.of("Is " + amount.get().commonest(1).get(0) + " in "
                        + amount.get().name()
                        + " an amount in cents? If so write\ninputs." + input.name() + ".columns."
                        + price.target() + " = "
                        + Hocon.value(read(price.sql(), currency)))
                : Optional.empty();
    }

    private static String read(String sql, Optional<String> currency) {
        String by = currency.map(code -> "CASE WHEN upper(" + code + ") IN ("
                        + WHOLE.stream().map(Sql::text).collect(Collectors.joining(", ")) + ") THEN 1 ELSE 100 END")
                .orElse("100");
        return "(" + sql + ") / " + by;
    }
}
