package io.osusume.worklist;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;

import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tonight's offers of each target, the best first, as one column. */
final class OffersMade {
    static final String COLUMN = "offers";
    /** The first day on which it may go out, and the last, since 1970-01-01. */
    static final String FROM = "from";

    static final String TO = "to";

    private OffersMade() {}

    /** Grain: one target with an offer. Whom to speak to and in which segment are those of the best offer. */
    static Dataset<Row> of(Dataset<Row> offers) {
        Column from = unix_date(
                greatest(col(Offers.VALID_FROM), coalesce(col(Offers.NEXT_CONTACT_OK_AT), col(Offers.VALID_FROM))));
        Column made = struct(
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
        Column first = struct(col(Offers.RANK), col(Offers.OFFER_ROW_ID));
        return offers.groupBy(Offers.TARGET_TYPE, Offers.TARGET_ID)
                .agg(
                        sort_array(collect_list(made)).as(COLUMN),
                        min_by(col(Offers.CUSTOMER_ID), first).as(Offers.CUSTOMER_ID),
                        min_by(col(Offers.OWNER), first).as(Offers.OWNER),
                        min_by(col(Offers.LWP_PRIORITY), first).as(LwpSegments.PRIORITY),
                        min_by(col(Offers.LWP_SEGMENT), first).as(LwpSegments.SEGMENT));
    }
}
