package io.osusume.config;

import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.Word;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How likely an offer is accepted, before and after anything is known. */
public record AcceptanceConfig(
        @Range(min = 1e-6, max = 1 - 1e-6, unit = "probability")
        Map<String, Double> priors,

        @Range(min = 1, unit = "times the odds") Map<String, Double> odds,
        Spread spread,
        @Range(min = 0, max = 10) double evidenceWeight,
        @Range(min = 1, unit = "times the usual") double evidenceLimit,
        @Range(above = 0, unit = "lift") double usualLift,
        @Range(min = 1, max = 366, unit = "days") int windowDays,
        @Range(min = 1, max = 366, unit = "days") int episodeDays,
        @Range(min = 1, max = 3660, unit = "days") int learnDays,

        @Range(min = 1000, max = 10_000_000, unit = "trials")
        int mostTrials,

        @Range(above = 0, max = 100, unit = "log odds") double mostMovement,

        @Range(min = 0.01, max = 0.999, unit = "probability")
        double confidence)
        implements Serializable {
    /** How sure the priors are: the standard deviation of what each coefficient of acceptance is before any trial. */
    public record Spread(
            @Range(above = 0, max = 10, unit = "log odds") double type,
            @Range(above = 0, max = 10, unit = "log odds") double trigger,
            @Range(above = 0, max = 10, unit = "log odds") double segment,
            @Range(above = 0, max = 10, unit = "slope") double pBuy,

            @Range(above = 0, max = 10, unit = "log odds") double pBuyUnknown,

            @Range(above = 0, max = 10, unit = "slope") double evidence,
            @Range(above = 0, max = 10, unit = "slope") double touches,
            @Range(above = 0, max = 10, unit = "slope") double ltv,
            @Range(above = 0, max = 10, unit = "times") double uplift,
            @Range(above = 0, max = 10, unit = "log odds") double beside)
            implements Serializable {}

    /** Stands for all triggers or all segments in the keys of priors. */
    public static final String ANY = "any";

    private static final int PARTS = 3;
    private static final double LEAST = 1e-6;

    public AcceptanceConfig {
        Map<String, Double> all = Map.copyOf(priors);
        priors = all;
        Checks checks = new Checks();
        new TreeSet<>(all.keySet()).forEach(key -> prior(checks, key, all));
        for (OfferType type : OfferType.values()) {
            String key = key(type, null, null);
            checks.that(
                    priors.containsKey(key),
                    "priors." + key,
                    "null",
                    "every offer type needs a prior of its own",
                    "write priors." + key + " = 0.05");
        }
        odds = Map.copyOf(odds);
        new TreeSet<>(odds.keySet()).forEach(key -> checks.oneOf("odds." + key, key, orAny(Word.wires(Trigger.class))));
        checks.that(odds.containsKey(ANY), "odds.any", "null", "every trigger needs odds", "write odds.any = 2");
        checks.verify();
    }

    /** By how many times the odds of buying anyway grow when a sale is offered upon a trigger. */
    public double odds(Trigger trigger) {
        return odds.getOrDefault(orAny(trigger), odds.get(ANY));
    }

    /**
     * What is believed of those who are not asked: they buy as often as p_anyway says.
     *
     * @param rates of offer types of which that is not known
     */
    public AcceptanceConfig unasked(Map<OfferType, Double> rates) {
        Map<String, Double> bought = new TreeMap<>();
        for (OfferType type : OfferType.values()) {
            double rate = rates.getOrDefault(type, LEAST);
            bought.put(key(type, null, null), Math.max(LEAST, Math.min(1 - LEAST, rate)));
        }
        return new AcceptanceConfig(
                bought,
                Map.of(ANY, 1.0),
                spread,
                evidenceWeight,
                evidenceLimit,
                usualLift,
                windowDays,
                episodeDays,
                learnDays,
                mostTrials,
                mostMovement,
                confidence);
    }

    private static void prior(Checks checks, String key, Map<String, Double> priors) {
        String[] parts = key.split("\\.", -1);
        String path = "priors." + key;
        if (parts.length == PARTS) {
            checks.oneOf(path, parts[0], Word.wires(OfferType.class))
                    .oneOf(path, parts[1], orAny(Word.wires(Trigger.class)))
                    .oneOf(path, parts[2], orAny(Word.wires(Segment.class)));
        } else {
            String fix = "write any for all triggers or all segments";
            checks.that(false, path, priors.get(key), "is not of the form type.trigger.segment", fix);
        }
    }

    private static List<String> orAny(List<String> names) {
        return Stream.concat(names.stream(), Stream.of(ANY)).toList();
    }

    /** How a word is written in the keys of priors; {@code any} where it is null. */
    public static String orAny(Word word) {
        return word == null ? ANY : word.wire();
    }

    private static String key(OfferType type, Trigger trigger, Segment segment) {
        return type.wire() + "." + orAny(trigger) + "." + orAny(segment);
    }

    /** The prior of the most particular key that is set: type, trigger and segment; type and trigger; type and segment; type. */
    public double prior(OfferType type, Trigger trigger, Segment segment) {
        return Stream.of(
                        key(type, trigger, segment),
                        key(type, trigger, null),
                        key(type, null, segment),
                        key(type, null, null))
                .map(priors::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
