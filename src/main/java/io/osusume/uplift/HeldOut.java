package io.osusume.uplift;

import io.osusume.config.OsusumeConfig;
import io.osusume.tables.OfferType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the difference of the arms' models predicts better than the cells' uplift, on customers of whom neither was learned: by the loss
 * (y − m − (w − e) · u)² of Nie & Wager (2021), u the predicted uplift, w 1 where the offer was made and e the share of those, m how
 * likely it is taken whichever way. Learned on each half of the clusters, and held against the other.
 */
final class HeldOut {
    /** Standard errors by which it must be better: by chance alone it is so of one type in twenty. */
    private static final double CLEARLY = 1.645;

    private final OsusumeConfig config;
    private final double usual;

    HeldOut(OsusumeConfig config, double usual) {
        this.config = config;
        this.usual = usual;
    }

    /** The types of which it does. */
    Set<OfferType> better(List<Followed> followed) {
        Map<OfferType, Map<String, Double>> gains = new EnumMap<>(OfferType.class);
        for (int half = 0; half < 2; half++) {
            List<Followed> learned = new ArrayList<>();
            List<Followed> heldOut = new ArrayList<>();
            for (Followed f : followed) {
                (Math.floorMod(f.seen().cluster().hashCode(), 2) == half ? heldOut : learned).add(f);
            }
            compare(learned, heldOut, gains);
        }
        Set<OfferType> better = EnumSet.noneOf(OfferType.class);
        gains.forEach((type, byCluster) -> {
            if (isClear(List.copyOf(byCluster.values()))) {
                better.add(type);
            }
        });
        return better;
    }

    /** Adds how much smaller the loss of the models is, by cluster. */
    private void compare(List<Followed> learned, List<Followed> heldOut, Map<OfferType, Map<String, Double>> gains) {
        Cells cells = Cells.of(learned, config);
        Arms arms = Arms.of(learned, config.offers().acceptance(), usual);
        double share = heldOut.stream()
                .mapToDouble(f -> f.seen().isTreated() ? 1 : 0)
                .average()
                .orElse(0);
        for (Followed f : heldOut) {
            OfferType type = f.asked().type();
            if (cells.tellOf(type)) {
                double ofCell = cells.of(f.cell()).mean() * f.assumed() * cells.delivered(type);
                double w = (f.seen().isTreated() ? 1 : 0) - share;
                double rest = (f.seen().isTaken() ? 1 : 0) - arms.taken(f.asked(), share);
                double gain = square(rest - w * ofCell) - square(rest - w * arms.uplift(f.asked()));
                gains.computeIfAbsent(type, t -> new HashMap<>()).merge(f.seen().cluster(), gain, Double::sum);
            }
        }
    }

    private static boolean isClear(List<Double> gains) {
        double mean = gains.stream().mapToDouble(g -> g).average().orElse(0);
        double squares = gains.stream().mapToDouble(g -> square(g - mean)).sum();
        int n = gains.size();
        return n > 1 && mean > CLEARLY * Math.sqrt(squares / (n - 1) / n);
    }

    private static double square(double x) {
        return x * x;
    }
}
