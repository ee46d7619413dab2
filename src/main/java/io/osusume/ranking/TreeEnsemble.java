package io.osusume.ranking;

import java.io.Serializable;

/**
 * Boosted trees as arrays. Node i is a leaf where {@code feature[i]} is negative; else it goes on to {@code left[i]} where the
 * feature is at most the threshold, and to {@code right[i]} otherwise. Thresholds and leaves have nine significant digits, as
 * published, so that a model read back is the same model.
 *
 * @param root node of each tree; the nodes of a tree lie together, its root first
 * @param feature places in {@link Feature}
 * @param value of a leaf, the tree's weight included
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record TreeEnsemble(int[] root, int[] feature, double[] threshold, int[] left, int[] right, double[] value)
        implements Serializable {

    /** Room for so many trees and nodes. */
    static TreeEnsemble sized(int trees, int nodes) {
        return new TreeEnsemble(
                new int[trees], new int[nodes], new double[nodes], new int[nodes], new int[nodes], new double[nodes]);
    }

    /** Σ of the trees' leaves. */
    double margin(float[] features) {
        double sum = 0;
        for (int node : root) {
            int at = node;
            while (feature[at] >= 0) {
                at = features[feature[at]] <= threshold[at] ? left[at] : right[at];
            }
            sum += value[at];
        }
        return sum;
    }

    int nodes() {
        return feature.length;
    }
}
