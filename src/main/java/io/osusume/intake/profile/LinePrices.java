package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pieces and prices of order lines. */
final class LinePrices {
    private final Guesses guesses;
    private final LineReader read;

    LinePrices(Guesses guesses, LineReader read) {
        this.guesses = guesses;
        this.read = read;
    }

    ProposedColumn quantity() {
        return read.direct(Orders.QUANTITY)
                .map(this::kept)
                .orElseGet(() -> ProposedColumn.constant(
                        Orders.QUANTITY, "1", "no column tells how many: each line counts for one"));
    }

    /** Pieces as a number that arithmetic may be done with. */
    static String amount(ProposedColumn pieces, InputGuess lines, View view) {
        return lines.column(Orders.QUANTITY)
                .map(view::own)
                .filter(own -> own.sql().equals(pieces.sql()))
                .map(Sql::amount)
                .orElse(pieces.sql());
    }

    /** The pieces less those that came back or were called off, where columns beside them tell of some. */
    private ProposedColumn kept(ProposedColumn pieces) {
        LineAmounts amounts = new LineAmounts(read);
        List<String> off = Stream.of(Helper.RETURNED, Helper.CALLED_OFF)
                .filter(amounts::isPartOfPieces)
                .map(target -> read.lines().column(target).orElseThrow())
                .map(column -> Sql.amount(read.view().own(column)))
                .toList();
        return off.isEmpty()
                ? pieces
                : pieces.reading(Sql.amount(read.view()
                                        .own(read.lines()
                                                .column(Orders.QUANTITY)
                                                .orElseThrow()))
                                + off.stream()
                                        .map(sql -> " - coalesce(" + sql + ", 0)")
                                        .collect(Collectors.joining()))
                        .noting("less what came back or was called off");
    }

    /**
     * The price of a piece: its column less what is taken off, else the line's amount by its pieces, else the product's list price.
     *
     * @param remarks takes up what a reader should know
     */
    ProposedColumn price(List<String> remarks) {
        LineAmounts amounts = new LineAmounts(read);
        return read.direct(Orders.UNIT_PRICE)
                .map(price -> PriceUnits.each(price, read.lines(), read.view())
                        .or(() -> amounts.byPieces(price))
                        .or(() ->
                                amounts.isLessThanPrices() || amounts.arePricesOfMore() ? ofAmount() : Optional.empty())
                        .orElseGet(() -> new LineDiscounts(read, amounts).less(price, remarks)))
                .or(this::ofAmount)
                .or(() -> new ProductPrices(guesses, read.lines(), read.view()).price())
                .orElseGet(() -> {
                    remarks.add("No price: what a customer is worth cannot be told.");
                    return ProposedColumn.constant(
                            Orders.UNIT_PRICE, "0", "no column tells the price: values are unknown");
                });
    }

    /** Of no piece the price is 0: what was called off before it was packed. */
    private static String byPieces(String amount, Ref pieces) {
        String price = amount + " / nullif(" + Sql.amount(pieces) + ", 0)";
        return pieces.column().counts().containsKey("0")
                ? "CASE WHEN " + Sql.amount(pieces) + " = 0 THEN 0 ELSE " + price + " END"
                : price;
    }

    private Optional<ProposedColumn> ofAmount() {
        Optional<Ref> pieces = read.lines().column(Orders.QUANTITY).map(read.view()::own);
        return read.lines().match(Helper.LINE_TOTAL).map(total -> {
            Ref ref = read.view().own(total.column());
            String sql =
                    pieces.map(q -> byPieces(Sql.amount(ref), q)).orElseGet(() -> Sql.number(ref.sql(), ref.column()));
            return ProposedColumn.of(Orders.UNIT_PRICE, sql, total.score(), total.column())
                    .noting("the line's amount by its pieces");
        });
    }
}
