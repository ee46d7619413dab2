package io.osusume.offers;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.catalogue.SaleRules;
import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.offers.Guardrail.Case;
import io.osusume.tables.OfferType;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/** Whether a target may have what is offered: what it owns already, what does not go together, what may not be sold. */
final class Eligibility implements Serializable {
    /** The better of two candidates comes first; no two compare equal. */
    static final Comparator<Valued> BEST_FIRST = Comparator.comparing(Valued::preference)
            .reversed()
            .thenComparing(v -> v.proposal().type().wire())
            .thenComparing(v -> v.proposal().subject().key());

    private final Catalogue catalogue;
    private final double minLoyalty;

    Eligibility(Catalogue catalogue, double minLoyalty) {
        this.catalogue = catalogue;
        this.minLoyalty = minLoyalty;
    }

    /**
     * A product that is owned; a bundle of which any item is; a lower tier than one that is owned, except as a downsell. A
     * subscription to a consumable is owned only by contract.
     */
    boolean owned(Proposal proposal, Case about) {
        Target target = about.target();
        return switch (proposal.type()) {
            case NURTURE -> false;
            case BUNDLE -> proposal.subject().items().stream().anyMatch(target::owns);
            case SUBSCRIBE -> {
                Holding held = target.holding(proposal.subject().productId());
                yield held != null && held.contract();
            }
            case DOWNSELL -> target.owns(proposal.subject().productId());
            default ->
                target.owns(proposal.subject().productId())
                        || about.buyer()
                                .ownsTier(catalogue.item(proposal.subject().productId()));
        };
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
        return x.id().equals(y.id())
                || SaleRules.clash(x, y)
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
    boolean ineligible(Proposal proposal, Case about) {
        if (!proposal.sells()) {
            return false;
        }
        List<String> products = proposal.subject().items() != null
                ? proposal.subject().items()
                : List.of(proposal.subject().productId());
        return proposal.gain().price() == null
                || products.stream().map(catalogue::item).anyMatch(i -> i == null || !fits(i, proposal, about))
                || (proposal.type() == OfferType.UPSELL
                        && about.target().state().loyalty() < minLoyalty);
    }

    /** A rule has seen to the price band already, by the products of its antecedent; an account's is not known. */
    private static boolean fits(Item item, Proposal proposal, Case about) {
        boolean banded = proposal.type() == OfferType.CROSS_SELL
                && proposal.rule() == null
                && !about.target().isAccount();
        return about.buyer().fits(item, proposal.anchorId())
                && (!banded || about.buyer().isInBand(item));
    }
}
