package io.osusume.report;

import static org.apache.spark.sql.functions.col;

import io.osusume.report.Grid.Heading;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Segment;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who needs help first, and who is about to leave: care comes before selling. */
final class PeopleTopic implements Topic {
    private static final List<Heading> PEOPLE = List.of(
            Heading.of(LwpSegments.CUSTOMER_ID, Kind.WHO),
            Heading.word(LwpSegments.PRIORITY, "priority"),
            Heading.of(LwpSegments.RESULTS, Kind.MONEY),
            Heading.of(LwpSegments.USAGE_TREND, Kind.NUMBER),
            Heading.word(LwpSegments.CANCEL_REQUESTED, "yes"),
            Heading.of(LwpSegments.OPEN_ISSUES, Kind.WHOLE),
            Heading.of(LwpSegments.OPEN_SEVERE_TICKETS, Kind.WHOLE),
            Heading.of(LwpSegments.DAYS_SINCE_SEEN, Kind.WHOLE));

    private final int top;

    PeopleTopic(int top) {
        this.top = top;
    }

    @Override
    public Section of(Night night) {
        return Section.of(
                "people", List.of(), people("care", night, Segment.CARE), people("at_risk", night, Segment.AT_RISK));
    }

    /** Those of a segment, the most valuable to date first. */
    private Grid people(String id, Night night, Segment segment) {
        return night.of(LwpSegments.TABLE)
                .map(segments -> Grid.of(id, PEOPLE, first(segments, segment)))
                .orElse(Grid.without(id, PEOPLE, Grid.ABSENT));
    }

    private List<Row> first(Dataset<Row> segments, Segment segment) {
        return segments.where(col(LwpSegments.SEGMENT).equalTo(segment.wire()))
                .orderBy(col(LwpSegments.RESULTS).desc(), col(LwpSegments.CUSTOMER_ID))
                .limit(top)
                .select(PEOPLE.stream().map(c -> col(c.name())).toArray(Column[]::new))
                .collectAsList();
    }
}
