package io.osusume.offers;

import io.osusume.acceptance.AcceptanceModel;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A night's offers to 2,000 made-up targets, valued by what was learned: the best two candidates of each of five. */
final class MadeUpNight {
    static final List<Kind> OFFERS = List.of(
            new Kind(OfferType.CROSS_SELL, Trigger.POST_PURCHASE),
            new Kind(OfferType.CROSS_SELL, Trigger.RENEWAL),
            new Kind(OfferType.CROSS_SELL, Trigger.INTEREST),
            new Kind(OfferType.CROSS_SELL, Trigger.NONE),
            new Kind(OfferType.UPSELL, Trigger.USAGE_LIMIT),
            new Kind(OfferType.UPSELL, Trigger.HEAVY_SPEND),
            new Kind(OfferType.UPSELL, Trigger.INTEREST),
            new Kind(OfferType.BUNDLE, Trigger.POST_PURCHASE),
            new Kind(OfferType.BUNDLE, Trigger.NONE),
            new Kind(OfferType.SUBSCRIBE, Trigger.REPLENISHMENT),
            new Kind(OfferType.SUBSCRIBE, Trigger.NONE));
    static final List<Segment> SEGMENTS = List.of(Segment.READY, Segment.DEVELOP, Segment.WATCH);

    private MadeUpNight() {}

    /** Of which kind an offer is, and when it is made. */
    record Kind(OfferType type, Trigger trigger) {}

    static List<ExpectedValue.Valued> offers(AcceptanceModel learned, Random random) {
        Knowledge known = Shelf.known(Shelf.catalogue(), Shelf.config());
        ExpectedValue worth =
                new ExpectedValue(learned, Shelf.unmeasured(Shelf.config()), known, new ExpectedValue.Costs(30, 20, 0));
        List<ExpectedValue.Valued> offers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Segment segment = SEGMENTS.get(random.nextInt(SEGMENTS.size()));
            List<ExpectedValue.Valued> candidates = new ArrayList<>();
            for (int j = 0; j < 5; j++) {
                candidates.add(worth.value(proposal(segment, j, random), Addressed.of(segment)));
            }
            candidates.sort(Eligibility.BEST_FIRST);
            offers.addAll(candidates.subList(0, 2));
        }
        return offers;
    }

    /** Evidence that tells nothing, about the usual: what truly holds must come from outcomes. */
    private static Proposal proposal(Segment segment, int number, Random random) {
        Kind kind = OFFERS.get(random.nextInt(OFFERS.size()));
        return new Proposal(
                kind.type(),
                Proposal.Subject.product("p" + number),
                null,
                new Moment(kind.trigger(), 0, 0, 1),
                Math.exp(.5 * random.nextGaussian()),
                new Proposal.Reason("also_bought", Map.of("segment", segment)),
                null,
                new Proposal.Gain(null, 500 + 5_000 * random.nextDouble(), 0));
    }

    static Segment segment(ExpectedValue.Valued valued) {
        return (Segment) valued.proposal().reason().figures().get("segment");
    }
}
