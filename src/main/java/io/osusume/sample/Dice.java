package io.osusume.sample;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.AbstractRandomGenerator;

/**
 * One seeded random stream. It builds on {@link SplittableRandom#nextLong()} and commons-math alone, whose results do
 * not change between Java versions and machines.
 */
final class Dice extends AbstractRandomGenerator {
    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The stream of this name for this customer (or account): independent of all others. */
    static Dice of(long seed, long index, String stream) {
        return new Dice(mix(mix(mix(seed) ^ index) ^ stream.hashCode()));
    }

    /** Murmur3's 64-bit finaliser: neighbouring seeds must not give neighbouring streams. */
    private static long mix(long value) {
        long h = value + 0x9E3779B97F4A7C15L;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }

    @Override
    public void setSeed(long seed) {
        throw new UnsupportedOperationException("a stream has one seed: make another with Dice.of");
    }

    @Override
    public double nextDouble() {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /** A whole number from low to high, both included. */
    int between(int low, int high) {
        return low + (int) (nextDouble() * (high - low + 1));
    }

    double gamma(double shape, double scale) {
        return new GammaDistribution(this, shape, scale).sample();
    }

    double beta(double a, double b) {
        return new BetaDistribution(this, a, b).sample();
    }

    int poisson(double mean) {
        return mean <= 0
                ? 0
                : new PoissonDistribution(
                                this,
                                mean,
                                PoissonDistribution.DEFAULT_EPSILON,
                                PoissonDistribution.DEFAULT_MAX_ITERATIONS)
                        .sample();
    }

    /** Waiting time with this mean. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - nextDouble());
    }

    /** A factor around 1 with this relative spread, never below a tenth. */
    double wobble(double spread) {
        return Math.max(0.1, 1 + spread * nextGaussian());
    }

    <T> T pick(List<T> choices) {
        return choices.get((int) (nextDouble() * choices.size()));
    }
}
