package io.osusume.offers;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.catalogue.SaleRules;
import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.offers.Guardrail.Case;
import io.osusume.offers.Guardrail.Stop;
import io.osusume.tables.OfferType;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a target may have what is offered: what it owns already, what does not go together, what may not be sold. */
final class Eligibility implements Serializable {
    /** The better of two candidates comes first; no two compare equal. */
    static final Comparator<Valued> BEST_FIRST = Comparator.comparing(Valued::preference)
            .reversed()
            .thenComparing(Valued::tie)
            .thenComparing(v -> v.proposal().type().wire())
            .thenComparing(v -> v.proposal().subject().key());

    private final Catalogue catalogue;
    private final double minLoyalty;

    Eligibility(Catalogue catalogue, double minLoyalty) {
        this.catalogue = catalogue;
        this.minLoyalty = minLoyalty;
    }

    /** What of it must not be offered: the company forbids it, or it costs nothing. */
    Optional<String> notOfferable(Proposal proposal) {
        return proposal.sells()
                ? parts(proposal)
                        .filter(i -> !i.costs() || !i.terms().sale().offerable())
                        .map(Item::id)
                        .findFirst()
                : Optional.empty();
    }

    private Stream<Item> parts(Proposal proposal) {
        return JustBought.parts(proposal).stream().map(catalogue::item).filter(Objects::nonNull);
    }

    /**
     * A product that is owned; a bundle of which any item is; a lower tier than one that is owned, except as a downsell. A
     * subscription to a consumable is owned only by contract.
     */
    Optional<String> owned(Proposal proposal, Case about) {
        Target target = about.target();
        String product = proposal.subject().productId();
        return switch (proposal.type()) {
            case NURTURE -> Optional.empty();
            case BUNDLE ->
                proposal.subject().items().stream().filter(target::owns).findFirst();
            case SUBSCRIBE -> {
                Holding held = target.holding(product);
                yield held != null && held.contract() ? Optional.of(product) : Optional.empty();
            }
            case DOWNSELL ->
                target.owns(product) && !product.equals(proposal.anchorId()) ? Optional.of(product) : Optional.empty();
            // Who goes on from a trial has it already.
            case UPSELL -> product.equals(proposal.anchorId()) ? Optional.empty() : ownedOrLower(product, about);
            default -> ownedOrLower(product, about);
        };
    }

    private Optional<String> ownedOrLower(String product, Case about) {
        return about.target().owns(product) || about.buyer().ownsTier(catalogue.item(product))
                ? Optional.of(product)
                : Optional.empty();
    }

    /** What may not be sold to this target, and what stands in its way. */
    Stop ineligible(Proposal proposal, Case about) {
        if (!proposal.sells()) {
            return Stop.NO;
        }
        List<String> products = JustBought.parts(proposal);
        List<Item> items = parts(proposal).toList();
        boolean disloyal =
                proposal.type() == OfferType.UPSELL && about.target().state().loyalty() < minLoyalty;
        if (proposal.gain().price() == null || items.size() < products.size() || disloyal) {
            return Stop.YES;
        }
        for (Item item : items) {
            Optional<String> obstacle = obstacle(item, proposal, about, items);
            if (obstacle.isPresent()) {
                return Stop.by(obstacle);
            }
        }
        return Stop.when(items.stream().anyMatch(i -> !inBand(i, proposal, about)));
    }

    private static Optional<String> obstacle(Item item, Proposal proposal, Case about, List<Item> items) {
        String replaced = Contradiction.isPlanChange(proposal) ? proposal.anchorId() : null;
        Set<String> with = items.stream().map(Item::id).collect(Collectors.toSet());
        return about.buyer()
                .obstacle(item, replaced, with)
                .or(() -> items.stream()
                        .filter(other -> SaleRules.isNoSet(item, other))
                        .map(Item::id)
                        .findFirst())
                .or(() -> proposal.type() == OfferType.CROSS_SELL || proposal.type() == OfferType.BUNDLE
                        ? about.buyer().otherOfFamily(item)
                        : Optional.empty());
    }

    /** A rule has seen to the price band already, by the products of its antecedent; what is had already is in any band. */
    private static boolean inBand(Item item, Proposal proposal, Case about) {
        boolean banded = proposal.type() == OfferType.BUNDLE
                || (proposal.type() == OfferType.CROSS_SELL && proposal.rule() == null);
        return !banded || about.target().had(item.id()) || about.buyer().isInBand(item);
    }
}
