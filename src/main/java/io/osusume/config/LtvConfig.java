package io.osusume.config;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How lifetime value is reckoned. */
public record LtvConfig(
        @Range(min = 0, max = 1, unit = "share of revenue") double marginRate,
        @Range(above = 0, unit = "years") double lifetimeYears,
        @Range(min = 1, max = 36_525, unit = "days") int horizonDays,

        @Like(value = LtvConfig.CODE, what = "an ISO 4217 code, such as JPY")
        String currency,

        @Like(value = LtvConfig.CODE, what = "an ISO 4217 code, such as JPY") @Range(above = 0, unit = "ltv.currency")
        Map<String, Double> currencyRates,

        @Range(min = 0, max = 10, unit = "per year") double discountRate,
        @Range(min = 1, unit = "days") int periodDays,
        Model model,
        Groups groups,

        @Range(min = 0.01, max = 0.999, unit = "probability")
        double confidence,

        Fallback fallback,
        Outliers outliers,
        Contracts contracts,
        Fitting fitting,
        Validation validation)
        implements Serializable {

    static final String CODE = "...";

    /** The models of customers who buy at will. */
    public enum Model {
        /** Chosen each night by what came in the days held out. */
        AUTO,
        MBG_NBD,
        BG_NBD,
        PARETO_NBD,
        /** Without leaving. */
        NBD;

        /** As it is written in settings and in the column {@code model}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether customers may be told apart by their first order. */
    public enum Groups {
        /** Where it forecasts better. */
        AUTO,
        NONE
    }

    public LtvConfig {
        currencyRates = Collections.unmodifiableSortedMap(new TreeMap<>(currencyRates));
    }

    /** The same where all amounts are in this currency already. */
    LtvConfig in(String code) {
        return new LtvConfig(
                marginRate,
                lifetimeYears,
                horizonDays,
                code,
                Map.of(),
                discountRate,
                periodDays,
                model,
                groups,
                confidence,
                fallback,
                outliers,
                contracts,
                fitting,
                validation);
    }

    /** When a model is not to be trusted. */
    public record Fallback(
            @Range(min = 2, unit = "customers") int minRepeatBuyers,
            @Range(min = 0, max = 1, unit = "correlation") double maxValueCorrelation,
            @Range(min = 1, unit = "customers") int minSegmentCustomers)
            implements Serializable {}

    /** How far one customer counts for the others. */
    public record Outliers(
            @Range(min = 0, max = 0.25, unit = "share of customers")
            double winsorisedShare,

            @Range(above = 0, max = 1, unit = "share of revenue")
            double toldShare)
            implements Serializable {}

    /** How contracts are valued. */
    public record Contracts(
            @Range(min = 1, unit = "contracts") int minEnded,
            @Range(min = 0, max = 1, unit = "share") double assumedRetention,

            @Range(min = 0, max = 1, unit = "share") double staysAfterRequest,
            @Range(min = 0, unit = "requests") double requestsWeight,

            @Range(min = 0, unit = "days") int changeGraceDays)
            implements Serializable {}

    /** How many rows a fit may bring together. */
    public record Fitting(
            @Range(min = 100, unit = "rows") int startRows,
            @Range(min = 1000, unit = "rows") int maxRows) implements Serializable {}

    /** How the models are held against the past. */
    public record Validation(
            @Range(min = 1, unit = "days") int holdoutDays,

            @OneOf(
                    value = {"mbg_nbd", "bg_nbd", "pareto_nbd", "nbd"},
                    what = "model",
                    least = 1)
            List<String> models)
            implements Serializable {
        public Validation {
            models = List.copyOf(models);
        }
    }
}
