package io.osusume.io;

import java.util.List;
import java.util.Map;

/**
 * What {@code _runs/<run_id>.json} says of one run.
 *
 * @param runDate the as-of date, YYYY-MM-DD
 * @param versions of Osusume, Spark, Java and the contract of the published tables
 * @param configHash equal hashes mean equal settings
 * @param inputs per input accepted, rejected and after_as_of rows
 * @param absentInputs inputs that the company has not
 * @param tables per table rows and checksum
 * @param stageSeconds wall seconds per stage
 * @param notes what the run had to say: what it could not know, what looks odd
 */
public record Manifest(
        String runId,
        String runDate,
        String startedAt,
        String publishedAt,
        Map<String, String> versions,
        String configHash,
        Map<String, InputRows> inputs,
        List<String> absentInputs,
        Map<String, TableRows> tables,
        Map<String, Double> stageSeconds,
        List<String> notes) {

    /** Rows of one input. */
    public record InputRows(long accepted, long rejected, long afterAsOf) {}

    /** Rows of one published table, with a checksum that does not depend on their order. */
    public record TableRows(long rows, String checksum) {}
}
