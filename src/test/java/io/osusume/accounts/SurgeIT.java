package io.osusume.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.TestSession;
import io.osusume.features.TestFacts;
import io.osusume.tables.AccountScores;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;

/** Over 20 worlds of 400 accounts, one in twelve of which surges: planted surges are found, and calm accounts are not. */
@Slow
class SurgeIT {
    private static final int SEEDS = 20;
    private static final int ACCOUNTS = 400;
    private static final int SURGING = 12;
    private static final int PERIODS = 6;
    private static final StructType SCHEMA = StructType.fromDDL(
            "account_id STRING, score DOUBLE, events_28d BIGINT, past ARRAY<BIGINT>, oldest_days INT,"
                    + " top_interest_product_id STRING, people_seen BIGINT, people BIGINT, departments BIGINT,"
                    + " senior_people BIGINT,"
                    + " interests ARRAY<STRUCT<product_id: STRING, interest: DOUBLE, people: BIGINT, senior_people: BIGINT,"
                    + " departments: ARRAY<STRING>>>, department_names ARRAY<STRING>");

    /** What came out of all worlds. */
    private record Found(long planted, long found, long flagged, long calm) {
        Found plus(Found other) {
            return new Found(planted + other.planted, found + other.found, flagged + other.flagged, calm + other.calm);
        }

        double power() {
            return (double) found / planted;
        }

        /** The most calm ones among the flagged that 5 % explain, in 99.9 % of cases. */
        int allowance() {
            return new BinomialDistribution((int) flagged, 0.05).inverseCumulativeProbability(0.999);
        }
    }

    @Test
    void singleEvents() {
        Found found = over(1);
        System.out.printf(
                "Surges found: %.1f %%; calm among flagged: %d of %d%n",
                100 * found.power(), found.calm(), found.flagged());
        assertThat(found.power()).isGreaterThan(0.8);
        assertThat(found.calm()).isLessThanOrEqualTo(found.allowance());
    }

    @Test
    void eventsInClusters() {
        Found found = over(3);
        System.out.printf(
                "In clusters of 3 on average: %.1f %%; calm among flagged: %d of %d%n",
                100 * found.power(), found.calm(), found.flagged());
        assertThat(found.power()).isGreaterThan(0.8);
        assertThat(found.calm()).isLessThanOrEqualTo(found.allowance());
    }

    private static Found over(int meanCluster) {
        Found all = new Found(0, 0, 0, 0);
        for (int seed = 1; seed <= SEEDS; seed++) {
            all = all.plus(world(seed, meanCluster));
        }
        return all;
    }

    private static Found world(int seed, int meanCluster) {
        RandomDataGenerator random = RandomDataGenerator.of(new Well19937c(1000L * meanCluster + seed));
        List<Row> rows = new ArrayList<>();
        for (int a = 0; a < ACCOUNTS; a++) {
            boolean surging = a % SURGING == 0;
            double rate = random.nextGamma(3, 0.6);
            Long[] past = new Long[PERIODS];
            for (int p = 0; p < PERIODS; p++) {
                past[p] = count(random, rate, meanCluster);
            }
            long events = count(random, rate, meanCluster) + (surging ? meanCluster * (8 + (long) (3 * rate)) : 0);
            String id = (surging ? "surging-" : "calm-") + a;
            rows.add(
                    RowFactory.create(id, 1.0, events, past, 28 * (PERIODS + 1) - 1, null, 3L, 3L, 1L, 0L, null, null));
        }
        List<Row> flagged = new AccountAnalysis(TestFacts.config().accounts())
                .score(TestSession.spark().createDataFrame(rows, SCHEMA))
                .where(AccountScores.IS_SURGING)
                .collectAsList();
        long found = flagged.stream()
                .filter(r -> r.getString(0).startsWith("surging"))
                .count();
        return new Found((ACCOUNTS + SURGING - 1) / SURGING, found, flagged.size(), flagged.size() - found);
    }

    /** Visits are Poisson; each brings one event, or a geometric number of them. */
    private static long count(RandomDataGenerator random, double rate, int meanCluster) {
        int visits = random.nextPoisson(rate);
        long events = visits;
        for (int v = 0; v < visits && meanCluster > 1; v++) {
            while (random.nextDouble() > 1.0 / meanCluster) {
                events++;
            }
        }
        return events;
    }
}
