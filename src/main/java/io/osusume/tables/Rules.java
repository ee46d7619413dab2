package io.osusume.tables;

import java.util.List;

/** Published {@code rules}: one association rule, antecedent to one consequent, within one kind of basket. */
public final class Rules {
    public static final String RULE_ID = "rule_id";
    public static final String ANTECEDENT = "antecedent";
    public static final String CONSEQUENT = "consequent";
    public static final String BASKET_KIND = "basket_kind";
    public static final String COUNT = "count";
    public static final String COUNT_ORDERED = "count_ordered";
    public static final String SUPPORT = "support";
    public static final String CONFIDENCE = "confidence";
    public static final String CONFIDENCE_ORDERED = "confidence_ordered";
    public static final String LIFT = "lift";
    public static final String LEVERAGE = "leverage";
    public static final String CONVICTION = "conviction";
    public static final String ZHANG = "zhang";
    public static final String LOG10_P = "log10_p";
    public static final String Q_VALUE = "q_value";
    public static final String IMPROVEMENT = "improvement";
    /** The rule estimated again: over the last days before the as-of date, and over the time before those. */
    public static final String COUNT_RECENT = "count_recent";

    public static final String CONFIDENCE_RECENT = "confidence_recent";
    public static final String CONFIDENCE_EARLIER = "confidence_earlier";

    /** Values of {@link #BASKET_KIND}: products of one order; products that one customer bought within a window. */
    public static final String ORDER = "order";

    public static final String CUSTOMER = "customer";

    public static final Table TABLE = Table.of(
            "rules",
            "one association rule",
            List.of(RULE_ID),
            Column.required(RULE_ID, Types.TEXT),
            Column.required(ANTECEDENT, Types.TEXTS),
            Column.required(CONSEQUENT, Types.TEXT),
            Column.required(BASKET_KIND, Types.TEXT),
            Column.required(COUNT, Types.COUNT),
            Column.optional(COUNT_ORDERED, Types.COUNT),
            Column.required(SUPPORT, Types.ESTIMATE),
            Column.required(CONFIDENCE, Types.ESTIMATE),
            Column.optional(CONFIDENCE_ORDERED, Types.ESTIMATE),
            Column.required(LIFT, Types.ESTIMATE),
            Column.required(LEVERAGE, Types.ESTIMATE),
            Column.optional(CONVICTION, Types.ESTIMATE),
            Column.optional(ZHANG, Types.ESTIMATE),
            Column.optional(LOG10_P, Types.ESTIMATE),
            Column.optional(Q_VALUE, Types.ESTIMATE),
            Column.optional(IMPROVEMENT, Types.ESTIMATE),
            Column.optional(COUNT_RECENT, Types.COUNT),
            Column.optional(CONFIDENCE_RECENT, Types.ESTIMATE),
            Column.optional(CONFIDENCE_EARLIER, Types.ESTIMATE));

    private Rules() {}
}
