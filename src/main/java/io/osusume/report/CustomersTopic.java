package io.osusume.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.osusume.report.Grid.Heading;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who the customers are: potential against pace, results against room to grow, who moved. */
final class CustomersTopic implements Topic {
    /** The map has so many steps each way between scores of 0 and 1. */
    private static final int STEPS = 10;

    private static final String CUSTOMERS = "customers";
    private static final String WHAT_STEP = "what_step";
    private static final String PACE_STEP = "pace_step";
    private static final List<Heading> SUMS =
            List.of(Heading.of(CUSTOMERS, Kind.WHOLE), Heading.of(LwpSegments.RESULTS, Kind.MONEY));
    private static final List<Heading> MAP =
            List.of(Heading.of(WHAT_STEP, Kind.NUMBER), Heading.of(PACE_STEP, Kind.NUMBER), SUMS.get(0), SUMS.get(1));
    private static final List<Heading> SQUARE =
            List.of(Heading.word(LwpSegments.PRIORITY, "priority"), SUMS.get(0), SUMS.get(1));
    private static final List<Heading> SEGMENTS =
            List.of(Heading.word(LwpSegments.SEGMENT, "segment"), SUMS.get(0), SUMS.get(1));
    private static final List<Heading> MOVERS = List.of(
            Heading.word("priority_before", "priority"),
            Heading.word("priority_now", "priority"),
            SUMS.get(0),
            SUMS.get(1));

    @Override
    public Section of(Night night) {
        Optional<Dataset<Row>> segments = night.of(LwpSegments.TABLE);
        if (segments.isEmpty()) {
            return Section.of(
                    "customers",
                    List.of(),
                    Grid.without("square", SQUARE, Grid.ABSENT),
                    Grid.without("map", MAP, Grid.ABSENT),
                    Grid.without("segments", SEGMENTS, Grid.ABSENT),
                    Grid.without("movers", MOVERS, Grid.ABSENT));
        }
        List<Row> cells = cells(segments.get());
        return Section.of(
                "customers",
                figures(cells),
                square(cells),
                map(cells),
                new Grid("segments", SEGMENTS, by(cells, LwpSegments.SEGMENT), Grid.EMPTY),
                movers(night, segments.get()));
    }

    /** One pass: at most a row a step of the map, segment and priority. */
    private static List<Row> cells(Dataset<Row> segments) {
        return segments.groupBy(
                        step(LwpSegments.WHAT_SCORE).as(WHAT_STEP),
                        step(LwpSegments.PACE_SCORE).as(PACE_STEP),
                        col(LwpSegments.PRIORITY),
                        col(LwpSegments.SEGMENT))
                .agg(
                        count(lit(1)).as(CUSTOMERS),
                        sum(LwpSegments.RESULTS).as(LwpSegments.RESULTS),
                        max(LwpSegments.WHAT_CUT).as(LwpSegments.WHAT_CUT),
                        max(LwpSegments.PACE_CUT).as(LwpSegments.PACE_CUT))
                .collectAsList();
    }

    private static Column step(String score) {
        return least(floor(col(score).multiply(STEPS)), lit((long) STEPS - 1));
    }

    private static List<Figure> figures(List<Row> cells) {
        return List.of(
                new Figure("customers.customers", Kind.WHOLE, Sums.whole(cells, CUSTOMERS)),
                new Figure("customers.results", Kind.MONEY, Sums.number(cells, LwpSegments.RESULTS)),
                new Figure("customers.care", Kind.WHOLE, in(cells, Segment.CARE)),
                new Figure("customers.at_risk", Kind.WHOLE, in(cells, Segment.AT_RISK)),
                new Figure("customers.what_cut", Kind.NUMBER, cut(cells, LwpSegments.WHAT_CUT)),
                new Figure("customers.pace_cut", Kind.NUMBER, cut(cells, LwpSegments.PACE_CUT)));
    }

    private static long in(List<Row> cells, Segment segment) {
        return cells.stream()
                .filter(r -> segment.wire().equals(r.getAs(LwpSegments.SEGMENT)))
                .mapToLong(r -> r.<Long>getAs(CUSTOMERS))
                .sum();
    }

    /** From which score on it was high tonight: the same on every row. */
    private static Double cut(List<Row> cells, String column) {
        return cells.stream()
                .map(r -> r.<Double>getAs(column))
                .filter(c -> c != null)
                .findFirst()
                .orElse(null);
    }

    private static List<List<Object>> by(List<Row> cells, String column) {
        return Sums.by(cells, column, CUSTOMERS, LwpSegments.RESULTS);
    }

    /** A, B, C, D, those without a customer too. */
    private static Grid square(List<Row> cells) {
        List<List<Object>> found = by(cells, LwpSegments.PRIORITY);
        List<List<Object>> rows = Stream.of("A", "B", "C", "D")
                .map(p -> found.stream()
                        .filter(r -> p.equals(r.get(0)))
                        .findFirst()
                        .orElse(Grid.row(p, 0L, 0.0)))
                .toList();
        return new Grid("square", SQUARE, rows, Grid.EMPTY);
    }

    private static Grid map(List<Row> cells) {
        List<List<Object>> rows = new ArrayList<>();
        for (long what = 0; what < STEPS; what++) {
            for (long pace = 0; pace < STEPS; pace++) {
                List<Row> here = here(cells, what, pace);
                if (!here.isEmpty()) {
                    rows.add(Grid.row(
                            what / (double) STEPS,
                            pace / (double) STEPS,
                            Sums.whole(here, CUSTOMERS),
                            Sums.number(here, LwpSegments.RESULTS)));
                }
            }
        }
        return new Grid("map", MAP, rows, Grid.EMPTY);
    }

    private static List<Row> here(List<Row> cells, long what, long pace) {
        return cells.stream()
                .filter(r -> r.<Long>getAs(WHAT_STEP) == what && r.<Long>getAs(PACE_STEP) == pace)
                .toList();
    }

    private static Grid movers(Night night, Dataset<Row> segments) {
        if (night.earlier().segmentsOf().isEmpty()) {
            return Grid.without("movers", MOVERS, "first");
        }
        Dataset<Row> before = night.earlier()
                .segments()
                .select(col(LwpSegments.CUSTOMER_ID), col(LwpSegments.PRIORITY).as("priority_before"));
        return Grid.of(
                "movers",
                MOVERS,
                segments.join(before, LwpSegments.CUSTOMER_ID)
                        .where(col(LwpSegments.PRIORITY).notEqual(col("priority_before")))
                        .groupBy(col("priority_before"), col(LwpSegments.PRIORITY))
                        .agg(count(lit(1)), sum(LwpSegments.RESULTS))
                        .orderBy(col("priority_before"), col(LwpSegments.PRIORITY))
                        .collectAsList());
    }
}
