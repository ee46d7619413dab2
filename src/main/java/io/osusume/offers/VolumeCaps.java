package io.osusume.offers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Arm;
import io.osusume.tables.Offers;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * Who goes without an offer of which there are only so many: the targets with the highest rank score get it. Who is stopped by
 * a guardrail takes none away; who has enough other offers does, since there is no second round. Nor does who is in a control
 * arm: an offer that is withheld is exactly one that would have been made, and leaves what there is to those who get it.
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
                        sum(when(col(Offers.ARM).equalTo(Arm.CONTROL.wire()), 0).otherwise(1))
                                .over(Window.partitionBy(subject)
                                        .orderBy(
                                                col(Offers.RANK_SCORE).desc(),
                                                col(Offers.TARGET_TYPE),
                                                col(Offers.TARGET_ID),
                                                col(Offers.OFFER_TYPE))
                                        .rowsBetween(Window.unboundedPreceding(), Window.currentRow()))
                                .as("_made"),
                        when(col(Offers.ARM).equalTo(Arm.CONTROL.wire()), 1)
                                .otherwise(0)
                                .as("_own"))
                .where(col("_made").plus(col("_own")).gt(try_element_at(functions.map(pairs), col("_subject"))))
                .groupBy(Offers.TARGET_TYPE, Offers.TARGET_ID)
                .agg(collect_set("_subject").as(CAPPED));
        return targets.join(over, new String[] {Offers.TARGET_TYPE, Offers.TARGET_ID}, "left");
    }
}
