package io.osusume.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run wrote down of reading its inputs.
 *
 * @param absent inputs that the company has not
 * @param headlines what must be read before all else, in English
 * @param notes what else the run had to say, in English
 */
public record Reading(
        LocalDate runDate,
        Map<String, Counts> inputs,
        Map<String, Match> matches,
        List<String> absent,
        List<String> headlines,
        List<String> notes) {

    /**
     * Rows of one input.
     *
     * @param newest the day of its newest accepted row, in {@code run.zone}, if it has a time
     */
    public record Counts(long accepted, long rejected, long afterAsOf, Optional<LocalDate> newest) {}

    /** How many of the ids of a column stand in the input that it names. */
    public record Match(String to, long rows, long matchedRows, long ids, long matchedIds) {}
}
