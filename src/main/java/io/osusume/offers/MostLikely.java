package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.catalogue.SaleRules;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferType;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** What the ranking alone finds worth offering to a customer. */
final class MostLikely implements Serializable {
    /** From which cosine on a product of the customer's is named as the reason. */
    private static final double LEAST_COSINE = 0.1;

    private final int limit;
    private final Knowledge known;

    /** @param limit the most products of a customer */
    MostLikely(int limit, Knowledge known) {
        this.limit = limit;
        this.known = known;
    }

    /** The likeliest that complement what the customer has, save products that something else speaks for. */
    List<Proposal> beyond(Set<String> named, Target target, SaleRules.Buyer buyer) {
        return target.likely().stream()
                .filter(likely -> !named.contains(likely.productId()) && complements(target, buyer, likely))
                .limit(limit)
                .map(likely -> proposal(target, likely))
                .toList();
    }

    /**
     * Likelier than usual, on sale, new, and of a category that the target has nothing of; an unknown category counts as
     * another.
     */
    private boolean complements(Target target, SaleRules.Buyer buyer, Target.Likely likely) {
        Item item = known.catalogue().item(likely.productId());
        return item != null
                && known.evidence(likely.pBuy(), 1) >= 1
                && buyer.isNew(item)
                && target.held().stream()
                        .filter(Holding::had)
                        .map(h -> known.catalogue().item(h.productId()))
                        .noneMatch(has -> has != null
                                && has.category() != null
                                && has.category().equals(item.category()));
    }

    /** Not timed by what the customer bought last, as what goes with it is: only by interest in the product itself. */
    private Proposal proposal(Target target, Target.Likely likely) {
        Item item = known.catalogue().item(likely.productId());
        boolean near = likely.nearest() >= LEAST_COSINE && likely.nearestId() != null;
        Holding anchor = near && target.had(likely.nearestId()) ? target.holding(likely.nearestId()) : null;
        return new Proposal(
                OfferType.CROSS_SELL,
                Subject.product(item.id()),
                anchor == null ? null : anchor.productId(),
                known.timing().best(known.interested(target, item)),
                known.evidence(likely.pBuy(), 1),
                Reasons.likely(likely, anchor == null ? null : anchor.productId()),
                null,
                known.gains().sale(item),
                likely.pBuy());
    }
}
