package io.osusume.sample;

import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.random.Well512a;

/**
 * One seeded random stream. It builds on {@link SplittableRandom#nextLong()} and Hipparchus alone, whose results do
 * not change between Java versions and machines.
 */
final class Dice {
    private final RandomDataGenerator random;

    private Dice(long seed) {
        this.random = RandomDataGenerator.of(new Uniform(new SplittableRandom(seed)));
    }

    /** Where all numbers come from: in place of the generator that it extends, whose interface has no simpler base. */
    private static final class Uniform extends Well512a {
        private final transient SplittableRandom source;

        private Uniform(SplittableRandom source) {
            super(0L);
            this.source = source;
        }

        @Override
        public double nextDouble() {
            return (source.nextLong() >>> 11) * 0x1p-53;
        }
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

    /** In [0, 1). */
    double nextDouble() {
        return random.nextDouble();
    }

    /** Standard normal. */
    double nextGaussian() {
        return random.nextGaussian();
    }

    boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /** A whole number from low to high, both included. */
    int between(int low, int high) {
        return low + (int) (nextDouble() * (high - low + 1));
    }

    double gamma(double shape, double scale) {
        return random.nextGamma(shape, scale);
    }

    double beta(double a, double b) {
        return random.nextBeta(a, b);
    }

    int poisson(double mean) {
        return mean <= 0 ? 0 : random.nextPoisson(mean);
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
