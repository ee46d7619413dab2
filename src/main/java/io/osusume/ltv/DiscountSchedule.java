package io.osusume.ltv;

import io.osusume.stats.Discount;
import java.io.Serializable;

/**
 * The future cut into periods that end at t_1 … t_K (days from as-of), each with its discount factor (1+d)^(−t_k/365.25).
 * Σ v_k (Y(t_k) − Y(t_{k−1})) is computed as Σ u_k Y(t_k) with u_k = v_k − v_{k+1}, v_{K+1} = 0.
 */
final class DiscountSchedule implements Serializable {
    private final double[] ends;
    private final double[] steps;

    private DiscountSchedule(double[] ends, double[] steps) {
        this.ends = ends;
        this.steps = steps;
    }

    /** Periods of {@code periodDays}, the last one cut at {@code days}; the rate d is annual. */
    static DiscountSchedule of(double days, double periodDays, double annualRate) {
        int n = Math.max(1, (int) Math.ceil(days / periodDays - 1e-9));
        double[] ends = new double[n];
        double[] discount = new double[n + 1];
        for (int k = 0; k < n; k++) {
            ends[k] = Math.min(days, (k + 1) * periodDays);
            discount[k] = Discount.factor(ends[k], annualRate);
        }
        double[] steps = new double[n];
        for (int k = 0; k < n; k++) {
            steps[k] = discount[k] - discount[k + 1];
        }
        return new DiscountSchedule(ends, steps);
    }

    /** One period without discount: plain expected orders until t. */
    static DiscountSchedule until(double t) {
        return new DiscountSchedule(new double[] {t}, new double[] {1});
    }

    int periods() {
        return ends.length;
    }

    double end(int k) {
        return ends[k];
    }

    /** u_k, the drop of the discount factor after t_k. */
    double step(int k) {
        return steps[k];
    }

    /** What one payment a day until the horizon is worth: Σ v_k (t_k − t_{k−1}). */
    double discountedDays() {
        double sum = 0;
        for (int k = 0; k < ends.length; k++) {
            sum += steps[k] * ends[k];
        }
        return sum;
    }

    double days() {
        return ends[ends.length - 1];
    }
}
