package io.osusume.offers;

import io.osusume.tables.BasketKind;
import io.osusume.tables.OfferType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One candidate of one target, with its evidence.
 *
 * @param anchorId the product that it builds on, or replaces; null when there is none
 * @param evidence how many times the usual it speaks for the offer; 1: as usual
 * @param rule null where no rule speaks for it
 * @param pBuy the probability that it is bought anyway within the ranker's horizon; null where that was not learned
 */
record Proposal(
        OfferType type,
        Subject subject,
        String anchorId,
        Moment moment,
        double evidence,
        Reason reason,
        Rule rule,
        Gain gain,
        Double pBuy) {

    /** One of which nothing was learned. */
    Proposal(
            OfferType type,
            Subject subject,
            String anchorId,
            Moment moment,
            double evidence,
            Reason reason,
            Rule rule,
            Gain gain) {
        this(type, subject, anchorId, moment, evidence, reason, rule, gain, null);
    }

    /**
     * An association rule that speaks for a product.
     *
     * @param antecedent all of it must be had
     * @param kind what its figures are of: orders, or customers
     * @param count baskets with all of it
     * @param support share of all baskets with all of it
     */
    record Rule(
            String id,
            List<String> antecedent,
            String consequent,
            double confidence,
            double lift,
            double q,
            BasketKind kind,
            long count,
            double support)
            implements Serializable {}

    /**
     * What is offered.
     *
     * @param productId null for a bundle and for content
     * @param items of a bundle, else null
     * @param track of content, else null
     */
    record Subject(String productId, String bundleId, List<String> items, String track) {
        static Subject product(String id) {
            return new Subject(id, null, null, null);
        }

        /** What names it among the offers of its type; content needs no name, as there is one at most. */
        String key() {
            return productId != null ? productId : bundleId != null ? bundleId : "";
        }
    }

    /** Why it is offered: the code of a sentence and the figures that it shows, as they are to be written. */
    record Reason(String code, Map<String, Object> figures) {}

    /**
     * What a sale brings.
     *
     * @param price of one unit or billing period, null when unknown
     * @param margin one-off contribution of the sale; 0 for a change of plan and for what is billed by period
     * @param deltaLtv recurring value after − before, over the horizon
     * @param off by which share less is asked for what the target does not have than its price, 0 to 1
     */
    record Gain(BigDecimal price, double margin, double deltaLtv, double off) {
        static final Gain NOTHING = new Gain(null, 0, 0);

        /** At its price. */
        Gain(BigDecimal price, double margin, double deltaLtv) {
            this(price, margin, deltaLtv, 0);
        }
    }

    /** The same, not beyond a day; null: no limit. */
    Proposal endingBy(Integer day) {
        return new Proposal(type, subject, anchorId, moment.endingBy(day), evidence, reason, rule, gain, pBuy);
    }

    boolean sells() {
        return type != OfferType.NURTURE;
    }

    /** Whether the offer is about this product, alone or in a bundle. */
    boolean offers(String productId) {
        return productId.equals(subject.productId())
                || (subject.items() != null && subject.items().contains(productId));
    }
}
