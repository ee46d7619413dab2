package io.osusume.intake;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.OfferEvents;
import io.osusume.tables.Offers;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What an offer event is about, where it names the row of an offer: looked up among the offers that earlier nights published,
 * as of the last night before the event. An {@code offer_row_id} is the same every night, what was said with it is not. Grain:
 * one offer event.
 */
public final class OfferTargets {
    private static final String NIGHTS = "_nights";
    private static final String OFFER = "_offer";
    /** Product, or bundle. */
    private static final String SUBJECT = "_subject";

    /** Column of an event → column of the offer. */
    private static final Map<String, String> FILLED = Map.of(
            OfferEvents.CUSTOMER_ID, Offers.CUSTOMER_ID,
            OfferEvents.OFFER_TYPE, Offers.OFFER_TYPE,
            OfferEvents.PRODUCT_ID, SUBJECT,
            OfferEvents.TRIGGER, Offers.TRIGGER,
            OfferEvents.SEGMENT, Offers.LWP_SEGMENT,
            OfferEvents.CHANNEL, Offers.CHANNEL);

    /**
     * Fills in what the event does not say itself; it stays null where no earlier night published the row.
     *
     * @param events accepted rows of {@code offer_events}
     * @param published offers and withheld offers of earlier nights
     * @param night the column of {@code published} with the date of its night
     */
    public Dataset<Row> fill(Dataset<Row> events, Dataset<Row> published, String night) {
        Dataset<Row> named = events.select(OfferEvents.OFFER_ROW_ID).distinct();
        Dataset<Row> offers = published
                .join(named, new String[] {Offers.OFFER_ROW_ID}, "left_semi")
                .withColumn(SUBJECT, coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID)))
                .groupBy(Offers.OFFER_ROW_ID)
                .agg(array_sort(collect_set(struct(
                                col(night),
                                col(Offers.CUSTOMER_ID),
                                col(Offers.OFFER_TYPE),
                                col(SUBJECT),
                                col(Offers.TRIGGER),
                                col(Offers.LWP_SEGMENT),
                                col(Offers.CHANNEL))))
                        .as(NIGHTS));
        Column before = filter(col(NIGHTS), n -> n.getField(night).leq(to_date(col(OfferEvents.EVENT_AT))));
        Column offer = when(size(before).gt(0), element_at(before, -1))
                .when(size(col(NIGHTS)).gt(0), element_at(col(NIGHTS), 1));
        return events.join(offers, new String[] {OfferEvents.OFFER_ROW_ID}, "left")
                .withColumn(OFFER, offer)
                .select(OfferEvents.TABLE.columnNames().stream()
                        .map(OfferTargets::filled)
                        .toArray(Column[]::new));
    }

    private static Column filled(String name) {
        return FILLED.containsKey(name)
                ? coalesce(col(name), col(OFFER).getField(FILLED.get(name))).as(name)
                : col(name);
    }
}
