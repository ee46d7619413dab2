package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.offers.Proposal.Gain;
import io.osusume.offers.Proposal.Reason;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Candidates to nurture: content for those who are not ready, and help for those at risk; never a price. The track is that of
 * the product of most interest, else of the one acquired last.
 */
final class Nurture implements Proposer {
    private final Knowledge known;

    Nurture(Knowledge known) {
        this.known = known;
    }

    @Override
    public List<Proposal> propose(Target target) {
        boolean atRisk = target.segment() == Segment.AT_RISK;
        boolean unready = target.segment() == Segment.NURTURE;
        if (target.isAccount() || (!atRisk && !unready)) {
            return List.of();
        }
        return topic(target, atRisk)
                .map(item -> List.of(new Proposal(
                        OfferType.NURTURE,
                        new Subject(null, null, null, item.label().contentTrack()),
                        item.id(),
                        known.timing().now(Trigger.NONE),
                        1,
                        reason(target, item, atRisk),
                        null,
                        Gain.NOTHING)))
                .orElse(List.of());
    }

    private static Reason reason(Target target, Item item, boolean atRisk) {
        Holding held = target.holding(item.id());
        Map<String, Object> figures =
                atRisk ? Reasons.leaving(held, Downsell.trend(target, item.id())) : new TreeMap<>();
        figures.put("anchor", item.id());
        figures.put("track", item.label().contentTrack());
        figures.put("has", held != null && held.had() ? "yes" : "no");
        return new Reason(atRisk ? "help_first" : "learn_more", figures);
    }

    /** Of a customer at risk first what is to be cancelled, then what is used ever less. */
    private Optional<Item> topic(Target target, boolean atRisk) {
        Comparator<Holding> endangered = Comparator.comparing((Holding h) -> h.cancelDay() == null)
                .thenComparing(h -> Downsell.trend(target, h.productId()).orElse(1));
        Comparator<Holding> latest = Comparator.comparing(
                        (Holding h) -> h.acquiredDay() == null ? Integer.MIN_VALUE : h.acquiredDay())
                .reversed()
                .thenComparing(Holding::productId);
        Stream<String> had = target.held().stream()
                .filter(h -> h.had() && (!atRisk || h.contract()))
                .sorted(atRisk ? endangered.thenComparing(latest) : latest)
                .map(Holding::productId);
        Stream<String> liked = target.interests().stream()
                .sorted(Comparator.comparing(Target.Interested::interest)
                        .reversed()
                        .thenComparing(Target.Interested::productId))
                .map(Target.Interested::productId);
        return (atRisk ? had : Stream.concat(liked, had))
                .map(known.catalogue()::item)
                .filter(i -> i != null && i.label().contentTrack() != null)
                .findFirst();
    }
}
