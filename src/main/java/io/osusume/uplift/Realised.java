package io.osusume.uplift;

import java.io.Serializable;

/**
 * What share of the assumed uplift comes, as control groups tell.
 *
 * @param mean 1: all of it; below 0: being asked does harm
 * @param deviation how far off that may be
 * @param measured how much of it is measured rather than believed before, 0 to 1
 */
record Realised(double mean, double deviation, double measured) implements Serializable {
    static final Realised ASSUMED = new Realised(1, 0, 0);

    /** A measurement with the square of its standard error. */
    record Found(double share, double variance) {}

    /** What is believed of it before, 1 give or take, together with what was found of all offers of a type. */
    static Realised ofType(Found found, double spread) {
        double prior = spread * spread;
        double weight = prior / (prior + found.variance);
        return new Realised(1 + weight * (found.share - 1), Math.sqrt(weight * found.variance), weight);
    }

    /**
     * Shrinks what was found of a cell towards its type (empirical Bayes).
     *
     * @param between the variance of cells about their type
     */
    Realised ofCell(Found found, double between) {
        double weight = between <= 0 ? 0 : between / (between + found.variance);
        double variance =
                weight * weight * found.variance + (1 - weight) * (1 - weight) * (deviation * deviation + between);
        return new Realised(
                mean + weight * (found.share - mean), Math.sqrt(variance), weight + (1 - weight) * measured);
    }

    /** Of a cell of which nothing was found. */
    Realised ofOther(double between) {
        return new Realised(mean, Math.sqrt(deviation * deviation + between), measured);
    }
}
