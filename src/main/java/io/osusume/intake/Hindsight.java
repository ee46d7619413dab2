package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.SubscriptionsConfig.FutureDates;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * What a run may not know yet: rows, and values of rows, that became known after its last day. A plan (the start or end of a
 * contract) is known from the day on which it was entered, not from the day that it names; where nobody tells when it was
 * entered, {@code subscriptions.future_dates} decides.
 */
final class Hindsight {
    private final Input input;
    private final DayBounds bounds;

    Hindsight(Input input, DayBounds bounds) {
        this.input = input;
        this.bounds = bounds;
    }

    /** Whether a row of typed values became a fact after the last day; never null. */
    Column later() {
        Column ahead = input.timeColumn()
                .map(t -> col(t).geq(bounds.end()).and(col(t).lt(bounds.latest())))
                .orElse(lit(false));
        Column later = input.plannedFrom()
                .map(entered -> when(col(entered).isNotNull(), col(entered).geq(bounds.end()))
                        .otherwise(plansAreKnown() ? lit(false) : ahead))
                .orElse(ahead);
        return coalesce(later, lit(false));
    }

    /** The value, where it is known. */
    Column known(Field field) {
        String name = field.name();
        return field.knownFrom()
                .map(time -> when(isPlan(field) ? entered(name, time) : known(time), col(name))
                        .as(name))
                .orElse(col(name));
    }

    /** A day that may lie ahead, with a column that tells when it was entered. */
    private static boolean isPlan(Field field) {
        return field.type().equals(DataTypes.TimestampType)
                && !field.knownFrom().orElseThrow().equals(field.name());
    }

    private Column known(String time) {
        return coalesce(col(time).lt(bounds.end()), lit(true));
    }

    private Column entered(String name, String time) {
        Column untold = plansAreKnown() ? lit(true) : col(name).lt(bounds.end());
        return coalesce(col(time).lt(bounds.end()), untold);
    }

    private boolean plansAreKnown() {
        return bounds.futureDates() == FutureDates.KNOWN;
    }
}
