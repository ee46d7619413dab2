package io.osusume.accounts;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.stats.BenjaminiHochberg;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Rounding;
import io.osusume.tables.Types;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Tests each account's last 28 days against its own past.
 *
 * <p>Past events k of T = 28·m days, in the m periods that the data reaches back, and a gamma prior fitted to all accounts
 * ({@link GammaPoisson}) give the expected number of events and p = P(X ≥ events seen). Events come in clusters, so counts
 * are divided by the dispersion φ first: the mean of Pearson's χ²/(m − 1) over the accounts with at least two past events,
 * χ² = Σ (y − k/m)²/(k/m) over periods, and at least 1. q by Benjamini and Hochberg (1995) over all accounts, those without
 * any event too: leaving these out would select by what is tested.
 */
final class Surge {
    private static final String PERIODS = "_periods";
    private static final String SEEN = "_seen";
    private static final String PAST_EVENTS = "_past_events";
    private static final String DISPERSION = "_dispersion";
    private static final String MEAN = "_mean";
    private static final String VARIANCE = "_variance";
    /** Three quarters of a period make it one: not every day has an event. */
    private static final int TOLERANCE_DAYS = AccountActivity.PERIOD / 4;
    /** Exact sums do not depend on the order of rows. */
    private static final String EXACT = "decimal(28,9)";

    private static final StructType TESTED = new StructType()
            .add(AccountScores.EVENTS_28D, Types.COUNT, false)
            .add(PAST_EVENTS, Types.COUNT, false)
            .add(AccountScores.P_VALUE, Types.ESTIMATE, false)
            .add(AccountScores.BASELINE, Types.ESTIMATE, false)
            .add(AccountScores.Q_VALUE, Types.ESTIMATE, false);

    private Surge() {}

    /**
     * Adds baseline, p, q and z. Where nothing is known of any past, baseline is 0 and the others are null.
     *
     * @param activity {@link AccountActivity}, read several times
     */
    static Dataset<Row> add(Dataset<Row> activity) {
        Dataset<Row> past = withPast(activity);
        Dataset<Row> tested = tested(past);
        return past.join(tested, new String[] {AccountScores.EVENTS_28D, PAST_EVENTS}, "left")
                .withColumn(AccountScores.BASELINE, coalesce(col(AccountScores.BASELINE), lit(0.0)))
                .withColumn(AccountScores.SURGE_Z, RobustZ.of(AccountScores.EVENTS_28D, SEEN));
    }

    /** The periods of the past that the data reaches back to. */
    private static Dataset<Row> withPast(Dataset<Row> activity) {
        Column reach = max(AccountActivity.OLDEST_DAYS).plus(1 - AccountActivity.PERIOD + TOLERANCE_DAYS);
        Column periods =
                greatest(lit(0), floor(reach.divide(AccountActivity.PERIOD)).cast("int"));
        Dataset<Row> seen = activity.agg(coalesce(periods, lit(0)).as(PERIODS));
        return activity.crossJoin(broadcast(seen))
                .withColumn(SEEN, slice(col(AccountActivity.PAST), lit(1), col(PERIODS)))
                .withColumn(PAST_EVENTS, expr("aggregate(" + SEEN + ", 0L, (s, y) -> s + y)"));
    }

    /** p and q depend on two counts only. Grain: one pair of recent and past events, of which there are few; collected. */
    private static Dataset<Row> tested(Dataset<Row> past) {
        Column testable = col(MEAN).gt(0).and(col(PERIODS).gt(0));
        List<Row> pairs = past.groupBy(AccountScores.EVENTS_28D, PAST_EVENTS, PERIODS)
                .agg(count(lit(1)).as("_accounts"))
                .crossJoin(broadcast(population(past)))
                .where(testable)
                .select(AccountScores.EVENTS_28D, PAST_EVENTS, PERIODS, DISPERSION, MEAN, VARIANCE, "_accounts")
                .collectAsList();
        double[] p = pairs.stream()
                .mapToDouble(r -> rate(r).tail(r.getLong(0) / r.getDouble(3), AccountActivity.PERIOD))
                .toArray();
        double[] q = BenjaminiHochberg.qValues(
                p, pairs.stream().mapToLong(r -> r.getLong(6)).toArray());
        List<Row> tested = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Row pair = pairs.get(i);
            double baseline = pair.getDouble(3) * rate(pair).expected(AccountActivity.PERIOD);
            tested.add(RowFactory.create(pair.getLong(0), pair.getLong(1), p[i], baseline, q[i]));
        }
        return past.sparkSession().createDataFrame(tested, TESTED);
    }

    /** What the past events of a pair, divided by the dispersion, tell of the rate. */
    private static GammaPoisson rate(Row pair) {
        double days = pair.getInt(2) * (double) AccountActivity.PERIOD;
        return GammaPoisson.ofMoments(pair.getDouble(4), pair.getDouble(5), days)
                .after(pair.getLong(1) / pair.getDouble(3), days);
    }

    /** Dispersion, and mean and variance of the scaled past events. Grain: one row. */
    private static Dataset<Row> population(Dataset<Row> past) {
        Column pearson = expr("aggregate(" + SEEN + ", 0D, (s, y) -> s + pow(y * " + PERIODS + " / " + PAST_EVENTS
                + " - 1D, 2) * " + PAST_EVENTS + " / " + PERIODS + ") / (" + PERIODS + " - 1)");
        Column informative = col(PAST_EVENTS).geq(2).and(col(PERIODS).geq(2));
        Column k = col(PAST_EVENTS);
        Column mean = col("_k").divide(col("_n"));
        Dataset<Row> sums = past.agg(
                count(lit(1)).cast("double").as("_n"),
                sum(k).cast("double").as("_k"),
                sum(k.multiply(k)).cast("double").as("_k2"),
                avg(when(informative, pearson).cast(EXACT)).cast("double").as("_pearson"));
        return sums.withColumn(
                        DISPERSION, Rounding.significant(greatest(coalesce(col("_pearson"), lit(1.0)), lit(1.0))))
                .select(
                        col(DISPERSION),
                        when(col("_n").gt(0), mean.divide(col(DISPERSION))).as(MEAN),
                        when(col("_n").gt(0), col("_k2").divide(col("_n")).minus(mean.multiply(mean)))
                                .divide(col(DISPERSION).multiply(col(DISPERSION)))
                                .as(VARIANCE));
    }
}
