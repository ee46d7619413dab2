package io.osusume.config;

import java.util.List;
import java.util.Map;

/**
 * How the inputs are read into features of a customer.
 *
 * @param summedMetrics usage metrics that add up over time; all others are levels, whose latest value counts
 * @param levelValidDays a level older than this is no longer known
 * @param minMeasurements measurements in the previous 84 days from which on a usage trend can be told
 * @param reactions values of {@code contacts.response} that are a welcome reaction
 * @param contactCap contacts in 30 days from which on a customer should be left alone
 * @param severe values of {@code tickets.severity} that are severe, in lower case
 * @param questionTopics values of {@code tickets.topic} that ask about a product, in lower case: interest, no problem
 * @param needEvents values of {@code behavior.event} by which a customer tells a need, in lower case
 * @param interestHalfLifeDays days after which what a person did counts half
 * @param eventWeights what a behaviour event counts for, by event in lower case
 * @param otherEventWeight what all other events count for
 * @param questionWeight what a ticket that asks about a product counts for
 */
public record FeaturesConfig(
        List<String> summedMetrics,
        int levelValidDays,
        int minMeasurements,
        List<String> reactions,
        int contactCap,
        List<String> severe,
        List<String> questionTopics,
        List<String> needEvents,
        double interestHalfLifeDays,
        Map<String, Double> eventWeights,
        double otherEventWeight,
        double questionWeight) {
    public FeaturesConfig {
        Checks checks = new Checks()
                .between("level_valid_days", levelValidDays, 1, 112)
                .atLeast("min_measurements", minMeasurements, 1)
                .atLeast("contact_cap", contactCap, 1)
                .positive("interest_half_life_days", interestHalfLifeDays)
                .atLeast("other_event_weight", otherEventWeight, 0)
                .atLeast("question_weight", questionWeight, 0);
        eventWeights.forEach((event, weight) -> checks.atLeast("event_weights." + event, weight, 0));
        checks.verify();
    }
}
