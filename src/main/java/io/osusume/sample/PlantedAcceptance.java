package io.osusume.sample;

import java.util.List;
import java.util.Map;

/**
 * The true probability that a past offer was taken. By offer type and trigger, times a factor for the segment; in the
 * control arm, where nothing was delivered, only as many buy as would have done anyway.
 */
public final class PlantedAcceptance {
    /** The share that buys the product within ten days without any offer, whatever the type and trigger. */
    public static final double ANYWAY = .02;

    /** The share of customers whose past offers were withheld. */
    public static final double CONTROL_SHARE = .15;

    private static final Map<String, Double> BY_TYPE_AND_TRIGGER = Map.ofEntries(
            Map.entry("cross_sell/post_purchase", .18),
            Map.entry("cross_sell/renewal", .14),
            Map.entry("cross_sell/onboarding_done", .10),
            Map.entry("cross_sell/interest", .16),
            Map.entry("cross_sell/account_surge", .20),
            Map.entry("cross_sell/none", .05),
            Map.entry("upsell/usage_limit", .30),
            Map.entry("upsell/heavy_spend", .22),
            Map.entry("upsell/interest", .18),
            Map.entry("upsell/none", .04),
            Map.entry("downsell/cancel_risk", .35),
            Map.entry("bundle/post_purchase", .15),
            Map.entry("bundle/none", .08),
            Map.entry("subscribe/replenishment", .25),
            Map.entry("subscribe/none", .07));

    private static final Map<String, Double> SEGMENT_FACTOR =
            Map.of("ready", 1.3, "develop", 1.1, "watch", .9, "nurture", .7, "at_risk", 1.0);

    private PlantedAcceptance() {}

    /**
     * Probability in 0-1 that a delivered offer is accepted within ten days. Unlisted triggers count as {@code none},
     * unlisted segments as factor 1, unlisted types as never accepted.
     */
    public static double probability(String offerType, String trigger, String segment) {
        double base = BY_TYPE_AND_TRIGGER.getOrDefault(
                offerType + "/" + trigger, BY_TYPE_AND_TRIGGER.getOrDefault(offerType + "/none", 0.0));
        return base * SEGMENT_FACTOR.getOrDefault(segment, 1.0);
    }

    /** What the company believed when it made the offers, one figure a type: logged as {@code p_at_offer}. */
    static double believed(String offerType) {
        return switch (offerType) {
            case "downsell", "subscribe" -> .20;
            case "upsell" -> .12;
            default -> .10;
        };
    }

    static List<Map.Entry<String, Double>> table() {
        return BY_TYPE_AND_TRIGGER.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    static List<Map.Entry<String, Double>> factors() {
        return SEGMENT_FACTOR.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }
}
