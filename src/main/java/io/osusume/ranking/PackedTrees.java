package io.osusume.ranking;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A {@link TreeEnsemble} laid out for scoring: the nodes of a tree lie together, three ints each (feature, threshold as the
 * bits of a float, left child), the right child after the left one. Answers exactly what the ensemble answers.
 */
final class PackedTrees {
    private static final int WIDTH = 3;

    private final int[] roots;
    private final int[] nodes;
    private final double[] values;

    private PackedTrees(int[] roots, int[] nodes, double[] values) {
        this.roots = roots;
        this.nodes = nodes;
        this.values = values;
    }

    static PackedTrees of(TreeEnsemble trees) {
        int[] roots = new int[trees.root().length];
        int[] nodes = new int[WIDTH * trees.nodes()];
        double[] values = new double[trees.nodes()];
        int size = 0;
        for (int t = 0; t < roots.length; t++) {
            roots[t] = size;
            Deque<int[]> open = new ArrayDeque<>();
            open.add(new int[] {trees.root()[t], size++});
            while (!open.isEmpty()) {
                int from = open.peek()[0];
                int to = open.poll()[1];
                nodes[WIDTH * to] = trees.feature()[from];
                values[to] = trees.value()[from];
                if (trees.feature()[from] >= 0) {
                    nodes[WIDTH * to + 1] = Float.floatToIntBits(down(trees.threshold()[from]));
                    nodes[WIDTH * to + 2] = size;
                    open.add(new int[] {trees.left()[from], size++});
                    open.add(new int[] {trees.right()[from], size++});
                }
            }
        }
        return new PackedTrees(roots, Arrays.copyOf(nodes, WIDTH * size), Arrays.copyOf(values, size));
    }

    /** The largest float that is no larger: a float is at most the one if and only if it is at most the other. */
    private static float down(double threshold) {
        float near = (float) threshold;
        return near <= threshold ? near : Math.nextDown(near);
    }

    /** Σ of the trees' leaves of each vector; tree by tree, so that each stays where it is quick to read. */
    double[] margins(float[][] features) {
        double[] sums = new double[features.length];
        for (int root : roots) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += values[leaf(root, features[i])];
            }
        }
        return sums;
    }

    private int leaf(int root, float[] features) {
        int at = root;
        int feature = nodes[WIDTH * at];
        while (feature >= 0) {
            float threshold = Float.intBitsToFloat(nodes[WIDTH * at + 1]);
            at = nodes[WIDTH * at + 2] + (features[feature] <= threshold ? 0 : 1);
            feature = nodes[WIDTH * at];
        }
        return at;
    }
}
