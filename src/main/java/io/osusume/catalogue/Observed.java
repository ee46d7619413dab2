package io.osusume.catalogue;

import java.io.Serializable;
import java.util.Map;

/**
 * What the customers of a product do.
 *
 * @param heavyUse 28-day use from which on a customer is a heavy user, by metric
 * @param stay how contracts of it stay on; null when it is sold once
 * @param perYear period from payment to payment other than its own → what those pay a year who pay so
 */
public record Observed(Map<String, Double> heavyUse, RetentionCurve stay, Map<String, Double> perYear)
        implements Serializable {
    static final Observed NOTHING = new Observed(Map.of(), null);

    /** Nobody pays it in another period than its own. */
    public Observed(Map<String, Double> heavyUse, RetentionCurve stay) {
        this(heavyUse, stay, Map.of());
    }
}
