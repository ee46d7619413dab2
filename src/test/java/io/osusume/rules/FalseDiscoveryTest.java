package io.osusume.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Where items are independent, every rule is a false discovery: at most 5 % of the data sets may have any with q &lt; 0.05.
 * Mines, derives and tests as the stage does, without Spark; q by its definition.
 */
class FalseDiscoveryTest {
    private static final int SEEDS = 400;
    private static final int BASKETS = 1000;
    private static final int ITEMS = 60;
    private static final int MIN_COUNT = 10;
    private static final int MAX_LENGTH = 3;
    /** 5 % of 400 and three standard deviations of a binomial: 20 + 3 · √(400 · .05 · .95). */
    private static final int MOST = 33;

    @Test
    void independentItemsHardlyEverGiveARule() {
        int all = 0;
        int onlyFrequent = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Found found = mine(seed);
            all += found.anyBelow(.05, found.hypotheses) ? 1 : 0;
            onlyFrequent += found.anyBelow(.05, found.log10P.size()) ? 1 : 0;
        }
        assertThat(all).isLessThanOrEqualTo(MOST);
        // The test can fail: m = only the pairs that came out frequent, which their count selected, is not enough.
        assertThat(onlyFrequent).isGreaterThan(MOST);
    }

    private record Found(List<Double> log10P, long hypotheses) {
        /** Whether the smallest q is below; that is so when p(i) · m / i is for any i. */
        boolean anyBelow(double q, long m) {
            return IntStream.range(0, log10P.size())
                    .anyMatch(i -> Math.pow(10, log10P.get(i)) * (double) m / (i + 1) < q);
        }
    }

    private static Found mine(int seed) {
        Map<String, Long> counts = new HashMap<>();
        List<int[]> baskets = baskets(seed);
        baskets.forEach(b -> Arrays.stream(b).forEach(i -> counts.merge("p" + i, 1L, Long::sum)));
        ItemCodes codes = ItemCodes.of(counts, MIN_COUNT);
        Map<String, Integer> index = codes.index();
        FpTree tree = new FpTree(IntStream.range(0, codes.size()).toArray());
        for (int[] basket : baskets) {
            int[] coded = Arrays.stream(basket)
                    .mapToObj(i -> index.get("p" + i))
                    .filter(c -> c != null)
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            tree.insert(coded, 0, coded.length, 1);
        }
        tree.seal();
        List<int[]> runs = new ArrayList<>();
        new MinedBlocks(tree, new ItemsetMiner.Bounds(MIN_COUNT, MAX_LENGTH), new MinedBlocks.Share(0, codes.size(), 1))
                .forEachRemaining(runs::add);
        return tested(runs, codes);
    }

    private static Found tested(List<int[]> runs, ItemCodes codes) {
        ItemsetCounts lookup = new ItemsetCounts();
        long[] lengths = new long[MAX_LENGTH + 1];
        for (int[] block : runs) {
            lookup.add(ItemsetRuns.shorterThan(MAX_LENGTH, block));
            long[] more = ItemsetRuns.lengths(block);
            Arrays.setAll(lengths, i -> lengths[i] + (i < more.length ? more[i] : 0));
        }
        List<Double> p = new ArrayList<>();
        new CandidatesInMemory.Rows(runs.iterator(), lookup, codes, 0, BASKETS).forEachRemaining(row -> {
            if (row.getDouble(5) > row.getDouble(6)) {
                p.add(p(row));
            }
        });
        return new Found(p.stream().sorted().toList(), AssociationRules.hypotheses(lengths, MAX_LENGTH));
    }

    private static double p(Row candidate) {
        return FisherExact.log10P(BASKETS, candidate.getLong(3), candidate.getLong(4), candidate.getLong(2));
    }

    private static List<int[]> baskets(int seed) {
        Random random = new Random(seed);
        List<int[]> baskets = new ArrayList<>();
        for (int b = 0; b < BASKETS; b++) {
            baskets.add(IntStream.range(0, ITEMS)
                    .filter(i -> random.nextDouble() < .3 / (1 + i * .15))
                    .toArray());
        }
        return baskets;
    }
}
