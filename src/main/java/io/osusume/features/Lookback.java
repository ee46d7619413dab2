package io.osusume.features;

import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import java.time.LocalDate;
import org.apache.spark.sql.Column;

/**
 * Looks back from the end of the as-of day. Days are calendar days in the session's zone: the as-of day has age 0, and
 * "within 28 days" means ages 0 to 27.
 */
public record Lookback(LocalDate asOf) {

    /** Not after the as-of day; null where the time is. */
    public Column known(Column at) {
        return at.lt(startOf(asOf.plusDays(1)));
    }

    /** In the last {@code days} days; false where the time is null. */
    public Column within(Column at, int days) {
        return between(at, 0, days);
    }

    /** Of an age in days from {@code youngest} (included) to {@code oldest} (excluded); false where the time is null. */
    public Column between(Column at, int youngest, int oldest) {
        return at.isNotNull()
                .and(at.geq(startOf(asOf.plusDays(1L - oldest))))
                .and(at.lt(startOf(asOf.plusDays(1L - youngest))));
    }

    /** Age in days. */
    public Column age(Column at) {
        return datediff(lit(asOf), to_date(at));
    }

    private static Column startOf(LocalDate day) {
        return lit(day).cast("timestamp");
    }
}
