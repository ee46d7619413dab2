package io.osusume.offers;

import io.osusume.tables.Rounding;
import io.osusume.tables.Segment;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an offer is worth: expected value = uplift · (margin + ΔLTV) − contact cost − (1 − p_accept) · fatigue cost, in the
 * currency of the orders, with uplift = p_accept while no control group has measured it. Rank score = expected value ×
 * trigger weight (÷ where it is negative, so that a trigger never lowers it).
 */
final class ExpectedValue implements Serializable {
    private static final int DECIMALS = 4;

    private final Acceptance acceptance;
    private final double contactCost;
    private final double fatigueCost;

    ExpectedValue(Acceptance acceptance, double contactCost, double fatigueCost) {
        this.acceptance = acceptance;
        this.contactCost = contactCost;
        this.fatigueCost = fatigueCost;
    }

    /**
     * A candidate with its worth.
     *
     * @param margin one-off contribution, with four decimals
     * @param deltaLtv recurring value after − before, with four decimals
     * @param preference by which candidates are ordered: the rank score; of an offer that stands already a little more
     */
    record Valued(
            Proposal proposal,
            Acceptance.Estimate estimate,
            BigDecimal margin,
            BigDecimal deltaLtv,
            double expectedValue,
            double rankScore,
            double preference) {

        /** The same as an offer that stands: it goes only for one that is worth more by over so large a share. */
        Valued standing(double within) {
            double preferred = rankScore >= 0 ? rankScore / (1 - within) : rankScore * (1 - within);
            return new Valued(proposal, estimate, margin, deltaLtv, expectedValue, rankScore, preferred);
        }
    }

    Valued value(Proposal proposal, Segment segment) {
        Acceptance.Estimate estimate =
                acceptance.of(proposal.type(), proposal.moment().trigger(), segment, proposal.evidence());
        BigDecimal margin = money(proposal.gain().margin());
        BigDecimal deltaLtv = money(proposal.gain().deltaLtv());
        double expected = Rounding.significant(
                estimate.p() * margin.add(deltaLtv).doubleValue() - contactCost - (1 - estimate.p()) * fatigueCost);
        double weight = proposal.moment().weight();
        double score = Rounding.significant(expected >= 0 ? expected * weight : expected / weight);
        return new Valued(proposal, estimate, margin, deltaLtv, expected, score, score);
    }

    double contactCost() {
        return contactCost;
    }

    double fatigueCost() {
        return fatigueCost;
    }

    private static BigDecimal money(double x) {
        return BigDecimal.valueOf(x).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
