package io.osusume.offers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A night's offers to 2,000 made-up targets, valued by what was learned: the best two candidates of each of five. */
final class MadeUpNight {
    static final List<String> OFFERS = List.of(
            "cross_sell/post_purchase",
            "cross_sell/renewal",
            "cross_sell/interest",
            "cross_sell/none",
            "upsell/usage_limit",
            "upsell/heavy_spend",
            "upsell/interest",
            "bundle/post_purchase",
            "bundle/none",
            "subscribe/replenishment",
            "subscribe/none");
    static final List<String> SEGMENTS = List.of("ready", "develop", "watch");

    private MadeUpNight() {}

    static List<ExpectedValue.Valued> offers(Acceptance learned, Random random) {
        ExpectedValue worth = new ExpectedValue(learned, 30, 20);
        List<ExpectedValue.Valued> offers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String segment = SEGMENTS.get(random.nextInt(SEGMENTS.size()));
            List<ExpectedValue.Valued> candidates = new ArrayList<>();
            for (int j = 0; j < 5; j++) {
                candidates.add(worth.value(proposal(segment, j, random), segment));
            }
            candidates.sort(Eligibility.BEST_FIRST);
            offers.addAll(candidates.subList(0, 2));
        }
        return offers;
    }

    /** Evidence that tells nothing, about the usual: what truly holds must come from outcomes. */
    private static Proposal proposal(String segment, int number, Random random) {
        String[] parts = OFFERS.get(random.nextInt(OFFERS.size())).split("/", -1);
        return new Proposal(
                parts[0],
                Hint.Subject.product("p" + number),
                null,
                new Moment(parts[1], 0, 0, 1),
                Math.exp(.5 * random.nextGaussian()),
                new Hint.Reason("also_bought", Map.of("segment", segment)),
                null,
                new Hint.Gain(null, 500 + 5_000 * random.nextDouble(), 0));
    }

    /** Type, trigger and segment. */
    static String cell(ExpectedValue.Valued valued) {
        Proposal p = valued.proposal();
        return p.type()
                + '/'
                + p.moment().trigger()
                + '/'
                + p.reason().figures().get("segment");
    }
}
