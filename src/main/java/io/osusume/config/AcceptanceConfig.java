package io.osusume.config;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeSet;

/** How likely an offer is accepted, before and after anything is known. */
public record AcceptanceConfig(
        @Range(min = 1e-6, max = 1 - 1e-6, unit = "probability")
        Map<String, Double> priors,

        @Range(above = 0, unit = "trials") double strength,
        @Range(above = 0, unit = "trials") double leastStrength,
        @Range(min = 0, max = 10) double evidenceWeight,
        @Range(min = 1, unit = "times the usual") double evidenceLimit,
        @Range(above = 0, unit = "lift") double usualLift,
        @Range(min = 1, max = 366, unit = "days") int windowDays,
        @Range(min = 1, max = 366, unit = "days") int episodeDays,
        @Range(min = 1, max = 3660, unit = "days") int learnDays,

        @Range(min = 0.01, max = 0.999, unit = "probability")
        double confidence)
        implements Serializable {
    /** Stands for all triggers or all segments in the keys of priors. */
    public static final String ANY = "any";

    private static final int PARTS = 3;

    public AcceptanceConfig {
        Map<String, Double> all = Map.copyOf(priors);
        priors = all;
        Checks checks = new Checks();
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
