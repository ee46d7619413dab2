package io.osusume.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Sums of gradient and curvature by node of a level, feature and bin. Of two siblings only the smaller one is summed up; the
 * other is its parent less that. Sums are whole numbers of {@link #UNIT}, so that this is exact, and the same in any order.
 */
final class Histograms {
    /** Finer than any double of a gradient (at most 1) needs, with room for the sum of 2^24 of them. */
    private static final double UNIT = 0x1p-38;

    private static final int WIDTH = 2 * Bins.MOST;

    private final Bins bins;
    private final boolean[] seen;
    /** Gradient and curvature of each example, side by side. */
    private final long[] examples;
    /** The same in the order of the nodes, where it is wanted. */
    private final long[] ordered;
    /** Per feature the level's nodes, WIDTH places each. */
    private final long[][] sums;

    Histograms(Bins bins, boolean[] seen, double[] gradient, double[] curvature) {
        this.bins = bins;
        this.seen = seen;
        this.sums = new long[seen.length][];
        this.examples = new long[2 * gradient.length];
        this.ordered = new long[2 * gradient.length];
        for (int i = 0; i < gradient.length; i++) {
            examples[2 * i] = Math.round(gradient[i] / UNIT);
            examples[2 * i + 1] = Math.round(curvature[i] / UNIT);
        }
    }

    /**
     * Examples of one node: {@code order[from..to)}.
     *
     * @param node its place among the trees' nodes
     */
    record Segment(int node, int from, int to) {
        int size() {
            return to - from;
        }
    }

    /** Two siblings, and where their parent stands in the level above. */
    record Siblings(int parent, Segment left, Segment right) {
        Segment smaller() {
            return left.size() <= right.size() ? left : right;
        }
    }

    /** Begins with one node. */
    void begin(int[] order, Segment root) {
        arrange(order, root);
        eachFeature(f -> {
            sums[f] = new long[WIDTH];
            add(f, order, root, 0);
        });
    }

    /** Goes on to the next level, the siblings in their order. */
    void descend(int[] order, List<Siblings> level) {
        level.forEach(siblings -> arrange(order, siblings.smaller()));
        eachFeature(f -> {
            long[] above = sums[f];
            sums[f] = new long[2 * level.size() * WIDTH];
            for (int k = 0; k < level.size(); k++) {
                Siblings siblings = level.get(k);
                boolean leftIsSmaller =
                        siblings.left().size() <= siblings.right().size();
                int summed = (2 * k + (leftIsSmaller ? 0 : 1)) * WIDTH;
                int other = (2 * k + (leftIsSmaller ? 1 : 0)) * WIDTH;
                add(f, order, leftIsSmaller ? siblings.left() : siblings.right(), summed);
                for (int b = 0; b < WIDTH; b++) {
                    sums[f][other + b] = above[siblings.parent() * WIDTH + b] - sums[f][summed + b];
                }
            }
        });
    }

    private void eachFeature(IntConsumer work) {
        IntStream.range(0, seen.length).parallel().filter(f -> seen[f]).forEach(work);
    }

    /** Two sums at a time, so that examples of one bin, which often follow each other, need not wait for one another. */
    private void add(int f, int[] order, Segment segment, int at) {
        byte[] bin = bins.bin()[f];
        long[] even = new long[WIDTH];
        long[] odd = new long[WIDTH];
        int j = segment.from();
        for (; j + 1 < segment.to(); j += 2) {
            int a = 2 * bin[order[j]];
            even[a] += ordered[2 * j];
            even[a + 1] += ordered[2 * j + 1];
            int b = 2 * bin[order[j + 1]];
            odd[b] += ordered[2 * j + 2];
            odd[b + 1] += ordered[2 * j + 3];
        }
        if (j < segment.to()) {
            int a = 2 * bin[order[j]];
            even[a] += ordered[2 * j];
            even[a + 1] += ordered[2 * j + 1];
        }
        for (int b = 0; b < WIDTH; b++) {
            sums[f][at + b] = even[b] + odd[b];
        }
    }

    /** Brings what a segment's examples have into its order, once for all features. */
    private void arrange(int[] order, Segment segment) {
        for (int j = segment.from(); j < segment.to(); j++) {
            ordered[2 * j] = examples[2 * order[j]];
            ordered[2 * j + 1] = examples[2 * order[j] + 1];
        }
    }

    /** The best split of each of so many nodes; null where none gains. Of equals that of the first feature and bin. */
    Split[] best(int nodes) {
        Split[][] byFeature = new Split[seen.length][];
        eachFeature(f -> byFeature[f] =
                IntStream.range(0, nodes).mapToObj(k -> best(f, k * WIDTH)).toArray(Split[]::new));
        Split[] best = new Split[nodes];
        for (Split[] found : byFeature) {
            for (int k = 0; found != null && k < nodes; k++) {
                if (found[k] != null && (best[k] == null || found[k].gain() > best[k].gain())) {
                    best[k] = found[k];
                }
            }
        }
        return best;
    }

    private Split best(int f, int from) {
        long[] node = Arrays.copyOfRange(sums[f], from, from + WIDTH);
        long allG = 0;
        long allH = 0;
        for (int b = 0; b < WIDTH; b += 2) {
            allG += node[b];
            allH += node[b + 1];
        }
        Split best = null;
        long leftG = 0;
        long leftH = 0;
        for (int b = 0; b < bins.bounds()[f].length; b++) {
            leftG += node[2 * b];
            leftH += node[2 * b + 1];
            double gain = Split.gain(leftG * UNIT, leftH * UNIT, allG * UNIT, allH * UNIT);
            if (gain > (best == null ? Split.LEAST_GAIN : best.gain())) {
                best = new Split(f, b, gain);
            }
        }
        return best;
    }
}
