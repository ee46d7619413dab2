package io.osusume.ranking;

import io.osusume.config.RankerTrainingConfig;
import io.osusume.ranking.Histograms.Segment;
import io.osusume.ranking.Histograms.Siblings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Grows one tree, level by level. */
final class TreeGrower {
    private final RankerTrainingConfig config;
    private final Bins bins;
    private final GrowingTrees list;
    /** The examples, those of a node together, each node's by number. */
    private final int[] order;

    private final int[] right;

    TreeGrower(RankerTrainingConfig config, Bins bins, GrowingTrees list, int examples) {
        this.config = config;
        this.bins = bins;
        this.list = list;
        this.order = IntStream.range(0, examples).toArray();
        this.right = new int[examples];
    }

    /**
     * Adds the tree's leaves to the margins.
     *
     * @param seen features that may be looked at
     */
    void grow(boolean[] seen, double[] gradient, double[] curvature, double[] margin) {
        Leaves leaves = new Leaves(gradient, curvature, margin);
        Histograms sums = new Histograms(bins, seen, gradient, curvature);
        List<Segment> level = List.of(new Segment(list.root(), 0, order.length));
        for (int depth = 0; depth < config.depth() && !level.isEmpty(); depth++) {
            if (depth == 0) {
                sums.begin(order, level.get(0));
            }
            List<Siblings> next = divided(level, sums.best(level.size()), leaves);
            if (depth + 1 < config.depth()) {
                sums.descend(order, next);
            }
            level = next.stream().flatMap(s -> Stream.of(s.left(), s.right())).toList();
        }
        level.forEach(leaves::settle);
    }

    /** Divides the nodes that have a split; the others become leaves. */
    private List<Siblings> divided(List<Segment> level, Split[] best, Leaves leaves) {
        List<Siblings> next = new ArrayList<>();
        for (int k = 0; k < level.size(); k++) {
            if (best[k] == null) {
                leaves.settle(level.get(k));
            } else {
                int left = list.split(level.get(k).node(), best[k].feature(), best[k].bin(), best[k].gain());
                next.add(divided(level.get(k), k, best[k], left));
            }
        }
        return next;
    }

    /** Moves those of the right side behind those of the left, each in their order. */
    private Siblings divided(Segment segment, int parent, Split split, int left) {
        byte[] bin = bins.bin()[split.feature()];
        int kept = segment.from();
        int moved = 0;
        for (int j = segment.from(); j < segment.to(); j++) {
            if (bin[order[j]] <= split.bin()) {
                order[kept++] = order[j];
            } else {
                right[moved++] = order[j];
            }
        }
        System.arraycopy(right, 0, order, kept, moved);
        return new Siblings(parent, new Segment(left, segment.from(), kept), new Segment(left + 1, kept, segment.to()));
    }

    /** Gives leaves their values. */
    private final class Leaves {
        private final double[] gradient;
        private final double[] curvature;
        private final double[] margin;

        private Leaves(double[] gradient, double[] curvature, double[] margin) {
            this.gradient = gradient;
            this.curvature = curvature;
            this.margin = margin;
        }

        private void settle(Segment leaf) {
            double g = 0;
            double h = 0;
            for (int j = leaf.from(); j < leaf.to(); j++) {
                g += gradient[order[j]];
                h += curvature[order[j]];
            }
            double value = list.value(leaf.node(), config.learningRate() * g / (h + Split.L2));
            for (int j = leaf.from(); j < leaf.to(); j++) {
                margin[order[j]] += value;
            }
        }
    }
}
