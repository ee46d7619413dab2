package io.osusume.offers;

import io.osusume.tables.Rounding;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What an offer is worth: expected value = uplift · (margin + ΔLTV) − contact cost − (1 − p_accept) · fatigue cost, in the
 * currency of the orders. While no control group has measured it, uplift = p_accept − p_buy(W), what is bought anyway within
 * the days of acceptance; p_accept where p_buy was not learned. Rank score = expected value × trigger weight (÷ where it is
 * negative, so that a trigger never lowers it).
 */
final class ExpectedValue implements Serializable {
    private static final int DECIMALS = 4;

    private final Acceptance acceptance;
    private final SaleAcceptance sales;
    private final double contactCost;
    private final double fatigueCost;

    ExpectedValue(Acceptance acceptance, SaleAcceptance sales, double contactCost, double fatigueCost) {
        this.acceptance = acceptance;
        this.sales = sales;
        this.contactCost = contactCost;
        this.fatigueCost = fatigueCost;
    }

    /**
     * A candidate with its worth.
     *
     * @param uplift how much likelier it is bought for being offered
     * @param margin one-off contribution, with four decimals
     * @param deltaLtv recurring value after − before, with four decimals
     * @param preference by which candidates are ordered: the rank score; of an offer that stands already a little more
     */
    record Valued(
            Proposal proposal,
            Acceptance.Estimate estimate,
            double uplift,
            BigDecimal margin,
            BigDecimal deltaLtv,
            double expectedValue,
            double rankScore,
            double preference) {

        /** The same as an offer that stands: it goes only for one that is worth more by over so large a share. */
        Valued standing(double within) {
            double preferred = rankScore >= 0 ? rankScore / (1 - within) : rankScore * (1 - within);
            return new Valued(proposal, estimate, uplift, margin, deltaLtv, expectedValue, rankScore, preferred);
        }
    }

    Valued value(Proposal proposal, Segment segment) {
        Acceptance.Estimate estimate = estimate(proposal, segment);
        double uplift = Rounding.significant(
                proposal.pBuy() == null ? estimate.p() : estimate.p() - sales.within(proposal.pBuy()));
        BigDecimal margin = money(proposal.gain().margin());
        BigDecimal deltaLtv = money(proposal.gain().deltaLtv());
        double expected = Rounding.significant(
                uplift * margin.add(deltaLtv).doubleValue() - contactCost - (1 - estimate.p()) * fatigueCost);
        double weight = proposal.moment().weight();
        double score = Rounding.significant(expected >= 0 ? expected * weight : expected / weight);
        return new Valued(proposal, estimate, uplift, margin, deltaLtv, expected, score, score);
    }

    private Acceptance.Estimate estimate(Proposal proposal, Segment segment) {
        Trigger trigger = proposal.moment().trigger();
        return proposal.pBuy() == null
                ? acceptance.of(proposal.type(), trigger, segment, proposal.evidence())
                : sales.of(proposal.type(), trigger, segment, proposal.pBuy());
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
