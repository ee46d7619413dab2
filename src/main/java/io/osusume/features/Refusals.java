package io.osusume.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferEvents;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who said no to what. Grain: one customer, offer type and product that was declined.
 */
public final class Refusals {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String OFFER_TYPE = "offer_type";
    public static final String PRODUCT_ID = "product_id";
    /** When it was declined last. */
    public static final String DECLINED_AT = "declined_at";

    public static final String DECLINES = "declines";

    /** Collects the refusals from {@code offer_events}, which is scanned once. */
    public Dataset<Row> of(Facts facts) {
        return facts.of(OfferEvents.INPUT)
                .where(col(OfferEvents.EVENT)
                        .equalTo(OfferEventType.DECLINED.wire())
                        .and(col(OfferEvents.CUSTOMER_ID).isNotNull()))
                .groupBy(CUSTOMER_ID, OFFER_TYPE, PRODUCT_ID)
                .agg(max(OfferEvents.EVENT_AT).as(DECLINED_AT), count(lit(1)).as(DECLINES));
    }
}
