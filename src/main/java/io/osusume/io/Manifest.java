package io.osusume.io;

import java.util.List;
import java.util.Map;

/**
 * What {@code _runs/<run_id>.json} says of one run.
 *
 * @param runDate the as-of date, YYYY-MM-DD
 * @param versions of Osusume, Spark, Java and the contract of the published tables
 * @param configHash equal hashes mean equal settings
 * @param inputs per input accepted, rejected and after_as_of rows, and its newest time
 * @param absentInputs inputs that the company has not
 * @param tables per table rows and checksum
 * @param stageSeconds wall seconds per stage
 * @param notes what the run had to say: what it could not know, what looks odd
 * @param headlines of that, what must be read before all else
 * @param matches how many of the ids that an input's column names stand in the input that holds them
 * @param accepted the checks that a person let this run pass
 * @param files per input that lies in files a digest of their names, sizes and times: equal ones mean the same files
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
        List<String> notes,
        List<String> headlines,
        Map<String, Match> matches,
        List<String> accepted,
        Map<String, String> files) {

    public Manifest {
        // Manifests of earlier versions have none of these.
        files = files == null ? Map.of() : Map.copyOf(files);
        accepted = accepted == null ? List.of() : List.copyOf(accepted);
        matches = matches == null ? Map.of() : matches;
        headlines = headlines == null ? List.of() : List.copyOf(headlines);
    }

    /** The same, published at another moment. */
    public Manifest published(String at) {
        return new Manifest(
                runId,
                runDate,
                startedAt,
                at,
                versions,
                configHash,
                inputs,
                absentInputs,
                tables,
                stageSeconds,
                notes,
                headlines,
                matches,
                accepted,
                files);
    }

    /**
     * Rows of one input.
     *
     * @param newest the newest time among accepted rows, a UTC instant; null: the input has no time, no row was accepted, or an
     *     earlier version wrote this
     */
    public record InputRows(long accepted, long rejected, long afterAsOf, String newest) {}

    /**
     * One column whose values name the rows of another input.
     *
     * @param to the other input
     * @param rows rows that name anything
     * @param matchedRows those whose id stands in the other input
     * @param ids distinct ones
     */
    public record Match(String to, long rows, long matchedRows, long ids, long matchedIds) {}

    /** Rows of one published table, with a checksum that does not depend on their order. */
    public record TableRows(long rows, String checksum) {}
}
