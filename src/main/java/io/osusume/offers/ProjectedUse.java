package io.osusume.offers;

import java.io.Serializable;

/**
 * Utilisation some days from now: u + d · g, with u the utilisation now and g = ū₂₈ · (1 − 1/trend)/56 its growth a day, as the
 * mean of 28 days and that of the 84 before lie 56 days apart.
 *
 * @param days how far it is projected
 */
record ProjectedUse(int days) implements Serializable {
    private static final double DAYS_APART = 56;

    double of(Target.Use use) {
        return use.utilisation() + Math.max(0, days * growth(use));
    }

    /** Growth of utilisation a day; 0 where it cannot be told. */
    static double growth(Target.Use use) {
        return use.trend() == null || use.trend() <= 0 || use.utilisation28d() == null
                ? 0
                : use.utilisation28d() * (1 - 1 / use.trend()) / DAYS_APART;
    }
}
