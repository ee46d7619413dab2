package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.util.Optional;

/** The price of an order line from the file of products, where the lines have none. */
final class ProductPrices {
    private static final double KNOWN = 0.5;

    private final Guesses guesses;
    private final InputGuess lines;
    private final View view;

    ProductPrices(Guesses guesses, InputGuess lines, View view) {
        this.guesses = guesses;
        this.lines = lines;
        this.view = view;
    }

    Optional<ProposedColumn> price() {
        Optional<ColumnProfile> product = lines.column(Orders.PRODUCT_ID).or(() -> lines.column(Orders.PRODUCT_NAME));
        return guesses.of(Products.INPUT).flatMap(products -> products.column(Products.LIST_PRICE)
                .flatMap(price -> product.flatMap(
                        p -> KeyMatches.keyOf(p, products.table(), KNOWN).map(k -> {
                            Ref ref = view.beside(products.table(), p, lines.table(), k.key(), price);
                            return ProposedColumn.of(Orders.UNIT_PRICE, Sql.number(ref.sql(), price), 0.75, price)
                                    .noting("the product's list price: the lines have none of their own");
                        }))));
    }
}
