package io.osusume.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ItemsetMinerTest {
    private static final long ALWAYS_TREES = -1;
    private static final long ALWAYS_BITS = 1L << 40;

    @Provide
    Arbitrary<List<List<String>>> baskets() {
        return RandomBaskets.arbitrary();
    }

    @Property(tries = 300)
    void findsWhatTryingAllSubsetsFinds(
            @ForAll("baskets") List<List<String>> baskets,
            @ForAll @IntRange(min = 1, max = 5) int minCount,
            @ForAll @IntRange(min = 1, max = 10) int maxLength) {
        Map<Set<String>, Long> expected = RandomBaskets.frequent(baskets, minCount, maxLength);
        for (long wordsPerEntry : new long[] {ALWAYS_TREES, ALWAYS_BITS, 3}) {
            assertThat(mined(baskets, new ItemsetMiner.Bounds(minCount, maxLength, wordsPerEntry)))
                    .isEqualTo(expected);
        }
    }

    @Property(tries = 100)
    void sharesOfTheItemsGiveTheWholeTogether(
            @ForAll("baskets") List<List<String>> baskets, @ForAll @IntRange(min = 1, max = 4) int shares) {
        Coded coded = Coded.of(baskets, 2);
        List<int[]> blocks = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
            new MinedBlocks(
                            coded.tree(),
                            new ItemsetMiner.Bounds(2, 4),
                            new MinedBlocks.Share(share, coded.codes.size(), shares))
                    .forEachRemaining(blocks::add);
        }
        assertThat(read(blocks, coded.codes)).isEqualTo(RandomBaskets.frequent(baskets, 2, 4));
    }

    /** More than 64 baskets of one kind: more than one word in each row, and ranges of bits from one path. */
    @Property(tries = 30)
    void countsRepeatedBaskets(
            @ForAll("baskets") List<List<String>> baskets, @ForAll @IntRange(min = 2, max = 200) int times) {
        List<List<String>> many = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            many.addAll(baskets);
        }
        for (long wordsPerEntry : new long[] {ALWAYS_TREES, ALWAYS_BITS}) {
            Map<Set<String>, Long> expected = new HashMap<>(RandomBaskets.frequent(baskets, 1, 4));
            expected.replaceAll((items, count) -> count * times);
            assertThat(mined(many, new ItemsetMiner.Bounds(times, 4, wordsPerEntry)))
                    .isEqualTo(expected);
        }
    }

    private static Map<Set<String>, Long> mined(List<List<String>> baskets, ItemsetMiner.Bounds bounds) {
        Coded coded = Coded.of(baskets, bounds.minCount());
        List<int[]> blocks = new ArrayList<>();
        new MinedBlocks(coded.tree(), bounds, new MinedBlocks.Share(0, coded.codes.size(), 1))
                .forEachRemaining(blocks::add);
        return read(blocks, coded.codes);
    }

    private static Map<Set<String>, Long> read(List<int[]> blocks, ItemCodes codes) {
        Map<Set<String>, Long> itemsets = new HashMap<>();
        for (int[] block : blocks) {
            ItemsetRuns.Cursor cursor = new ItemsetRuns.Cursor(block);
            while (cursor.next()) {
                Set<String> items = new TreeSet<>(Arrays.asList(codes.sorted(cursor)));
                assertThat(itemsets.put(items, (long) cursor.count())).isNull();
            }
        }
        return itemsets;
    }

    private record Coded(ItemCodes codes, List<int[]> baskets) {
        static Coded of(List<List<String>> baskets, long minCount) {
            Map<String, Long> counts = new HashMap<>();
            baskets.forEach(b -> b.stream().distinct().forEach(i -> counts.merge(i, 1L, Long::sum)));
            ItemCodes codes = ItemCodes.of(counts, minCount);
            Map<String, Integer> index = codes.index();
            return new Coded(
                    codes,
                    baskets.stream()
                            .map(b -> b.stream()
                                    .filter(index::containsKey)
                                    .mapToInt(index::get)
                                    .distinct()
                                    .sorted()
                                    .toArray())
                            .toList());
        }

        FpTree tree() {
            FpTree tree = new FpTree(IntStream.range(0, codes.size()).toArray());
            baskets.forEach(b -> tree.insert(b, 0, b.length, 1));
            tree.seal();
            return tree;
        }
    }
}
