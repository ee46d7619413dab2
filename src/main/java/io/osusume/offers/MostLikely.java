package io.osusume.offers;

import io.osusume.catalogue.Buyer;
import io.osusume.catalogue.Item;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferType;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * What the ranking alone finds worth offering to a customer: of what it learned the likeliest, and of those what the customer
 * has something of that is bound to it, or what enough new buyers buy. Where nothing could be learned only the latter, the
 * more of them the stronger.
 */
final class MostLikely implements Serializable {
    /** From which cosine on a product of the customer's is named as the reason. */
    private static final double LEAST_COSINE = 0.1;

    /** From how many times the mean of what is ranked on a product is likely enough to be offered for that alone. */
    private static final double LEAST_USUAL = 0.25;

    /** New buyers in 28 days from which on they speak for a product. */
    private static final int FEWEST_BUYERS = 5;
    /** New buyers with which they speak half as strongly as any number can. */
    private static final double HALF_BUYERS = 20;

    private final int limit;
    private final Knowledge known;

    /** @param limit the most products of a customer */
    MostLikely(int limit, Knowledge known) {
        this.limit = limit;
        this.known = known;
    }

    /** The likeliest that complement what the customer has, save products that something else speaks for. */
    List<Proposal> beyond(Set<String> named, Target target, Buyer buyer) {
        return target.likely().stream()
                .filter(likely -> !named.contains(likely.productId())
                        && (near(target, likely) || likely.newBuyers28d() >= FEWEST_BUYERS)
                        && complements(buyer, likely))
                .limit(limit)
                .map(likely -> proposal(target, likely))
                .toList();
    }

    /** Whether the customer has something that is bound to it, as far as was learned. */
    private boolean near(Target target, Target.Likely likely) {
        return likely.pBuy() != null
                && likely.nearest() >= LEAST_COSINE
                && likely.nearestId() != null
                && target.had(likely.nearestId())
                && speaks(known.catalogue().item(likely.nearestId()));
    }

    private static boolean speaks(Item nearest) {
        return nearest == null || nearest.speaks();
    }

    /** Likely enough, on sale, new, and of a category that the target has nothing lasting of; an unknown category counts as another. */
    private boolean complements(Buyer buyer, Target.Likely likely) {
        Item item = known.catalogue().item(likely.productId());
        return item != null
                && (likely.pBuy() == null || known.evidence(likely.pBuy(), 1) >= LEAST_USUAL)
                && buyer.isNew(item)
                && buyer.isOfNewCategory(item);
    }

    /** Not timed by what the customer bought last, as what goes with it is: only by interest in the product itself. */
    private Proposal proposal(Target target, Target.Likely likely) {
        Item item = known.catalogue().item(likely.productId());
        String anchor = near(target, likely) ? likely.nearestId() : null;
        return new Proposal(
                OfferType.CROSS_SELL,
                Subject.product(item.id()),
                anchor,
                known.timing().best(known.interested(target, item)),
                known.evidence(likely.pBuy(), likely.newBuyers28d() / (likely.newBuyers28d() + HALF_BUYERS)),
                Reasons.likely(likely, anchor),
                null,
                known.gains().sale(item),
                likely.pBuy());
    }
}
