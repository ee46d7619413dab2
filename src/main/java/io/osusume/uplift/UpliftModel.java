package io.osusume.uplift;

import io.osusume.acceptance.AcceptanceModel.Estimate;
import io.osusume.acceptance.Asked;
import io.osusume.config.OsusumeConfig;
import io.osusume.stats.Quantiles;
import io.osusume.tables.OfferType;
import io.osusume.tables.UpliftSource;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The uplift of tonight's offers. It is assumed to be p_accept less what is bought anyway; where control groups tell, so many times that
 * as they say of the offer's cell; and where the difference of the arms' models predicts better on customers of whom it was not learned,
 * that difference.
 */
public final class UpliftModel implements Serializable {
    private static final long serialVersionUID = 1;
    /** From so much on it is called measured, and below one less that assumed. */
    private static final double MOSTLY = .9;

    private final Cells cells;
    private final Arms arms;
    private final HashSet<OfferType> personal;
    private final double z;

    private UpliftModel(Cells cells, Arms arms, Set<OfferType> personal, double z) {
        this.cells = cells;
        this.arms = arms;
        this.personal = new HashSet<>(personal);
        this.z = z;
    }

    /**
     * Learns; where nobody was in control, all is assumed.
     *
     * @param followed sorted by cluster
     * @param usual what is usually bought anyway, within the days of acceptance, of what is offered; 0 where that is not known
     */
    public static UpliftModel learn(List<Followed> followed, OsusumeConfig config, double usual) {
        Cells cells = Cells.of(followed, config);
        boolean any = followed.stream().anyMatch(f -> cells.tellOf(f.asked().type()));
        Set<OfferType> personal = EnumSet.noneOf(OfferType.class);
        if (any) {
            personal.addAll(new HeldOut(config, usual).better(followed));
            personal.removeIf(type -> !cells.tellOf(type));
        }
        return new UpliftModel(
                cells,
                personal.isEmpty() ? null : Arms.of(followed, config.offers().acceptance(), usual),
                personal,
                Quantiles.twoSided(config.offers().acceptance().confidence()));
    }

    /** The uplift of an offer, of which acceptance is so likely. */
    public Uplift of(Asked asked, Estimate accepted) {
        double unasked = Followed.unasked(asked);
        double assumed = accepted.p() - unasked;
        Realised realised = cells.of(Followed.Cell.of(asked));
        UpliftSource source = source(realised);
        if (personal.contains(asked.type())) {
            double delivered = cells.delivered(asked.type());
            return Uplift.around(
                    arms.uplift(asked) / delivered,
                    arms.half(asked) / delivered,
                    source == UpliftSource.ASSUMED ? UpliftSource.PARTLY : source);
        }
        double half = Math.hypot(
                z * assumed * realised.deviation(), realised.mean() * (accepted.high() - accepted.low()) / 2);
        return source == UpliftSource.ASSUMED
                ? Uplift.between(assumed, accepted.low() - unasked, accepted.high() - unasked)
                : Uplift.around(realised.mean() * assumed, half, source);
    }

    private static UpliftSource source(Realised realised) {
        return realised.measured() >= MOSTLY
                ? UpliftSource.MEASURED
                : realised.measured() > 1 - MOSTLY ? UpliftSource.PARTLY : UpliftSource.ASSUMED;
    }

    /** What a person should know of it, in sentences. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (OfferType type : OfferType.values()) {
            if (cells.tellOf(type)) {
                Realised found = cells.of(type);
                notes.add(
                        String.format(
                                Locale.ROOT,
                                "Uplift of %s: %.2f times what is assumed (%.2f to %.2f), by %,d offers made and %,d withheld whose days"
                                        + " are over; %s.",
                                type.wire(),
                                found.mean(),
                                found.mean() - z * found.deviation(),
                                found.mean() + z * found.deviation(),
                                cells.treated(type),
                                cells.control(type),
                                personal.contains(type)
                                        ? "of each customer by the difference of the arms' models, which predicts better on others"
                                        : "of each cell alike, as the difference of the arms' models does not clearly predict better"));
            }
        }
        return notes;
    }
}
