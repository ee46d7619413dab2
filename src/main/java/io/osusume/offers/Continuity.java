package io.osusume.offers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Offers;
import io.osusume.tables.SuppressedOffers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Carries an offer over the nights: its id never changes, it keeps its dates while they run and its trigger is the same, and
 * {@code updated_at} is the end of the as-of day of the first night on which what someone would act on took its present
 * value.
 */
final class Continuity {
    private static final String SUBJECT = "_subject";
    private static final String[] IDENTITY = {Offers.TARGET_TYPE, Offers.TARGET_ID, Offers.OFFER_TYPE, SUBJECT};
    private static final String[] ACTED_ON = {
        Offers.TARGET_TYPE,
        Offers.TARGET_ID,
        Offers.OFFER_TYPE,
        SUBJECT,
        Offers.CONTENT_TRACK,
        Offers.PRICE,
        Offers.VALID_FROM,
        Offers.VALID_TO,
        Offers.RANK,
        Offers.REASON_CODE
    };

    private final LocalDate tomorrow;

    Continuity(LocalDate asOf) {
        this.tomorrow = asOf.plusDays(1);
    }

    /**
     * Adds id, dates, hash and time of the last change to decisions.
     *
     * @param decisions {@link OfferRows}
     * @param earlier offers and withheld offers of the newest earlier run
     */
    Dataset<Row> follow(Dataset<Row> decisions, Dataset<Row> earlier) {
        Dataset<Row> before = earlier.select(
                col(Offers.OFFER_ROW_ID),
                col(Offers.VALID_FROM).as("_from"),
                col(Offers.VALID_TO).as("_to"),
                col(Offers.TRIGGER).as("_trigger"),
                col(Offers.ROW_HASH).as("_hash"),
                col(Offers.UPDATED_AT).as("_updated"));
        Dataset<Row> known = decisions
                .withColumn(SUBJECT, coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID)))
                .withColumn(Offers.OFFER_ROW_ID, hash(IDENTITY))
                .join(before, new String[] {Offers.OFFER_ROW_ID}, "left");
        Dataset<Row> dated = known.select(dated(known.columns()));
        Column unchanged = col("_hash").equalTo(hash(ACTED_ON));
        return dated.select(
                col("*"),
                hash(ACTED_ON).as(Offers.ROW_HASH),
                when(unchanged, col("_updated"))
                        .otherwise(lit(tomorrow).cast("timestamp"))
                        .as(Offers.UPDATED_AT));
    }

    /** Days as dates; those of an offer that runs already as they were. */
    private Column[] dated(String... columns) {
        Column running = col("_to")
                .geq(lit(tomorrow))
                .and(col("_trigger").equalTo(col(Offers.TRIGGER)))
                .and(col(OfferRows.STOPPED).isNull());
        List<Column> result = new ArrayList<>();
        for (String name : columns) {
            Column day = date_from_unix_date(col(name));
            result.add(
                    switch (name) {
                        case Offers.VALID_FROM ->
                            when(running, col("_from")).otherwise(day).as(name);
                        case Offers.VALID_TO ->
                            when(running, col("_to")).otherwise(day).as(name);
                        case Offers.NEXT_CONTACT_OK_AT, SuppressedOffers.RELEASE_DATE -> day.as(name);
                        default -> col(name);
                    });
        }
        return result.toArray(Column[]::new);
    }

    private static Column hash(String... columns) {
        return md5(concat_ws(
                        "\u001f",
                        Arrays.stream(columns)
                                .map(c -> coalesce(col(c).cast("string"), lit("")))
                                .toArray(Column[]::new))
                .cast("binary"));
    }
}
