package io.osusume.successes;

import io.osusume.tables.SuccessCases;
import java.util.ArrayList;
import java.util.List;

/** What a past offer has in common with others; {@link SuccessCases#ALL} where a pattern does not ask. */
record Pattern(String type, String product, String trigger, String segment, String owned, String useBand) {
    private static final String ALL = SuccessCases.ALL;

    /** The columns that name a pattern, in the order of its parts. */
    static final String[] KEY = SuccessCases.TABLE.key().toArray(String[]::new);

    /** The patterns that an offer belongs to, from the widest on; a part that is null is not known, and no pattern asks for it. */
    static List<Pattern> of(Pattern offer) {
        Pattern product = new Pattern(offer.type, offer.product, ALL, ALL, ALL, ALL);
        List<Pattern> all = new ArrayList<>(List.of(new Pattern(offer.type, ALL, ALL, ALL, ALL, ALL), product));
        if (offer.trigger != null) {
            all.add(new Pattern(offer.type, ALL, offer.trigger, ALL, ALL, ALL));
            all.add(new Pattern(offer.type, offer.product, offer.trigger, ALL, ALL, ALL));
        }
        if (offer.segment != null) {
            all.add(new Pattern(offer.type, ALL, ALL, offer.segment, ALL, ALL));
            all.add(new Pattern(offer.type, offer.product, ALL, offer.segment, ALL, ALL));
        }
        if (offer.owned != null) {
            all.add(new Pattern(offer.type, offer.product, ALL, ALL, offer.owned, ALL));
        }
        if (offer.owned != null && offer.useBand != null) {
            all.add(new Pattern(offer.type, offer.product, ALL, ALL, offer.owned, offer.useBand));
        }
        return all;
    }

    Object[] parts() {
        return new Object[] {type, product, trigger, segment, owned, useBand};
    }
}
