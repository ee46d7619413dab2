package io.osusume.ltv;

import io.osusume.stats.Discount;

/**
 * The plain formula: average order value × purchase frequency × lifetime, times the margin. For a contract the order value
 * is its price and the frequency its billings a year.
 */
public final class HistoricValue {
    private HistoricValue() {}

    /**
     * The value of one customer.
     *
     * @param orderValue average value of one order, or of one billing
     * @param perYear orders, or billings, a year
     * @param years how long the customer stays
     * @param marginRate share of the value that is margin
     * @return in the currency of {@code orderValue}
     */
    public static double of(double orderValue, double perYear, double years, double marginRate) {
        return orderValue * perYear * years * marginRate;
    }

    /**
     * Orders a year of a customer with so many orders since the first one, {@code ageDays} ago. Who has been a customer for
     * less than a year counts as if for one: one order yesterday is no order every day.
     */
    static double ordersPerYear(long orders, double ageDays) {
        return orders / Math.max(1, ageDays / Discount.DAYS_PER_YEAR);
    }
}
