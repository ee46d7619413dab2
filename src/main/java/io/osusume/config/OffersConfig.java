package io.osusume.config;

import io.osusume.tables.OfferType;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which offers are made. */
public record OffersConfig(
        @Range(min = 1, max = 100, unit = "offers") int maxPerCustomer,
        @Range(min = 0, unit = "offers") Map<OfferType, Double> maxPerType,
        @Range(min = 0, unit = "offers") Map<String, Double> volumeCaps,

        @Range(above = 0, max = 1, unit = "share of the offers of a type")
        Optional<Double> maxSharePerProduct,

        @Range(min = 1, unit = "candidates") int maxCandidates,

        @Range(min = 0, max = 0.9, unit = "share of the rank score")
        double keepWithin,

        @Range(min = 0, max = 1, unit = "q value") double maxQValue,
        @Range(min = 1, max = 100_000, unit = "rules") int rulesPerProduct,
        @Range(min = 0, max = 100_000, unit = "products") int likelyProducts,
        @Range(above = 0, unit = "times the price") double priceBand,
        @Range(unit = "the orders' currency") double minExpectedValue,
        @Range(min = 0, unit = "the orders' currency") double contactCost,
        @Range(min = 0, unit = "the orders' currency") double fatigueCost,
        @Range(min = 0, unit = "the orders' currency") double fatigueCostPerTouch,
        @Range(above = 0, unit = "event weights") double minInterest,
        AcceptanceConfig acceptance,
        TriggersConfig triggers,
        Optional<String> exclude,
        List<String> noContactDays,
        CutOff heavyUseHigh,
        Upsell upsell,
        Downsell downsell,
        Subscribe subscribe,
        UnhappyConfig unhappy,
        NeedsConfig needs,
        SilenceConfig silence,
        ChannelsConfig channels,
        ReasonsConfig reasons) {
    public OffersConfig {
        Checks checks =
                new Checks().atLeast("max_candidates", maxCandidates, "offers.max_per_customer", maxPerCustomer);
        ContactDays.of(noContactDays, "no_contact_days", checks);
        exclude.ifPresent(sql -> InputConfig.parses(
                checks,
                "exclude",
                sql,
                "write a condition over the columns of products, such as category = 'gift card'"));
        checks.verify();
    }

    /** On which days offers may go out. */
    public ContactDays contactDays() {
        return ContactDays.of(noContactDays, "no_contact_days", new Checks());
    }

    /** When a higher tier is offered. */
    public record Upsell(
            @Range(above = 0, unit = "share of the included units")
            double usageLimitRatio,

            @Range(min = 0, max = 366, unit = "days") int projectDays,
            @Range(min = 0, max = 1, unit = "loyalty score") double minLoyalty)
            implements Serializable {}

    /** How little a present plan is worth to who is about to leave it. */
    public record Downsell(
            @Range(min = 0, max = 1, unit = "factor on odds")
            double collapseOdds,

            @Range(min = 1, max = 10, unit = "alternatives") int steps,
            @Range(min = 0, max = 366, unit = "days") int pauseDays,
            @Range(unit = "the orders' currency") Optional<Double> minExpectedValue)
            implements Serializable {}

    /** What a subscription to a consumable is, and who is offered one. */
    public record Subscribe(
            @Range(min = 3, max = 8, unit = "days of purchase")
            int minPurchases,

            @Range(min = 1, max = 366, unit = "days") int maxIntervalDays,

            @Range(above = 0, max = 5, unit = "share of the interval")
            double maxVariation,

            @Range(min = 0, max = 1, unit = "probability") double minNeeded,

            @Range(min = 0, max = 1, unit = "share of the price")
            double discount,

            @Range(min = 0, max = 1, unit = "share of the need")
            double keptWithout,

            @Range(min = 0, max = 1, unit = "share of the need")
            double keptWith)
            implements Serializable {
        public Subscribe {
            new Checks()
                    .atLeast("kept_with", keptWith, "offers.subscribe.kept_without", keptWithout)
                    .verify();
        }
    }
}
