package io.osusume.tables;

import java.util.List;

/** Published {@code bundles}: one bundle, a set of products that sell together, at one price under their sum. */
public final class Bundles {
    public static final String BUNDLE_ID = "bundle_id";
    public static final String ITEMS = "items";
    public static final String COUNT = "count";
    public static final String SUM_PRICE = "sum_price";
    public static final String BUNDLE_PRICE = "bundle_price";
    public static final String DISCOUNT = "discount";
    public static final String LIFT = "lift";
    public static final String VALID_TO = "valid_to";
    public static final String Q_VALUE = "q_value";
    public static final String UNIT_MARGIN = "unit_margin";
    public static final String EXPECTED_MARGIN = "expected_margin";
    public static final String RANK = "rank";

    public static final Table TABLE = Table.of(
            "bundles",
            "one bundle",
            List.of(BUNDLE_ID),
            Field.text(BUNDLE_ID, "Hash of the items: the same on every night"),
            Field.texts(ITEMS, "The products, sorted"),
            Field.count(COUNT, "Orders that held all of them").in("orders"),
            Field.money(SUM_PRICE, "Sum of the prices of the items"),
            Field.money(BUNDLE_PRICE, "The price of the bundle: below the sum, a whole number of bundles.price_step"),
            Field.estimate(DISCOUNT, "1 − bundle_price / sum_price").in("share"),
            Field.estimate(LIFT, "Share of orders with all items ÷ the product of the items' own shares"),
            Field.day(VALID_TO, "The last day of the price").orNull("no end"),
            Field.estimate(Q_VALUE, "The q value with which the items sell together: the least of a rule among them")
                    .orNull("not tested"),
            Field.money(UNIT_MARGIN, "Contribution margin of one bundle at its price")
                    .orNull("not known"),
            Field.money(EXPECTED_MARGIN, "count · unit_margin: what the same orders would have brought as bundles")
                    .orNull("not known"),
            Field.whole(RANK, "1, 2, … by falling expected_margin").orNull("not ranked"));

    private Bundles() {}
}
