package io.osusume.intake.source;

import io.osusume.intake.profile.GroupedReport;
import io.osusume.intake.profile.Outline;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * What one file of a csv input looks like.
 *
 * @param titles records above its header
 * @param names its columns in their order, each name once; empty where the file holds nothing
 * @param header its header as it stands there
 * @param hasBreaks whether line breaks stand between quotes
 * @param head the first records, without the header
 * @param last the last record
 * @param figures what was counted
 * @param report what was counted where it is a report whose lines stand below names
 * @param outline what was counted to tell whether it writes what rows share in the first of them alone
 */
record CsvFile(
        Path path,
        List<List<String>> titles,
        List<String> names,
        List<String> header,
        boolean hasBreaks,
        List<List<String>> head,
        Record last,
        Figures figures,
        Optional<GroupedReport.Figures> report,
        Outline.Tally outline) {

    /** Fields, and the line in which they begin, counted from 1. */
    @SuppressWarnings("JavaLangClash") // a record of a CSV file (RFC 4180)
    record Record(long line, List<String> fields) {
        static final Record NONE = new Record(0, List.of());
    }

    /**
     * Counts of a file.
     *
     * @param records without the header
     * @param again records that are the header again
     * @param damaged records with characters that no text has
     * @param firstDamaged the line in which the first of them begins
     * @param odd records that have another number of fields than the header
     * @param firstOdd the line in which the first of them begins
     * @param open the first line in which a quote is opened that nothing closes; 0: none
     */
    record Figures(long records, long again, long damaged, long firstDamaged, long odd, long firstOdd, long open) {
        static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0);
    }

    boolean isEmpty() {
        return header.isEmpty();
    }
}
