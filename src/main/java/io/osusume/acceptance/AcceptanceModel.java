package io.osusume.acceptance;

import static io.osusume.stats.Logistic.expit;

import io.osusume.config.AcceptanceConfig;
import io.osusume.stats.LogisticPosterior;
import io.osusume.stats.Quantiles;
import io.osusume.tables.Rounding;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How likely offers are accepted, by what past ones taught: {@link Beliefs} after the trials ({@link Learning}). */
public final class AcceptanceModel implements Serializable {
    private static final long serialVersionUID = 1;

    private final Beliefs beliefs;
    private final double z;
    private final LogisticPosterior posterior;
    private final Map<Term.Key, Integer> places = new HashMap<>();
    private final List<Coefficient> coefficients;
    private final Map<String, Outcome> kinds = new HashMap<>();
    private final Set<String> pBuyKnown = new HashSet<>();

    AcceptanceModel(
            AcceptanceConfig config, Beliefs beliefs, LogisticPosterior posterior, List<Coefficient> coefficients) {
        this.beliefs = beliefs;
        this.z = Quantiles.twoSided(config.confidence());
        this.posterior = posterior;
        this.coefficients = List.copyOf(coefficients);
        for (int i = 0; i < coefficients.size(); i++) {
            places.put(coefficients.get(i).key(), i);
        }
    }

    /**
     * How likely an offer is accepted.
     *
     * @param prior what it would be without any trial
     * @param strength how many trials of its own the prior counts as
     * @param trials past trials of its kind: type, trigger and segment
     */
    public record Estimate(double p, double low, double high, double prior, double strength, long trials, long taken) {}

    /** A term of the sum that the logit of p_accept is, and what it adds. */
    public record Summand(Term term, double adds) {}

    /**
     * Learns; without trials it is what is believed.
     *
     * @param usual what is usually bought anyway within the days of acceptance, of what is offered; 0 where that is not known
     * @param lastNight what coefficients were the night before; empty where there was none
     */
    public static AcceptanceModel learn(
            Collection<Trial> trials, AcceptanceConfig config, double usual, Map<Term.Key, Double> lastNight) {
        AcceptanceModel learned = new Learning(config, new Beliefs(config, usual), lastNight).of(List.copyOf(trials));
        for (Trial t : trials) {
            learned.kinds.merge(t.of().kind(), t.outcome(), Outcome::and);
            if (t.isPBuyKnown()) {
                learned.pBuyKnown.add(t.of().ofType());
            }
        }
        return learned;
    }

    public Estimate of(Asked asked) {
        List<Term> terms = beliefs.terms(asked);
        double before = beliefs.offset(asked);
        double after = beliefs.offset(asked);
        double unknown = 0;
        double all = 0;
        List<Term> known = new ArrayList<>();
        for (Term t : terms) {
            Beliefs.Normal belief = beliefs.of(t.key());
            double variance = t.x() * t.x() * belief.deviation() * belief.deviation();
            before += t.x() * belief.mean();
            after += t.x() * mean(t.key());
            all += variance;
            if (places.containsKey(t.key())) {
                known.add(t);
            } else {
                unknown += variance;
            }
        }
        double learned = known.isEmpty() ? 0 : posterior.deviation(Learning.terms(0, known, places));
        double deviation = z * Math.sqrt(learned * learned + unknown);
        return estimate(asked, atLeastAnyway(asked, after), deviation, expit(before), all);
    }

    /**
     * On the scale of the logit.
     *
     * @param spread the variance that was believed of it before any trial
     */
    private Estimate estimate(Asked asked, double eta, double deviation, double prior, double spread) {
        Outcome past = kinds.getOrDefault(asked.kind(), Outcome.NONE);
        return new Estimate(
                Rounding.significant(expit(eta)),
                Rounding.significant(expit(eta - deviation)),
                Rounding.significant(expit(eta + deviation)),
                Rounding.significant(prior),
                Rounding.significant(1 / (spread * prior * (1 - prior))),
                past.trials(),
                past.taken());
    }

    /** Trials of which nobody knows what would have been bought anyway do not say that asking does harm. */
    private double atLeastAnyway(Asked asked, double eta) {
        return asked.anyway() == null || pBuyKnown.contains(asked.ofType())
                ? eta
                : Math.max(eta, Beliefs.logitOf(asked.anyway()));
    }

    /** What a coefficient is taken to be. */
    private double mean(Term.Key key) {
        Integer place = places.get(key);
        return place == null ? beliefs.of(key).mean() : coefficients.get(place).mean();
    }

    /** Of what the logit of p_accept is the sum. */
    public List<Summand> sum(Asked asked) {
        List<Summand> sum = new ArrayList<>();
        sum.add(new Summand(new Term("prior", asked.ofTrigger(), 1), Rounding.significant(beliefs.offset(asked))));
        for (Term t : beliefs.terms(asked)) {
            sum.add(new Summand(t, Rounding.significant(t.x() * mean(t.key()))));
        }
        return sum;
    }

    /** All that trials say something of, by term and level. */
    public List<Coefficient> coefficients() {
        return coefficients;
    }

    /** c of {@link Beliefs}. */
    public double centre() {
        return beliefs.centre();
    }
}
