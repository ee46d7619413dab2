package io.osusume.uplift;

import io.osusume.tables.Rounding;
import io.osusume.tables.UpliftSource;
import java.io.Serializable;

/** How much likelier one offer is taken than it would be without being made, with an interval. */
public record Uplift(double value, double low, double high, UpliftSource source) implements Serializable {
    /** As it is assumed. */
    static Uplift between(double value, double low, double high) {
        return new Uplift(
                Rounding.significant(value),
                Rounding.significant(low),
                Rounding.significant(high),
                UpliftSource.ASSUMED);
    }

    /** Around a value, so far to each side. */
    static Uplift around(double value, double half, UpliftSource source) {
        return new Uplift(
                Rounding.significant(value),
                Rounding.significant(value - half),
                Rounding.significant(value + half),
                source);
    }
}
