package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.config.RankerTrainingConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each split is the best that there is, found anew from the examples of its node alone. */
class TreeGrowerTest {
    private static final int EXAMPLES = 3_000;
    private static final int FEATURES = 6;
    private static final int DEPTH = 4;

    private final double[] gradient = new double[EXAMPLES];
    private final double[] curvature = new double[EXAMPLES];
    private final List<Example> examples = examples();
    private final Bins bins = Bins.of(examples, IntStream.range(0, FEATURES).toArray());

    /** Features of few and of many values; the last one repeats the first, so that splits tie. */
    private List<Example> examples() {
        Random random = new Random(5);
        List<Example> made = new ArrayList<>();
        for (int i = 0; i < EXAMPLES; i++) {
            float[] f = new float[FEATURES];
            for (int k = 0; k < FEATURES - 1; k++) {
                f[k] = random.nextInt(3 + 40 * k);
            }
            f[FEATURES - 1] = f[0];
            boolean bought = random.nextDouble() < 0.1 + 0.2 * f[0] + (f[2] > 30 ? 0.2 : 0) - (f[3] > 60 ? 0.1 : 0);
            gradient[i] = (bought ? 1 : 0) - 0.4;
            curvature[i] = 0.24;
            made.add(new Example(1, "c" + i, 1, f, bought, 1));
        }
        return made;
    }

    @Test
    void everySplitIsTheBestOfItsNodeAndEveryLeafItsStep() {
        GrowingTrees list = new GrowingTrees(IntStream.range(0, FEATURES).toArray(), bins);
        double[] margin = new double[EXAMPLES];
        boolean[] seen = new boolean[FEATURES];
        Arrays.fill(seen, true);
        new TreeGrower(config(), bins, list, EXAMPLES).grow(seen, gradient, curvature, margin);
        TreeEnsemble tree = list.trees();
        assertThat(tree.nodes()).isGreaterThan(1 + 2 * DEPTH);
        verify(tree, 0, IntStream.range(0, EXAMPLES).toArray(), 0);
        for (int i = 0; i < EXAMPLES; i++) {
            assertThat(margin[i]).isEqualTo(tree.margin(examples.get(i).features()));
        }
    }

    private void verify(TreeEnsemble tree, int node, int[] of, int depth) {
        double g = Arrays.stream(of).mapToDouble(i -> gradient[i]).sum();
        double h = Arrays.stream(of).mapToDouble(i -> curvature[i]).sum();
        Split best = best(of, g, h);
        if (tree.feature()[node] < 0) {
            assertThat(depth == DEPTH || best == null).isTrue();
            assertThat(tree.value()[node]).isCloseTo(0.1 * g / (h + 10), within(1e-8));
            return;
        }
        assertThat(tree.feature()[node]).isEqualTo(best.feature());
        assertThat(tree.threshold()[node]).isEqualTo(bins.bounds()[best.feature()][best.bin()]);
        verify(tree, tree.left()[node], side(of, best, true), depth + 1);
        verify(tree, tree.right()[node], side(of, best, false), depth + 1);
    }

    private int[] side(int[] of, Split split, boolean left) {
        return Arrays.stream(of)
                .filter(i -> bins.bin()[split.feature()][i] <= split.bin() == left)
                .toArray();
    }

    /** By the formula, each split's sums over again; of equals the first feature and bin. */
    private Split best(int[] of, double allG, double allH) {
        Split best = null;
        for (int f = 0; f < FEATURES; f++) {
            for (int b = 0; b < bins.bounds()[f].length; b++) {
                int[] left = side(of, new Split(f, b, 0), true);
                double g = Arrays.stream(left).mapToDouble(i -> gradient[i]).sum();
                double h = Arrays.stream(left).mapToDouble(i -> curvature[i]).sum();
                double gain = g * g / (h + 10) + (allG - g) * (allG - g) / (allH - h + 10) - allG * allG / (allH + 10);
                if (h >= 5 && allH - h >= 5 && gain > 1e-9 && (best == null || gain > best.gain() + 1e-9)) {
                    best = new Split(f, b, gain);
                }
            }
        }
        return best;
    }

    private static RankerTrainingConfig config() {
        return new RankerTrainingConfig(2, 1, 1, 10, 1, 2, DEPTH, 0.1, 1, 0.1);
    }
}
