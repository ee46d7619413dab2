package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lines with a rate of tax of their own: whether their prices are with it or without is known to people only. */
final class TaxRates {
    private static final Pattern RATE =
            Pattern.compile("(tax|vat|gst|line tax|item tax) ?(rate|percent|percentage)|税率|消費税率|mwst ?satz|steuersatz");
    private static final Pattern TOLD = Pattern.compile(
            "税込|税抜|税別|(?i)(incl|excl|with|without|ex|inc)[. _]?(tax|vat|gst)|(tax|vat|gst)[ _](incl|excl)|brutto|netto|net price|gross");

    private TaxRates() {}

    /** What somebody should know who reads the proposal; empty where no rate is there, or the price says it. */
    static Optional<String> remark(InputGuess lines) {
        Optional<ColumnProfile> price = lines.column(Orders.UNIT_PRICE)
                .filter(c -> !TOLD.matcher(c.name()).find());
        return lines.table().columns().values().stream()
                .filter(c -> c.number().isPresent()
                        && price.isPresent()
                        && RATE.matcher(HeaderNames.plain(c.name())).matches())
                .findFirst()
                .map(c -> c.name() + " is not read: offers quote " + price.get().name()
                        + " and the prices of products as they stand. Where those are without tax and customers are told prices with"
                        + " it, unit_price and list_price need it.");
    }
}
