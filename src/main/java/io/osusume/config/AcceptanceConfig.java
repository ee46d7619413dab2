package io.osusume.config;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeSet;

/**
 * How likely an offer is accepted, before and after anything is known.
 *
 * @param priors probability by {@code type.trigger.segment}, each part but the type may be {@code any}
 * @param strength how many past trials a prior counts as
 * @param leastStrength the least that it counts as, whatever past outcomes say of how cells differ
 * @param evidenceWeight how strongly evidence moves a prior: log odds per unit of log evidence
 * @param evidenceLimit evidence counts at most as this many times the usual, and at least as one part in so many
 * @param usualLift the lift of a rule that speaks neither for nor against
 * @param windowDays an offer is taken when accepted, or the product first bought, within so many days
 * @param episodeDays deliveries of the same offer within so many days of the one before are one trial
 * @param learnDays trials older than this teach nothing
 * @param confidence of the interval p_accept_low to p_accept_high
 */
public record AcceptanceConfig(
        Map<String, Double> priors,
        double strength,
        double leastStrength,
        double evidenceWeight,
        double evidenceLimit,
        double usualLift,
        int windowDays,
        int episodeDays,
        int learnDays,
        double confidence)
        implements Serializable {
    /** Stands for all triggers or all segments in the keys of priors. */
    public static final String ANY = "any";

    private static final int PARTS = 3;

    public AcceptanceConfig {
        Map<String, Double> all = Map.copyOf(priors);
        priors = all;
        Checks checks = new Checks()
                .positive("strength", strength)
                .positive("least_strength", leastStrength)
                .between("evidence_weight", evidenceWeight, 0, 10)
                .atLeast("evidence_limit", evidenceLimit, 1)
                .positive("usual_lift", usualLift)
                .between("window_days", windowDays, 1, 366)
                .between("episode_days", episodeDays, 1, 366)
                .between("learn_days", learnDays, 1, 3660)
                .between("confidence", confidence, 0.01, 0.999);
        new TreeSet<>(all.keySet()).forEach(key -> prior(checks, key, all));
        for (String type : new TreeSet<>(OffersConfig.TYPES)) {
            String key = type + "." + ANY + "." + ANY;
            checks.that(
                    priors.containsKey(key),
                    "priors." + key,
                    "null",
                    "every offer type needs a prior of its own",
                    "write priors." + key + " = 0.05");
        }
        checks.verify();
    }

    private static void prior(Checks checks, String key, Map<String, Double> priors) {
        String[] parts = key.split("\\.", -1);
        checks.that(
                parts.length == PARTS
                        && OffersConfig.TYPES.contains(parts[0])
                        && (parts[1].equals(ANY) || TriggersConfig.NAMES.contains(parts[1]))
                        && (parts[2].equals(ANY) || SilenceConfig.SEGMENTS.contains(parts[2])),
                "priors." + key,
                priors.get(key),
                "is not of the form type.trigger.segment",
                "types: " + new TreeSet<>(OffersConfig.TYPES) + "; triggers: " + TriggersConfig.NAMES + "; segments: "
                        + SilenceConfig.SEGMENTS + "; any stands for all");
        checks.between("priors." + key, priors.get(key), 1e-6, 1 - 1e-6);
    }

    /** The prior of the most particular key that is set: type, trigger and segment; type and trigger; type and segment; type. */
    public double prior(String type, String trigger, String segment) {
        for (String key : new String[] {
            type + "." + trigger + "." + segment,
            type + "." + trigger + "." + ANY,
            type + "." + ANY + "." + segment,
            type + "." + ANY + "." + ANY
        }) {
            Double prior = priors.get(key);
            if (prior != null) {
                return prior;
            }
        }
        throw new IllegalStateException("no prior for " + type);
    }
}
