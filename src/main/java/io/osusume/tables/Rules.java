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

    public static final Table TABLE = Table.of(
            "rules",
            "one association rule",
            List.of(RULE_ID),
            Field.required(RULE_ID, Types.TEXT),
            Field.required(ANTECEDENT, Types.TEXTS),
            Field.required(CONSEQUENT, Types.TEXT),
            Field.required(BASKET_KIND, Types.TEXT),
            Field.required(COUNT, Types.COUNT),
            Field.optional(COUNT_ORDERED, Types.COUNT),
            Field.required(SUPPORT, Types.ESTIMATE),
            Field.required(CONFIDENCE, Types.ESTIMATE),
            Field.optional(CONFIDENCE_ORDERED, Types.ESTIMATE),
            Field.required(LIFT, Types.ESTIMATE),
            Field.required(LEVERAGE, Types.ESTIMATE),
            Field.optional(CONVICTION, Types.ESTIMATE),
            Field.optional(ZHANG, Types.ESTIMATE),
            Field.optional(LOG10_P, Types.ESTIMATE),
            Field.optional(Q_VALUE, Types.ESTIMATE),
            Field.optional(IMPROVEMENT, Types.ESTIMATE),
            Field.optional(COUNT_RECENT, Types.COUNT),
            Field.optional(CONFIDENCE_RECENT, Types.ESTIMATE),
            Field.optional(CONFIDENCE_EARLIER, Types.ESTIMATE));

    private Rules() {}
}
