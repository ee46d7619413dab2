package io.osusume.contracts;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Plans of which a company writes a row a period and never an end: of a customer's rows nearly each begins a period after the
 * one before. Contracts side by side begin on any day. Such a row ends where the next begins; the newest goes on, unless none
 * came for one and a half periods.
 */
final class OpenRows implements Serializable {
    private static final double NEARLY_ALL = 0.9;
    /** Fewer rows of which one follows the other tell nothing. */
    private static final long AT_LEAST = 3;

    private static final Comparator<Cycle> PERIODS = Comparator.comparing(Cycle::lengthDays);

    private static final int NAMED = 5;

    private static final String APART = "_apart";
    private static final String PERIOD = "_period";

    /** Plan → from row to row. */
    private final Map<String, Cycle> plans;

    private OpenRows(Map<String, Cycle> plans) {
        this.plans = new TreeMap<>(plans);
    }

    /** Counts the rows that have no end, and how far apart a customer's begin. */
    static OpenRows of(Dataset<Row> claims, Plans plans) {
        Column next = lead(Claims.STARTED, 1)
                .over(Window.partitionBy(Claims.CUSTOMER_ID, Claims.PLAN).orderBy(col(Claims.STARTED), col(Claims.ID)));
        Map<String, Long> all = new TreeMap<>();
        Map<String, Map<Cycle, Long>> byPeriod = new TreeMap<>();
        for (Row row : claims.where(
                        col(Claims.ENDED).isNull().and(col(Claims.LAST_PRICED).isNull()))
                .withColumn(APART, next.minus(col(Claims.STARTED)))
                .where(col(APART).isNotNull())
                .withColumn(PERIOD, period())
                .groupBy(Claims.PLAN, PERIOD)
                .agg(count(lit(1)), min(Claims.BILLING))
                .collectAsList()) {
            String plan = row.getString(0);
            all.merge(plan, row.getLong(2), Long::sum);
            Cycle period = row.isNullAt(1) ? null : Cycle.ofIso(row.getString(1));
            if (period != null
                    && plans.payment(plan, row.getString(3))
                            .filter(period::equals)
                            .isPresent()) {
                byPeriod.computeIfAbsent(plan, p -> new TreeMap<>(PERIODS)).merge(period, row.getLong(2), Long::sum);
            }
        }
        Map<String, Cycle> found = new TreeMap<>();
        byPeriod.forEach((plan, periods) -> periods.forEach((period, rows) -> {
            if (rows >= AT_LEAST && rows >= NEARLY_ALL * all.get(plan)) {
                found.put(plan, period);
            }
        }));
        return new OpenRows(found);
    }

    /** The period that lies between two rows, give or take three days; null where it is none. */
    private static Column period() {
        Column period = lit(null).cast("string");
        for (Cycle cycle : List.of(Cycle.MONTH, Cycle.ofMonths(3), Cycle.ofMonths(6), Cycle.YEAR)) {
            Column about = abs(col(APART).minus(lit(cycle.lengthDays()))).leq(Relations.NO_GAP_DAYS + 0.5);
            period = when(about, cycle.iso()).otherwise(period);
        }
        return period;
    }

    List<String> notes() {
        return plans.isEmpty()
                ? List.of()
                : List.of("Of " + plans.size()
                        + " plans nearly each row of subscriptions begins a period after the one before"
                        + " and has no end: they are read as one contract, a row a period, not as contracts side by side"
                        + " (plans: "
                        + String.join(", ", plans.keySet().stream().limit(NAMED).toList())
                        + (plans.size() > NAMED ? ", …" : "") + "). Map subscriptions.ended_at where they are.");
    }

    /** One customer's claims, each but the newest of such a plan with its end. */
    List<Claim> closed(List<Claim> claims, LocalDate asOf) {
        List<Claim> sorted = claims.stream().sorted(Claim.IN_ORDER).toList();
        Map<String, Claim> later = new TreeMap<>();
        List<Claim> closed = new ArrayList<>();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Claim claim = sorted.get(i);
            Cycle period = plans.get(claim.plan());
            Claim next = later.put(claim.plan(), claim);
            closed.add(period == null || claim.ended() != null ? claim : closed(claim, next, period, asOf));
        }
        return closed;
    }

    private static Claim closed(Claim claim, Claim next, Cycle period, LocalDate asOf) {
        LocalDate end = period.after(claim.started(), 1);
        if (next == null) {
            return period.silentSince(claim.started(), asOf) ? claim.ending(end) : claim;
        }
        long off = next.started().toEpochDay() - end.toEpochDay();
        return claim.ending(Math.abs(off) <= Relations.NO_GAP_DAYS ? next.started() : end);
    }
}
