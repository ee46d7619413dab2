package io.osusume.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring;

import io.osusume.report.Grid.Heading;
import io.osusume.tables.Rejects;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was read: how much of it counted, what was rejected and why, what matched, what is missing and would help. */
final class DataTopic implements Topic {
    /** So many characters of a rejected row are shown; the whole row stands in the table. */
    private static final int EXAMPLE = 160;

    private static final List<Heading> INPUTS = List.of(
            Heading.word("input", "input"),
            Heading.of("accepted", Kind.WHOLE),
            Heading.of("rejected", Kind.WHOLE),
            Heading.of("after_as_of", Kind.WHOLE),
            Heading.of("newest", Kind.DATE),
            Heading.of("days_old", Kind.WHOLE),
            Heading.of("accepted_before", Kind.WHOLE),
            Heading.of("change", Kind.SHARE));
    private static final List<Heading> MATCHES = List.of(
            Heading.of("reference", Kind.TEXT),
            Heading.word("to", "input"),
            Heading.of("matched_rows", Kind.SHARE),
            Heading.of("matched_ids", Kind.SHARE));
    private static final List<Heading> REJECTS = List.of(
            Heading.word(Rejects.INPUT, "input"),
            Heading.of(Rejects.REASON, Kind.REJECT),
            Heading.of("rows", Kind.WHOLE),
            Heading.of(Rejects.DETAIL, Kind.TEXT),
            Heading.of("example", Kind.WHO));
    private static final List<Heading> MISSING = List.of(Heading.word("input", "input"), Heading.word("adds", "adds"));

    private final int top;

    DataTopic(int top) {
        this.top = top;
    }

    @Override
    public Section of(Night night) {
        Optional<Reading> reading = night.reading();
        Section section = Section.of(
                "data",
                figures(reading),
                reading.map(r -> inputs(r, night.readingBefore())).orElse(Grid.without("inputs", INPUTS, Grid.ABSENT)),
                rejects(night),
                reading.map(DataTopic::matches).orElse(Grid.without("matches", MATCHES, Grid.ABSENT)),
                reading.map(DataTopic::missing).orElse(Grid.without("missing", MISSING, Grid.ABSENT)));
        List<String> sentences = new ArrayList<>();
        reading.ifPresent(r -> {
            sentences.addAll(r.headlines());
            sentences.addAll(r.notes());
        });
        return section.saying(sentences);
    }

    private static List<Figure> figures(Optional<Reading> reading) {
        return List.of(
                new Figure("data.accepted", Kind.WHOLE, sum(reading, Reading.Counts::accepted)),
                new Figure("data.rejected", Kind.WHOLE, sum(reading, Reading.Counts::rejected)),
                new Figure("data.after_as_of", Kind.WHOLE, sum(reading, Reading.Counts::afterAsOf)));
    }

    private static Long sum(Optional<Reading> reading, java.util.function.ToLongFunction<Reading.Counts> count) {
        return reading.map(r -> r.inputs().values().stream().mapToLong(count).sum())
                .orElse(null);
    }

    private static Grid inputs(Reading reading, Optional<Reading> before) {
        List<List<Object>> rows = new ArrayList<>();
        reading.inputs().forEach((input, counts) -> {
            Long earlier = before.map(b -> b.inputs().get(input))
                    .map(Reading.Counts::accepted)
                    .orElse(null);
            rows.add(Grid.row(
                    input,
                    counts.accepted(),
                    counts.rejected(),
                    counts.afterAsOf(),
                    counts.newest().orElse(null),
                    counts.newest()
                            .map(day -> ChronoUnit.DAYS.between(day, reading.runDate()))
                            .orElse(null),
                    earlier,
                    earlier == null || earlier == 0 ? null : counts.accepted() / (double) earlier - 1));
        });
        return new Grid("inputs", INPUTS, rows, Grid.EMPTY);
    }

    private Grid rejects(Night night) {
        return night.of(Rejects.TABLE)
                .map(rows -> Grid.of(
                        "rejects",
                        REJECTS,
                        rows.groupBy(Rejects.INPUT, Rejects.REASON)
                                .agg(
                                        count(lit(1)).as("rows"),
                                        min(substring(col(Rejects.DETAIL), 1, EXAMPLE)),
                                        min(substring(col(Rejects.RAW), 1, EXAMPLE)))
                                .orderBy(col("rows").desc(), col(Rejects.INPUT), col(Rejects.REASON))
                                .limit(2 * top)
                                .collectAsList()))
                .orElse(Grid.without("rejects", REJECTS, Grid.ABSENT));
    }

    private static Grid matches(Reading reading) {
        List<List<Object>> rows = new ArrayList<>();
        reading.matches()
                .forEach((reference, m) -> rows.add(
                        Grid.row(reference, m.to(), share(m.matchedRows(), m.rows()), share(m.matchedIds(), m.ids()))));
        return new Grid("matches", MATCHES, rows, Grid.EMPTY);
    }

    private static Double share(long part, long all) {
        return all == 0 ? null : part / (double) all;
    }

    private static Grid missing(Reading reading) {
        return new Grid(
                "missing",
                MISSING,
                reading.absent().stream().map(input -> Grid.row(input, input)).toList(),
                Grid.EMPTY);
    }
}
