package io.osusume.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.TestSession;
import io.osusume.tables.BasketKind;
import io.osusume.tables.Rules;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

class AssociationRulesTest {
    /** A rule as the definitions have it, computed from the baskets themselves. */
    private record Expected(Set<String> antecedent, String consequent, double n, double a, double c, double both) {
        double confidence() {
            return both / a;
        }

        double log10P() {
            BigInteger sum = BigInteger.ZERO;
            for (int k = (int) both; k <= Math.min(a, c); k++) {
                sum = sum.add(choose(a, k).multiply(choose(n - a, c - k)));
            }
            return Math.log10(sum.doubleValue() / choose(n, c).doubleValue());
        }
    }

    @Provide
    Arbitrary<List<List<String>>> baskets() {
        return RandomBaskets.arbitrary();
    }

    @Property(tries = 8)
    void measuresAreWhatTheDefinitionsSay(
            @ForAll("baskets") List<List<String>> baskets,
            @ForAll @IntRange(min = 1, max = 4) int minCount,
            @ForAll @IntRange(min = 2, max = 4) int maxLength,
            @ForAll @IntRange(min = 1, max = 5) int partitions) {
        RuleSettings settings = new RuleSettings(1e-9, minCount, maxLength, .3);
        Map<Set<String>, Long> frequent = RandomBaskets.frequent(baskets, minCount, maxLength);
        List<Expected> expected = expected(baskets, frequent, .3);
        MinedItemsets mined = new FrequentItemsets(settings.inMemory()).mine(rows(baskets, partitions));
        for (long mostInMemory : new long[] {Long.MAX_VALUE, -1}) {
            DerivedRules derived =
                    new AssociationRules(settings.inMemory(), mostInMemory).derive(mined, BasketKind.ORDER);
            verify(derived, expected, baskets, frequent, maxLength);
        }
    }

    @Example
    void anotherKindIsAnotherRule() {
        List<List<String>> baskets = List.of(List.of("a", "b"), List.of("a", "b"), List.of("c"));
        MinedItemsets mined = new FrequentItemsets(new RuleSettings(1e-9, 1, 2, 0).inMemory()).mine(rows(baskets, 1));
        AssociationRules rules = new AssociationRules(new RuleSettings(1e-9, 1, 2, 0).inMemory());
        List<Row> orders = rules.derive(mined, BasketKind.ORDER).rows();
        List<Row> customers = rules.derive(mined, BasketKind.CUSTOMER).rows();
        assertThat(orders).hasSize(2).allMatch(r -> r.getAs(Rules.BASKET_KIND).equals("order"));
        assertThat(customers).hasSize(2).allMatch(r -> r.getAs(Rules.BASKET_KIND)
                .equals("customer"));
        Set<String> ids = new HashSet<>();
        orders.forEach(r -> ids.add(r.getAs(Rules.RULE_ID)));
        customers.forEach(r -> ids.add(r.getAs(Rules.RULE_ID)));
        assertThat(ids).hasSize(4);
    }

    @Example
    void idsTellApartWhatOnlyLooksTheSame() {
        List<String> odd = List.of("a,b", "a", "b", "[\"a\",\"b\"]");
        List<List<String>> baskets = List.of(odd, odd, List.of("z"), List.of("z", "a"));
        MinedItemsets mined = new FrequentItemsets(new RuleSettings(1e-9, 1, 4, 0).inMemory()).mine(rows(baskets, 1));
        List<Row> rules = new AssociationRules(new RuleSettings(1e-9, 1, 4, 0).inMemory())
                .derive(mined, BasketKind.ORDER)
                .rows();
        assertThat(rules).extracting(r -> r.getAs(Rules.RULE_ID)).doesNotHaveDuplicates();
    }

    @Example
    void aProductInEveryBasketTeachesNothing() {
        List<List<String>> baskets = List.of(List.of("bag", "a"), List.of("bag", "b"), List.of("bag", "a"));
        MinedItemsets mined = new FrequentItemsets(new RuleSettings(1e-9, 1, 3, 0).inMemory()).mine(rows(baskets, 2));
        DerivedRules derived =
                new AssociationRules(new RuleSettings(1e-9, 1, 3, 0).inMemory()).derive(mined, BasketKind.ORDER);
        assertThat(derived.rows()).isEmpty();
        assertThat(derived.kept()).isZero();
        assertThat(derived.redundant()).isEqualTo(4);
    }

    @Example
    void basketsOfOneProductGiveNoRules() {
        List<List<String>> baskets = List.of(List.of("a"), List.of("b"), List.of("a"));
        MinedItemsets mined = new FrequentItemsets(new RuleSettings(1e-9, 1, 3, 0).inMemory()).mine(rows(baskets, 1));
        DerivedRules derived =
                new AssociationRules(new RuleSettings(1e-9, 1, 3, 0).inMemory()).derive(mined, BasketKind.ORDER);
        assertThat(derived.rows()).isEmpty();
        assertThat(derived.hypotheses()).isEqualTo(2);
    }

    private static void verify(
            DerivedRules derived,
            List<Expected> all,
            List<List<String>> baskets,
            Map<Set<String>, Long> frequent,
            int maxLength) {
        List<Expected> kept =
                all.stream().filter(e -> improvement(e, baskets) > 0).toList();
        long m = hypotheses(frequent, maxLength);
        List<Row> rows = derived.rows();
        assertThat(rows).hasSameSizeAs(kept);
        assertThat(derived.kept()).isEqualTo(kept.size());
        assertThat(derived.redundant()).isEqualTo(all.size() - kept.size());
        assertThat(derived.hypotheses()).isEqualTo(m);
        Map<String, Row> found = new HashMap<>();
        rows.forEach(r -> found.put(new TreeSet<>(r.<String>getList(1)) + ">" + r.getString(2), r));
        for (Expected e : kept) {
            Row row = found.get(new TreeSet<>(e.antecedent) + ">" + e.consequent);
            assertThat(row).isNotNull();
            assertThat(row.<String>getList(1)).isSorted();
            verifyMeasures(row, e);
            assertThat(row.<Double>getAs(Rules.IMPROVEMENT)).isCloseTo(improvement(e, baskets), within(1e-12));
            assertThat(row.<Double>getAs(Rules.Q_VALUE)).isCloseTo(q(e, kept, m), within(1e-9));
        }
    }

    private static void verifyMeasures(Row row, Expected e) {
        double sA = e.a / e.n;
        double sC = e.c / e.n;
        double s = e.both / e.n;
        assertThat(row.<Long>getAs(Rules.COUNT)).isEqualTo((long) e.both);
        assertThat(row.<Double>getAs(Rules.SUPPORT)).isCloseTo(s, within(1e-12));
        assertThat(row.<Double>getAs(Rules.CONFIDENCE)).isCloseTo(e.confidence(), within(1e-12));
        assertThat(row.<Double>getAs(Rules.LIFT)).isCloseTo(s / (sA * sC), within(1e-9));
        assertThat(row.<Double>getAs(Rules.LEVERAGE)).isCloseTo(s - sA * sC, within(1e-12));
        assertThat(row.<Double>getAs(Rules.LOG10_P)).isCloseTo(e.log10P(), within(1e-9));
        if (e.both == e.a) {
            assertThat(row.isNullAt(row.fieldIndex(Rules.CONVICTION))).isTrue();
        } else {
            assertThat(row.<Double>getAs(Rules.CONVICTION)).isCloseTo((1 - sC) / (1 - e.confidence()), within(1e-9));
        }
        double zhang = (s - sA * sC) / Math.max(s * (1 - sA), sA * (sC - s));
        assertThat(row.<Double>getAs(Rules.ZHANG)).isCloseTo(zhang, within(1e-9));
    }

    private static List<Expected> expected(
            List<List<String>> baskets, Map<Set<String>, Long> frequent, double minConfidence) {
        List<Expected> rules = new ArrayList<>();
        for (Set<String> items : frequent.keySet()) {
            for (String consequent : items.size() > 1 ? items : Set.<String>of()) {
                Set<String> antecedent = new TreeSet<>(items);
                antecedent.remove(consequent);
                Expected rule = rule(baskets, antecedent, consequent);
                if (rule.confidence() >= minConfidence) {
                    rules.add(rule);
                }
            }
        }
        return rules;
    }

    private static Expected rule(List<List<String>> baskets, Set<String> antecedent, String consequent) {
        Set<String> both = new TreeSet<>(antecedent);
        both.add(consequent);
        return new Expected(
                antecedent,
                consequent,
                baskets.size(),
                RandomBaskets.count(baskets, antecedent),
                RandomBaskets.count(baskets, Set.of(consequent)),
                RandomBaskets.count(baskets, both));
    }

    private static double improvement(Expected rule, List<List<String>> baskets) {
        List<String> items = List.copyOf(rule.antecedent);
        double best = 0;
        for (int bits = 0; bits < (1 << items.size()) - 1; bits++) {
            int chosen = bits;
            Set<String> simpler = items.stream()
                    .filter(i -> (chosen >> items.indexOf(i) & 1) == 1)
                    .collect(Collectors.toSet());
            best = Math.max(best, rule(baskets, simpler, rule.consequent).confidence());
        }
        return rule.confidence() - best;
    }

    private static long hypotheses(Map<Set<String>, Long> frequent, int maxLength) {
        List<String> singles = frequent.keySet().stream()
                .filter(s -> s.size() == 1)
                .map(s -> s.iterator().next())
                .toList();
        return frequent.keySet().stream()
                .filter(s -> s.size() < maxLength)
                .mapToLong(s -> singles.stream().filter(c -> !s.contains(c)).count())
                .sum();
    }

    private static double q(Expected rule, List<Expected> kept, long m) {
        double lowest = 1;
        for (Expected at : kept) {
            if (at.log10P() >= rule.log10P() - 1e-12) {
                long rank = kept.stream()
                        .filter(o -> o.log10P() <= at.log10P() + 1e-12)
                        .count();
                lowest = Math.min(lowest, Math.pow(10, at.log10P()) * m / rank);
            }
        }
        return lowest;
    }

    private static BigInteger choose(double n, double k) {
        BigInteger product = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            product = product.multiply(BigInteger.valueOf((long) n - i + 1)).divide(BigInteger.valueOf(i));
        }
        return product;
    }

    private static Dataset<Row> rows(List<List<String>> baskets, int partitions) {
        List<Row> rows = baskets.stream()
                .map(b -> RowFactory.create((Object) b.toArray(new String[0])))
                .toList();
        return TestSession.spark()
                .createDataFrame(rows, StructType.fromDDL("items ARRAY<STRING>"))
                .repartition(partitions);
    }
}
