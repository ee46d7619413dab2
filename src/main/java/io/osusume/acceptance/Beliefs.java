package io.osusume.acceptance;

import static io.osusume.stats.Logistic.logit;

import io.osusume.config.AcceptanceConfig;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is believed before any trial, and of what the logit of p_accept is the sum.
 *
 * <p>Where it is known what is bought anyway: c + ln(odds of being asked) + β · (logit(anyway) − c) + δ, c the logit of what is usual, so
 * that β and δ hardly depend on each other; β is 1. Elsewhere: logit(configured prior) + w · ln(evidence) + δ, w the configured
 * weight. δ is that of the type, of the type's trigger and of its segment together, each of them 0 and normal, so that what
 * has no trials takes after the level above; and what else is known has coefficients of its own, all of them 0.
 */
final class Beliefs implements Serializable {
    private static final double LEAST = 1e-9;

    private final AcceptanceConfig config;
    private final double centre;

    /** @param usual what is usually bought anyway, within the days of acceptance; 0 where nothing was learned */
    Beliefs(AcceptanceConfig config, double usual) {
        this.config = config;
        this.centre = logitOf(usual);
    }

    /** The mean and the standard deviation of a coefficient. */
    record Normal(double mean, double deviation) {}

    double centre() {
        return centre;
    }

    /** What no coefficient moves. */
    double offset(Asked asked) {
        return asked.anyway() == null
                ? logit(config.prior(asked.type(), asked.trigger(), asked.segment()))
                : centre + Math.log(config.odds(asked.trigger()));
    }

    List<Term> terms(Asked asked) {
        List<Term> terms = new ArrayList<>();
        String type = asked.type().wire();
        if (asked.anyway() == null) {
            double limit = config.evidenceLimit();
            double times = Math.max(1 / limit, Math.min(limit, asked.evidence()));
            terms.add(new Term(Term.EVIDENCE, type, Math.log(times)));
        } else {
            terms.add(new Term(Term.P_BUY, type, logitOf(asked.anyway()) - centre));
        }
        terms.add(new Term(Term.TYPE, asked.ofType(), 1));
        if (asked.trigger() != null) {
            terms.add(new Term(Term.TRIGGER, asked.ofTrigger(), 1));
            if (asked.segment() != null) {
                terms.add(new Term(Term.SEGMENT, asked.kind(), 1));
            }
        }
        terms.addAll(asked.beside());
        return terms;
    }

    /** The terms of a trial: of one whose p_buy is not known, how far it was from the usual is not known either. */
    List<Term> terms(Trial trial) {
        List<Term> terms = new ArrayList<>(terms(trial.of()));
        if (trial.of().anyway() != null && !trial.isPBuyKnown()) {
            terms.add(new Term(Term.P_BUY_UNKNOWN, trial.of().type().wire(), 1));
        }
        return terms;
    }

    Normal of(Term.Key key) {
        AcceptanceConfig.Spread spread = config.spread();
        return switch (key.term()) {
            case Term.P_BUY -> new Normal(1, spread.pBuy());
            case Term.EVIDENCE -> new Normal(config.evidenceWeight(), spread.evidence());
            case Term.TYPE -> new Normal(0, spread.type());
            case Term.TRIGGER -> new Normal(0, spread.trigger());
            case Term.SEGMENT -> new Normal(0, spread.segment());
            case Term.P_BUY_UNKNOWN -> new Normal(0, spread.pBuyUnknown());
            case Beside.TOUCHES -> new Normal(0, spread.touches());
            case Beside.LTV -> new Normal(0, spread.ltv());
            // Half the price, twice the odds.
            case Beside.DISCOUNT -> new Normal(1, spread.evidence());
            default -> new Normal(0, spread.beside());
        };
    }

    /** Of a probability that may be 0 or 1. */
    static double logitOf(double p) {
        return logit(Math.max(LEAST, Math.min(1 - LEAST, p)));
    }
}
