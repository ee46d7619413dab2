package io.osusume.ranking;

import io.osusume.tables.Rounding;
import java.util.ArrayList;
import java.util.List;

/** Trees while they grow. */
final class GrowingTrees {
    private final int[] features;
    private final Bins bins;
    private final List<Integer> roots = new ArrayList<>();
    /** Feature (−1: leaf), threshold, left, right, value. */
    private final List<double[]> nodes = new ArrayList<>();

    private final double[] gains;

    GrowingTrees(int[] features, Bins bins) {
        this.features = features;
        this.bins = bins;
        this.gains = new double[Feature.values().length];
    }

    /** Adds a tree of one leaf, and tells its value. */
    double constant(double value) {
        int at = root();
        nodes.get(at)[4] = Rounding.significant(value);
        return nodes.get(at)[4];
    }

    /** Begins a tree; a node is a leaf of value 0 until told otherwise. */
    int root() {
        roots.add(nodes.size());
        return leaf();
    }

    private int leaf() {
        nodes.add(new double[] {-1, 0, 0, 0, 0});
        return nodes.size() - 1;
    }

    /** Splits a leaf after a bin of a feature, and tells its left child; the right one follows it. */
    int split(int node, int feature, int bin, double gain) {
        double[] values = nodes.get(node);
        values[0] = features[feature];
        values[1] = bins.bounds()[feature][bin];
        values[2] = leaf();
        values[3] = leaf();
        gains[features[feature]] += gain;
        return (int) values[2];
    }

    /** Gives a leaf its value, as published, and tells it. */
    double value(int node, double value) {
        nodes.get(node)[4] = Rounding.significant(value);
        return nodes.get(node)[4];
    }

    TreeEnsemble trees() {
        TreeEnsemble trees = TreeEnsemble.sized(roots.size(), nodes.size());
        for (int t = 0; t < roots.size(); t++) {
            trees.root()[t] = roots.get(t);
        }
        for (int i = 0; i < nodes.size(); i++) {
            double[] node = nodes.get(i);
            trees.feature()[i] = (int) node[0];
            trees.threshold()[i] = node[1];
            trees.left()[i] = (int) node[2];
            trees.right()[i] = (int) node[3];
            trees.value()[i] = node[4];
        }
        return trees;
    }

    double[] importance() {
        double total = 0;
        for (double gain : gains) {
            total += gain;
        }
        double[] shares = gains.clone();
        for (int i = 0; i < shares.length && total > 0; i++) {
            shares[i] /= total;
        }
        return shares;
    }
}
