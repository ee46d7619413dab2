package io.osusume.worklist;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;

import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tonight's offers, as the sheets read them. */
final class TonightsOffers {
    /** The first day on which it may go out, and the last, since 1970-01-01. */
    static final String FROM = "from";

    static final String TO = "to";

    private TonightsOffers() {}

    /** Grain: one offer. */
    static Dataset<Row> read(Dataset<Row> offers) {
        Column from = unix_date(
                greatest(col(Offers.VALID_FROM), coalesce(col(Offers.NEXT_CONTACT_OK_AT), col(Offers.VALID_FROM))));
        return offers.select(
                col(Offers.TARGET_TYPE),
                col(Offers.TARGET_ID),
                col(Offers.RANK),
                col(Offers.OFFER_ROW_ID),
                col(Offers.OFFER_TYPE),
                col(Offers.TRIGGER),
                col(Offers.PRODUCT_NAME),
                col(Offers.REASON_CODE),
                col(Offers.REASON_TEXT),
                col(Offers.EVIDENCE_TEXT),
                col(Offers.EXPECTED_VALUE),
                coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID), lit("")).as(Happenings.SUBJECT),
                col(Offers.CHANNEL),
                from.as(FROM),
                unix_date(col(Offers.VALID_TO)).as(TO));
    }

    /** Grain: one account that is offered something as a whole. Whom to speak to and in which segment are those of the best offer. */
    static Dataset<Row> accounts(Dataset<Row> offers) {
        Column first = struct(col(Offers.RANK), col(Offers.OFFER_ROW_ID));
        return offers.where(col(Offers.TARGET_TYPE).equalTo(Offers.ACCOUNT))
                .groupBy(Offers.TARGET_TYPE, Offers.TARGET_ID)
                .agg(
                        min_by(col(Offers.CUSTOMER_ID), first).as(Offers.CUSTOMER_ID),
                        min_by(col(Offers.OWNER), first).as(Offers.OWNER),
                        min_by(col(Offers.LWP_PRIORITY), first).as(LwpSegments.PRIORITY),
                        min_by(col(Offers.LWP_SEGMENT), first).as(LwpSegments.SEGMENT));
    }
}
