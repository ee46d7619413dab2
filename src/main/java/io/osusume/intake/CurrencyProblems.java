package io.osusume.intake;

import io.osusume.config.Hocon;
import io.osusume.config.OsusumeConfig;
import io.osusume.errors.UserException;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Why amounts cannot be brought into one currency, and the line to write. */
final class CurrencyProblems {
    private final OsusumeConfig config;
    private final String standard;

    CurrencyProblems(OsusumeConfig config) {
        this.config = config;
        this.standard = config.ltv().currency();
    }

    /** @throws UserException naming the codes (exit 2) */
    void require(CurrencyCodes codes) {
        List<String> problems = new ArrayList<>();
        SortedSet<String> named = codes.named();
        List<String> missing = named.stream()
                .filter(c ->
                        !c.equals(standard) && !config.ltv().currencyRates().containsKey(c))
                .toList();
        boolean hasRates = !config.ltv().currencyRates().isEmpty();
        if (!missing.isEmpty() && (hasRates || named.size() > 1)) {
            problems.add("Amounts are in " + where(codes) + ", which cannot be added up without a rate for "
                    + String.join(", ", missing) + ".\n      set " + rates(codes, missing, hasRates)
                    + ", or keep one currency by inputs.<name>.where");
        }
        codes.byInput().keySet().stream()
                .filter(i -> codes.blank(i) > config.quality().maxRejectRate() * codes.rows(i))
                .map(i -> blank(codes, i))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw UserException.configuration(
                    "The amounts are not in one currency:\n  " + String.join("\n  ", problems));
        }
    }

    /** The settings that give every amount a value: in the configured currency if any amount or rate is, else in the commonest. */
    private String rates(CurrencyCodes codes, List<String> missing, boolean hasRates) {
        String to = hasRates || codes.named().contains(standard) ? standard : codes.commonest();
        return "ltv.currency = " + to + " and ltv.currency_rates { "
                + missing.stream()
                        .filter(code -> !code.equals(to))
                        .map(code -> code + " = <value of one unit in " + to + ">")
                        .collect(Collectors.joining(", "))
                + " }";
    }

    private static String where(CurrencyCodes codes) {
        return codes.named().stream()
                .map(code -> code + " ("
                        + codes.byInput().keySet().stream()
                                .filter(i -> codes.rows(i, code) > 0)
                                .map(i -> String.format(Locale.ROOT, "%,d rows of %s", codes.rows(i, code), i.name()))
                                .collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining(" and "));
    }

    private String blank(CurrencyCodes codes, Input input) {
        String mapped = config.inputs().of(input).columns().getOrDefault(Orders.CURRENCY, Orders.CURRENCY);
        return String.format(
                Locale.ROOT,
                "%,d of %,d rows of %s name no currency, beside amounts in %s: nobody knows whether they are in %s"
                        + " (ltv.currency).%n      where they are, set inputs.%s.columns.currency = %s",
                codes.blank(input),
                codes.rows(input),
                input.name(),
                String.join(", ", codes.named()),
                standard,
                input.name(),
                Hocon.quoted("coalesce(nullif(trim(" + mapped + "), ''), '" + standard + "')"));
    }
}
