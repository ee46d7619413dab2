package io.osusume.intake.source;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of one input as they are written.
 *
 * @param notes what a person should know of the files, in sentences
 * @param files those that hold the rows; none where they come from a table or a database
 */
public record RawRows(Dataset<Row> rows, List<String> notes, SourceFiles files) {
    public RawRows {
        notes = List.copyOf(notes);
    }
}
