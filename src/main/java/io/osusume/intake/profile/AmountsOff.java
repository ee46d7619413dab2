package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An amount that is taken off a line, where a percentage beside it tells that it is off the prices as they are read: it is that share of
 * pieces × price.
 */
record AmountsOff(LineReader read) {
    private static final Pattern AMOUNT =
            Pattern.compile("(base )?(line |item )?discount amount|(base )?discount|割引額|値引額");
    private static final Pattern PERCENT = Pattern.compile("(line |item )?discount (percent|percentage|rate)|割引率|値引率");
    private static final double CENT = 0.03;
    private static final int FEWEST = 5;
    private static final double MOST = 0.9;

    /** The amount that is the share of the line that the percentage says. */
    Optional<ColumnProfile> told() {
        Optional<ColumnProfile> unit = read.lines().column(Orders.UNIT_PRICE);
        Optional<ColumnProfile> pieces = read.lines().column(Orders.QUANTITY);
        if (unit.isEmpty() || pieces.isEmpty()) {
            return Optional.empty();
        }
        boolean base = HeaderNames.plain(unit.get().name()).startsWith("base ");
        return named(PERCENT)
                .flatMap(percent -> named(AMOUNT)
                        .filter(amount -> !amount.equals(percent))
                        .filter(amount ->
                                base == HeaderNames.plain(amount.name()).startsWith("base "))
                        .filter(amount -> isShare(List.of(amount, percent, unit.get(), pieces.get()))))
                .findFirst();
    }

    private Stream<ColumnProfile> named(Pattern name) {
        return read.lines().table().columns().values().stream()
                .filter(column -> column.number().isPresent()
                        && name.matcher(HeaderNames.plain(column.name())).matches());
    }

    private boolean isShare(List<ColumnProfile> columns) {
        TableSample sample = read.lines().table().sample();
        int[] at = columns.stream()
                .mapToInt(column -> sample.columns().indexOf(column.name()))
                .toArray();
        List<double[]> reduced = sample.rows().stream()
                .map(row -> Arrays.stream(at)
                        .mapToDouble(i -> row[i] == null ? Double.NaN : LineAmounts.number(row[i]))
                        .toArray())
                .filter(row -> row[0] > 0 && row[1] > 0)
                .toList();
        long right = reduced.stream()
                .filter(row -> Math.abs(row[0] - row[1] / 100 * row[2] * row[3]) <= CENT
                        || Math.abs(row[0] - row[1] * row[2] * row[3]) <= CENT)
                .count();
        return right >= FEWEST && right >= MOST * reduced.size();
    }

    /** The price of a piece less its part of the amount. */
    ProposedColumn less(ProposedColumn price, ColumnProfile amount) {
        Ref unit = read.view().own(read.lines().column(Orders.UNIT_PRICE).orElseThrow());
        Ref pieces = read.view().own(read.lines().column(Orders.QUANTITY).orElseThrow());
        return price.reading("round(" + Sql.amount(unit) + " - coalesce(try_divide("
                        + Sql.amount(read.view().own(amount)) + ", " + Sql.amount(pieces) + "), 0), 4)")
                .noting("less what " + amount.name() + " takes off the line");
    }
}
