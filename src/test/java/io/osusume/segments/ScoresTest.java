package io.osusume.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.SegmentsConfig;
import io.osusume.features.TestFacts;
import io.osusume.tables.LwpSegments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What, pace and loyalty on rows worked out by hand. */
class ScoresTest {
    private static final Offset<Double> NEAR = Offset.offset(1e-9);
    private static final SegmentsConfig CONFIG = TestFacts.config().segments();
    private static final String LOYALTY =
            "tenure_days INT, orders_365d BIGINT, nps INT, tickets_365d BIGINT, active_periods INT";

    @Test
    void whatIsTheMeanOfWhatIsKnownLessProblems() {
        List<Row> rows = new WhatScore(CONFIG.what())
                .add(TestSession.rows(
                        "orders_90d BIGINT, utilisation DOUBLE, usage_trend DOUBLE, interest DOUBLE, needs_28d BIGINT,"
                                + " open_issues BIGINT",
                        // Orders only: 2/(2 + 2).
                        RowFactory.create(2L, null, null, null, null, null),
                        // .5, 1 (above the limit), trend 1.5/2, 5/(5 + 5), 1/(1 + 1); weights 1, 1, .5, 1, 1.
                        RowFactory.create(2L, 1.3, 1.5, 5.0, 1L, 0L),
                        // The same with one open problem: times 1 − .5 · 1/2.
                        RowFactory.create(2L, 1.3, 1.5, 5.0, 1L, 1L),
                        // Nothing at all: 0; a trend above doubling counts as doubling.
                        RowFactory.create(0L, 0.0, 0.0, 0.0, 0L, 9L),
                        RowFactory.create(0L, null, 7.0, null, null, null)))
                .collectAsList();
        double mean = (0.5 + 1 + 0.5 * 0.75 + 0.5 + 0.5) / 4.5;
        assertScores(rows, LwpSegments.WHAT_SCORE, 0.5, mean, mean * 0.75, 0.0, 0.5 / 1.5);
    }

    @Test
    void paceIsTouchTimesReactionOrSignsOfLife() {
        List<Row> rows = new PaceScore(CONFIG.pace())
                .add(TestSession.rows(
                        "contacts_90d BIGINT, response_rate DOUBLE, days_since_seen INT",
                        // √(2/4 · .5), √(6/8 · 1/3) = .5; in touch without reaction, reacting without touch: 0.
                        RowFactory.create(2L, 0.5, null),
                        RowFactory.create(6L, 1.0 / 3, 0),
                        RowFactory.create(6L, 0.0, 0),
                        RowFactory.create(0L, 0.9, 0),
                        // No contacts known: half after 45 days, a quarter after 90; never seen: 0.
                        RowFactory.create(null, null, 0),
                        RowFactory.create(null, null, 45),
                        RowFactory.create(null, null, 90),
                        RowFactory.create(null, null, null)))
                .collectAsList();
        assertScores(rows, LwpSegments.PACE_SCORE, 0.5, 0.5, 0.0, 0.0, 1.0, 0.5, 0.25, 0.0);
    }

    @Test
    void loyaltyIsTheMeanOfWhatIsKnown() {
        List<Row> rows = loyalty(List.of(
                // 365/730, 4/8, 8/10, 2/4, 3/4
                RowFactory.create(365, 4L, 8, 2L, 3),
                RowFactory.create(365, 4L, null, null, null),
                RowFactory.create(null, 12L, 11, null, null),
                RowFactory.create(null, 0L, null, null, null)));
        assertScores(rows, "loyalty", (0.5 + 0.5 + 0.8 + 0.5 + 0.75) / 5, 0.5, (0.75 + 1) / 2, 0.0);
    }

    /** Random customers, and each with one ingredient better: loyalty never falls, and stays in [0, 1]. */
    @Test
    void loyaltyIsMonotoneInEachIngredient() {
        Random random = new Random(7);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Object[] worse = {
                maybe(random, random.nextInt(3000)),
                (long) random.nextInt(40),
                maybe(random, random.nextInt(11)),
                random.nextBoolean() ? (Object) (long) random.nextInt(9) : null,
                maybe(random, random.nextInt(5))
            };
            int which = random.nextInt(worse.length);
            Object[] better = worse.clone();
            if (worse[which] != null) {
                int step = 1 + random.nextInt(50);
                better[which] = worse[which] instanceof Long n
                        ? (Object) (which == 3 ? Math.max(0, n - step) : n + step)
                        : (Object) ((Integer) worse[which] + step);
            }
            rows.add(RowFactory.create(worse));
            rows.add(RowFactory.create(better));
        }
        List<Row> scored = loyalty(rows);
        for (int i = 0; i < scored.size(); i += 2) {
            double worse = scored.get(i).getAs("loyalty");
            double better = scored.get(i + 1).getAs("loyalty");
            assertThat(better)
                    .as("%s against %s", scored.get(i + 1), scored.get(i))
                    .isGreaterThanOrEqualTo(worse);
            assertThat(worse).isBetween(0.0, 1.0);
        }
    }

    private static Integer maybe(Random random, int value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private static List<Row> loyalty(List<Row> rows) {
        return TestSession.rows(LOYALTY, rows.toArray(Row[]::new))
                .withColumn("loyalty", new Loyalty(CONFIG.loyalty()).score())
                .collectAsList();
    }

    private static void assertScores(List<Row> rows, String column, double... expected) {
        assertThat(rows).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(rows.get(i).<Double>getAs(column))
                    .as("%s of %s", column, rows.get(i))
                    .isCloseTo(expected[i], NEAR);
        }
    }
}
