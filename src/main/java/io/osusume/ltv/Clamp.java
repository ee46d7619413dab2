package io.osusume.ltv;

/**
 * Keeps log parameters within ±{@link MaximumLikelihood#BOUND}: outside, the likelihood of the nearest point within, less
 * the squared distance to it.
 */
final class Clamp {
    private Clamp() {}

    static double[] of(double[] point) {
        double[] inside = point.clone();
        for (int i = 0; i < inside.length; i++) {
            inside[i] = Math.max(-MaximumLikelihood.BOUND, Math.min(MaximumLikelihood.BOUND, point[i]));
        }
        return inside;
    }

    static double penalty(double[] point) {
        double[] inside = of(point);
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            sum += (point[i] - inside[i]) * (point[i] - inside[i]);
        }
        return sum;
    }

    static double[] gradient(double[] point, double[] atInside) {
        double[] inside = of(point);
        double[] gradient = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            double beyond = point[i] - inside[i];
            gradient[i] = beyond == 0 ? atInside[i] : -2 * beyond;
        }
        return gradient;
    }

    static boolean atBound(double logParameter) {
        return Math.abs(logParameter) >= MaximumLikelihood.BOUND;
    }
}
