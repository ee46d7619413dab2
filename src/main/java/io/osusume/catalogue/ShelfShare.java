package io.osusume.catalogue;

import io.osusume.tables.OfferType;
import java.util.List;

/** What a bound of the share that one thing has of its type's offers means ({@code offers.max_share_per_product}). */
public final class ShelfShare {
    /** The types that it bounds. */
    public static final List<OfferType> BOUND = List.of(OfferType.CROSS_SELL, OfferType.BUNDLE);

    private ShelfShare() {}

    /**
     * How many offers of one thing there may be: nothing is held below twice its even share.
     *
     * @param offers of the type
     * @param offerable how many things might be offered
     */
    public static long most(long offers, double share, long offerable) {
        return (long) Math.max(1, Math.floor(offers * Math.max(share, 2.0 / Math.max(1, offerable))));
    }
}
