package io.osusume.ranking;

/** A number that looks random and is always the same for the same customer, product and seed. */
final class HashSample {
    private HashSample() {}

    /** From 0 to {@code Integer.MAX_VALUE}. */
    static int of(String customer, int product, long seed) {
        long x = customer.hashCode() * 0x9E3779B97F4A7C15L + product * 0xC2B2AE3D27D4EB4FL + seed;
        // The finalizer of SplitMix64 (Steele, Lea & Flood 2014).
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return (int) ((x ^ (x >>> 31)) >>> 33);
    }
}
