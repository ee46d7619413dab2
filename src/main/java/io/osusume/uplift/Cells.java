package io.osusume.uplift;

import io.osusume.config.OsusumeConfig;
import io.osusume.effects.Contrast;
import io.osusume.tables.OfferType;
import io.osusume.uplift.Followed.Cell;
import io.osusume.uplift.Realised.Found;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What share of the assumed uplift comes, of offer types and of their cells. A cell's is shrunk towards its type's, the type's towards 1;
 * the variance between cells is that of DerSimonian & Laird (1986).
 */
final class Cells implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<OfferType, OfType> types = new EnumMap<>(OfferType.class);
    private final Map<Cell, Realised> cells = new HashMap<>();

    /** @param delivered share of what was to be sent that went out in time */
    private record OfType(Realised realised, double between, double delivered, int treated, int control)
            implements Serializable {}

    /** @param followed sorted by cluster */
    static Cells of(List<Followed> followed, OsusumeConfig config) {
        Cells learned = new Cells();
        Map<OfferType, List<Followed>> byType = new EnumMap<>(OfferType.class);
        followed.forEach(f ->
                byType.computeIfAbsent(f.asked().type(), t -> new ArrayList<>()).add(f));
        byType.forEach((type, of) -> learned.learn(type, of, config));
        return learned;
    }

    private void learn(OfferType type, List<Followed> followed, OsusumeConfig config) {
        Optional<Found> all = found(followed, config);
        if (all.isEmpty()) {
            return;
        }
        Realised ofType =
                Realised.ofType(all.get(), config.offers().acceptance().spread().uplift());
        Map<Cell, List<Followed>> byCell = new HashMap<>();
        followed.forEach(
                f -> byCell.computeIfAbsent(f.cell(), c -> new ArrayList<>()).add(f));
        Map<Cell, Found> found = new HashMap<>();
        byCell.forEach((cell, of) -> found(of, config).ifPresent(f -> found.put(cell, f)));
        double between = between(List.copyOf(found.values()));
        found.forEach((cell, f) -> cells.put(cell, ofType.ofCell(f, between)));
        int treated = (int) followed.stream().filter(f -> f.seen().isTreated()).count();
        types.put(type, new OfType(ofType, between, delivered(followed), treated, followed.size() - treated));
    }

    /** Empty where it cannot be told. What did not go out changed nothing: the effect is that of what did (Bloom 1984). */
    private static Optional<Found> found(List<Followed> followed, OsusumeConfig config) {
        double assumed =
                followed.stream().mapToDouble(Followed::assumed).average().orElse(0) * delivered(followed);
        return assumed <= 0
                ? Optional.empty()
                : Contrast.of(followed.stream().map(Followed::seen).toList(), config)
                        .map(c -> new Found(c.effect() / assumed, c.error() * c.error() / (assumed * assumed)));
    }

    private static double delivered(List<Followed> followed) {
        return followed.stream()
                .filter(f -> f.seen().isTreated())
                .mapToDouble(f -> f.isDelivered() ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** How much what cells find differs beyond their errors. */
    static double between(List<Found> found) {
        double weights = 0;
        double squares = 0;
        double mean = 0;
        for (Found f : found) {
            weights += 1 / f.variance();
            squares += 1 / (f.variance() * f.variance());
            mean += f.share() / f.variance();
        }
        double spread = weights - squares / weights;
        double centre = mean / weights;
        double q = found.stream()
                .mapToDouble(f -> (f.share() - centre) * (f.share() - centre) / f.variance())
                .sum();
        return found.size() < 2 || spread <= 0 ? 0 : Math.max(0, (q - (found.size() - 1)) / spread);
    }

    /** Whether control tells anything of a type. */
    boolean tellOf(OfferType type) {
        return types.containsKey(type);
    }

    Realised of(Cell cell) {
        OfType type = types.get(cell.type());
        return type == null ? Realised.ASSUMED : cells.getOrDefault(cell, type.realised.ofOther(type.between));
    }

    /** Of a type that {@link #tellOf} knows: its share, delivered, offers made and withheld. */
    Realised of(OfferType type) {
        return types.get(type).realised;
    }

    double delivered(OfferType type) {
        return types.get(type).delivered;
    }

    int treated(OfferType type) {
        return types.get(type).treated;
    }

    int control(OfferType type) {
        return types.get(type).control;
    }
}
