package io.osusume.tables;

import java.util.List;

/**
 * Published {@code ranker_trees}: the model itself, one node of its boosted trees a row. From node 0 of each tree: where the
 * feature is at most the threshold go on to {@code node_left}, else to {@code node_right}; a leaf has no feature. The values of
 * the leaves of all trees add up to the margin; with the calibration in {@code ranker}, p_buy = 1 / (1 + e^−(slope · margin +
 * intercept)).
 */
public final class RankerTrees {
    public static final String TREE = "tree";
    public static final String NODE = "node";
    public static final String FEATURE = "feature";
    public static final String THRESHOLD = "threshold";
    public static final String NODE_LEFT = "node_left";
    public static final String NODE_RIGHT = "node_right";
    public static final String VALUE = "value";

    public static final Table TABLE = Table.of(
            "ranker_trees",
            "one node of a tree of the model in use",
            List.of(TREE, NODE),
            Field.whole(TREE, "The tree, from 0"),
            Field.whole(NODE, "The node within it, 0 the root"),
            Field.text(FEATURE, "The feature that is asked").orNull("a leaf"),
            Field.estimate(THRESHOLD, "Up to it go left, above it right").orNull("a leaf"),
            Field.whole(NODE_LEFT, "The node to go on to on the left").orNull("a leaf"),
            Field.whole(NODE_RIGHT, "The node to go on to on the right").orNull("a leaf"),
            Field.estimate(VALUE, "What the leaf adds to the margin")
                    .in("log odds")
                    .orNull("not a leaf"));

    private RankerTrees() {}
}
