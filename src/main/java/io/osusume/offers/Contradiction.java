package io.osusume.offers;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.catalogue.SaleRules;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.io.Serializable;

/**
 * Whether two offers cannot stand side by side: up and down one family, two substitutes, one product twice, or two that last of
 * one kind for which the ranking alone speaks: it offers only what nothing is had of, and with the first something would be.
 */
record Contradiction(Catalogue catalogue) implements Serializable {

    boolean between(Proposal a, Proposal b) {
        if (!a.sells() || !b.sells()) {
            return false;
        }
        if (a.subject().productId() == null || b.subject().productId() == null) {
            return bundles(a, b) || bundles(b, a);
        }
        Item x = catalogue.item(a.subject().productId());
        Item y = catalogue.item(b.subject().productId());
        return x.id().equals(y.id())
                || SaleRules.clash(x, y)
                || (x.sameKind(y) && isOneOfMany(a, x) && isOneOfMany(b, y))
                || (x.sameFamily(y) && isPlanChange(a) && isPlanChange(b) && a.type() != b.type());
    }

    /** Whether neither a rule nor interest names just this one. */
    private static boolean isOneOfMany(Proposal proposal, Item item) {
        return proposal.type() == OfferType.CROSS_SELL
                && proposal.rule() == null
                && proposal.moment().trigger() == Trigger.NONE
                && !item.terms().consumable();
    }

    /** Whether a bundle holds the product that is to be sold beside it; to subscribe to a part is no contradiction. */
    private static boolean bundles(Proposal bundle, Proposal other) {
        return bundle.subject().productId() == null
                && other.subject().productId() != null
                && other.type() != OfferType.SUBSCRIBE
                && bundle.offers(other.subject().productId());
    }

    static boolean isPlanChange(Proposal proposal) {
        return proposal.type() == OfferType.UPSELL || proposal.type() == OfferType.DOWNSELL;
    }
}
