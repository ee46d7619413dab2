package io.osusume.effects;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Where an effect lies. */
record Interval(double low, double high) {

    /** Of one look on a day fixed before: effect ± t · error. */
    static Interval fixed(Difference of, double alpha) {
        double t = new TDistribution(of.freedom()).inverseCumulativeProbability(1 - alpha / 2);
        return around(of.effect(), t * of.error());
    }

    static Interval around(double centre, double half) {
        return new Interval(centre - half, centre + half);
    }

    /** z beyond which the share {@code tail} of a normal distribution lies. */
    static double z(double tail) {
        return -new NormalDistribution().inverseCumulativeProbability(tail);
    }
}
