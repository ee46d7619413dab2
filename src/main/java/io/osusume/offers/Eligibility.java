package io.osusume.offers;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.tables.OfferType;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/** Whether a target may have what is offered: what it owns already, what does not go together, what may not be sold. */
final class Eligibility implements Serializable {
    /** The better of two candidates comes first; no two compare equal. */
    static final Comparator<Valued> BEST_FIRST = Comparator.comparing(Valued::rankScore)
            .reversed()
            .thenComparing(v -> v.proposal().type().wire())
            .thenComparing(v -> v.proposal().subject().key());

    private final Catalogue catalogue;
    private final double priceBand;
    private final double minLoyalty;

    Eligibility(Catalogue catalogue, double priceBand, double minLoyalty) {
        this.catalogue = catalogue;
        this.priceBand = priceBand;
        this.minLoyalty = minLoyalty;
    }

    /**
     * A product that is owned; a bundle of which any item is; a lower tier than one that is owned, except as a downsell. A
     * subscription to a consumable is owned only by contract.
     */
    boolean owned(Proposal proposal, Target target) {
        return switch (proposal.type()) {
            case NURTURE -> false;
            case BUNDLE -> proposal.subject().items().stream().anyMatch(target::owns);
            case SUBSCRIBE -> {
                Held held = target.holding(proposal.subject().productId());
                yield held != null && held.contract();
            }
            case DOWNSELL -> target.owns(proposal.subject().productId());
            case CROSS_SELL, UPSELL -> target.owns(proposal.subject().productId()) || ownsHigher(proposal, target);
        };
    }

    private boolean ownsHigher(Proposal proposal, Target target) {
        Item item = catalogue.item(proposal.subject().productId());
        return item != null
                && item.tier() != null
                && target.held().stream().filter(Held::owned).anyMatch(h -> {
                    Item has = catalogue.item(h.productId());
                    return has != null && has.sameFamily(item) && has.tier() != null && has.tier() >= item.tier();
                });
    }

    /** Whether a better candidate of the same target says the opposite: up and down one family, two substitutes, one product twice. */
    boolean contradicted(Valued candidate, List<Valued> all) {
        return candidate.proposal().sells()
                && all.stream()
                        .anyMatch(other -> other.proposal().sells()
                                && BEST_FIRST.compare(other, candidate) < 0
                                && contradict(other.proposal(), candidate.proposal()));
    }

    private boolean contradict(Proposal a, Proposal b) {
        if (a.subject().productId() == null || b.subject().productId() == null) {
            return bundles(a, b) || bundles(b, a);
        }
        Item x = catalogue.item(a.subject().productId());
        Item y = catalogue.item(b.subject().productId());
        return a.subject().productId().equals(b.subject().productId())
                || x.substitutes(y)
                || x.excludes().contains(y.id())
                || y.excludes().contains(x.id())
                || (x.sameFamily(y) && isPlanChange(a) && isPlanChange(b) && a.type() != b.type());
    }

    /** Whether a bundle holds the product that is to be sold beside it; to subscribe to a part is no contradiction. */
    private static boolean bundles(Proposal bundle, Proposal other) {
        return bundle.subject().productId() == null
                && other.subject().productId() != null
                && other.type() != OfferType.SUBSCRIBE
                && bundle.offers(other.subject().productId());
    }

    private static boolean isPlanChange(Proposal proposal) {
        return proposal.type() == OfferType.UPSELL || proposal.type() == OfferType.DOWNSELL;
    }

    /** What may not be sold to this target. */
    boolean ineligible(Proposal proposal, Target target) {
        if (!proposal.sells()) {
            return false;
        }
        if (proposal.gain().price() == null) {
            return true;
        }
        List<String> products = proposal.subject().items() != null
                ? proposal.subject().items()
                : List.of(proposal.subject().productId());
        return products.stream().anyMatch(p -> unfit(catalogue.item(p), proposal, target))
                || (proposal.type() == OfferType.UPSELL && target.loyalty() < minLoyalty)
                || (proposal.type() == OfferType.CROSS_SELL && tooDear(proposal, target));
    }

    private boolean unfit(Item item, Proposal proposal, Target target) {
        boolean has = item != null
                && (item.requires().isEmpty() || item.requires().stream().anyMatch(target::owns));
        return !has
                || !item.onSale()
                || target.held().stream()
                        .filter(h -> h.owned() && !h.productId().equals(proposal.anchorId()))
                        .anyMatch(h -> excludes(catalogue.item(h.productId()), item));
    }

    /** Whether what is owned and what is offered cannot stand together. */
    private static boolean excludes(Item owned, Item item) {
        return owned != null
                && !owned.id().equals(item.id())
                && (owned.substitutes(item)
                        || owned.excludes().contains(item.id())
                        || item.excludes().contains(owned.id()));
    }

    /** A cross-sell costs no more than so many times the dearest product that the target has. */
    private boolean tooDear(Proposal proposal, Target target) {
        if (proposal.rule() != null || target.isAccount()) {
            return false; // by the products of the rule's antecedent already
        }
        double dearest = target.held().stream()
                .filter(Held::had)
                .map(h -> catalogue.item(h.productId()))
                .filter(i -> i != null && i.price() != null)
                .mapToDouble(Item::comparablePrice)
                .max()
                .orElse(0);
        return !RuleHints.inBand(dearest, catalogue.item(proposal.subject().productId()), priceBand);
    }
}
