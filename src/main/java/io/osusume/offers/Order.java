package io.osusume.offers;

import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.tables.OfferType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** In which order candidates are offered: what a person pinned, then the best; of the alternatives to one plan the gentlest. */
final class Order {
    /** The figure of a downsell that counts its step, the gentlest is 1. */
    static final String STEP = "step";

    private Order() {}

    static List<Valued> of(Target target, List<Valued> candidates) {
        List<Valued> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparing((Valued v) -> !pinned(target, v)).thenComparing(Eligibility.BEST_FIRST));
        List<String> plans = sorted.stream()
                .map(Valued::proposal)
                .filter(p -> p.type() == OfferType.DOWNSELL)
                .map(Proposal::anchorId)
                .distinct()
                .toList();
        plans.forEach(plan -> gentlestFirst(target, sorted, plan));
        return sorted;
    }

    private static void gentlestFirst(Target target, List<Valued> sorted, String plan) {
        int[] places = IntStream.range(0, sorted.size())
                .filter(i -> isStep(sorted.get(i), plan) && !pinned(target, sorted.get(i)))
                .toArray();
        List<Valued> steps = IntStream.of(places)
                .mapToObj(sorted::get)
                .sorted(Comparator.comparing(Order::step))
                .toList();
        for (int i = 0; i < places.length; i++) {
            sorted.set(places[i], steps.get(i));
        }
    }

    private static boolean isStep(Valued valued, String plan) {
        return valued.proposal().type() == OfferType.DOWNSELL
                && plan.equals(valued.proposal().anchorId());
    }

    private static Integer step(Valued valued) {
        return (Integer) valued.proposal().reason().figures().getOrDefault(STEP, 0);
    }

    private static boolean pinned(Target target, Valued valued) {
        return Sign.about(target, Sign.Kind.PIN, valued.proposal()).isPresent();
    }
}
