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
    /** The smallest q value of a rule among the items. */
    public static final String Q_VALUE = "q_value";
    /** Contribution margin of one bundle at its price. */
    public static final String UNIT_MARGIN = "unit_margin";
    /** {@link #COUNT} × {@link #UNIT_MARGIN}: what the same orders would have brought as bundles. */
    public static final String EXPECTED_MARGIN = "expected_margin";
    /** 1, 2, … by falling {@link #EXPECTED_MARGIN}. */
    public static final String RANK = "rank";

    public static final Table TABLE = Table.of(
            "bundles",
            "one bundle",
            List.of(BUNDLE_ID),
            Field.required(BUNDLE_ID, Types.TEXT),
            Field.required(ITEMS, Types.TEXTS),
            Field.required(COUNT, Types.COUNT),
            Field.required(SUM_PRICE, Types.MONEY),
            Field.required(BUNDLE_PRICE, Types.MONEY),
            Field.required(DISCOUNT, Types.ESTIMATE),
            Field.required(LIFT, Types.ESTIMATE),
            Field.optional(VALID_TO, Types.DAY),
            Field.optional(Q_VALUE, Types.ESTIMATE),
            Field.optional(UNIT_MARGIN, Types.MONEY),
            Field.optional(EXPECTED_MARGIN, Types.MONEY),
            Field.optional(RANK, Types.WHOLE));

    private Bundles() {}
}
