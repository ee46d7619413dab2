package io.osusume.offers;

import java.io.Serializable;

/**
 * What all proposers share tonight.
 *
 * @param minInterest decayed event weights from which on a customer is interested
 * @param usualLift the lift of a rule that speaks neither for nor against
 * @param usualPBuy the mean p_buy of all that was ranked; 0 where nothing could be learned
 */
record Knowledge(
        Catalogue catalogue, Gains gains, Timing timing, double minInterest, double usualLift, double usualPBuy)
        implements Serializable {
    int asOfDay() {
        return timing.tomorrow() - 1;
    }

    /** How many days a contract has run; 0 when its start is unknown. */
    int tenure(Held held) {
        Integer start = held.startedDay() != null ? held.startedDay() : held.firstDay();
        return start == null ? 0 : Math.max(0, asOfDay() - start);
    }
}
