package io.osusume.ranking.backtest;

import io.osusume.stats.Quantiles;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals from resamples of the customers (Efron 1979): the same resamples for every figure, so that differences
 * between methods are paired.
 */
public final class Bootstrap {
    private final int[][] resamples;
    private final double confidence;

    Bootstrap(int customers, int resamples, double confidence, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.confidence = confidence;
        this.resamples = new int[resamples][customers];
        for (int[] resample : this.resamples) {
            for (int i = 0; i < customers; i++) {
                resample[i] = random.nextInt(customers);
            }
        }
    }

    /** An interval. */
    public record Interval(double low, double high) {}

    /** Of a figure of a resample, given as the numbers of its customers. */
    Interval of(ToDoubleFunction<int[]> figure) {
        double[] values = Arrays.stream(resamples).mapToDouble(figure).sorted().toArray();
        return new Interval(
                Quantiles.interpolated(values, (1 - confidence) / 2),
                Quantiles.interpolated(values, (1 + confidence) / 2));
    }

    /** Of the mean of a value per customer. */
    Interval ofMean(double[] values) {
        return of(resample -> {
            double sum = 0;
            for (int i : resample) {
                sum += values[i];
            }
            return sum / resample.length;
        });
    }
}
