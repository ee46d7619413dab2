package io.osusume.effects;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;

import io.osusume.features.Facts;
import io.osusume.tables.Episodes;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferEvents;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** When offers first went out, as the company's data tells by now. */
final class Deliveries {
    /** The day. */
    static final String FIRST = "_first";

    private static final String SUBJECT = "_subject";

    private Deliveries() {}

    /** {@link Episodes#OFFER_ROW_ID} and {@link #FIRST} of those that went out after their first day. */
    static Dataset<Row> first(Dataset<Row> episodes, Facts facts) {
        Dataset<Row> deliveries = facts.of(OfferEvents.INPUT)
                .where(col(OfferEvents.EVENT).equalTo(OfferEventType.DELIVERED.wire()))
                .select(
                        col(OfferEvents.CUSTOMER_ID).as("_customer"),
                        col(OfferEvents.OFFER_TYPE).as("_type"),
                        col(OfferEvents.PRODUCT_ID).as("_product"),
                        to_date(col(OfferEvents.EVENT_AT)).as("_day"));
        return episodes.withColumn(SUBJECT, coalesce(col(Episodes.PRODUCT_ID), col(Episodes.BUNDLE_ID)))
                .join(
                        deliveries,
                        col("_customer")
                                .equalTo(col(Episodes.CUSTOMER_ID))
                                .and(col("_type").equalTo(col(Episodes.OFFER_TYPE)))
                                .and(col("_product").equalTo(col(SUBJECT)))
                                .and(col("_day").gt(col(Episodes.FIRST_DAY))))
                .groupBy(Episodes.OFFER_ROW_ID)
                .agg(min("_day").as(FIRST));
    }
}
