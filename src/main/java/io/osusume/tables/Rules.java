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
    public static final String COUNT_RECENT = "count_recent";

    public static final String CONFIDENCE_RECENT = "confidence_recent";
    public static final String CONFIDENCE_EARLIER = "confidence_earlier";

    public static final Table TABLE = Table.of(
            "rules",
            "one association rule",
            List.of(RULE_ID),
            Field.text(RULE_ID, "Hash of what the rule says and of its kind: the same on every night"),
            Field.texts(ANTECEDENT, "If a basket has these products (sorted), …"),
            Field.text(CONSEQUENT, "… it also has this one"),
            Field.text(
                    BASKET_KIND,
                    "A basket is an order, what a customer bought in a window, or what one has by contract"),
            Field.count(COUNT, "Baskets with all of them").in("baskets"),
            Field.count(COUNT_ORDERED, "Customers who bought the consequent first after the antecedent, in time")
                    .in("customers")
                    .orNull("not of baskets of customers"),
            Field.estimate(SUPPORT, "Share of all baskets with all of them"),
            Field.estimate(CONFIDENCE, "Share of the baskets with the antecedent that have the consequent"),
            Field.estimate(CONFIDENCE_ORDERED, "count_ordered ÷ customers seen long enough after the antecedent")
                    .orNull("no such customer, or not of baskets of customers"),
            Field.estimate(LIFT, "confidence ÷ the consequent's share of all baskets"),
            Field.estimate(LEVERAGE, "support − what it were if both were independent"),
            Field.estimate(CONVICTION, "(1 − the consequent's share) / (1 − confidence)")
                    .orNull("confidence is 1"),
            Field.estimate(ZHANG, "Zhang's measure, −1 to 1; 0: independent").orNull("not defined"),
            Field.estimate(LOG10_P, "Log10 of the one-sided Fisher exact p of so many baskets or more by chance")
                    .orNull("not tested"),
            Field.estimate(Q_VALUE, "False discovery rate (Benjamini–Hochberg over all frequent pairs) at this p")
                    .orNull("not tested"),
            Field.estimate(IMPROVEMENT, "confidence − the best of a rule with fewer products in the antecedent")
                    .orNull("not told"),
            Field.count(COUNT_RECENT, "count over the last days before as-of alone")
                    .in("baskets")
                    .orNull("not told"),
            Field.estimate(CONFIDENCE_RECENT, "confidence over the last days alone")
                    .orNull("no recent basket with the antecedent, or of contracts"),
            Field.estimate(CONFIDENCE_EARLIER, "confidence over the time before these")
                    .orNull("no earlier basket with the antecedent, or of contracts"));

    private Rules() {}
}
