package io.osusume.offers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.OffersConfig;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Why a candidate is not offered, in this order: the customer opted out or never agreed; has an open issue; is at risk of
 * leaving; was contacted enough without reacting; the offer is worth too little; the customer has enough offers.
 */
final class Guardrails {
    /** Added: the reason code, null for a candidate that may be offered. */
    static final String STOPPED = "_stopped";

    static final String BELOW_FLOOR = "below_floor";
    static final String OVER_LIMIT = "over_limit";

    /** Segments in which nothing is sold, and the reason code they give. */
    private static final Map<String, String> SILENT_SEGMENTS = new TreeMap<>(
            Map.of("opted_out", "opted_out", "care", "open_issue", "at_risk", "at_risk", "fatigued", "fatigued"));

    private final OffersConfig config;

    Guardrails(OffersConfig config) {
        this.config = config;
    }

    /** Bounds the candidates of each customer, gives each a reason to be stopped or a rank. */
    Dataset<Row> apply(Dataset<Row> valued) {
        Dataset<Row> bounded = valued.withColumn("_place", row_number().over(best(col(Candidates.CUSTOMER_ID))))
                .where(col("_place").leq(config.maxCandidates()))
                .drop("_place");
        Dataset<Row> judged = bounded.withColumn(STOPPED, stopped());
        WindowSpec amongEligible =
                best(col(Candidates.CUSTOMER_ID), col(STOPPED).isNull());
        return judged.withColumn(
                        Offers.RANK, when(col(STOPPED).isNull(), row_number().over(amongEligible)))
                .withColumn(
                        STOPPED,
                        when(col(Offers.RANK).gt(config.maxPerCustomer()), lit(OVER_LIMIT))
                                .otherwise(col(STOPPED)));
    }

    private Column stopped() {
        Column reason = when(col(LwpSegments.SEGMENT).isNull(), lit("opted_out"));
        for (Map.Entry<String, String> silent : SILENT_SEGMENTS.entrySet()) {
            reason = reason.when(col(LwpSegments.SEGMENT).equalTo(silent.getKey()), lit(silent.getValue()));
        }
        return reason.when(col(Offers.EXPECTED_VALUE).lt(config.minExpectedValue()), lit(BELOW_FLOOR));
    }

    private static WindowSpec best(Column... partition) {
        return Window.partitionBy(partition)
                .orderBy(col(Offers.RANK_SCORE).desc(), col(Candidates.OFFER_TYPE), col(Candidates.PRODUCT_ID));
    }
}
