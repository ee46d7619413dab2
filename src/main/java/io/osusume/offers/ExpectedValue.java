package io.osusume.offers;

import io.osusume.tables.OfferType;
import io.osusume.tables.Rounding;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * What an offer is worth: expected value = uplift · (margin + ΔLTV) − contact cost − (1 − p_accept) · fatigue cost, in the
 * currency of the orders. While no control group has measured it, uplift = p_accept − p_buy(W), what is bought anyway within
 * the days of acceptance; p_accept where p_buy was not learned, and of a set, whose margin leaves out what is bought anyway. Rank score = expected value × trigger weight (÷ where it is
 * negative, so that a trigger never lowers it).
 */
final class ExpectedValue implements Serializable {
    private static final int DECIMALS = 4;

    private final Acceptance acceptance;
    private final SaleAcceptance sales;
    private final Anyway anyway;
    private final double contactCost;
    private final double fatigueCost;

    ExpectedValue(Acceptance acceptance, SaleAcceptance sales, Anyway anyway, double contactCost, double fatigueCost) {
        this.acceptance = acceptance;
        this.sales = sales;
        this.anyway = anyway;
        this.contactCost = contactCost;
        this.fatigueCost = fatigueCost;
    }

    /**
     * A candidate with its worth.
     *
     * @param anyway how likely it is bought without the offer, within the days of acceptance
     * @param margin one-off contribution, with four decimals
     * @param deltaLtv recurring value after − before, with four decimals
     * @param preference by which candidates are ordered: the rank score; of an offer that stands already a little more
     * @param tie in which order equal ones of a target come: drawn, so that no product is favoured for its id
     */
    record Valued(
            Proposal proposal,
            Acceptance.Estimate estimate,
            double anyway,
            BigDecimal margin,
            BigDecimal deltaLtv,
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
            return new Valued(proposal, estimate, anyway, margin, deltaLtv, expectedValue, rankScore, preferred, drawn);
        }

        double uplift() {
            return uplift(estimate.p());
        }

        /** How much likelier it is bought for being offered, where it is accepted with a probability. */
        double uplift(double accepted) {
            return Rounding.significant(accepted - anyway);
        }
    }

    Valued value(Proposal proposal, Segment segment) {
        Acceptance.Estimate estimate = estimate(proposal, segment);
        // The gain of a set leaves out what is bought anyway.
        double unasked =
                proposal.pBuy() == null || proposal.type() == OfferType.BUNDLE ? 0 : anyway.within(proposal.pBuy());
        double uplift = Rounding.significant(estimate.p() - unasked);
        BigDecimal margin = money(proposal.gain().margin());
        BigDecimal deltaLtv = money(proposal.gain().deltaLtv());
        double expected = Rounding.significant(
                uplift * margin.add(deltaLtv).doubleValue() - contactCost - (1 - estimate.p()) * fatigueCost);
        double weight = proposal.moment().weight();
        double score = Rounding.significant(expected >= 0 ? expected * weight : expected / weight);
        return new Valued(proposal, estimate, unasked, margin, deltaLtv, expected, score, score, 0);
    }

    private Acceptance.Estimate estimate(Proposal proposal, Segment segment) {
        Trigger trigger = proposal.moment().trigger();
        return proposal.pBuy() == null
                ? acceptance.of(proposal.type(), trigger, segment, proposal.evidence())
                : sales.of(
                        proposal.type(),
                        trigger,
                        segment,
                        proposal.pBuy(),
                        proposal.gain().off());
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
