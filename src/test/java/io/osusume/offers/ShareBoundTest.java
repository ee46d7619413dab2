package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.tables.OfferType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Twenty customers like a, then b, then c to f, each a little less than the one before; each gets one offer. */
class ShareBoundTest {
    private static final String TARGETS = "target_type STRING, target_id STRING, capped ARRAY<STRING>";
    private static final String DECIDED = "target_type STRING, target_id STRING, offer_type STRING, product_id STRING,"
            + " bundle_id STRING, rank_score DOUBLE, arm STRING, stopped STRING";
    private static final List<String> LIKED = List.of("a", "b", "c", "d", "e", "f");

    private static Dataset<Row> targets() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(RowFactory.create("customer", "c%02d".formatted(i), null));
        }
        return TestSession.spark()
                .createDataFrame(rows, StructType.fromDDL(TARGETS))
                .drop("capped");
    }

    /** What each would get: the first that it likes and may have; the score falls with the customer's number. */
    private static Dataset<Row> decide(Dataset<Row> targets) {
        List<Row> rows = new ArrayList<>();
        for (Row target : targets.collectAsList()) {
            Set<String> capped = new HashSet<>();
            if (List.of(targets.columns()).contains("capped") && target.getAs("capped") != null) {
                capped.addAll(target.getList(target.fieldIndex("capped")));
            }
            String id = target.getAs("target_id");
            int number = Integer.parseInt(id.substring(1));
            String gets =
                    LIKED.stream().filter(p -> !capped.contains(p)).findFirst().orElseThrow();
            rows.add(RowFactory.create(
                    "customer",
                    id,
                    "cross_sell",
                    gets,
                    null,
                    100.0 - number,
                    number == 0 ? "control" : "treated",
                    null));
            rows.add(RowFactory.create("customer", id, "upsell", "a", null, 1.0, "treated", null));
        }
        return TestSession.spark().createDataFrame(rows, StructType.fromDDL(DECIDED));
    }

    private static Map<String, List<String>> made(double share, long products) {
        ShareBound bound = new ShareBound(share, Map.of(OfferType.CROSS_SELL, products));
        Map<String, List<String>> made = new TreeMap<>();
        decide(bound.hold(targets(), ShareBoundTest::decide))
                .where("offer_type = 'cross_sell'")
                .collectAsList()
                .stream()
                .sorted(java.util.Comparator.comparing(r -> r.<String>getAs("target_id")))
                .forEach(r -> made.computeIfAbsent(r.getAs("product_id"), p -> new ArrayList<>())
                        .add(r.getAs("target_id")));
        return made;
    }

    /** 19 offers go out; a quarter of them are 4: the best 4 keep a (and the control customer, who counts for nothing). */
    @Test
    void whoIsWorthLessGetsTheNextBest() {
        Map<String, Integer> sizes = new HashMap<>();
        Map<String, List<String>> made = made(.25, 100);
        made.forEach((product, who) -> sizes.put(product, who.size()));
        assertThat(made.get("a")).containsExactly("c00", "c01", "c02", "c03", "c04");
        assertThat(made.get("b")).containsExactly("c05", "c06", "c07", "c08");
        assertThat(sizes).isEqualTo(Map.of("a", 5, "b", 4, "c", 4, "d", 4, "e", 3));
    }

    /** Of six products the even share is 1/6: nothing is held below twice that, 6 of 19. */
    @Test
    void nothingIsHeldBelowTwiceItsEvenShare() {
        assertThat(made(.01, 6).get("a")).hasSize(7);
    }

    @Test
    void aBoundThatNothingReachesChangesNothing() {
        assertThat(made(1, 100)).containsOnlyKeys("a");
    }
}
