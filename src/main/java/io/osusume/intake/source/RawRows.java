package io.osusume.intake.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of one input as they are written.
 *
 * @param notes what a person should know of the files, in sentences
 * @param origin where they come from
 */
public record RawRows(Dataset<Row> rows, List<String> notes, Origin origin) {
    public RawRows {
        notes = List.copyOf(notes);
    }

    RawRows(Dataset<Row> rows, List<String> notes, SourceFiles files) {
        this(rows, notes, Origin.of(files));
    }

    /** The files of an input that lies at one path; empty where it is a table or a query. */
    public Optional<SourceFiles> files() {
        return origin.query().isEmpty() ? origin.files().stream().findFirst() : Optional.empty();
    }

    /**
     * Does what reads the rows.
     *
     * @throws io.osusume.errors.UserException naming the file or the query that cannot be read, and a file that changed meanwhile
     */
    public <T> T during(Supplier<T> work) {
        try {
            T result = work.get();
            origin.requireUnchanged();
            return result;
        } catch (RuntimeException e) {
            throw origin.explained(e);
        }
    }
}
