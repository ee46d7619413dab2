package io.osusume.offers;

import io.osusume.tables.OfferType;

/**
 * One candidate of one target, with its evidence.
 *
 * @param anchorId the product that it builds on, or replaces; null when there is none
 * @param evidence how many times the usual it speaks for the offer; 1: as usual
 * @param rule null where no rule speaks for it
 */
record Proposal(
        OfferType type,
        Hint.Subject subject,
        String anchorId,
        Moment moment,
        double evidence,
        Hint.Reason reason,
        Hint.Rule rule,
        Hint.Gain gain) {

    boolean sells() {
        return type != OfferType.NURTURE;
    }

    /** Whether the offer is about this product, alone or in a bundle. */
    boolean offers(String productId) {
        return productId.equals(subject.productId())
                || (subject.items() != null && subject.items().contains(productId));
    }
}
