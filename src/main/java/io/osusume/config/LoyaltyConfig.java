package io.osusume.config;

/**
 * What makes a customer loyal.
 *
 * @param halfTenureDays days as a customer at which tenure scores one half
 * @param halfOrders orders in 365 days at which frequency scores one half
 * @param halfTickets problem tickets in 365 days at which few tickets score one half
 */
public record LoyaltyConfig(double halfTenureDays, double halfOrders, double halfTickets, Weights weights) {
    public LoyaltyConfig {
        new Checks()
                .positive("half_tenure_days", halfTenureDays)
                .positive("half_orders", halfOrders)
                .positive("half_tickets", halfTickets)
                .verify();
    }

    /** How much each known ingredient counts. Frequency is always known, so its weight is above 0. */
    public record Weights(double tenure, double frequency, double nps, double fewTickets, double sustainedUse) {
        public Weights {
            new Checks()
                    .atLeast("tenure", tenure, 0)
                    .positive("frequency", frequency)
                    .atLeast("nps", nps, 0)
                    .atLeast("few_tickets", fewTickets, 0)
                    .atLeast("sustained_use", sustainedUse, 0)
                    .verify();
        }
    }
}
