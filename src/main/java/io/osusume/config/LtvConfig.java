package io.osusume.config;

/**
 * How lifetime value is reckoned.
 *
 * @param marginRate contribution margin as a share of revenue, where a product's unit cost is unknown
 * @param lifetimeYears how long a customer stays, in years: the third factor of the historic formula
 * @param horizonDays how far ahead values are reckoned, in days
 * @param currency the currency of amounts where orders carry none
 */
public record LtvConfig(double marginRate, double lifetimeYears, int horizonDays, String currency) {
    public LtvConfig {
        new Checks()
                .fraction("margin_rate", marginRate)
                .positive("lifetime_years", lifetimeYears)
                .atLeast("horizon_days", horizonDays, 1)
                .that(currency.length() == 3, "currency", currency, "must be an ISO 4217 code, such as JPY")
                .verify();
    }
}
