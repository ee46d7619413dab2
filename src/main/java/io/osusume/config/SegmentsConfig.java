package io.osusume.config;

/**
 * How customers are put into LWP segments (List, What, Pace).
 *
 * @param whatHigh from which what score potential is high
 * @param paceHigh from which pace score the pace is high
 * @param resultsHigh from which net revenue to date results are high
 * @param roomHigh from which share of relevant categories not yet had the room to grow is high
 * @param careMaxNps the highest NPS answer that, with a ticket in 30 days, calls for care
 * @param atRiskTrend the usage trend at or below which a customer is at risk
 */
public record SegmentsConfig(
        CutOff whatHigh,
        CutOff paceHigh,
        CutOff resultsHigh,
        CutOff roomHigh,
        int careMaxNps,
        double atRiskTrend,
        What what,
        Pace pace,
        LoyaltyConfig loyalty) {
    public SegmentsConfig {
        new Checks()
                .between("care_max_nps", careMaxNps, -1, 10)
                .atLeast("at_risk_trend", atRiskTrend, 0)
                .verify();
    }

    /**
     * What makes potential.
     *
     * @param halfOrders orders in 90 days at which recent purchases score one half
     * @param halfInterest decayed sum of event weights at which interest scores one half
     * @param halfNeeds needs told in 28 days at which needs score one half
     * @param problemPenalty the largest share of the score that open problems take away
     */
    public record What(
            double halfOrders, double halfInterest, double halfNeeds, double problemPenalty, WhatWeights weights) {
        public What {
            new Checks()
                    .positive("half_orders", halfOrders)
                    .positive("half_interest", halfInterest)
                    .positive("half_needs", halfNeeds)
                    .fraction("problem_penalty", problemPenalty)
                    .verify();
        }
    }

    /** How much each known ingredient counts in the what score. Purchases are always known, so theirs is above 0. */
    public record WhatWeights(double purchases, double utilisation, double trend, double interest, double needs) {
        public WhatWeights {
            new Checks()
                    .positive("purchases", purchases)
                    .atLeast("utilisation", utilisation, 0)
                    .atLeast("trend", trend, 0)
                    .atLeast("interest", interest, 0)
                    .atLeast("needs", needs, 0)
                    .verify();
        }
    }

    /**
     * What makes pace.
     *
     * @param halfContacts contacts in 90 days at which touch frequency scores one half
     * @param halfLifeDays days without a sign of the customer after which the pace has halved, where there is no input
     *     of contacts
     */
    public record Pace(double halfContacts, double halfLifeDays) {
        public Pace {
            new Checks()
                    .positive("half_contacts", halfContacts)
                    .positive("half_life_days", halfLifeDays)
                    .verify();
        }
    }
}
