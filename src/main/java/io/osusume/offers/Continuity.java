package io.osusume.offers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Offers;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Carries an offer over the nights: its id never changes, it keeps its dates while they run, and {@code updated_at} is the
 * end of the as-of day of the first night on which what someone would act on took its present value.
 */
final class Continuity {
    private static final String[] IDENTITY = {
        Offers.TARGET_TYPE, Offers.TARGET_ID, Offers.OFFER_TYPE, Offers.PRODUCT_ID,
    };
    private static final String[] ACTED_ON = {
        Offers.TARGET_TYPE,
        Offers.TARGET_ID,
        Offers.OFFER_TYPE,
        Offers.PRODUCT_ID,
        Offers.PRICE,
        Offers.VALID_FROM,
        Offers.VALID_TO,
        Offers.RANK,
        Offers.REASON_CODE
    };

    private final int validDays;

    Continuity(int validDays) {
        this.validDays = validDays;
    }

    Dataset<Row> follow(Dataset<Row> offers, Dataset<Row> earlier, LocalDate asOf) {
        LocalDate tomorrow = asOf.plusDays(1);
        Dataset<Row> before = earlier.select(
                col(Offers.OFFER_ROW_ID),
                col(Offers.VALID_FROM).as("_from"),
                col(Offers.VALID_TO).as("_to"),
                col(Offers.ROW_HASH).as("_hash"),
                col(Offers.UPDATED_AT).as("_updated"));
        Column running = col("_to").geq(lit(tomorrow));
        return offers.withColumn(Offers.OFFER_ROW_ID, hash(IDENTITY))
                .join(before, new String[] {Offers.OFFER_ROW_ID}, "left")
                .withColumn(Offers.VALID_FROM, when(running, col("_from")).otherwise(lit(tomorrow)))
                .withColumn(
                        Offers.VALID_TO, when(running, col("_to")).otherwise(lit(tomorrow.plusDays(validDays - 1L))))
                .withColumn(Offers.ROW_HASH, hash(ACTED_ON))
                .withColumn(
                        Offers.UPDATED_AT,
                        when(col("_hash").equalTo(col(Offers.ROW_HASH)), col("_updated"))
                                .otherwise(lit(tomorrow).cast("timestamp")))
                .drop("_from", "_to", "_hash", "_updated");
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
