package io.osusume.offers;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.tables.Trigger;
import java.io.Serializable;
import java.util.List;

/**
 * What all proposers share tonight.
 *
 * @param minInterest decayed event weights from which on a customer is interested
 * @param usualLift the lift of a rule that speaks neither for nor against
 * @param usualPBuy the mean p_buy of all that was ranked; 0 where nothing could be learned
 */
record Knowledge(
        Catalogue catalogue, UnitEconomics gains, Timing timing, double minInterest, double usualLift, double usualPBuy)
        implements Serializable {
    int asOfDay() {
        return timing.tomorrow() - 1;
    }

    /**
     * How many times the usual a customer is likely to buy a product: p_buy ÷ its mean over all that was ranked. For a product
     * that the ranking did not keep, at most as many times as for the last one that it kept; 1 where nothing was learned.
     */
    double timesUsual(Target target, String productId) {
        List<Target.Likely> kept = target.likely();
        if (usualPBuy <= 0 || kept.isEmpty() || kept.get(0).pBuy() == null) {
            return 1;
        }
        Target.Likely likely = target.likely(productId);
        return likely != null
                ? likely.pBuy() / usualPBuy
                : Math.min(1, kept.get(kept.size() - 1).pBuy() / usualPBuy);
    }

    /** On sale, and neither had nor of a family of which something is had. */
    boolean isNew(Target target, Item item) {
        return item.onSale()
                && !target.had(item.id())
                && target.held().stream().noneMatch(h -> {
                    Item has = catalogue.item(h.productId());
                    return h.had() && has != null && has.sameFamily(item);
                });
    }

    /** The moment when the target showed enough interest in a product; null when it did not. */
    Moment interested(Target target, Item item) {
        Target.Interested interest = target.interest(item.id());
        return interest != null && interest.interest() >= minInterest
                ? timing.at(Trigger.INTEREST, interest.lastDay())
                : null;
    }

    /** How many days a contract has run; 0 when its start is unknown. */
    int tenure(Held held) {
        Integer start = held.startedDay() != null ? held.startedDay() : held.firstDay();
        return start == null ? 0 : Math.max(0, asOfDay() - start);
    }
}
