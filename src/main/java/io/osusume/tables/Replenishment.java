package io.osusume.tables;

import java.util.List;

/**
 * Published {@code replenishment}: when a customer needs a consumable again, from the intervals between purchases of the same
 * customer, product and category, how steady that product is bought, the amount bought last, and how long ago that is. Days count whole days; whoever buys
 * nothing for much longer than usual may never do so again, and {@code p_needed} says how likely. The days are of needs that
 * come at all within 60 days, or within two intervals of the last purchase where that is later.
 */
public final class Replenishment {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    public static final String INTERVALS = "intervals";
    public static final String LAST_DAY = "last_day";
    public static final String INTERVAL_DAYS = "interval_days";
    public static final String VARIATION = "variation";
    public static final String SPEED_UP = "speed_up";
    public static final String P_NEEDED = "p_needed";
    public static final String P_7D = "p_need_7d";
    public static final String P_14D = "p_need_14d";
    public static final String P_28D = "p_need_28d";
    public static final String EXPECTED_DAY = "expected_day";
    public static final String EARLY_DAY = "early_day";
    public static final String LATE_DAY = "late_day";
    public static final String LIKELIEST_DAY = "likeliest_day";

    public static final Table TABLE = Table.of(
            "replenishment",
            "one customer and consumable bought on at least two days",
            List.of(CUSTOMER_ID, PRODUCT_ID),
            Field.text(CUSTOMER_ID, "The customer"),
            Field.text(PRODUCT_ID, "The consumable"),
            Field.count(INTERVALS, "Intervals that it is told from: the latest, at most 15")
                    .in("intervals"),
            Field.day(LAST_DAY, "The latest day of purchase"),
            Field.estimate(INTERVAL_DAYS, "How long what was bought last lasts: the median")
                    .in("days"),
            Field.estimate(
                    VARIATION, "Standard deviation of the next interval, with what is not known of it, ÷ its mean"),
            Field.estimate(SPEED_UP, "How many times shorter intervals have become; below 1: longer"),
            Field.estimate(P_NEEDED, "Probability that it is needed again at all"),
            Field.estimate(P_7D, "Probability that it is needed within 7 days after the as-of day"),
            Field.estimate(P_14D, "The same within 14 days"),
            Field.estimate(P_28D, "The same within 28 days"),
            Field.day(EXPECTED_DAY, "By then half of such needs have come"),
            Field.day(EARLY_DAY, "By then one in ten has"),
            Field.day(LATE_DAY, "By then nine in ten have"),
            Field.day(LIKELIEST_DAY, "The middle of the 15 days, from tomorrow on, in which the need is likeliest"));

    private Replenishment() {}
}
