package io.osusume.pipeline;

import io.osusume.tables.InputCheck;
import io.osusume.tables.Rejects;
import io.osusume.tables.Table;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which run this is.
 *
 * @param asOf the day whose end the run looks back from
 * @param goals what it publishes
 * @param accepted the checks of the inputs that a person lets this run pass
 * @param version of Osusume
 * @param configHash of the settings
 * @param clock for the run's own times in the manifest; no published row depends on it
 */
public record RunRequest(
        LocalDate asOf, Set<Goal> goals, Set<InputCheck> accepted, String version, String configHash, Clock clock) {
    /** Those of the staged tables that are published, {@code offers} last: whoever sees them finds everything else there. */
    List<String> published(Set<String> staged) {
        return Stream.concat(Stream.of(Rejects.TABLE), goals.stream().sorted().flatMap(g -> g.tables().stream()))
                .map(Table::name)
                .filter(staged::contains)
                .distinct()
                .toList();
    }
}
