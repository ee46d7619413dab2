package io.osusume.intake.profile;

import io.osusume.tables.Billing;
import io.osusume.tables.Field;
import io.osusume.tables.Subscriptions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a contract's amounts are of: lists of contracts tell what each brings in a month or a year, whatever is paid at once,
 * and for all its seats.
 */
final class ContractPrices {
    private static final double MONTHS = 12;
    /** Names of the amount of a month. */
    private static final Pattern MONTHLY = Pattern.compile("(^| )mrr( |$)|monthly|per month|monats|mensuel|mensual|月額");
    /** Periods of several months. */
    private static final List<String> LONGER = List.of("annual", "half_yearly", "quarterly");
    /** Of the contracts, how many must bear it out. */
    private static final double MOST = 0.9;

    private final InputGuess contracts;
    private final View view;

    ContractPrices(InputGuess contracts, View view) {
        this.contracts = contracts;
        this.view = view;
    }

    /** One payment, where the column has the amount of a month and more than a month may be paid at once. */
    Optional<ProposedColumn> price(ProposedColumn given) {
        return ofYear(given).or(() -> ofMonths(given));
    }

    /** The month's amount, called so, as many times as there are months from payment to payment. */
    private Optional<ProposedColumn> ofMonths(ProposedColumn given) {
        Optional<ColumnProfile> month = contracts.column(Subscriptions.PRICE);
        Optional<ColumnProfile> billing = contracts.column(Subscriptions.BILLING);
        if (month.isEmpty()
                || billing.isEmpty()
                || !MONTHLY.matcher(HeaderNames.plain(month.get().name())).find()) {
            return Optional.empty();
        }
        Ref period = view.own(billing.get());
        return new ContractPeriods(contracts, view)
                .column(ProposedColumn.of(Subscriptions.BILLING, period.sql(), 1, billing.get()))
                .map(ProposedColumn::sql)
                .or(() -> Vocabulary.read(billingWords(), period).filter(sql -> isLonger(sql, billing.get())))
                .map(sql -> given.reading(Sql.amount(view.own(month.get())) + " * CASE " + sql
                                + " WHEN 'annual' THEN 12 WHEN 'half_yearly' THEN 6 WHEN 'quarterly' THEN 3 ELSE"
                                + " coalesce(TRY_CAST(" + sql + " AS INT), 1) END")
                        .noting("the amount of a month, by the months that are paid at once"));
    }

    private static Field billingWords() {
        return Vocabulary.of(Subscriptions.TABLE.column(Subscriptions.BILLING).orElseThrow());
    }

    private static boolean isLonger(String words, ColumnProfile billing) {
        return LONGER.stream()
                .anyMatch(longer ->
                        words.contains(Sql.text(longer)) || billing.counts().containsKey(longer));
    }

    /** Where a column has the amount of a year, twelve times the month's, that one where it is paid by the year. */
    private Optional<ProposedColumn> ofYear(ProposedColumn given) {
        Optional<ColumnProfile> month = contracts.column(Subscriptions.PRICE);
        Optional<ColumnProfile> year = contracts.column(Helper.ANNUAL_AMOUNT);
        Optional<ColumnProfile> billing = contracts.column(Subscriptions.BILLING);
        if (month.isEmpty() || year.isEmpty() || billing.isEmpty() || !isTwelveTimes(month.get(), year.get())) {
            return Optional.empty();
        }
        Ref amount = view.own(year.get());
        return Vocabulary.read(billingWords(), view.own(billing.get()))
                .map(period -> given.reading("CASE WHEN " + period + " = 'annual' THEN "
                                + Sql.number(amount.sql(), year.get()) + " ELSE " + given.sql() + " END")
                        .noting("the amount of a year where a year is paid at once, else of a month"));
    }

    private boolean isTwelveTimes(ColumnProfile month, ColumnProfile year) {
        long rows = 0;
        long twelve = 0;
        for (double[] amounts : numbers(List.of(month.name(), year.name()))) {
            rows++;
            twelve += Math.abs(amounts[1] - MONTHS * amounts[0]) <= 0.01 * Math.abs(amounts[1]) ? 1 : 0;
        }
        return rows > 0 && twelve >= MOST * rows;
    }

    /** The whole contract's, where the amounts of one product differ, and by its pieces hardly do. */
    /** How often it is paid where no column says it and the price is called that of a month. */
    static Optional<ProposedColumn> billing(Field field, Optional<ColumnProfile> price) {
        return price.filter(p -> MONTHLY.matcher(HeaderNames.plain(p.name())).find())
                .map(p -> ProposedColumn.constant(
                        field.name(), Sql.text(Billing.MONTHLY.wire()), p.name() + " says so by its name"));
    }

    Optional<ProposedColumn> pricePer() {
        Optional<ColumnProfile> price = contracts.column(Subscriptions.PRICE);
        Optional<ColumnProfile> pieces = contracts.column(Subscriptions.QUANTITY);
        Optional<ColumnProfile> product = contracts.column(Subscriptions.PRODUCT_ID);
        if (price.isEmpty() || pieces.isEmpty() || product.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Set<Double>> amounts = new HashMap<>();
        Map<String, Set<Double>> byPieces = new HashMap<>();
        int[] at = at(
                List.of(price.get().name(), pieces.get().name(), product.get().name()));
        for (String[] row : contracts.table().sample().rows()) {
            double amount = number(row[at[0]]);
            double quantity = number(row[at[1]]);
            if (amount > 0 && quantity > 0 && row[at[2]] != null) {
                amounts.computeIfAbsent(row[at[2]], k -> new HashSet<>()).add(amount);
                byPieces.computeIfAbsent(row[at[2]], k -> new HashSet<>())
                        .add(Math.round(100 * amount / quantity) / 100.0);
            }
        }
        boolean whole = different(amounts) > 2 * amounts.size() && 2 * different(byPieces) < different(amounts);
        return whole
                ? Optional.of(ProposedColumn.constant(
                        Subscriptions.PRICE_PER,
                        "'contract'",
                        price.get().name() + " grows with " + pieces.get().name() + ": it is of all of them"))
                : Optional.empty();
    }

    private static int different(Map<String, Set<Double>> amounts) {
        return amounts.values().stream().mapToInt(Set::size).sum();
    }

    private List<double[]> numbers(List<String> columns) {
        int[] at = at(columns);
        return contracts.table().sample().rows().stream()
                .map(row -> new double[] {number(row[at[0]]), number(row[at[1]])})
                .filter(n -> n[0] > 0 && n[1] > 0)
                .toList();
    }

    private int[] at(List<String> columns) {
        return columns.stream()
                .mapToInt(contracts.table().sample().columns()::indexOf)
                .toArray();
    }

    /** Not a number where it is none. */
    private static double number(String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text.strip().replaceAll("[^0-9.eE-]", ""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
