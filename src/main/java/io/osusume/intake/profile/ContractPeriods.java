package io.osusume.intake.profile;

import io.osusume.tables.Subscriptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From payment to payment of contracts, where one column counts periods and another says of what: 3 and month, 1 and year. */
record ContractPeriods(InputGuess contracts, View view) {
    private static final int MOST = 20;
    private static final Set<String> YEARS = Set.of("year", "years", "yearly", "annual", "y", "年");
    private static final Set<String> MONTHS = Set.of("month", "months", "monthly", "m", "月", "ヶ月", "か月");
    private static final Set<String> DAYS = Set.of("day", "days", "daily", "d", "日");
    private static final Set<String> WEEKS = Set.of("week", "weeks", "weekly", "w", "週");

    /** Empty where one column alone says it. */
    Optional<ProposedColumn> column(ProposedColumn given) {
        Optional<ColumnProfile> billing = contracts.column(Subscriptions.BILLING);
        Optional<ColumnProfile> unit = contracts.column(Helper.BILLING_UNIT);
        if (billing.filter(ColumnProfile::isWhole).isPresent()
                && unit.filter(ColumnProfile::isText).isPresent()) {
            return Optional.of(read(given, unit.get(), billing.get()));
        }
        Optional<ColumnProfile> count = contracts.column(Helper.BILLING_COUNT).filter(ContractPeriods::countsMore);
        return billing.filter(ColumnProfile::isText).isPresent()
                ? count.map(c -> read(given, billing.get(), c))
                : Optional.empty();
    }

    /** Where two columns tell it and neither is called the billing. */
    Optional<ProposedColumn> made() {
        Optional<ColumnProfile> count = contracts.column(Helper.BILLING_COUNT);
        return contracts
                .column(Helper.BILLING_UNIT)
                .filter(unit -> unit.isText() && count.isPresent())
                .map(unit -> read(
                        ProposedColumn.of(Subscriptions.BILLING, "NULL", OrdersProposer.GUESS, unit),
                        unit,
                        count.get()));
    }

    private static boolean countsMore(ColumnProfile count) {
        return count.counts().keySet().stream().anyMatch(value -> LineAmounts.number(value) > 1);
    }

    private ProposedColumn read(ProposedColumn given, ColumnProfile unit, ColumnProfile count) {
        String pieces = "CAST(" + Sql.amount(view.own(count)) + " AS INT)";
        Map<String, List<String>> periods = new LinkedHashMap<>();
        for (String value : unit.commonest(MOST)) {
            period(value, pieces).ifPresent(sql -> periods.computeIfAbsent(sql, k -> new ArrayList<>())
                    .add(value));
        }
        String cases = periods.entrySet().stream()
                .map(e -> " WHEN " + view.own(unit).sql() + " IN ("
                        + e.getValue().stream().map(Sql::text).collect(Collectors.joining(", ")) + ") THEN "
                        + e.getKey())
                .collect(Collectors.joining());
        return given.reading(periods.isEmpty() ? given.sql() : "CASE" + cases + " END")
                .noting(count.name() + " times " + unit.name() + ", in months or weeks");
    }

    /** Whole weeks, or whole months of 30 days. */
    private static String ofDays(String pieces) {
        return "IF(" + pieces + " % 30 = 0, CAST(" + pieces + " DIV 30 AS STRING), IF(" + pieces + " % 7 = 0, concat("
                + pieces + " DIV 7, ' weeks'), NULL))";
    }

    private static Optional<String> period(String word, String pieces) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return YEARS.contains(plain)
                ? Optional.of("CAST(12 * " + pieces + " AS STRING)")
                : MONTHS.contains(plain)
                        ? Optional.of("CAST(" + pieces + " AS STRING)")
                        : WEEKS.contains(plain)
                                ? Optional.of("IF(" + pieces + " = 1, 'weekly', concat(" + pieces + ", ' weeks'))")
                                : DAYS.contains(plain) ? Optional.of(ofDays(pieces)) : Optional.empty();
    }
}
