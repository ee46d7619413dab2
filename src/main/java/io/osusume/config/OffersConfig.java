package io.osusume.config;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/**
 * Which offers are made.
 *
 * @param maxPerCustomer the most offers a target gets in one night
 * @param maxPerType the most of them of one offer type, by type; a type that is not named has no limit of its own
 * @param volumeCaps how often an offer may be made in one night, by product or bundle id: the best targets get it
 * @param maxCandidates the most candidates per target that are looked at, the best by expected value
 * @param maxQValue rules with a larger q value speak for nothing
 * @param rulesPerProduct of the rules that start from a product, how many are followed, the strongest first
 * @param likelyProducts how many products per target may come from the ranking alone, the most likely to be bought next
 * @param priceBand how many times the dearest product it builds on a cross-sell may cost
 * @param minExpectedValue offers worth less than this are not made, in the currency of the orders
 * @param contactCost cost of making one offer
 * @param fatigueCost cost of an offer that is not accepted: what it wears off the customer's patience
 * @param minInterest decayed event weights from which on a customer is interested in a product
 * @param acceptance how likely an offer is accepted
 * @param triggers when an offer is timely
 * @param heavyUseHigh from which 28-day use of a product without included units a customer is a heavy user of it
 * @param upsell when a higher tier is offered
 * @param downsell how little a present plan is worth to who is about to leave
 * @param subscribe what a subscription to a consumable is
 * @param silence how long nothing is offered after which event
 * @param channels by which way an offer goes out
 * @param reasons the sentences that say why
 */
public record OffersConfig(
        int maxPerCustomer,
        Map<String, Double> maxPerType,
        Map<String, Double> volumeCaps,
        int maxCandidates,
        double maxQValue,
        int rulesPerProduct,
        int likelyProducts,
        double priceBand,
        double minExpectedValue,
        double contactCost,
        double fatigueCost,
        double minInterest,
        AcceptanceConfig acceptance,
        TriggersConfig triggers,
        CutOff heavyUseHigh,
        Upsell upsell,
        Downsell downsell,
        Subscribe subscribe,
        SilenceConfig silence,
        ChannelsConfig channels,
        ReasonsConfig reasons) {
    /** Offer types, as in the column {@code offer_type}. */
    static final Set<String> TYPES = Set.of("cross_sell", "upsell", "downsell", "bundle", "subscribe", "nurture");

    public OffersConfig {
        Checks checks = new Checks()
                .between("max_per_customer", maxPerCustomer, 1, 100)
                .that(
                        maxCandidates >= maxPerCustomer,
                        "max_candidates",
                        maxCandidates,
                        "must be at least offers.max_per_customer (" + maxPerCustomer + ")")
                .fraction("max_q_value", maxQValue)
                .between("rules_per_product", rulesPerProduct, 1, 100_000)
                .between("likely_products", likelyProducts, 0, 100_000)
                .positive("price_band", priceBand)
                .atLeast("contact_cost", contactCost, 0)
                .atLeast("fatigue_cost", fatigueCost, 0)
                .positive("min_interest", minInterest);
        maxPerType.forEach((type, most) ->
                checks.oneOf("max_per_type." + type, type, TYPES).atLeast("max_per_type." + type, most, 0));
        volumeCaps.forEach((offer, most) -> checks.atLeast("volume_caps." + offer, most, 0));
        checks.verify();
    }

    /**
     * When a higher tier is offered.
     *
     * @param usageLimitRatio use ÷ included units from which a customer is near the limit
     * @param projectDays how many days ahead use is projected to see whether it reaches the limit
     * @param minLoyalty the smallest loyalty score of a customer to be offered a higher tier
     */
    public record Upsell(double usageLimitRatio, int projectDays, double minLoyalty) implements Serializable {
        public Upsell {
            new Checks()
                    .positive("usage_limit_ratio", usageLimitRatio)
                    .between("project_days", projectDays, 0, 366)
                    .fraction("min_loyalty", minLoyalty)
                    .verify();
        }
    }

    /**
     * How little a present plan is worth to who is about to leave it.
     *
     * @param cancelOdds factor on the odds of staying on it when a cancellation was requested
     * @param collapseOdds factor on the odds of staying on it when its use has collapsed
     */
    public record Downsell(double cancelOdds, double collapseOdds) implements Serializable {
        public Downsell {
            new Checks()
                    .fraction("cancel_odds", cancelOdds)
                    .fraction("collapse_odds", collapseOdds)
                    .verify();
        }
    }

    /**
     * What a subscription to a consumable is, and who is offered one.
     *
     * @param minPurchases days of purchase from which on a rhythm can be told
     * @param maxIntervalDays the longest predicted interval worth subscribing to
     * @param discount off the price for subscribers, a share
     * @param keptWithout the share of the coming year's need that is bought here anyway, without a subscription
     * @param keptWith the same with one
     */
    public record Subscribe(int minPurchases, int maxIntervalDays, double discount, double keptWithout, double keptWith)
            implements Serializable {
        public Subscribe {
            new Checks()
                    .between("min_purchases", minPurchases, 3, 8)
                    .between("max_interval_days", maxIntervalDays, 1, 366)
                    .fraction("discount", discount)
                    .fraction("kept_without", keptWithout)
                    .between("kept_with", keptWith, Math.max(0, Math.min(1, keptWithout)), 1)
                    .verify();
        }
    }
}
