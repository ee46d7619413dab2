package io.osusume.config;

/**
 * What the summary says beyond the tables.
 *
 * @param acquisitionCostRatio how many times dearer it is to win a new customer than to sell to an existing one: an
 *     assumption, which no published table depends on
 */
public record ReportConfig(double acquisitionCostRatio) {
    public ReportConfig {
        new Checks().positive("acquisition_cost_ratio", acquisitionCostRatio).verify();
    }
}
