package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.InputConfig;
import io.osusume.errors.UserException;
import io.osusume.intake.source.RawRows;
import io.osusume.intake.source.Sources;
import io.osusume.io.Observed;
import io.osusume.io.Run;
import io.osusume.tables.Input;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/** Reads and stages one input in one scan. */
final class InputReader {
    private static final String NOTHING = "nothing";

    private final Sources sources;
    private final Run run;
    private final Staging staging;

    InputReader(Sources sources, Run run, Staging staging) {
        this.sources = sources;
        this.run = run;
        this.staging = staging;
    }

    /**
     * One input as it was staged.
     *
     * @param mapped the columns that the company's data has
     * @param notes what a person is told of the source and of the values in it, in sentences
     */
    record Taken(Dataset<Row> rows, Set<String> mapped, InputCounts counts, List<String> notes) {
        /** The same with the rows changed, of which so many more are rejected. */
        Taken with(Dataset<Row> changed, long rejected) {
            InputCounts c = counts;
            return new Taken(
                    changed,
                    mapped,
                    new InputCounts(
                            c.input(), c.accepted() - rejected, c.rejected() + rejected, c.afterAsOf(), c.newest()),
                    notes);
        }
    }

    /** Keeps the rows that are not after the as-of date; they are counted while they are written. */
    Taken take(Input input, InputConfig config) {
        RawRows raw = sources.read(input, config);
        Staging.Staged result = staged(raw, input, config);
        Observation seen = new Observation(input.name());
        Column accepted = col(Staging.STATUS).equalTo(Staging.ACCEPTED);
        Column newest = input.timeColumn()
                .map(t -> max(when(accepted.and(col(t).lt(staging.bounds().end())), col(t))))
                .orElse(max(lit(null).cast("timestamp")));
        Dataset<Row> observed = result.rows()
                .observe(
                        seen,
                        count(lit(1)).as("rows"),
                        count_if(accepted).as(Staging.ACCEPTED),
                        count_if(col(Staging.STATUS).equalTo(Staging.OLDER)).as(Staging.OLDER),
                        count_if(col(Staging.STATUS).equalTo(Staging.REJECTED)).as(Staging.REJECTED),
                        newest.as("newest"),
                        count(col(Reading.NOTHING)).as(NOTHING),
                        StagingNotes.figure(),
                        ShortenedIds.figure(input));
        Dataset<Row> kept = kept(input, raw, observed.where(col(Staging.STATUS).notEqual(Staging.LATER)));
        Map<String, Object> figures = Observed.figures(seen);
        int points = figures.get(StagingNotes.POINTS) instanceof Integer bits ? bits : 0;
        List<String> notes = notes(input, raw, figures);
        notes.addAll(result.notes().of(points, (Long) figures.get(NOTHING) > 0, kept));
        ShortenedIds.note(input, figures.get(ShortenedIds.SHORTENED)).ifPresent(notes::add);
        new RepeatedRows(input, raw).note(kept).ifPresent(notes::add);
        return new Taken(kept, result.mapped(), counts(input, figures), notes);
    }

    /** What the source is like may say why it cannot be mapped, such as a column that stands twice in its header. */
    private Staging.Staged staged(RawRows raw, Input input, InputConfig config) {
        try {
            return staging.stage(raw.rows(), input, config);
        } catch (UserException e) {
            throw raw.notes().isEmpty()
                    ? e
                    : UserException.configuration(e.getMessage() + IntakeNotes.noticed(raw.notes()), e);
        }
    }

    private static List<String> notes(Input input, RawRows raw, Map<String, Object> seen) {
        List<String> notes = new ArrayList<>(raw.notes());
        long older = (Long) seen.get(Staging.OLDER);
        if (older > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d accepted rows of %s are older versions of a key (%s), or say the same as another row of it: they are not"
                            + " used.",
                    older,
                    input.name(),
                    String.join(", ", input.table().key())));
        }
        return notes;
    }

    private Dataset<Row> kept(Input input, RawRows raw, Dataset<Row> rows) {
        try {
            return raw.during(() -> run.keep("in_" + input.name(), rows));
        } catch (UserException e) {
            throw e;
        } catch (Exception e) { // what Spark throws of rows that no expression of ours can catch
            if (Failure.root(e) instanceof SparkThrowable spark && !spark.isInternalError()) {
                throw UserException.configuration(
                        "The input " + input.name() + " cannot be read: " + Failure.plain(e)
                                + ". Where an expression with OVER (…) fails, one row cannot be set aside: write try_divide,"
                                + " try_cast or try_to_timestamp in inputs." + input.name() + ".columns",
                        e);
            }
            throw e;
        }
    }

    private static InputCounts counts(Input input, Map<String, Object> seen) {
        long accepted = (Long) seen.get(Staging.ACCEPTED) + (Long) seen.get(Staging.OLDER);
        long rejected = (Long) seen.get(Staging.REJECTED);
        Object newest = seen.get("newest");
        Optional<Instant> time =
                newest instanceof Timestamp t ? Optional.of(t.toInstant()) : Optional.ofNullable((Instant) newest);
        return new InputCounts(input.name(), accepted, rejected, (Long) seen.get("rows") - accepted - rejected, time);
    }
}
