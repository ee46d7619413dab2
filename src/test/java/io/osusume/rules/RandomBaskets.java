package io.osusume.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Baskets of few items, of which everything can be found by trying all subsets. */
final class RandomBaskets {
    private static final List<String> NAMES = List.of("a", "b,", "c\"", "d ", "e'", "ü", "お茶", "🍵", "z", "i");

    private RandomBaskets() {}

    /** Up to 40 baskets with repetitions within them; the first items are the commoner ones. */
    static Arbitrary<List<List<String>>> arbitrary() {
        Arbitrary<String> item = Arbitraries.integers()
                .between(0, 99)
                .map(i -> NAMES.get((int) (Math.pow(i / 100.0, 1.5) * NAMES.size())));
        return item.list().ofMinSize(0).ofMaxSize(12).list().ofMinSize(0).ofMaxSize(40);
    }

    /** Every subset of at most {@code maxLength} items that stands in at least {@code minCount} baskets. */
    static Map<Set<String>, Long> frequent(List<List<String>> baskets, long minCount, int maxLength) {
        List<String> items =
                baskets.stream().flatMap(List::stream).distinct().sorted().toList();
        Map<Set<String>, Long> found = new HashMap<>();
        for (int bits = 1; bits < 1 << items.size(); bits++) {
            if (Integer.bitCount(bits) <= maxLength) {
                int chosen = bits;
                Set<String> subset = IntStream.range(0, items.size())
                        .filter(i -> (chosen >> i & 1) == 1)
                        .mapToObj(items::get)
                        .collect(Collectors.toCollection(TreeSet::new));
                long count = count(baskets, subset);
                if (count >= minCount) {
                    found.put(subset, count);
                }
            }
        }
        return found;
    }

    static long count(List<List<String>> baskets, Set<String> items) {
        return baskets.stream().filter(b -> b.containsAll(items)).count();
    }
}
