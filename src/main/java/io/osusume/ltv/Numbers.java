package io.osusume.ltv;

/** Small functions that must not lose digits. */
final class Numbers {
    private Numbers() {}

    /** ln(1 + e^u). */
    static double softplus(double u) {
        return u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u));
    }

    /** 1 / (1 + e^−u). */
    static double sigmoid(double u) {
        double e = Math.exp(-Math.abs(u));
        return u > 0 ? 1 / (1 + e) : e / (1 + e);
    }

    static double[] exp(double[] logs) {
        double[] values = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            values[i] = Math.exp(logs[i]);
        }
        return values;
    }
}
