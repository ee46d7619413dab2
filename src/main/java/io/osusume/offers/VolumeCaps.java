package io.osusume.offers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.try_element_at;

import io.osusume.tables.Offers;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * Who goes without an offer of which there are only so many: the targets with the highest rank score get it. Who is stopped by
 * a guardrail takes none away; who has enough other offers does, since there is no second round.
 */
final class VolumeCaps {
    /** Of a target: the products and bundles of which others get the last ones. */
    static final String CAPPED = "capped";

    private final Map<String, Double> caps;

    VolumeCaps(Map<String, Double> caps) {
        this.caps = caps;
    }

    boolean any() {
        return !caps.isEmpty();
    }

    /**
     * Adds {@link #CAPPED} to targets.
     *
     * @param decisions {@link OfferRows} of these targets as if there were no cap
     */
    Dataset<Row> add(Dataset<Row> targets, Dataset<Row> decisions) {
        Column subject = coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID));
        Column[] pairs = caps.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(lit(e.getKey()), lit(e.getValue())))
                .toArray(Column[]::new);
        Dataset<Row> over = decisions
                .where(subject.isin(caps.keySet().toArray()))
                .where(coalesce(col(OfferRows.STOPPED), lit(Guardrails.OVER_LIMIT))
                        .equalTo(Guardrails.OVER_LIMIT))
                .select(
                        col(Offers.TARGET_TYPE),
                        col(Offers.TARGET_ID),
                        subject.as("_subject"),
                        row_number()
                                .over(Window.partitionBy(subject)
                                        .orderBy(
                                                col(Offers.RANK_SCORE).desc(),
                                                col(Offers.TARGET_TYPE),
                                                col(Offers.TARGET_ID),
                                                col(Offers.OFFER_TYPE)))
                                .as("_place"))
                .where(col("_place").gt(try_element_at(functions.map(pairs), col("_subject"))))
                .groupBy(Offers.TARGET_TYPE, Offers.TARGET_ID)
                .agg(collect_set("_subject").as(CAPPED));
        return targets.join(over, new String[] {Offers.TARGET_TYPE, Offers.TARGET_ID}, "left");
    }
}
