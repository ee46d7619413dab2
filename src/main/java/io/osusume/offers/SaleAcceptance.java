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
 * configured odds of being asked. Where less is asked than the price, the odds are as many times larger: ÷ (1 − share off), 4
 * times at most. The ranker knows rules and interest, so neither counts again.
 *
 * <p>Past outcomes move δ. What p_buy was at a past offer is not known, so it is taken to be the usual of what is offered,
 * p̄: the outcomes of a cell are held against expit(logit(p̄(W)) + δ) as {@link Acceptance} does with its priors, and δ moves
 * by as much as the estimate on the scale of the logit. Since p̄ is only assumed, no outcome brings δ below 0.
 */
final class SaleAcceptance implements Serializable {
    /** No price moves the odds by more than its reciprocal. */
    private static final double LEAST_PRICE = 0.25;

    private final AcceptanceConfig config;
    private final Anyway anyway;
    private final double usual;
    private final Acceptance cells;

    /**
     * @param usualPBuy p̄; 0 where nothing was learned
     */
    SaleAcceptance(Collection<Cell> past, AcceptanceConfig config, Anyway anyway, double usualPBuy) {
        this.config = config;
        this.anyway = anyway;
        this.usual = logit(bounded(anyway.within(usualPBuy)));
        this.cells = Acceptance.learn(past, config, (type, trigger, segment) -> before(trigger));
    }

    /** @param off by which share less is asked than the price */
    Estimate of(OfferType type, Trigger trigger, Segment segment, double pBuy, double off) {
        Estimate cell = cells.of(type, trigger, segment, 1);
        double unasked = logit(bounded(anyway.within(pBuy))) - Math.log(Math.max(1 - off, LEAST_PRICE));
        double asked = Math.log(config.odds(trigger));
        double moved = logit(cell.p()) - logit(before(trigger));
        double p = unasked + Math.max(0, asked + moved);
        return new Estimate(
                Rounding.significant(expit(p)),
                Rounding.significant(expit(p + logit(cell.low()) - logit(cell.p()))),
                Rounding.significant(expit(p + logit(cell.high()) - logit(cell.p()))),
                Rounding.significant(expit(unasked + asked)),
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
