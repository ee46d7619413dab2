package io.osusume.config;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How lifetime value is reckoned.
 *
 * @param marginRate contribution margin as a share of revenue, where a product's unit cost is unknown
 * @param lifetimeYears how long a customer stays, in years: the third factor of the historic formula
 * @param horizonDays how far ahead values are reckoned, in days
 * @param currency the currency of amounts where orders carry none, and the one into which rates convert
 * @param currencyRates currency code → value of one unit of it in {@code currency}; empty: one currency only
 * @param discountRate per year: a payment in a year counts 1 / (1 + rate)
 * @param periodDays payments are discounted from the end of periods of so many days
 * @param model of customers who buy at will
 * @param confidence of the intervals ltv_low to ltv_high
 * @param fallback when a model is not to be trusted
 * @param contracts how contracts are valued
 * @param fitting how many rows a fit may bring together
 * @param validation how the models are held against the past
 */
public record LtvConfig(
        double marginRate,
        double lifetimeYears,
        int horizonDays,
        String currency,
        Map<String, String> currencyRates,
        double discountRate,
        int periodDays,
        Model model,
        double confidence,
        Fallback fallback,
        Contracts contracts,
        Fitting fitting,
        Validation validation)
        implements Serializable {

    /** The models of customers who buy at will. */
    public enum Model {
        MBG_NBD,
        BG_NBD,
        PARETO_NBD;

        /** As it is written in settings and in the column {@code model}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public LtvConfig {
        currencyRates = Map.copyOf(currencyRates);
        Checks checks = new Checks()
                .fraction("margin_rate", marginRate)
                .positive("lifetime_years", lifetimeYears)
                .between("horizon_days", horizonDays, 1, 36_525)
                .that(currency.length() == 3, "currency", currency, "must be an ISO 4217 code, such as JPY")
                .between("discount_rate", discountRate, 0, 10)
                .atLeast("period_days", periodDays, 1)
                .between("confidence", confidence, 0.01, 0.999);
        currencyRates.forEach((code, rate) -> checks.that(
                code.length() == 3 && isPositive(rate),
                "currency_rates." + code,
                rate,
                "must be an ISO 4217 code with the value of one unit of it in ltv.currency, above 0",
                "write currency_rates { EUR = 160.5 }"));
        checks.verify();
    }

    /** The rates as numbers, in the order of their codes. */
    public Map<String, Double> rates() {
        Map<String, Double> rates = new TreeMap<>();
        currencyRates.forEach((code, rate) -> rates.put(code, Double.valueOf(rate)));
        return rates;
    }

    private static boolean isPositive(String number) {
        try {
            double value = Double.parseDouble(number);
            return value > 0 && Double.isFinite(value);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * When a model is not to be trusted.
     *
     * @param minRepeatBuyers fewer customers with a second order than this: no purchase model, no value model
     * @param maxValueCorrelation a correlation of order value with frequency beyond ± this: no Gamma-Gamma
     * @param minSegmentCustomers fewer customers than this in a segment: no segment figure
     */
    public record Fallback(int minRepeatBuyers, double maxValueCorrelation, int minSegmentCustomers)
            implements Serializable {
        public Fallback {
            new Checks()
                    .atLeast("min_repeat_buyers", minRepeatBuyers, 2)
                    .fraction("max_value_correlation", maxValueCorrelation)
                    .atLeast("min_segment_customers", minSegmentCustomers, 1)
                    .verify();
        }
    }

    /**
     * How contracts are valued.
     *
     * @param minEnded contracts that must have ended before retention is estimated from them
     * @param assumedRetention share of contracts still there after a year, where too few have ended to tell
     * @param cancelOdds factor on the odds of staying when a cancellation was requested
     * @param changeGraceDays a contract of the same family begun within so many days after the end is a change of plan
     */
    public record Contracts(int minEnded, double assumedRetention, double cancelOdds, int changeGraceDays)
            implements Serializable {
        public Contracts {
            new Checks()
                    .atLeast("min_ended", minEnded, 1)
                    .fraction("assumed_retention", assumedRetention)
                    .fraction("cancel_odds", cancelOdds)
                    .atLeast("change_grace_days", changeGraceDays, 0)
                    .verify();
        }
    }

    /**
     * How many rows a fit may bring together.
     *
     * @param startRows above so many distinct purchase histories, starting points are sought on a weighted sample of so many
     * @param maxRows above so many distinct rows the fit uses a sample of the customers, drawn by a hash of their id
     */
    public record Fitting(int startRows, int maxRows) implements Serializable {
        public Fitting {
            new Checks()
                    .atLeast("start_rows", startRows, 100)
                    .atLeast("max_rows", maxRows, 1000)
                    .verify();
        }
    }

    /**
     * How the models are held against the past.
     *
     * @param holdoutDays the fit sees nothing of the last so many days, and is compared with them
     * @param models those compared, by their codes
     */
    public record Validation(int holdoutDays, List<String> models) implements Serializable {
        public Validation {
            models = List.copyOf(models);
            List<String> known = List.of(Model.MBG_NBD.code(), Model.BG_NBD.code(), Model.PARETO_NBD.code());
            new Checks()
                    .atLeast("holdout_days", holdoutDays, 1)
                    .that(
                            !models.isEmpty() && known.containsAll(models),
                            "models",
                            models,
                            "must name at least one model, and none but " + known)
                    .verify();
        }
    }
}
