package io.osusume.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.features.TestFacts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class SegmentRulesTest {
    private static final String COLUMNS = "expected STRING, may_contact BOOLEAN, open_severe_tickets BIGINT, nps INT,"
            + " tickets_30d BIGINT, cancel_requested BOOLEAN, usage_trend DOUBLE, contact_cap_reached BOOLEAN,"
            + " reactions_30d BIGINT, last_two_negative BOOLEAN, what_level STRING, pace_level STRING";

    @Test
    void theFirstConditionThatHoldsNamesTheSegment() {
        assertSegments(
                // Each overlay beats all that come after it.
                row("opted_out", false, 1L, 0, 1L, true, 0.1, true, 0L, true, "high", "high"),
                row("care", true, 1L, 0, 1L, true, 0.1, true, 0L, true, "high", "high"),
                row("at_risk", true, 0L, 10, 1L, true, 0.1, true, 0L, true, "high", "high"),
                row("fatigued", true, 0L, 10, 1L, false, 1.0, true, 0L, true, "high", "high"),
                // Levels.
                row("ready", true, 0L, 10, 0L, false, 1.0, false, 0L, false, "high", "high"),
                row("develop", true, 0L, 10, 0L, false, 1.0, false, 0L, false, "high", "low"),
                row("watch", true, 0L, 10, 0L, false, 1.0, false, 0L, false, "low", "high"),
                row("nurture", true, 0L, 10, 0L, false, 1.0, false, 0L, false, "low", "low"));
    }

    @Test
    void eachOverlayHoldsFromItsBoundOn() {
        assertSegments(
                row("care", true, 0L, 3, 1L, false, 1.0, false, 0L, false, "high", "high"),
                row("ready", true, 0L, 4, 1L, false, 1.0, false, 0L, false, "high", "high"),
                row("ready", true, 0L, 3, 0L, false, 1.0, false, 0L, false, "high", "high"),
                row("at_risk", true, 0L, 9, 0L, false, 0.5, false, 0L, false, "high", "high"),
                row("ready", true, 0L, 9, 0L, false, 0.51, false, 0L, false, "high", "high"),
                row("at_risk", true, 0L, 9, 0L, true, null, false, 0L, false, "high", "high"),
                row("ready", true, 0L, 9, 0L, false, 1.0, true, 1L, false, "high", "high"),
                row("fatigued", true, 0L, 9, 0L, false, 1.0, false, 1L, true, "high", "high"),
                // What is unknown does not hold.
                row("ready", true, null, null, null, null, null, null, null, null, "high", "high"),
                row("nurture", true, null, 2, null, null, null, null, null, null, "low", "low"));
    }

    @Test
    void priorityIsResultsByRoom() {
        Dataset<Row> rows = TestSession.rows(
                "expected STRING, results_level STRING, room_level STRING",
                RowFactory.create("A", "high", "high"),
                RowFactory.create("B", "low", "high"),
                RowFactory.create("C", "high", "low"),
                RowFactory.create("D", "low", "low"));
        for (Row row : rows.withColumn("found", SegmentRules.priority()).collectAsList()) {
            assertThat(row.<String>getAs("found")).isEqualTo(row.<String>getAs("expected"));
        }
    }

    private static void assertSegments(Row... rows) {
        SegmentRules rules = new SegmentRules(TestFacts.config().segments());
        Map<String, List<Row>> wrong =
                TestSession.rows(COLUMNS, rows).withColumn("found", rules.segment()).collectAsList().stream()
                        .filter(r -> !r.getAs("found").equals(r.getAs("expected")))
                        .collect(Collectors.groupingBy(r -> r.getAs("found")));
        assertThat(wrong).isEmpty();
    }

    private static Row row(Object... values) {
        return RowFactory.create(values);
    }
}
