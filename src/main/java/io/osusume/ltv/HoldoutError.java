package io.osusume.ltv;

import java.util.function.ToDoubleFunction;

/**
 * How far forecasts of the orders of a window were off, summed over its customers.
 *
 * @param customers who were forecast
 * @param mae mean absolute error, orders a customer
 * @param naive the same of going on at x / T, the rate of repeat orders so far
 * @param forecast orders forecast
 * @param actual orders that came
 */
record HoldoutError(double customers, double mae, double naive, double forecast, double actual) {
    /** Of rows {x, t_x, T, orders that came, customers}. */
    static HoldoutError of(double[][] outcomes, int days, ToDoubleFunction<PurchaseModel.History> expected) {
        double customers = 0;
        double error = 0;
        double naive = 0;
        double forecast = 0;
        double actual = 0;
        for (double[] row : outcomes) {
            double came = row[3];
            double one = expected.applyAsDouble(new PurchaseModel.History((int) row[0], row[1], row[2]));
            double goesOn = row[2] > 0 ? row[0] / row[2] * days : 0;
            customers += row[4];
            error += row[4] * Math.abs(one - came);
            naive += row[4] * Math.abs(goesOn - came);
            forecast += row[4] * one;
            actual += row[4] * came;
        }
        return new HoldoutError(customers, error / customers, naive / customers, forecast, actual);
    }

    /** No worse than going on as before. */
    boolean holds() {
        return mae <= naive;
    }

    /** Forecast ÷ actual; NaN when nothing came. */
    double ratio() {
        return actual > 0 ? forecast / actual : Double.NaN;
    }
}
