package io.osusume.replenishment;

import java.util.Collection;
import java.util.List;

/** Weighted sums of values. */
final class Moments {
    private static final double LEAST = 1e-3;
    /** Where there are too few to tell. */
    static final double USUAL_VARIANCE = 0.25;

    /** Few groups tell little of how groups differ. */
    private static final double LEAST_CREDIBILITY = 4;

    private static final double MOST_CREDIBILITY = 1e6;

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

    int degrees() {
        return count - 1;
    }

    /** Squares about the mean beyond those that {@code error} ÷ weight explains. */
    double squaresBeyond(double error) {
        return squares - sum * sum / weight - error * degrees();
    }

    /** What a variance of the values multiplies in the expectation of {@link #squaresBeyond}. */
    double weightAboutMean() {
        return weight - squaredWeights / weight;
    }

    /**
     * Variance of values about the means of their groups beyond that by which each is not known, {@code error} ÷ its weight
     * (the moment estimate of a random-effects analysis).
     */
    static double variance(Collection<Moments> groups, double error) {
        double seen = 0;
        double weights = 0;
        for (Moments group : groups) {
            seen += group.squaresBeyond(error);
            weights += group.weightAboutMean();
        }
        return weights > 1e-9 ? Math.max(LEAST, seen / weights) : USUAL_VARIANCE;
    }

    /**
     * The weight of what groups have in common beside a group's own mean, in the unit of the weights: the variance of a value of
     * weight 1 ÷ the variance of the groups' means (Bühlmann and Straub 1970). Where groups do not plainly differ, more than any
     * group weighs.
     */
    static double credibility(Collection<Moments> groups) {
        double within = 0;
        int degrees = 0;
        Moments means = new Moments();
        for (Moments group : groups) {
            within += group.squaresBeyond(0);
            degrees += group.degrees();
            means.add(group.mean(), group.weight);
        }
        double ofOne = degrees > 0 ? within / degrees : 0;
        double ofMeans = means.count > 1 ? means.squaresBeyond(ofOne) / means.weightAboutMean() : 0;
        return ofMeans > ofOne / MOST_CREDIBILITY ? Math.max(LEAST_CREDIBILITY, ofOne / ofMeans) : MOST_CREDIBILITY;
    }

    static double variance(Moments group) {
        return variance(List.of(group), 1);
    }
}
