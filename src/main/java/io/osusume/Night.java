package io.osusume;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which run this is.
 *
 * @param asOf the day whose end the run looks back from
 * @param goals what it publishes
 * @param version of Osusume
 * @param configHash of the settings
 * @param clock for the run's own times in the manifest; no published row depends on it
 */
public record Night(LocalDate asOf, Set<Goal> goals, String version, String configHash, Clock clock) {
    boolean wants(Goal... any) {
        return Stream.of(any).anyMatch(goals::contains);
    }
}
