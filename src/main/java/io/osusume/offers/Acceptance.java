package io.osusume.offers;

import static io.osusume.stats.Logistic.expit;
import static io.osusume.stats.Logistic.logit;

import io.osusume.config.AcceptanceConfig;
import io.osusume.stats.BetaBinomial;
import io.osusume.stats.Quantiles;
import io.osusume.tables.OfferType;
import io.osusume.tables.Rounding;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How likely an offer is accepted, by empirical Bayes, level by level.
 *
 * <p>A cell is an offer type × trigger × segment, with n past trials of which s were taken, and the configured prior μ. First
 * all priors of a type, then those of a type and trigger, are moved together: with μ̄ the mean of their priors over the trials
 * and p̂ = (s + κμ̄)/(n + κ) over all of them, each μ moves by logit(p̂) − logit(μ̄). Then in the cell itself p̂ = (s + κμₑ)/(n +
 * κ), where evidence moves the prior: logit(μₑ) = logit(μ) + w · ln(evidence). So a cell without outcomes takes after its
 * trigger and type, and the more outcomes it has, the less prior and evidence count.
 *
 * <p>κ is the configured strength for types; for the other levels it is estimated by the method of moments from how much the
 * groups of that level differ from their priors beyond chance: with z² = Σ (s − nμ)²/(nμ(1 − μ)) over g groups, ρ = (z² −
 * g)/Σ(n − 1) and κ = 1/ρ − 1, kept at or above the least strength (after Kleinman, JASA 68, 1973).
 *
 * <p>The interval is p̂ ± z on the scale of the logit. Its variance is that of the cell and, as far as the cell relies on them,
 * of its trigger's and its type's outcomes: (1/(n + κ) + (κ/(n + κ))² · (1/(n' + κ') + (κ'/(n' + κ'))²/(n" + κ"))) / (p̂(1 −
 * p̂)), where levels without outcomes add nothing.
 */
final class Acceptance implements Serializable {
    private static final double MOST_STRENGTH = 10_000;
    private static final int FEWEST_GROUPS = 3;
    private static final double FEWEST_TRIALS = 50;

    private final AcceptanceConfig config;
    private final Priors priors;
    private final double z;
    private final Map<String, Double> typeShift = new HashMap<>();
    private final Map<String, Double> triggerShift = new HashMap<>();
    private final Map<String, Cell> cells = new HashMap<>();
    private final Map<String, Double> typeTrials = new HashMap<>();
    private final Map<String, Double> triggerTrials = new HashMap<>();
    private double triggerStrength;
    private double cellStrength;

    private Acceptance(AcceptanceConfig config, Priors priors) {
        this.config = config;
        this.priors = priors;
        this.z = Quantiles.twoSided(config.confidence());
    }

    /** The probability of a cell before any outcome. */
    @FunctionalInterface
    interface Priors extends Serializable {
        double of(OfferType type, Trigger trigger, Segment segment);
    }

    /** Past trials of an offer type, trigger and segment; of the two, null stands for any. */
    record Cell(OfferType type, Trigger trigger, Segment segment, double trials, double taken) implements Serializable {
        String key() {
            return triggerKey() + '/' + AcceptanceConfig.orAny(segment);
        }

        String triggerKey() {
            return type.wire() + '/' + AcceptanceConfig.orAny(trigger);
        }

        String typeKey() {
            return type.wire();
        }
    }

    /**
     * The probability that an offer is accepted.
     *
     * @param prior what it would be without the outcomes of its own cell
     * @param strength how many trials the prior counts as
     */
    record Estimate(double p, double low, double high, double prior, double strength, double trials, double taken) {}

    /** Learns from past trials; without any, the configured priors hold. */
    static Acceptance learn(Collection<Cell> past, AcceptanceConfig config) {
        return learn(past, config, config::prior);
    }

    static Acceptance learn(Collection<Cell> past, AcceptanceConfig config, Priors priors) {
        Acceptance learned = new Acceptance(config, priors);
        List<Cell> cells = past.stream().filter(c -> c.trials() > 0).toList();
        cells.forEach(c -> learned.cells.merge(
                c.key(), c, (a, b) -> new Cell(a.type, a.trigger, a.segment, a.trials + b.trials, a.taken + b.taken)));
        learned.move(cells, Cell::typeKey, learned.typeShift, config.strength());
        learned.triggerStrength = learned.strength(cells, Cell::triggerKey);
        learned.move(cells, Cell::triggerKey, learned.triggerShift, learned.triggerStrength);
        learned.groups(cells, Cell::typeKey).forEach((key, sum) -> learned.typeTrials.put(key, sum[0]));
        learned.groups(cells, Cell::triggerKey).forEach((key, sum) -> learned.triggerTrials.put(key, sum[0]));
        learned.cellStrength = learned.strength(cells, Cell::key);
        return learned;
    }

    /** The estimate for an offer; {@code evidence} is how many times the usual it speaks for it. */
    Estimate of(OfferType type, Trigger trigger, Segment segment, double evidence) {
        Cell none = new Cell(type, trigger, segment, 0, 0);
        Cell cell = cells.getOrDefault(none.key(), none);
        double limit = config.evidenceLimit();
        double weighed = config.evidenceWeight() * Math.log(Math.max(1 / limit, Math.min(limit, evidence)));
        double prior = expit(logit(mean(cell)) + weighed);
        double p = (cell.taken() + cellStrength * prior) / (cell.trials() + cellStrength);
        double relies = cellStrength / (cell.trials() + cellStrength);
        double variance = 1 / (cell.trials() + cellStrength) + relies * relies * ofLevelsAbove(cell);
        double deviation = z * Math.sqrt(variance / (p * (1 - p)));
        return new Estimate(
                Rounding.significant(p),
                Rounding.significant(expit(logit(p) - deviation)),
                Rounding.significant(expit(logit(p) + deviation)),
                Rounding.significant(prior),
                Rounding.significant(cellStrength),
                cell.trials(),
                cell.taken());
    }

    /** What the outcomes of a trigger and a type leave unknown of a cell's mean. */
    private double ofLevelsAbove(Cell cell) {
        String type = cell.typeKey();
        String trigger = cell.triggerKey();
        double ofType = typeTrials.containsKey(type) ? 1 / (typeTrials.get(type) + config.strength()) : 0;
        if (!triggerTrials.containsKey(trigger)) {
            return ofType;
        }
        double trials = triggerTrials.get(trigger) + triggerStrength;
        double relies = triggerStrength / trials;
        return 1 / trials + relies * relies * ofType;
    }

    /** The mean of a cell before its own outcomes. */
    private double mean(Cell cell) {
        return expit(logit(priors.of(cell.type(), cell.trigger(), cell.segment()))
                + typeShift.getOrDefault(cell.typeKey(), 0.0)
                + triggerShift.getOrDefault(cell.triggerKey(), 0.0));
    }

    private void move(List<Cell> past, Function<Cell, String> group, Map<String, Double> shifts, double strength) {
        groups(past, group).forEach((key, sum) -> {
            double mean = sum[2] / sum[0];
            double moved = (sum[1] + strength * mean) / (sum[0] + strength);
            shifts.put(key, logit(moved) - logit(mean));
        });
    }

    /** κ of a level. */
    private double strength(List<Cell> past, Function<Cell, String> group) {
        Map<String, double[]> groups = groups(past, group);
        double squares = 0;
        double others = 0;
        for (double[] sum : groups.values()) {
            double mean = sum[2] / sum[0];
            squares += Math.pow(sum[1] - sum[0] * mean, 2) / (sum[0] * mean * (1 - mean));
            others += sum[0] - 1;
        }
        if (groups.size() < FEWEST_GROUPS || others < FEWEST_TRIALS) {
            return config.strength();
        }
        double rho = (squares - groups.size()) / others;
        return BetaBinomial.strength(rho, config.leastStrength(), MOST_STRENGTH);
    }

    /** Group → trials, taken, and expected to be taken by the means as they are now. */
    private Map<String, double[]> groups(List<Cell> past, Function<Cell, String> group) {
        Map<String, double[]> sums = new TreeMap<>();
        for (Cell cell : past) {
            double[] sum = sums.computeIfAbsent(group.apply(cell), k -> new double[3]);
            sum[0] += cell.trials();
            sum[1] += cell.taken();
            sum[2] += cell.trials() * mean(cell);
        }
        return sums;
    }
}
