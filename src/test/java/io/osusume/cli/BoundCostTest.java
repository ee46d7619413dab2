package io.osusume.cli;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Forty offers, ten of them of one product, worth 10, 9, … 1; the thirty others are worth 1 each: 85 in all. */
class BoundCostTest {
    private static final String OFFER = "offer_type STRING, product_id STRING, bundle_id STRING, target_type STRING,"
            + " target_id STRING, rank_score DOUBLE, expected_value DOUBLE";

    private static Dataset<Row> offers() {
        List<Row> offers = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            offers.add(row("cross_sell", "often", null, "customer", "t" + i, 11.0 - i, 11.0 - i));
        }
        for (int i = 1; i <= 30; i++) {
            offers.add(row("cross_sell", "once-" + i, null, "customer", "u" + i, 1.0, 1.0));
        }
        return rows(OFFER, offers.toArray(Row[]::new));
    }

    private static Map<String, List<Row>> shelf() {
        List<Row> things = Stream.concat(
                        Stream.of(row("often", 10L, 1000L)),
                        Stream.iterate(1, i -> i <= 30, i -> i + 1).map(i -> row("once-" + i, 1L, 1000L)))
                .toList();
        return Map.of(
                "cross_sell",
                rows("subject_id STRING, offers BIGINT, offerable BIGINT", things.toArray(Row[]::new))
                        .collectAsList());
    }

    private static Row stopped(String product, String target, double worth, String why) {
        return row("cross_sell", product, null, "customer", target, worth, worth, why);
    }

    @Test
    void whatIsBeyondTheBoundIsLostAndTheNextBestComesInItsPlace() {
        Dataset<Row> stopped = rows(
                OFFER + ", reason_code STRING",
                stopped("other", "t10", 0.5, "over_limit"),
                stopped("less", "t10", 0.25, "over_limit"),
                stopped("often", "t9", 5, "over_limit"), // at the bound itself
                stopped("other", "t8", 3, "declined"), // not for want of room
                stopped("other", "t1", 9, "over_limit")); // keeps what it has
        // Of 40 offers a tenth is four, a twentieth two, and three in a hundred one: 21, 36 and 45 lie beyond.
        List<Double> costs = BoundCost.of(offers(), stopped, shelf()).get("cross_sell");
        assertThat(costs).hasSize(3);
        assertThat(costs.get(0)).isCloseTo((21 - 0.5) / 85, within(1e-12));
        assertThat(costs.get(1)).isCloseTo((36 - 0.5) / 85, within(1e-12));
        assertThat(costs.get(2)).isCloseTo((45 - 0.5) / 85, within(1e-12));
    }

    @Test
    void nothingIsHeldBelowTwiceItsEvenShare() {
        Map<String, List<Row>> five = Map.of(
                "cross_sell",
                rows("subject_id STRING, offers BIGINT, offerable BIGINT", row("often", 10L, 5L))
                        .collectAsList());
        Dataset<Row> none = rows(OFFER + ", reason_code STRING");
        Dataset<Row> often = offers().where("product_id = 'often'");
        // Two fifths of ten offers are four: the same at each bound.
        assertThat(BoundCost.of(often, none, five).get("cross_sell"))
                .allSatisfy(c -> assertThat(c).isCloseTo(21.0 / 55, within(1e-12)));
    }

    @Test
    void otherTypesAreNotBound() {
        Dataset<Row> none = rows(OFFER + ", reason_code STRING");
        assertThat(BoundCost.of(offers(), none, Map.of())).isEmpty();
        assertThat(BoundCost.of(offers(), none, Map.of("upsell", List.of()))).isEmpty();
    }
}
