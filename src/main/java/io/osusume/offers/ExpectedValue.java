package io.osusume.offers;

import io.osusume.acceptance.AcceptanceModel;
import io.osusume.acceptance.Asked;
import io.osusume.tables.Rounding;
import io.osusume.uplift.Uplift;
import io.osusume.uplift.UpliftModel;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * What an offer is worth: expected value = uplift · (margin + ΔLTV) − contact cost − (1 − p_accept) · fatigue cost, which grows with
 * each touch of the 30 days before, in the currency of the orders. While no control group has measured it ({@link UpliftModel}), uplift = p_accept − p_buy(W), what is bought
 * anyway within the days of acceptance; p_accept where p_buy was not learned, and of a set, whose margin leaves out what is bought anyway.
 * Rank score = expected value × trigger weight (÷ where it is negative, so that a trigger never lowers it).
 */
final class ExpectedValue implements Serializable {
    private static final int DECIMALS = 4;

    private final AcceptanceModel acceptance;
    private final UpliftModel measured;
    private final Knowledge known;
    private final Costs costs;

    ExpectedValue(AcceptanceModel acceptance, UpliftModel measured, Knowledge known, Costs costs) {
        this.acceptance = acceptance;
        this.measured = measured;
        this.known = known;
        this.costs = costs;
    }

    /**
     * What offers cost, in the currency of the orders.
     *
     * @param fatigue of an offer that is not accepted
     * @param perTouch how much more that is for each touch of the 30 days before
     */
    record Costs(double contact, double fatigue, double perTouch) implements Serializable {
        double fatigue(int touches) {
            return fatigue + perTouch * touches;
        }
    }

    /**
     * A candidate with its worth.
     *
     * @param asked as acceptance sees it
     * @param uplift how much likelier it is bought for being offered, within the days of acceptance
     * @param margin one-off contribution, with four decimals
     * @param deltaLtv recurring value after − before, with four decimals
     * @param fatigueCost what it costs if it is not accepted
     * @param preference by which candidates are ordered: the rank score; of an offer that stands already a little more
     * @param tie in which order equal ones of a target come: drawn, so that no product is favoured for its id
     */
    record Valued(
            Proposal proposal,
            Asked asked,
            AcceptanceModel.Estimate estimate,
            Uplift uplift,
            BigDecimal margin,
            BigDecimal deltaLtv,
            double fatigueCost,
            double expectedValue,
            double rankScore,
            double preference,
            int tie) {

        /** The same as an offer that stands: it goes only for one that is worth more by over so large a share. */
        Valued standing(double within) {
            double preferred = rankScore >= 0 ? rankScore / (1 - within) : rankScore * (1 - within);
            return with(preferred, tie);
        }

        Valued drawn(Target target) {
            String of = target.recipient().id()
                    + '\n'
                    + proposal.type().wire()
                    + '\n'
                    + proposal.subject().key();
            return with(preference, MurmurHash3.hash32x86(of.getBytes(StandardCharsets.UTF_8)));
        }

        private Valued with(double preferred, int drawn) {
            return new Valued(
                    proposal,
                    asked,
                    estimate,
                    uplift,
                    margin,
                    deltaLtv,
                    fatigueCost,
                    expectedValue,
                    rankScore,
                    preferred,
                    drawn);
        }
    }

    Valued value(Proposal proposal, Addressed to) {
        Asked asked = to.asked(proposal, known.anyway(), known);
        AcceptanceModel.Estimate estimate = acceptance.of(asked);
        Uplift uplift = measured.of(asked, estimate);
        BigDecimal margin = money(proposal.gain().margin());
        BigDecimal deltaLtv = money(proposal.gain().deltaLtv());
        double fatigue = costs.fatigue(to.touches());
        double expected = Rounding.significant(
                uplift.value() * margin.add(deltaLtv).doubleValue() - costs.contact() - (1 - estimate.p()) * fatigue);
        double weight = proposal.moment().weight();
        double score = Rounding.significant(expected >= 0 ? expected * weight : expected / weight);
        return new Valued(proposal, asked, estimate, uplift, margin, deltaLtv, fatigue, expected, score, score, 0);
    }

    /** Of what the logit of its p_accept is the sum. */
    List<AcceptanceModel.Summand> sum(Valued valued) {
        return acceptance.sum(valued.asked());
    }

    double contactCost() {
        return costs.contact();
    }

    private static BigDecimal money(double x) {
        return BigDecimal.valueOf(x).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
