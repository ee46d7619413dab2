package io.osusume.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * One product, as far as offers need it.
 *
 * @param family null: of no family
 * @param tier null: on no ladder
 * @param price of one unit, or of one billing period; null when nobody knows
 * @param margin of one unit, or of one billing period; 0 when the price is unknown
 * @param periodsPerYear 12 when billed by month, 1 by year, 0 when sold once
 * @param onSale launched and not discontinued on the as-of date
 * @param requires products of which one must be owned first; empty: none
 * @param excludes products that it cannot be owned together with
 * @param higher the product on sale of the nearest higher tier of the family; null at the top
 * @param lower the same downwards
 * @param heavyUse 28-day use from which on a customer is a heavy user, by metric
 * @param stay how contracts of it stay on; null when it is sold once
 */
public record Item(
        String id,
        String name,
        String category,
        String family,
        Integer tier,
        BigDecimal price,
        double margin,
        int periodsPerYear,
        boolean consumable,
        boolean onSale,
        Set<String> requires,
        Set<String> excludes,
        String substituteGroup,
        String contentTrack,
        String higher,
        String lower,
        Map<String, Double> heavyUse,
        RetentionCurve stay)
        implements Serializable {

    public boolean recurring() {
        return periodsPerYear > 0;
    }

    /** The price of a year of a contract, or of one piece, so that both kinds of contracts compare. */
    public double comparablePrice() {
        return price == null ? Double.NaN : price.doubleValue() * Math.max(1, periodsPerYear);
    }

    /** Offers of one family do not stand side by side; a product without family is one of its own. */
    public String familyOrSelf() {
        return family == null ? id : family;
    }

    public boolean sameFamily(Item other) {
        return family != null && family.equals(other.family);
    }

    public boolean substitutes(Item other) {
        return substituteGroup != null && substituteGroup.equals(other.substituteGroup);
    }
}
