package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.util.Optional;
import java.util.Set;

/** Prices of ten, a hundred or a thousand pieces, where a column beside them says so. */
final class PriceUnits {
    private static final Set<String> TENS = Set.of("1", "10", "100", "1000");

    private static final Set<String> PRICES = Set.of(Orders.UNIT_PRICE, Products.LIST_PRICE, Products.UNIT_COST);

    private PriceUnits() {}

    /** The price of one piece; empty where it is no price, or no column says that it is of more. */
    static Optional<ProposedColumn> each(ProposedColumn price, InputGuess guess, View view) {
        return guess.column(price.target())
                .flatMap(own -> each(price, view.own(own), of(guess).map(view::own)));
    }

    /** The same of an amount that stands in another table, with its unit. */
    static Optional<ProposedColumn> each(ProposedColumn price, Ref amount, Optional<Ref> units) {
        return units.filter(unit -> PRICES.contains(price.target()))
                .map(unit -> price.reading(Sql.amount(amount) + " / coalesce(nullif(" + Sql.amount(unit) + ", 0), 1)")
                        .noting("of one piece: " + unit.column().name() + " says for how many the price is"));
    }

    /** The column that says for how many pieces prices are, where that is more than one for some. */
    static Optional<ColumnProfile> of(InputGuess guess) {
        return guess.column(Helper.PRICE_UNIT).filter(PriceUnits::isOfMore);
    }

    private static boolean isOfMore(ColumnProfile units) {
        Set<String> values = units.counts().keySet();
        return values.stream().map(v -> v.replaceFirst("[.,]0+$", "")).allMatch(TENS::contains)
                && values.stream().anyMatch(v -> v.startsWith("10"));
    }
}
