package io.osusume.acceptance;

import io.osusume.config.AcceptanceConfig;
import io.osusume.stats.BayesianLogistic;
import io.osusume.stats.LogisticPosterior;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** From beliefs and trials to coefficients, none of which moves far in one night. */
final class Learning {
    private final AcceptanceConfig config;
    private final Beliefs beliefs;
    private final Map<Term.Key, Double> lastNight;

    Learning(AcceptanceConfig config, Beliefs beliefs, Map<Term.Key, Double> lastNight) {
        this.config = config;
        this.beliefs = beliefs;
        this.lastNight = Map.copyOf(lastNight);
    }

    AcceptanceModel of(List<Trial> trials) {
        List<List<Term>> terms = trials.stream().map(beliefs::terms).toList();
        Map<Term.Key, Outcome> counts = counts(trials, terms);
        List<Term.Key> keys = List.copyOf(counts.keySet());
        Map<Term.Key, Integer> places = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            places.put(keys.get(i), i);
        }
        List<Beliefs.Normal> before = keys.stream().map(beliefs::of).toList();
        BayesianLogistic model = new BayesianLogistic(
                before.stream().mapToDouble(Beliefs.Normal::mean).toArray(),
                before.stream().mapToDouble(Beliefs.Normal::deviation).toArray());
        for (int i = 0; i < trials.size(); i++) {
            Trial t = trials.get(i);
            model.add(
                    terms(beliefs.offset(t.of()), terms.get(i), places),
                    (double) t.outcome().trials(),
                    (double) t.outcome().taken());
        }
        LogisticPosterior posterior = model.posterior();
        List<Coefficient> coefficients = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            coefficients.add(coefficient(keys.get(i), before.get(i), posterior, i, counts.get(keys.get(i))));
        }
        return new AcceptanceModel(config, beliefs, posterior, coefficients);
    }

    /** The coefficients that there are, with the outcomes of the trials that each had a part in. */
    private SortedMap<Term.Key, Outcome> counts(List<Trial> trials, List<List<Term>> terms) {
        SortedMap<Term.Key, Outcome> counts = new TreeMap<>();
        for (int i = 0; i < trials.size(); i++) {
            for (Term t : terms.get(i)) {
                counts.merge(t.key(), trials.get(i).outcome(), Outcome::and);
            }
        }
        // What was learned of trials that are too old by now goes as slowly as it came.
        lastNight.forEach((key, was) -> {
            if (Math.abs(was - beliefs.of(key).mean()) > config.mostMovement()) {
                counts.putIfAbsent(key, Outcome.NONE);
            }
        });
        return counts;
    }

    private Coefficient coefficient(
            Term.Key key, Beliefs.Normal before, LogisticPosterior posterior, int place, Outcome outcome) {
        double said = posterior.mean(place);
        double was = lastNight.getOrDefault(key, before.mean());
        double most = config.mostMovement();
        double mean = lastNight.isEmpty() ? said : Math.max(was - most, Math.min(was + most, said));
        return new Coefficient(
                key,
                before.mean(),
                before.deviation(),
                mean,
                posterior.deviation(place),
                outcome,
                mean - was,
                said - mean);
    }

    static BayesianLogistic.Terms terms(double offset, List<Term> terms, Map<Term.Key, Integer> places) {
        int[] at = new int[terms.size()];
        double[] x = new double[terms.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = places.get(terms.get(i).key());
            x[i] = terms.get(i).x();
        }
        return new BayesianLogistic.Terms(offset, at, x);
    }
}
