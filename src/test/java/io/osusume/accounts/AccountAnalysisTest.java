package io.osusume.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.features.TestFacts;
import io.osusume.tables.AccountScores;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AccountAnalysisTest {
    private static final Offset<Double> NEAR = Offset.offset(1e-8);

    @Test
    void theLastPeriodIsHeldAgainstTheAccountsOwnPast() {
        Map<String, Row> scores = score(
                activity("calm", 2, 104, 2L, 4L, 2L),
                activity("louder", 9, 103, 1L, 2L, 3L),
                activity("one", 9, 60, 0L, 0L, 0L),
                activity("silent", 0, null, 0L, 0L, 0L));
        // The oldest event, 105 days back, makes three periods of 28 days before the last: three quarters of one do.
        // Past events 8, 6, 0, 0: mean 3.5,
        // variance
        // 12.75, Pearson's χ²/2 of calm .5 and of louder .5: no dispersion. α = 12.25/9.25, β = 84α/3.5 = 24α.
        double alpha = 12.25 / 9.25;
        double z = 28 / (24 * alpha + 84 + 28);
        double calm = tail(2, alpha + 8, z);
        double louder = tail(9, alpha + 6, z);
        double one = tail(9, alpha, z);
        assertThat(p(scores, "calm")).isCloseTo(calm, NEAR);
        assertThat(p(scores, "louder")).isCloseTo(louder, NEAR);
        assertThat(p(scores, "one")).isCloseTo(one, NEAR);
        assertThat(p(scores, "silent")).isEqualTo(1);
        assertThat(one).isLessThan(louder);
        // Four accounts are tested, the silent one too.
        assertThat(q(scores, "one")).isCloseTo(Math.min(4 * one, 2 * louder), NEAR);
        assertThat(q(scores, "louder")).isCloseTo(2 * louder, NEAR);
        assertThat(q(scores, "calm")).isCloseTo(Math.min(calm * 4 / 3, 1), NEAR);
        assertThat(scores.get("calm").<Double>getAs(AccountScores.BASELINE))
                .isCloseTo(28 * (alpha + 8) / (24 * alpha + 84), NEAR);
        // Past 1, 2, 3: median 2, MAD 1; past 2, 4, 2: MAD 0.
        assertThat(scores.get("louder").<Double>getAs(AccountScores.SURGE_Z)).isCloseTo(0.6745 * 7, NEAR);
        assertThat(scores.get("calm").<Double>getAs(AccountScores.SURGE_Z)).isNull();
    }

    @Test
    void aSurgeTakesTwoPeople() {
        Row[] rows = {
            activity("two", 40, 111, 1L, 1L, 1L),
            RowFactory.create("alone", 1.0, 40L, List.of(1L, 1L, 1L).toArray(), 111, null, 1L, 1L, 0L, 0L, null, null),
            activity("calm", 1, 111, 1L, 1L, 1L)
        };
        Map<String, Row> scores = score(rows);
        assertThat(q(scores, "alone")).isLessThan(0.05);
        assertThat(scores.get("alone").<Boolean>getAs(AccountScores.IS_SURGING)).isFalse();
        assertThat(scores.get("two").<Boolean>getAs(AccountScores.IS_SURGING)).isTrue();
        assertThat(scores.get("calm").<Boolean>getAs(AccountScores.IS_SURGING)).isFalse();
    }

    @Test
    void withoutAPastNothingSurges() {
        Row row = score(activity("new", 40, 40, 3L, 0L, 0L)).get("new");
        assertThat(row.<Double>getAs(AccountScores.P_VALUE)).isNull();
        assertThat(row.<Double>getAs(AccountScores.BASELINE)).isZero();
        assertThat(row.<Boolean>getAs(AccountScores.IS_SURGING)).isFalse();
        assertThat(score()).isEmpty();
    }

    private static Row activity(String account, long events, Integer oldestDays, Long... past) {
        return RowFactory.create(account, 1.0, events, past, oldestDays, null, 2L, 2L, 1L, 0L, null, null);
    }

    private static Map<String, Row> score(Row... rows) {
        Dataset<Row> activity = TestSession.rows(
                "account_id STRING, score DOUBLE, events_28d BIGINT, past ARRAY<BIGINT>, oldest_days INT,"
                        + " top_interest_product_id STRING, people_seen BIGINT, people BIGINT, departments BIGINT,"
                        + " senior_people BIGINT,"
                        + " interests ARRAY<STRUCT<product_id: STRING, interest: DOUBLE, people: BIGINT,"
                        + " senior_people: BIGINT, departments: ARRAY<STRING>>>, department_names ARRAY<STRING>",
                rows);
        return new AccountAnalysis(TestFacts.config().accounts())
                .score(activity).collectAsList().stream().collect(Collectors.toMap(r -> r.getString(0), r -> r));
    }

    private static double p(Map<String, Row> scores, String account) {
        return scores.get(account).<Double>getAs(AccountScores.P_VALUE);
    }

    private static double q(Map<String, Row> scores, String account) {
        return scores.get(account).<Double>getAs(AccountScores.Q_VALUE);
    }

    /** P(X ≥ x) of the negative binomial, term by term. */
    private static double tail(int x, double r, double z) {
        double term = Math.pow(1 - z, r);
        double below = 0;
        for (int i = 0; i < x; i++) {
            below += term;
            term *= (r + i) / (i + 1) * z;
        }
        return 1 - below;
    }
}
