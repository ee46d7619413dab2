package io.osusume.replenishment;

import java.util.Collection;
import java.util.List;

/** Weighted sums of values. */
final class Moments {
    private static final double LEAST = 1e-3;
    /** Where there are too few to tell. */
    private static final double USUAL_VARIANCE = 0.25;

    private int count;
    private double weight;
    private double squaredWeights;
    private double sum;
    private double squares;

    void add(double value, double itsWeight) {
        count++;
        weight += itsWeight;
        squaredWeights += itsWeight * itsWeight;
        sum += itsWeight * value;
        squares += itsWeight * value * value;
    }

    double weight() {
        return weight;
    }

    double mean() {
        return sum / weight;
    }

    /**
     * Variance of values about the means of their groups beyond that by which each is not known, {@code error} ÷ its weight
     * (the moment estimate of a random-effects analysis).
     */
    static double variance(Collection<Moments> groups, double error) {
        double seen = 0;
        double weights = 0;
        for (Moments group : groups) {
            seen += group.squares - group.sum * group.sum / group.weight - error * (group.count - 1);
            weights += group.weight - group.squaredWeights / group.weight;
        }
        return weights > 1e-9 ? Math.max(LEAST, seen / weights) : USUAL_VARIANCE;
    }

    static double variance(Moments group) {
        return variance(List.of(group), 1);
    }
}
