package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.offers.Guardrail.Stop;
import io.osusume.tables.OfferType;
import java.io.Serializable;
import java.util.List;

/**
 * Who has just bought one is not sold another of its kind for so many days: of its family or group of substitutes; or, where it
 * lasts, of its category. A category of one level is wide, so there it stops only what interested before the purchase; a path
 * such as {@code Clothing/Tights} names a kind.
 */
final class JustBought implements Serializable {
    private final int days;
    private final Knowledge known;

    JustBought(int days, Knowledge known) {
        this.days = days;
        this.known = known;
    }

    Stop judge(Proposal proposal, Target target) {
        if (proposal.type() != OfferType.CROSS_SELL && proposal.type() != OfferType.BUNDLE) {
            return Stop.NO;
        }
        Stop latest = Stop.NO;
        for (String id : parts(proposal)) {
            Item item = known.catalogue().item(id);
            for (Holding held : target.held()) {
                Item had = known.catalogue().item(held.productId());
                if (item != null
                        && had != null
                        && held.had()
                        && held.acquiredDay() != null
                        && alike(item, had, held, target)) {
                    int release = held.acquiredDay() + days;
                    if (release > known.asOfDay() + 1 && (!latest.stops() || release > latest.releaseDay())) {
                        latest = new Stop(true, release, had.id());
                    }
                }
            }
        }
        return latest;
    }

    static List<String> parts(Proposal proposal) {
        return proposal.subject().items() != null
                ? proposal.subject().items()
                : proposal.sells() ? List.of(proposal.subject().productId()) : List.of();
    }

    private static boolean alike(Item item, Item had, Holding held, Target target) {
        if (item.id().equals(had.id())) {
            return false;
        }
        if (item.sameFamily(had) || sameGroup(item, had)) {
            return true;
        }
        boolean sameCategory = item.category() != null && item.category().equals(had.category());
        if (!sameCategory || !held.owned()) {
            return false;
        }
        Target.Interested interest = target.interest(item.id());
        return item.sameKind(had) || (interest != null && interest.lastDay() <= held.acquiredDay());
    }

    private static boolean sameGroup(Item a, Item b) {
        String group = a.terms().substituteGroup();
        return group != null && group.equals(b.terms().substituteGroup());
    }
}
