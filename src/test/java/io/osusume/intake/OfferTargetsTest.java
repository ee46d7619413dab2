package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.OfferEvents;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OfferTargetsTest {
    private static final String NIGHT = "run_date";

    /** Of a bundle the id of the bundle is the subject; what was said changed on the night of the 10th. */
    private static final Dataset<Row> PUBLISHED = rows(
                    "run_date STRING, offer_row_id STRING, customer_id STRING, offer_type STRING, product_id STRING,"
                            + " bundle_id STRING, trigger STRING, lwp_segment STRING, channel STRING",
                    row("2026-06-05", "row-1", "c1", "cross_sell", "p1", null, "interest", "develop", "email"),
                    row("2026-06-10", "row-1", "c1", "cross_sell", "p1", null, "post_purchase", "ready", "phone"),
                    row("2026-06-10", "row-2", "c2", "bundle", null, "b2", "none", "ready", "email"))
            .withColumn(NIGHT, col(NIGHT).cast("date"));

    @Test
    void anEventTakesWhatItsOfferSaidOnTheNightBeforeIt() {
        assertThat(filled(
                        "row-1 - - - delivered 2026-06-09T12:00:00",
                        "row-1 - - - accepted 2026-06-11T12:00:00",
                        "row-1 - - - viewed 2026-06-01T12:00:00",
                        "row-2 - - - declined 2026-06-20T12:00:00"))
                .containsExactlyInAnyOrder(
                        "delivered c1 cross_sell p1 interest develop email",
                        "accepted c1 cross_sell p1 post_purchase ready phone",
                        "viewed c1 cross_sell p1 interest develop email",
                        "declined c2 bundle b2 none ready email");
    }

    @Test
    void whatAnEventSaysItselfHoldsAndAnUnknownOfferTellsNothing() {
        assertThat(filled(
                        "row-1 c9 upsell p9 declined 2026-06-11T12:00:00",
                        "row-9 - - - declined 2026-06-11T12:00:00",
                        "- c3 bundle p3 accepted 2026-06-11T12:00:00"))
                .containsExactlyInAnyOrder(
                        "declined c9 upsell p9 post_purchase ready phone",
                        "declined null null null null null null",
                        "accepted c3 bundle p3 null null null");
    }

    @Test
    void rowsThatRepeatAndAnswersBeforeTheirOfferAreCounted() {
        Dataset<Row> events = events(
                "- c1 upsell p delivered 2026-06-02T12:00:00",
                "- c1 upsell p clicked 2026-06-01T12:00:00",
                "- c1 upsell p accepted 2026-06-03T12:00:00",
                "- c2 upsell p declined 2026-06-01T12:00:00");
        assertThat(new EventOrder(events).notes(6))
                .containsExactly(
                        "2 rows of offer_events say the same as another row: each counts once.",
                        "1 offer_events come before the first delivery of their offer, which may be clocks in different zones:"
                                + " what they say holds, and they belong to no trial.");
        assertThat(new EventOrder(events.where("event <> 'clicked'")).notes(3)).isEmpty();
    }

    private static List<String> filled(String... events) {
        return new OfferTargets()
                        .fill(events(events), PUBLISHED, NIGHT)
                        .select(
                                OfferEvents.EVENT,
                                OfferEvents.CUSTOMER_ID,
                                OfferEvents.OFFER_TYPE,
                                OfferEvents.PRODUCT_ID,
                                OfferEvents.TRIGGER,
                                OfferEvents.SEGMENT,
                                OfferEvents.CHANNEL)
                        .collectAsList()
                        .stream()
                        .map(r -> r.mkString(" "))
                        .toList();
    }

    /** Events such as {@code "row customer type product event time"}; {@code -} is null. */
    private static Dataset<Row> events(String... lines) {
        Row[] cells = Arrays.stream(lines)
                .map(l -> row(Arrays.stream(l.split(" "))
                        .map(c -> c.equals("-") ? null : c)
                        .toArray()))
                .toArray(Row[]::new);
        Dataset<Row> events = rows(
                        "offer_row_id STRING, customer_id STRING, offer_type STRING, product_id STRING, event STRING,"
                                + " event_at STRING",
                        cells)
                .withColumn(OfferEvents.EVENT_AT, col(OfferEvents.EVENT_AT).cast("timestamp"));
        for (var column : OfferEvents.TABLE.columns()) {
            if (!List.of(events.columns()).contains(column.name())) {
                events = events.withColumn(column.name(), lit(null).cast(column.type()));
            }
        }
        return events;
    }
}
