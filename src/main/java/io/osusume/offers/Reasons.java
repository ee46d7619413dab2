package io.osusume.offers;

import io.osusume.offers.Proposal.Reason;
import io.osusume.offers.Proposal.Rule;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Why something is offered, in figures: what the sentences of a reason code may show ({@link ReasonText}). */
final class Reasons {
    /** "Often" is said from this share of the baskets on, and only where it is more than usual. */
    private static final double OFTEN = 0.25;
    /** A product that fewer bought for the first time lately is not said to be found by others. */
    private static final long MANY = 10;

    private static final double PERCENT = 100;

    private Reasons() {}

    /** A rule speaks for it: what it is of, orders or customers, and all that it starts from. */
    static Reason rule(Rule rule, String anchorId) {
        return new Reason(
                switch (rule.kind()) {
                    case ORDER -> "also_ordered";
                    case CUSTOMER -> "also_bought";
                    case CONTRACT -> "also_held";
                },
                figures(rule, anchorId));
    }

    /** It goes with what was put into the cart. */
    static Reason cart(Rule rule, String put, int day) {
        Map<String, Object> figures = figures(rule, put);
        figures.put("baskets", rule.kind().wire());
        figures.put("date", LocalDate.ofEpochDay(day));
        return new Reason("goes_with_cart", figures);
    }

    private static Map<String, Object> figures(Rule rule, String anchorId) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("anchor", anchorId);
        figures.put("product", rule.consequent());
        figures.put("items", rule.antecedent());
        figures.put("parts", rule.antecedent().size());
        figures.put("count", rule.count());
        figures.put("of", Math.round(rule.count() / rule.confidence()));
        figures.put("all", Math.round(rule.count() / rule.support()));
        figures.put("percent", percent(rule.confidence()));
        figures.put("usual", percent(rule.confidence() / rule.lift()));
        figures.put("lift", tenths(rule.lift()));
        figures.put("strength", rule.lift() <= 1 ? "some" : rule.confidence() >= OFTEN ? "often" : "more");
        return figures;
    }

    /** The ranking finds it likely. */
    static Reason likely(Target.Likely likely, String anchorId) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("product", likely.productId());
        figures.put("count", likely.newBuyers28d());
        figures.put("many", likely.newBuyers28d() >= MANY ? "yes" : "no");
        if (anchorId == null) {
            return new Reason("new_buyers", figures);
        }
        figures.put("anchor", anchorId);
        figures.put("cosine", Math.round(likely.nearest() * 100) / 100.0);
        return new Reason("bought_by_same", figures);
    }

    /** The customer shows interest in the product itself. */
    static Reason interest(Target.Interested interest, double least) {
        return new Reason(
                "interested",
                new TreeMap<>(Map.of(
                        "product", interest.productId(),
                        "count", interest.events(),
                        "date", LocalDate.ofEpochDay(interest.lastDay()),
                        "interest", hundredths(interest.interest()),
                        "least", hundredths(least))));
    }

    /** Why a contract may end: a request, or less use. */
    static Map<String, Object> leaving(Holding held, OptionalDouble trend) {
        Map<String, Object> figures = new TreeMap<>();
        boolean less = trend.isPresent() && trend.getAsDouble() < 1;
        figures.put("why", held.cancelDay() != null ? (less ? "both" : "cancel") : less ? "use" : "other");
        figures.put("date", held.cancelDay() == null ? "" : LocalDate.ofEpochDay(held.cancelDay()));
        figures.put("level", percent(trend.orElse(1)));
        return figures;
    }

    /** A share in percent: to a tenth, below one to two digits. */
    static double percent(double share) {
        double percent = share * PERCENT;
        return percent >= 1 || percent <= 0 ? tenths(percent) : Math.max(0.001, twoDigits(percent));
    }

    private static double twoDigits(double below1) {
        return new java.math.BigDecimal(below1)
                .round(new java.math.MathContext(2))
                .doubleValue();
    }

    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
