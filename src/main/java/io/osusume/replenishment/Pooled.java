package io.osusume.replenishment;

import java.util.HashMap;
import java.util.Map;

/**
 * Ratios of sums by product, each drawn towards its category's, that towards that of all, and that towards what is usual: as
 * if by so much more of the divisor.
 */
final class Pooled {
    private final double usual;
    private final double usualWeight;
    private final double weight;
    private final double least;
    private final Map<String, double[]> products = new HashMap<>();
    private final Map<String, double[]> categories = new HashMap<>();
    private final double[] all = new double[2];

    /**
     * @param usual before anything is known
     * @param usualWeight of that, in the divisor's unit
     * @param weight of each wider ratio, in the same unit
     * @param least above 0: no ratio is less, and logarithms are drawn, so that of ratios which differ by orders of magnitude the
     *     greater does not decide
     */
    Pooled(double usual, double usualWeight, double weight, double least) {
        this.least = least;
        this.usual = usual;
        this.usualWeight = usualWeight;
        this.weight = weight;
    }

    void add(String product, String category, double part, double of) {
        for (double[] sums : new double[][] {
            products.computeIfAbsent(product, k -> new double[2]),
            categories.computeIfAbsent(category, k -> new double[2]),
            all
        }) {
            sums[0] += part;
            sums[1] += of;
        }
    }

    double ofAll() {
        return ratio(all, usual, usualWeight);
    }

    double ofCategory(String category) {
        return ratio(categories.get(category), ofAll(), weight);
    }

    double ofProduct(String product, String category) {
        return ratio(products.get(product), ofCategory(category), weight);
    }

    private double ratio(double[] sums, double wider, double weight) {
        if (sums == null || sums[1] <= 0) {
            return wider;
        }
        if (least > 0) {
            double own = Math.log(Math.max(least, sums[0] / sums[1]));
            return Math.exp((sums[1] * own + weight * Math.log(wider)) / (sums[1] + weight));
        }
        return (sums[0] + weight * wider) / (sums[1] + weight);
    }
}
