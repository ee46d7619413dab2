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

    public static final Table TABLE = Table.of(
            "bundles",
            "one bundle",
            List.of(BUNDLE_ID),
            Column.required(BUNDLE_ID, Types.TEXT),
            Column.required(ITEMS, Types.TEXTS),
            Column.required(COUNT, Types.COUNT),
            Column.required(SUM_PRICE, Types.MONEY),
            Column.required(BUNDLE_PRICE, Types.MONEY),
            Column.required(DISCOUNT, Types.ESTIMATE),
            Column.required(LIFT, Types.ESTIMATE),
            Column.optional(VALID_TO, Types.DAY));

    private Bundles() {}
}
