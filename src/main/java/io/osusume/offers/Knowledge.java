package io.osusume.offers;

import io.osusume.catalogue.Buyer;
import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.catalogue.SaleRules;
import io.osusume.tables.Trigger;
import java.io.Serializable;

/**
 * What all proposers share tonight.
 *
 * @param sale what may be sold to whom
 * @param minInterest decayed event weights from which on a customer is interested
 * @param usualLift the lift of a rule that speaks neither for nor against
 * @param usualPBuy the mean p_buy of the best that were ranked; 0 where nothing could be learned
 * @param anyway what is bought without an offer
 */
record Knowledge(
        SaleRules sale,
        UnitEconomics gains,
        Timing timing,
        double minInterest,
        double usualLift,
        double usualPBuy,
        Anyway anyway)
        implements Serializable {
    Catalogue catalogue() {
        return sale.catalogue();
    }

    int asOfDay() {
        return timing.tomorrow() - 1;
    }

    /**
     * The probability that a target buys a product anyway within the ranker's horizon: of one that could not be scored, as it
     * was never sold, that of the least likely one that was. Null where nothing was learned of the target, and of what is under
     * contract, unless the orders tell.
     */
    static Double pBuy(Target target, Item item) {
        Target.Likely likely = target.likely(item.id());
        if (likely != null || item.recurring()) {
            return likely == null ? null : likely.pBuy();
        }
        return target.likely().stream()
                .map(Target.Likely::pBuy)
                .filter(p -> p != null)
                .min(Double::compare)
                .orElse(null);
    }

    /**
     * How much speaks for a sale: where p_buy was learned that alone, ÷ its mean over what was ranked; else what a rule or
     * interest says.
     */
    double evidence(Double pBuy, double otherwise) {
        return pBuy == null || usualPBuy <= 0 ? otherwise : pBuy / usualPBuy;
    }

    /** The same proposal, over at the latest when one of its products is sold no more. */
    Proposal whileSold(Proposal proposal) {
        return proposal.endingBy(JustBought.parts(proposal).stream()
                .map(catalogue()::item)
                .filter(i -> i != null && proposal.sells() && i.terms().sale().lastDay() != null)
                .map(i -> i.terms().sale().lastDay())
                .min(Integer::compare)
                .orElse(null));
    }

    /** What may be sold to a target, from what it has. */
    Buyer buyer(Target target) {
        return sale.forBuyer(
                target.held().stream()
                        .filter(Holding::had)
                        .map(Holding::productId)
                        .toList(),
                target.held().stream()
                        .filter(Holding::owned)
                        .map(Holding::productId)
                        .toList());
    }

    /** The moment when the target showed enough interest in a product; null when it did not. */
    Moment interested(Target target, Item item) {
        Target.Interested interest = target.interest(item.id());
        return interest != null && interest.interest() >= minInterest
                ? timing.at(Trigger.INTEREST, interest.lastDay())
                : null;
    }

    /** How many days a contract has run; 0 when its start is unknown. */
    int tenure(Holding held) {
        Integer start = held.startedDay() != null ? held.startedDay() : held.firstDay();
        return start == null ? 0 : Math.max(0, asOfDay() - start);
    }

    /** How many days after as-of the last of its contracts ends, as is on file; infinite where one goes on. */
    double endsInDays(Holding held) {
        Integer end = held.ending().endsDay();
        return end == null ? Double.POSITIVE_INFINITY : Math.max(0, end - asOfDay());
    }
}
