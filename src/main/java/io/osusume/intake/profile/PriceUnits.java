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
        Optional<ColumnProfile> units = guess.column(Helper.PRICE_UNIT).filter(PriceUnits::isOfMore);
        Optional<ColumnProfile> own = guess.column(price.target());
        if (!PRICES.contains(price.target()) || units.isEmpty() || own.isEmpty()) {
            return Optional.empty();
        }
        String sql = Sql.amount(view.own(own.get())) + " / coalesce(nullif(" + Sql.amount(view.own(units.get()))
                + ", 0), 1)";
        return Optional.of(
                price.reading(sql).noting("of one piece: " + units.get().name() + " says for how many the price is"));
    }

    private static boolean isOfMore(ColumnProfile units) {
        Set<String> values = units.counts().keySet();
        return values.stream().map(v -> v.replaceFirst("[.,]0+$", "")).allMatch(TENS::contains)
                && values.stream().anyMatch(v -> v.startsWith("10"));
    }
}
