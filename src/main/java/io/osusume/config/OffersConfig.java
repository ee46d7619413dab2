package io.osusume.config;

/**
 * Which offers are made.
 *
 * @param maxPerCustomer the most offers a customer gets in one night
 * @param maxCandidates the most candidates per customer that are looked at, the best by expected value
 * @param maxQValue rules with a larger q value speak for nothing
 * @param priceBand how many times the dearest product it builds on a cross-sell may cost
 * @param minExpectedValue offers worth less than this are not made, in the currency of the orders
 * @param validDays how many days an offer holds, tonight included
 * @param acceptance how often an offer is accepted before anything is known, by offer type
 * @param evidenceWeight how strongly evidence moves acceptance: log odds per unit of log lift
 * @param contactCost cost of making one offer
 * @param fatigueCost cost of an offer that is not accepted: what it wears off the customer's patience
 * @param usageLimitRatio use ÷ included units from which a customer is near the limit
 * @param heavyUseHigh from which 28-day use of a product without included units a customer is a heavy user of it
 */
public record OffersConfig(
        int maxPerCustomer,
        int maxCandidates,
        double maxQValue,
        double priceBand,
        double minExpectedValue,
        int validDays,
        Acceptance acceptance,
        double evidenceWeight,
        double contactCost,
        double fatigueCost,
        double usageLimitRatio,
        CutOff heavyUseHigh) {
    public OffersConfig {
        new Checks()
                .between("max_per_customer", maxPerCustomer, 1, 100)
                .that(
                        maxCandidates >= maxPerCustomer,
                        "max_candidates",
                        maxCandidates,
                        "must be at least offers.max_per_customer (" + maxPerCustomer + ")")
                .fraction("max_q_value", maxQValue)
                .positive("price_band", priceBand)
                .between("valid_days", validDays, 1, 366)
                .between("evidence_weight", evidenceWeight, 0, 10)
                .atLeast("contact_cost", contactCost, 0)
                .atLeast("fatigue_cost", fatigueCost, 0)
                .positive("usage_limit_ratio", usageLimitRatio)
                .verify();
    }

    /** Prior probability that an offer of a type is accepted. */
    public record Acceptance(double crossSell, double upsell) {
        public Acceptance {
            new Checks()
                    .between("cross_sell", crossSell, 1e-6, 1 - 1e-6)
                    .between("upsell", upsell, 1e-6, 1 - 1e-6)
                    .verify();
        }
    }
}
