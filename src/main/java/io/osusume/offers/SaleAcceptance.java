package io.osusume.offers;

import static io.osusume.stats.Logistic.expit;
import static io.osusume.stats.Logistic.logit;

import io.osusume.config.AcceptanceConfig;
import io.osusume.offers.Acceptance.Cell;
import io.osusume.offers.Acceptance.Estimate;
import io.osusume.tables.OfferType;
import io.osusume.tables.Rounding;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.io.Serializable;
import java.util.Collection;

/**
 * How likely a sale is accepted of which p_buy was learned: logit(p_accept) = logit(p_buy(W)) + δ, with p_buy(W) = 1 − (1 −
 * p_buy)^(W/H) what is bought anyway within the W days of acceptance out of the ranker's H, and δ the logarithm of the
 * configured odds of being asked. The ranker knows rules and interest, so neither counts again.
 *
 * <p>Past outcomes move δ. What p_buy was at a past offer is not known, so it is taken to be the usual of what is offered,
 * p̄: the outcomes of a cell are held against expit(logit(p̄(W)) + δ) as {@link Acceptance} does with its priors, and δ moves
 * by as much as the estimate on the scale of the logit. Since p̄ is only assumed, no outcome brings δ below 0.
 */
final class SaleAcceptance implements Serializable {
    private final AcceptanceConfig config;
    private final double share;
    private final double usual;
    private final Acceptance cells;

    /**
     * @param horizonDays of p_buy
     * @param usualPBuy p̄; 0 where nothing was learned
     */
    SaleAcceptance(Collection<Cell> past, AcceptanceConfig config, int horizonDays, double usualPBuy) {
        this.config = config;
        this.share = (double) config.windowDays() / horizonDays;
        this.usual = logit(bounded(within(usualPBuy)));
        this.cells = Acceptance.learn(past, config, (type, trigger, segment) -> before(trigger));
    }

    /** What is bought anyway within the days of acceptance. */
    double within(double pBuy) {
        return -Math.expm1(share * Math.log1p(-Math.min(pBuy, 1 - 1e-9)));
    }

    Estimate of(OfferType type, Trigger trigger, Segment segment, double pBuy) {
        Estimate cell = cells.of(type, trigger, segment, 1);
        double anyway = logit(bounded(within(pBuy)));
        double asked = Math.log(config.odds(trigger));
        double moved = logit(cell.p()) - logit(before(trigger));
        double p = anyway + Math.max(0, asked + moved);
        return new Estimate(
                Rounding.significant(expit(p)),
                Rounding.significant(expit(p + logit(cell.low()) - logit(cell.p()))),
                Rounding.significant(expit(p + logit(cell.high()) - logit(cell.p()))),
                Rounding.significant(expit(anyway + asked)),
                cell.strength(),
                cell.trials(),
                cell.taken());
    }

    private double before(Trigger trigger) {
        return expit(usual + Math.log(config.odds(trigger)));
    }

    private static double bounded(double p) {
        return Math.max(1e-9, Math.min(1 - 1e-9, p));
    }
}
