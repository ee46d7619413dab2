package io.osusume.ranking;

import io.osusume.config.RankerTrainingConfig;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Grows one tree, level by level. */
final class TreeGrower {
    /** λ of the L2 penalty on leaves (Chen & Guestrin 2016): curvature that a leaf has beside what was seen. */
    private static final double L2 = 10;
    /** The least curvature, Σ w p(1 − p), of a side of a split: a few dozen examples at the usual odds. */
    private static final double LEAST_CURVATURE = 5;
    /** What a split must gain of (twice) the log-likelihood: above rounding, so that no split is of noise in the last bits. */
    private static final double LEAST_GAIN = 1e-9;

    private final RankerTrainingConfig config;
    private final Bins bins;
    private final boolean[] seen;
    private final GrowingTrees list;

    TreeGrower(RankerTrainingConfig config, Bins bins, boolean[] seen, GrowingTrees list) {
        this.config = config;
        this.bins = bins;
        this.seen = seen;
        this.list = list;
    }

    private record Split(int feature, int bin, double gain) {}

    /** Adds the tree's leaves to the margins. */
    void grow(double[] gradient, double[] curvature, double[] margin) {
        int[] place = new int[margin.length]; // of the example's node within its level; negative once that is a leaf
        int[] level = {list.root()};
        for (int depth = 0; depth < config.depth(); depth++) {
            Split[] best = splits(place, level.length, gradient, curvature);
            int[] moves = new int[level.length];
            int[] next = new int[2 * level.length];
            int count = 0;
            for (int k = 0; k < level.length; k++) {
                moves[k] = -1;
                if (best[k] != null) {
                    int left = list.split(level[k], best[k].feature(), best[k].bin(), best[k].gain());
                    moves[k] = count;
                    next[count++] = left;
                    next[count++] = left + 1;
                }
            }
            settle(new Nodes(level, moves, best), place, margin, new double[][] {gradient, curvature});
            level = Arrays.copyOf(next, count);
        }
        int[] none = new int[level.length];
        Arrays.fill(none, -1);
        settle(new Nodes(level, none, new Split[level.length]), place, margin, new double[][] {gradient, curvature});
    }

    /** A level: its nodes, where their left children stand in the next level (−1: leaf), and how they split. */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    private record Nodes(int[] node, int[] moves, Split[] split) {}

    /** Sends examples on to the children, and gives leaves their values. */
    private void settle(Nodes nodes, int[] place, double[] margin, double[][] sums) {
        double[] g = new double[nodes.node().length];
        double[] h = new double[nodes.node().length];
        for (int i = 0; i < place.length; i++) {
            if (place[i] >= 0 && nodes.moves()[place[i]] < 0) {
                g[place[i]] += sums[0][i];
                h[place[i]] += sums[1][i];
            }
        }
        double[] value = new double[g.length];
        for (int k = 0; k < g.length; k++) {
            value[k] =
                    nodes.moves()[k] < 0 ? list.value(nodes.node()[k], config.learningRate() * g[k] / (h[k] + L2)) : 0;
        }
        for (int i = 0; i < place.length; i++) {
            int k = place[i];
            if (k >= 0 && nodes.moves()[k] < 0) {
                margin[i] += value[k];
                place[i] = -1;
            } else if (k >= 0) {
                Split split = nodes.split()[k];
                place[i] = nodes.moves()[k] + (bins.bin()[split.feature()][i] <= split.bin() ? 0 : 1);
            }
        }
    }

    /** The best split of each node of a level; null where none gains. Features are looked at side by side. */
    private Split[] splits(int[] place, int nodes, double[] gradient, double[] curvature) {
        Split[][] byFeature = IntStream.range(0, seen.length)
                .parallel()
                .mapToObj(f ->
                        seen[f] ? ofFeature(f, place, nodes, new double[][] {gradient, curvature}) : new Split[nodes])
                .toArray(Split[][]::new);
        Split[] best = new Split[nodes];
        for (Split[] found : byFeature) {
            for (int k = 0; k < nodes; k++) {
                if (found[k] != null && (best[k] == null || found[k].gain() > best[k].gain())) {
                    best[k] = found[k];
                }
            }
        }
        return best;
    }

    private Split[] ofFeature(int f, int[] place, int nodes, double[][] sums) {
        double[] g = new double[nodes * Bins.MOST];
        double[] h = new double[nodes * Bins.MOST];
        byte[] bin = bins.bin()[f];
        for (int i = 0; i < place.length; i++) {
            if (place[i] >= 0) {
                int at = place[i] * Bins.MOST + bin[i];
                g[at] += sums[0][i];
                h[at] += sums[1][i];
            }
        }
        Split[] best = new Split[nodes];
        for (int k = 0; k < nodes; k++) {
            best[k] = best(f, g, h, k * Bins.MOST);
        }
        return best;
    }

    private Split best(int f, double[] g, double[] h, int from) {
        double allG = 0;
        double allH = 0;
        for (int b = 0; b < Bins.MOST; b++) {
            allG += g[from + b];
            allH += h[from + b];
        }
        double before = allG * allG / (allH + L2);
        Split best = null;
        double leftG = 0;
        double leftH = 0;
        for (int b = 0; b < bins.bounds()[f].length; b++) {
            leftG += g[from + b];
            leftH += h[from + b];
            double rightH = allH - leftH;
            if (leftH >= LEAST_CURVATURE && rightH >= LEAST_CURVATURE) {
                double gain = leftG * leftG / (leftH + L2) + (allG - leftG) * (allG - leftG) / (rightH + L2) - before;
                if (gain > LEAST_GAIN && (best == null || gain > best.gain())) {
                    best = new Split(f, b, gain);
                }
            }
        }
        return best;
    }
}
