package io.osusume.ranking;

import java.util.Arrays;

/** Customers as points among latent factors. */
public final class CustomerFactors {
    private CustomerFactors() {}

    /** b V / √σ, scaled to length 1: b the customer's products, so that weak factors count more than in b V. */
    static float[] unit(Factors taste, PurchasedProducts bought) {
        float[] ones = new float[bought.size()];
        Arrays.fill(ones, 1);
        float[] point = taste.profile(bought.product(), ones);
        double length = 0;
        for (int k = 0; k < point.length; k++) {
            double strength = taste.strengths()[k];
            point[k] = strength > 0 ? (float) (point[k] / Math.sqrt(strength)) : 0;
            length += (double) point[k] * point[k];
        }
        double scale = length > 0 ? 1 / Math.sqrt(length) : 0;
        for (int k = 0; k < point.length; k++) {
            point[k] *= (float) scale;
        }
        return point;
    }

    static void add(float[] to, float[] point) {
        for (int k = 0; k < to.length; k++) {
            to[k] += point[k];
        }
    }

    public static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
