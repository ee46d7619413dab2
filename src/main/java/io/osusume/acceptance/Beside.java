package io.osusume.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What else is known of an offer when it is made; null: not known. What is not known says nothing.
 *
 * @param loyalty the recipient's loyalty score, 0 to 1
 * @param priority the recipient's priority, A to D
 * @param channel by which way it goes out
 * @param daysSinceContact days since the recipient was last spoken to
 * @param timesUsualPrice its price ÷ the middle price of what the recipient has
 * @param timesUsualLtv the recipient's lifetime value ÷ the middle one; nothing to expect, or less: 0
 */
public record Beside(
        Double loyalty,
        String priority,
        String channel,
        Integer daysSinceContact,
        Double timesUsualPrice,
        Double timesUsualLtv) {
    /** Nothing is known. */
    public static final Beside NOTHING = new Beside(null, null, null, null, null, null);

    public static final String LOYALTY = "loyalty";
    public static final String PRIORITY = "priority";
    public static final String CHANNEL = "channel";
    public static final String SINCE_CONTACT = "since_contact";
    public static final String TOUCHES = "touches";
    public static final String PRICE = "price";
    public static final String LTV = "ltv";
    public static final String DISCOUNT = "discount";

    private static final Set<String> NAMES =
            Set.of(LOYALTY, PRIORITY, CHANNEL, SINCE_CONTACT, TOUCHES, PRICE, LTV, DISCOUNT);
    private static final String ALL = "all";
    /** Below the middle customer and above, slopes of their own: who is worth most is not won most easily. */
    private static final String BELOW = "below";

    private static final String ABOVE = "above";
    private static final double MIDDLE_LOYALTY = 0.5;
    private static final double MONTH = 30;
    private static final double MOST = Math.log(4);

    /** Each such that one more is a step of about the same weight: ln(times), and half the scale of loyalty is 1. */
    public List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        if (loyalty != null) {
            terms.add(new Term(LOYALTY, ALL, 2 * (loyalty - MIDDLE_LOYALTY)));
        }
        if (priority != null) {
            terms.add(new Term(PRIORITY, priority, 1));
        }
        if (channel != null) {
            terms.add(new Term(CHANNEL, channel, 1));
        }
        if (daysSinceContact != null) {
            terms.add(new Term(SINCE_CONTACT, ALL, bounded(Math.log((1 + daysSinceContact) / (1 + MONTH)))));
        }
        if (timesUsualPrice != null && timesUsualPrice > 0) {
            terms.add(new Term(PRICE, ALL, bounded(Math.log(timesUsualPrice))));
        }
        if (timesUsualLtv != null) {
            double times = bounded(Math.log(Math.max(timesUsualLtv, 0)));
            terms.add(new Term(LTV, times < 0 ? BELOW : ABOVE, times));
        }
        return terms;
    }

    /** What is asked less than the price: at half of it ln 2. No discount counts as more than three quarters. */
    public static Term discount(double shareOff) {
        return new Term(DISCOUNT, ALL, bounded(-Math.log(Math.max(1 - shareOff, 1e-9))));
    }

    /** Who was touched often lately is tired of it: ln(1 + touches in 30 days), so that of nobody who was not it says anything. */
    public static Term touches(int lately) {
        return new Term(TOUCHES, ALL, bounded(Math.log1p(lately)));
    }

    /** Whether a term tells what is known beside. */
    public static boolean isOne(Term term) {
        return NAMES.contains(term.name());
    }

    private static double bounded(double x) {
        return Math.max(-MOST, Math.min(MOST, x));
    }
}
