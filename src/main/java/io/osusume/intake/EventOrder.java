package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What a person is told of offer events that stand there twice, or come before what they answer. */
record EventOrder(Dataset<Row> events) {

    /**
     * The sentences.
     *
     * @param accepted how many rows there were, those that stand there twice counted twice
     */
    List<String> notes(long accepted) {
        Column first = min(when(
                        col(OfferEvents.EVENT).equalTo(OfferEventType.DELIVERED.wire()), col(OfferEvents.EVENT_AT)))
                .over(Window.partitionBy(OfferEvents.CUSTOMER_ID, OfferEvents.OFFER_TYPE, OfferEvents.PRODUCT_ID));
        Row counts = events.withColumn("_first", first)
                .agg(
                        count(lit(1)),
                        count_if(col(OfferEvents.CUSTOMER_ID)
                                .isNotNull()
                                .and(col(OfferEvents.EVENT).notEqual(OfferEventType.UNSUBSCRIBED.wire()))
                                .and(col(OfferEvents.EVENT_AT).lt(col("_first")))))
                .first();
        List<String> notes = new ArrayList<>();
        if (accepted > counts.getLong(0)) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d rows of offer_events say the same as another row: each counts once.",
                    accepted - counts.getLong(0)));
        }
        if (counts.getLong(1) > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d offer_events come before the first delivery of their offer, which may be clocks in different zones:"
                            + " what they say holds, and they belong to no trial.",
                    counts.getLong(1)));
        }
        return notes;
    }
}
