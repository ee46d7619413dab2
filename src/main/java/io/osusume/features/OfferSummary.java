package io.osusume.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.max;

import io.osusume.tables.Features;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferEvents;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How each customer met past offers. Grain: one customer that an offer event names. */
final class OfferSummary {
    private OfferSummary() {}

    static Dataset<Row> of(Dataset<Row> offerEvents, Lookback lookback) {
        Column at = col(OfferEvents.EVENT_AT);
        Column declined = col(OfferEvents.EVENT).equalTo(OfferEventType.DECLINED.wire());
        return offerEvents
                .where(col(OfferEvents.CUSTOMER_ID).isNotNull())
                .groupBy(OfferEvents.CUSTOMER_ID)
                .agg(
                        max(col(OfferEvents.EVENT).equalTo(OfferEventType.UNSUBSCRIBED.wire()))
                                .as(Features.UNSUBSCRIBED),
                        count_if(declined.and(lookback.within(at, 90))).as(Features.DECLINED_90D));
    }
}
