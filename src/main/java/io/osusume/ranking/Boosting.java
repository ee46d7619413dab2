package io.osusume.ranking;

import io.osusume.config.RankerTrainingConfig;
import io.osusume.stats.Logistic;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns boosted trees for log odds (Friedman 2001) with the second-order steps of Chen & Guestrin (2016): each tree grows
 * level by level on histograms of g = w(y − p) and h = w p(1 − p); a split gains G²/(H + λ) of its two sides less that of both
 * together, and a leaf moves the log odds by step · G/(H + λ).
 *
 * <p>Not MLlib's boosting, which takes plain gradient steps, starts several Spark jobs for each level of a tree, and adds up in
 * the order in which tasks end: here the same trees come from any number of cores.
 */
final class Boosting {
    private final RankerTrainingConfig config;
    private final long seed;

    Boosting(RankerTrainingConfig config, long seed) {
        this.config = config;
        this.seed = seed;
    }

    /**
     * What was learned.
     *
     * @param importance per {@link Feature} its share of what all splits gained
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    record Boosted(TreeEnsemble trees, double[] importance) {}

    /**
     * Learns from examples in their order. A window weighs less the longer it is past; the sample of what was not bought weighs
     * as it is, which moves the log odds by ln(share sampled), and calibration takes that back.
     *
     * @param features that may be looked at, as places in {@link Feature}
     */
    Boosted learn(List<Example> examples, int[] features) {
        int n = examples.size();
        double[] weight = new double[n];
        double[] label = new double[n];
        for (int i = 0; i < n; i++) {
            weight[i] = Math.pow(config.windowWeight(), examples.get(i).window() - 1.0);
            label[i] = examples.get(i).bought() ? 1 : 0;
        }
        Bins bins = Bins.of(examples, features);
        GrowingTrees list = new GrowingTrees(features, bins);
        double[] margin = new double[n];
        Arrays.fill(margin, list.constant(base(label, weight)));
        double[] gradient = new double[n];
        double[] curvature = new double[n];
        SplittableRandom random = new SplittableRandom(seed);
        for (int t = 1; t < config.trees(); t++) {
            for (int i = 0; i < n; i++) {
                double p = Logistic.expit(margin[i]);
                gradient[i] = weight[i] * (label[i] - p);
                curvature[i] = weight[i] * p * (1 - p);
            }
            boolean[] seen = half(features.length, random);
            new TreeGrower(config, bins, list, n).grow(seen, gradient, curvature, margin);
        }
        return new Boosted(list.trees(), list.importance());
    }

    private static double base(double[] label, double[] weight) {
        double bought = 0;
        double all = 0;
        for (int i = 0; i < label.length; i++) {
            bought += weight[i] * label[i];
            all += weight[i];
        }
        return Math.log(bought / (all - bought));
    }

    /** Each tree sees half of the features, so that near-equal ones share the work. */
    private static boolean[] half(int features, SplittableRandom random) {
        boolean[] seen = new boolean[features];
        for (int f = 0; f < features; f++) {
            seen[f] = random.nextInt(2) == 0;
        }
        seen[random.nextInt(features)] = true;
        return seen;
    }
}
