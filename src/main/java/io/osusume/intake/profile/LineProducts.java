package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was bought by an order line. */
record LineProducts(Guesses guesses, LineReader read, Optional<KeyChoice> keys) {
    /** A column that is filled less often has another beside it for the rest, where there is one. */
    static final double FILLED = 0.98;

    private static final Pattern CODED = Pattern.compile("\\[[^\\]]+\\] ?\\S.*");

    /** A column that is called a name and no more may be the customer's; that of a product is the same for all its lines. */
    private boolean isOfProduct(ColumnProfile name) {
        Optional<ColumnProfile> id = read.lines().column(Orders.PRODUCT_ID);
        boolean sure = !HeaderNames.plain(name.name()).equals("name");
        return sure || id.isEmpty() || read.lines().table().tells(id.get().name(), name.name());
    }

    private static double filled(Ref ref) {
        return ref.column().filledShare();
    }

    /** By its id, with its name beside it. */
    List<ProposedColumn> columns() {
        List<ProposedColumn> columns = new ArrayList<>();
        Optional<Ref> id = read.lines().column(Orders.PRODUCT_ID).map(this::byProducts);
        Optional<Ref> name = read.lines()
                .column(Orders.PRODUCT_NAME)
                .filter(this::isOfProduct)
                .map(read.view()::own);
        if (id.isPresent()) {
            ProposedColumn column = ProposedColumn.of(
                    Orders.PRODUCT_ID,
                    Sql.read(LineReader.field(Orders.PRODUCT_ID), id.get()),
                    read.sureness(Orders.PRODUCT_ID, 0),
                    id.get().column());
            boolean gaps = filled(id.get()) < FILLED && name.isPresent();
            columns.add(
                    gaps
                            ? new ProposedColumn(
                                            Orders.PRODUCT_ID,
                                            "coalesce(nullif(trim(" + id.get().sql() + "), ''), "
                                                    + name.get().sql() + ")",
                                            column.sure(),
                                            column.examples(),
                                            "")
                                    .noting("where it is empty, the name stands for it")
                            : column);
        } else {
            Optional<List<ProposedColumn>> coded =
                    name.filter(n -> isCoded(n.column())).map(LineProducts::codeAndName);
            if (coded.isPresent()) {
                return coded.get();
            }
            name.ifPresent(n -> columns.add(ProposedColumn.of(Orders.PRODUCT_ID, n.sql(), 0.7, n.column())
                    .noting("no column has a product's id: its name stands for it")));
        }
        name.filter(n -> id.isPresent())
                .ifPresent(n -> columns.add(ProposedColumn.of(
                        Orders.PRODUCT_NAME, n.sql(), read.sureness(Orders.PRODUCT_NAME, 0), n.column())));
        return columns;
    }

    /** Whether a name has its code before it, as Odoo shows products: [DESK01] Desk. */
    static boolean isCoded(ColumnProfile name) {
        long coded =
                name.counts().keySet().stream().filter(CODED.asMatchPredicate()).count();
        return coded > 0 && coded >= FILLED * name.distinct();
    }

    private static List<ProposedColumn> codeAndName(Ref name) {
        return List.of(
                ProposedColumn.of(Orders.PRODUCT_ID, code(name.sql()), 0.8, name.column())
                        .noting("what stands in brackets before the name"),
                ProposedColumn.of(
                        Orders.PRODUCT_NAME,
                        "regexp_replace(" + name.sql() + ", " + Sql.text("^\\[[^\\]]+\\] *") + ", '')",
                        0.8,
                        name.column()));
    }

    private static String code(String name) {
        return "coalesce(nullif(regexp_extract(" + name + ", " + Sql.text("^\\[([^\\]]+)\\]") + ", 1), ''), " + name
                + ")";
    }

    /** Where another file leads from what the line names to what the products are called by, as from a price to its product. */
    private Ref byProducts(ColumnProfile id) {
        if (keys.isPresent()) {
            return keys.get().ref(Orders.PRODUCT_ID, id, read.view());
        }
        return guesses.tableOf(Products.INPUT)
                .filter(products -> !products.equals(read.lines().table()))
                .flatMap(products ->
                        KeyChoice.bridge(guesses.tables(), read.lines().table(), id, products))
                .map(bridge -> bridge.ref(read.view()))
                .orElse(read.view().own(id));
    }
}
