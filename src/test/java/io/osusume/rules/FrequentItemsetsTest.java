package io.osusume.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.RulesConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

class FrequentItemsetsTest {
    private static final RuleSettings AT_LEAST_TWO = new RuleSettings(1e-9, 2, 3, 0);

    @Provide
    Arbitrary<List<List<String>>> baskets() {
        return RandomBaskets.arbitrary();
    }

    @Property(tries = 10)
    void findsWhatTryingAllSubsetsFindsWhateverThePartitions(
            @ForAll("baskets") List<List<String>> baskets,
            @ForAll @IntRange(min = 1, max = 4) int minCount,
            @ForAll @IntRange(min = 2, max = 5) int maxLength,
            @ForAll @IntRange(min = 1, max = 7) int partitions) {
        RuleSettings settings = new RuleSettings(1e-9, minCount, maxLength, 0);
        Map<Set<String>, Long> expected = RandomBaskets.frequent(baskets, minCount, maxLength);
        assertThat(itemsets(mine(settings.inMemory(), baskets, partitions))).isEqualTo(expected);
        assertThat(itemsets(mine(settings.inGroups(), baskets, partitions))).isEqualTo(expected);
    }

    @Example
    void relativeSupportIsOfAllBasketsTheEmptyOnesIncluded() {
        List<List<String>> baskets = List.of(List.of("a"), List.of("a"), List.of("b"), List.of(), List.of());
        for (RulesConfig config :
                List.of(new RuleSettings(.4, 1, 3, 0).inMemory(), new RuleSettings(.4, 1, 3, 0).inGroups())) {
            MinedItemsets mined = mine(config, baskets, 2);
            assertThat(itemsets(mined)).isEqualTo(Map.of(Set.of("a"), 2L));
            assertThat(mined.summary()).isEqualTo(new MiningSummary(5, 2, 2, 1, 2, 0, 0));
        }
    }

    @Example
    void saysTheHighestSupportWhenNothingReachesIt() {
        List<List<String>> baskets = List.of(List.of("a", "b"), List.of("b", "c"), List.of("d"), List.of("e"));
        for (RulesConfig config :
                List.of(new RuleSettings(.9, 1, 3, 0).inMemory(), new RuleSettings(.9, 1, 3, 0).inGroups())) {
            MinedItemsets mined = mine(config, baskets, 3);
            assertThat(itemsets(mined)).isEmpty();
            assertThat(mined.summary().highestSupport()).isEqualTo(.5);
            assertThat(mined.summary().countNeeded()).isEqualTo(4);
        }
    }

    @Example
    void takesNoBasketsAtAll() {
        for (RulesConfig config : List.of(AT_LEAST_TWO.inMemory(), AT_LEAST_TWO.inGroups())) {
            MinedItemsets mined = mine(config, List.of(), 1);
            assertThat(itemsets(mined)).isEmpty();
            assertThat(mined.summary()).isEqualTo(new MiningSummary(0, 2, 2, 0, 0, 0, 0));
            assertThat(mined.summary().highestSupport()).isZero();
        }
    }

    @Example
    void repetitionsWithinABasketCountOnce() {
        List<List<String>> baskets = List.of(List.of("a", "b", "a", "a"), List.of("b", "b", "a"), List.of("a"));
        for (RulesConfig config : List.of(AT_LEAST_TWO.inMemory(), AT_LEAST_TWO.inGroups())) {
            assertThat(itemsets(mine(config, baskets, 2)))
                    .isEqualTo(Map.of(Set.of("a"), 3L, Set.of("b"), 2L, Set.of("a", "b"), 2L));
        }
    }

    @Example
    void anIdMayHoldAnything() {
        String huge = "x".repeat(10_000) + "é";
        List<String> odd = List.of("a,b", "\"quoted\"", "back\\slash", "🍣🍵", "", " ", "new\nline", huge);
        for (RulesConfig config : List.of(AT_LEAST_TWO.inMemory(), AT_LEAST_TWO.inGroups())) {
            Map<Set<String>, Long> found = itemsets(mine(config, List.of(odd, odd, odd), 2));
            assertThat(found).hasSize(8 + 28 + 56).containsEntry(Set.of(huge, "🍣🍵", "a,b"), 3L);
        }
    }

    /** All 30 hold the same 200 products: 1,313,400 triples of them are frequent, and each is found. */
    @Example
    void giantBasketsAreMinedInFull() {
        List<String> giant = IntStream.range(0, 200).mapToObj(i -> "g" + i).toList();
        List<List<String>> baskets = new ArrayList<>(Collections.nCopies(30, giant));
        for (int i = 0; i < 100; i++) {
            baskets.add(List.of("g" + i, "s" + i % 7));
        }
        long expected = 200 + 200 * 199 / 2 + 200 * 199 * 198 / 6 + 7;
        MinedItemsets mined = mine(new RuleSettings(1e-9, 14, 3, 0).inMemory(), baskets, 2);
        assertThat(mined.count()).isEqualTo(expected);
    }

    @Example
    void aCapKeepsTheRarestFrequentItemsAndCountsWhatItCuts() {
        // a in 5 baskets, b in 4, c in 3, d in 2; e and f in one only, so infrequent
        List<List<String>> baskets = List.of(
                List.of("a", "b", "c", "d", "e", "f"),
                List.of("a", "b", "c", "d", "a"),
                List.of("a", "b", "c"),
                List.of("a", "b"),
                List.of("a"));
        for (RulesConfig config : List.of(AT_LEAST_TWO.capped(3), AT_LEAST_TWO.cappedInGroups(3))) {
            MinedItemsets mined = mine(config, baskets, 2);
            // the first two keep b, c and d: a is then in 3 baskets
            assertThat(itemsets(mined))
                    .containsEntry(Set.of("a"), 3L)
                    .containsEntry(Set.of("b", "c", "d"), 2L)
                    .containsEntry(Set.of("a", "b"), 2L)
                    .doesNotContainKey(Set.of("a", "d"));
            assertThat(mined.summary().basketsCut()).isEqualTo(2);
            assertThat(mined.summary().itemsCut()).isEqualTo(3 + 1);
        }
    }

    @Example
    void manyGroupsGiveTheSameAsMemory() {
        Random random = new Random(11);
        List<List<String>> baskets = new ArrayList<>();
        for (int b = 0; b < 3000; b++) {
            List<String> basket = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                basket.add("p" + (int) (60 * random.nextDouble() * random.nextDouble()));
            }
            baskets.add(basket);
        }
        RuleSettings settings = new RuleSettings(.01, 1, 4, 0);
        Map<Set<String>, Long> inMemory = itemsets(mine(settings.inMemory(), baskets, 3));
        assertThat(inMemory).hasSizeGreaterThan(1000);
        assertThat(itemsets(mine(settings.inGroups(), baskets, 5))).isEqualTo(inMemory);
    }

    /** The least count is the smallest that keeps the budget, and the itemsets are those of that count. */
    @Property(tries = 15)
    void aBudgetRaisesTheLeastCountAsLittleAsItMay(
            @ForAll("baskets") List<List<String>> baskets,
            @ForAll @IntRange(min = 1, max = 40) int budget,
            @ForAll @IntRange(min = 1, max = 5) int partitions) {
        RuleSettings settings = new RuleSettings(1e-9, 1, 3, 0, budget, Integer.MAX_VALUE);
        int least = 1;
        while (RandomBaskets.frequent(baskets, least, 3).size() > budget) {
            least++;
        }
        for (RulesConfig config : List.of(settings.inMemory(), settings.inGroups())) {
            MinedItemsets mined = mine(config, baskets, partitions);
            assertThat(itemsets(mined)).isEqualTo(RandomBaskets.frequent(baskets, least, 3));
            assertThat(mined.count()).isEqualTo(itemsets(mined).size());
            assertThat(mined.summary().countAsked()).isEqualTo(1);
            assertThat(mined.summary().countNeeded()).isEqualTo(least);
            assertThat(mined.summary().frequentItems()).isEqualTo((int) itemsets(mined).keySet().stream()
                    .filter(items -> items.size() == 1)
                    .count());
        }
    }

    private static MinedItemsets mine(RulesConfig config, List<List<String>> baskets, int partitions) {
        List<Row> rows = baskets.stream()
                .map(b -> RowFactory.create((Object) b.toArray(new String[0])))
                .toList();
        Dataset<Row> data = TestSession.spark()
                .createDataFrame(rows, StructType.fromDDL("items ARRAY<STRING>"))
                .repartition(partitions);
        return new FrequentItemsets(config).mine(data);
    }

    private static Map<Set<String>, Long> itemsets(MinedItemsets mined) {
        Map<Set<String>, Long> found = new HashMap<>();
        for (Row row : mined.itemsets().collectAsList()) {
            List<String> items = row.getList(0);
            assertThat(items).isSorted().doesNotHaveDuplicates();
            assertThat(found.put(new TreeSet<>(items), row.getLong(1))).isNull();
        }
        return found;
    }
}
