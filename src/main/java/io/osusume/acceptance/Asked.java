package io.osusume.acceptance;

import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.util.List;

/**
 * An offer as it was known when it was made.
 *
 * @param trigger null where nobody tells
 * @param segment null where nobody tells
 * @param anyway the probability that it is bought without the offer within the days of acceptance; null where that was not learned
 * @param evidence how many times the usual it speaks for the offer, where {@code anyway} is not known; 1: as usual
 * @param beside what else is known
 */
public record Asked(
        OfferType type, Trigger trigger, Segment segment, Double anyway, double evidence, List<Term> beside) {
    public Asked {
        beside = List.copyOf(beside);
    }

    /** Type, trigger and segment, and whether what is bought anyway is known: offers of one kind are counted together. */
    String kind() {
        return Kinds.of(this).segment();
    }

    String ofTrigger() {
        return Kinds.of(this).trigger();
    }

    /** What was believed of one by its p_buy and of another by a configured prior may be wrong by different amounts. */
    String ofType() {
        return Kinds.of(this).type();
    }
}
