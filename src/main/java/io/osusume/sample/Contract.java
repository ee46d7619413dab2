package io.osusume.sample;

import java.time.LocalDateTime;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One contract of one customer for one plan; a change of plan ends it and starts the next at the same moment.
 *
 * @param ended null while it runs
 * @param cancelRequested null unless the customer asked to leave
 * @param level usage while all is well: a share of the included units for seats and gigabytes, an amount a week otherwise
 * @param collapsed whether the last 28 days of use fall to a fifth
 */
record Contract(
        String customerId,
        Product product,
        LocalDateTime started,
        LocalDateTime ended,
        LocalDateTime cancelRequested,
        double level,
        boolean collapsed) {

    static final double NEAR_LIMIT = .9;

    /** Card spend a week, in yen, above which the planted heavy spenders are. */
    static final double HEAVY_SPEND = 60_000;

    String id() {
        return customerId + "-" + product.id();
    }

    boolean active() {
        return ended == null;
    }

    boolean nearLimit() {
        return active() && !collapsed && product.levelMetric() && level >= NEAR_LIMIT;
    }

    boolean heavySpend() {
        return product.metric().equals("spend") && level > HEAVY_SPEND;
    }

    Contract endedAt(LocalDateTime end) {
        return new Contract(customerId, product, started, end, cancelRequested, level, collapsed);
    }

    /** The contract that follows a change of plan; the same use fills the new plan's units to another share. */
    Contract changedTo(Product other, LocalDateTime at) {
        double share = product.levelMetric() && other.levelMetric()
                ? level * product.includedUnits() / other.includedUnits()
                : level;
        return new Contract(customerId, other, at, null, null, Math.min(share, 1), false);
    }

    /** Contracts run for a year and renew on their anniversary; one is for one plan, at the price of the whole plan. */
    Row row(Period period) {
        return RowFactory.create(
                id(),
                customerId,
                product.id(),
                started.toLocalDate().toString(),
                active() ? renewal(period).toLocalDate().toString() : null,
                ended == null ? null : ended.toLocalDate().toString(),
                cancelRequested == null ? null : cancelRequested.toLocalDate().toString(),
                "1",
                Money.text(product.recurring() ? product.price() : product.price() * .9));
    }

    private LocalDateTime renewal(Period period) {
        LocalDateTime next = started.plusYears(1);
        while (period.covers(next)) {
            next = next.plusYears(1);
        }
        return next;
    }
}
