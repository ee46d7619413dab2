package io.osusume.sample;

import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The true probability that a past offer was taken. By offer type and trigger, times a factor for the segment; in the
 * control arm, where nothing was delivered, only as many buy as would have done anyway.
 */
public final class PlantedAcceptance {
    /** The share that buys the product within ten days without any offer, whatever the type and trigger. */
    public static final double ANYWAY = .02;

    /** The share of customers whose past offers were withheld. */
    public static final double CONTROL_SHARE = .15;

    private static final List<Rate> RATES = List.of(
            new Rate(OfferType.CROSS_SELL, Trigger.POST_PURCHASE, .18),
            new Rate(OfferType.CROSS_SELL, Trigger.RENEWAL, .14),
            new Rate(OfferType.CROSS_SELL, Trigger.ONBOARDING_DONE, .10),
            new Rate(OfferType.CROSS_SELL, Trigger.INTEREST, .16),
            new Rate(OfferType.CROSS_SELL, Trigger.ACCOUNT_SURGE, .20),
            new Rate(OfferType.CROSS_SELL, Trigger.NONE, .05),
            new Rate(OfferType.UPSELL, Trigger.USAGE_LIMIT, .30),
            new Rate(OfferType.UPSELL, Trigger.HEAVY_SPEND, .22),
            new Rate(OfferType.UPSELL, Trigger.INTEREST, .18),
            new Rate(OfferType.UPSELL, Trigger.NONE, .04),
            new Rate(OfferType.DOWNSELL, Trigger.CANCEL_RISK, .35),
            new Rate(OfferType.BUNDLE, Trigger.POST_PURCHASE, .15),
            new Rate(OfferType.BUNDLE, Trigger.NONE, .08),
            new Rate(OfferType.SUBSCRIBE, Trigger.REPLENISHMENT, .25),
            new Rate(OfferType.SUBSCRIBE, Trigger.NONE, .07));

    private static final Map<Segment, Double> SEGMENT_FACTOR = Map.of(
            Segment.READY, 1.3, Segment.DEVELOP, 1.1, Segment.WATCH, .9, Segment.NURTURE, .7, Segment.AT_RISK, 1.0);

    private PlantedAcceptance() {}

    /** How often an offer of a type and trigger is taken. */
    record Rate(OfferType type, Trigger trigger, double probability) {}

    /**
     * Probability in 0-1 that a delivered offer is accepted within ten days. Unlisted triggers count as {@code none},
     * unlisted segments as factor 1, unlisted types as never accepted.
     */
    public static double probability(OfferType offerType, Trigger trigger, Segment segment) {
        double base = rate(offerType, trigger)
                .or(() -> rate(offerType, Trigger.NONE))
                .map(Rate::probability)
                .orElse(0.0);
        return base * SEGMENT_FACTOR.getOrDefault(segment, 1.0);
    }

    private static Optional<Rate> rate(OfferType type, Trigger trigger) {
        return RATES.stream()
                .filter(r -> r.type() == type && r.trigger() == trigger)
                .findFirst();
    }

    /** What the company believed when it made the offers, one figure a type: logged as {@code p_at_offer}. */
    static double believed(OfferType offerType) {
        return switch (offerType) {
            case DOWNSELL, SUBSCRIBE -> .20;
            case UPSELL -> .12;
            default -> .10;
        };
    }

    /** By type and trigger. */
    static List<Rate> rates() {
        return RATES.stream()
                .sorted(Comparator.comparing(
                        (Rate r) -> r.type().wire() + "/" + r.trigger().wire()))
                .toList();
    }

    /** By segment. */
    static List<Map.Entry<Segment, Double>> factors() {
        return SEGMENT_FACTOR.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().wire()))
                .toList();
    }
}
