package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What picks some of many answers as sorting all of them would. */
class SelectionTest {
    private final Random random = new Random(3);

    @Test
    void theNthLargestIsThatOfTheSortedOrder() {
        for (int round = 0; round < 300; round++) {
            float[] values = new float[1 + random.nextInt(50)];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(1 + random.nextInt(60));
            }
            float[] sorted = values.clone();
            Arrays.sort(sorted);
            for (int n = 1; n <= values.length; n++) {
                assertThat(Selection.nthLargest(values.clone(), n)).isEqualTo(sorted[sorted.length - n]);
            }
        }
    }

    @Test
    void theBestProductsAreTheFirstOfTheSortedOrder() {
        for (int round = 0; round < 300; round++) {
            double[] scores =
                    random.ints(1 + random.nextInt(60), 0, 20).asDoubleStream().toArray();
            int most = random.nextInt(30);
            TopProducts top = new TopProducts(most);
            IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparing(i -> Integer.reverse(i))) // in some order
                    .forEach(i -> top.offer(i, scores[i]));
            int[] expected = IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -scores[i])
                            .thenComparing(i -> i))
                    .limit(most)
                    .mapToInt(i -> i)
                    .toArray();
            assertThat(top.products()).isEqualTo(expected);
        }
    }

    /** Both measures of one scan, by pairs counted one by one. */
    @Test
    void neighboursAreTheStrongestOfAllPairs() {
        List<int[]> baskets = IntStream.range(0, 200)
                .mapToObj(b -> random.ints(8, 0, 40).sorted().distinct().toArray())
                .toList();
        PurchaseSets sets = PurchaseSets.of(baskets, 45);
        List<Neighbours.Kept> kept =
                List.of(new Neighbours.Kept(Neighbours.COSINE, 7), new Neighbours.Kept(Neighbours.confidence(3), 12));
        List<Neighbours> found = Neighbours.of(sets, kept);
        for (int w = 0; w < 2; w++) {
            Neighbours.Kept wanted = kept.get(w);
            for (int p = 0; p < 45; p++) {
                int one = p;
                List<Integer> expected = IntStream.range(0, 45)
                        .boxed()
                        .filter(q -> weight(baskets, sets, wanted, one, q) > 0)
                        .sorted(Comparator.comparingDouble((Integer q) -> -weight(baskets, sets, wanted, one, q))
                                .thenComparing(q -> q))
                        .limit(wanted.most())
                        .sorted()
                        .toList();
                assertThat(found.get(w).code()[p]).containsExactly(expected.toArray(Integer[]::new));
            }
        }
    }

    private static float weight(List<int[]> baskets, PurchaseSets sets, Neighbours.Kept wanted, int p, int q) {
        int both = (int) baskets.stream()
                .filter(b -> p != q && Arrays.binarySearch(b, p) >= 0 && Arrays.binarySearch(b, q) >= 0)
                .count();
        return both == 0 ? 0 : (float) wanted.measure().of(both, sets.count(p), sets.count(q));
    }

    @Test
    void packedTreesAnswerWhatTheEnsembleAnswers() {
        double[] thresholds = {0.1, 3, Math.nextUp(2.5f), 1e-300, -7.123456789};
        TreeEnsemble trees = TreeEnsemble.sized(2, 9);
        trees.root()[1] = 4;
        // A tree of a split whose right side splits again (nodes 0 to 3 and 8), and one of two leaves (4, 6, 5).
        int[][] nodes = {
            {0, 3, 2}, {-1, 0, 0}, {1, 8, 1}, {-1, 0, 0}, {2, 6, 5}, {-1, 0, 0}, {-1, 0, 0}, {-1, 0, 0}, {-1, 0, 0}
        };
        for (int i = 0; i < nodes.length; i++) {
            trees.feature()[i] = nodes[i][0];
            trees.left()[i] = nodes[i][1];
            trees.right()[i] = nodes[i][2];
            trees.threshold()[i] = thresholds[i % thresholds.length];
            trees.value()[i] = 1.5 * i;
        }
        float[] interesting = {0.1f, Math.nextDown(0.1f), 3, 2.5f, 0, -7.1234565f, -7.123457f, 1};
        float[][] features = new float[512][];
        for (int i = 0; i < features.length; i++) {
            features[i] = new float[] {interesting[i % 8], interesting[i / 8 % 8], interesting[i / 64]};
        }
        double[] margins = PackedTrees.of(trees).margins(features);
        for (int i = 0; i < features.length; i++) {
            assertThat(margins[i]).isEqualTo(trees.margin(features[i]));
        }
    }
}
