package io.osusume.offers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.catalogue.ShelfShare;
import io.osusume.tables.Arm;
import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * No product or set is more than a share of the offers to cross-sell or of the sets: of the offers of it those with the highest
 * rank score stay, the other targets get their next best. What they get then may be too much of another, so it is done again
 * until nothing is. What is withheld from a control arm counts for nothing.
 */
final class ShareBound {
    private final double share;
    private final Map<OfferType, Long> offerable;

    /** @param offerable how many products or sets might be offered: nothing is held below twice its even share */
    ShareBound(double share, Map<OfferType, Long> offerable) {
        this.share = share;
        this.offerable = offerable;
    }

    /**
     * The targets, with what each may not get. Runs jobs at once.
     *
     * @param decide what would be offered to targets
     */
    Dataset<Row> hold(Dataset<Row> targets, UnaryOperator<Dataset<Row>> decide) {
        Map<OfferType, Long> most = new HashMap<>();
        return Rounds.hold(targets, decide, decided -> {
            if (most.isEmpty()) {
                most.putAll(most(decided));
            }
            return over(decided, most);
        });
    }

    /** Type → how many offers of one thing there may be. */
    private Map<OfferType, Long> most(Dataset<Row> decided) {
        Map<OfferType, Long> most = new HashMap<>();
        decided.where(offered())
                .groupBy(Offers.OFFER_TYPE)
                .agg(count(lit(1)))
                .collectAsList()
                .forEach(row -> ShelfShare.BOUND.stream()
                        .filter(type -> type.wire().equals(row.getString(0)))
                        .forEach(type -> most.put(
                                type, ShelfShare.most(row.getLong(1), share, offerable.getOrDefault(type, 0L)))));
        return most;
    }

    private static Column offered() {
        return col(OfferRows.STOPPED).isNull().and(col(Offers.ARM).notEqual(Arm.CONTROL.wire()));
    }

    private static Dataset<Row> over(Dataset<Row> decided, Map<OfferType, Long> most) {
        Column allowed = lit(Long.MAX_VALUE);
        for (OfferType type : ShelfShare.BOUND) {
            allowed = when(col(Offers.OFFER_TYPE).equalTo(type.wire()), most.getOrDefault(type, 0L))
                    .otherwise(allowed);
        }
        Column subject = coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID));
        return decided.where(offered())
                .select(
                        col(Offers.TARGET_TYPE),
                        col(Offers.TARGET_ID),
                        subject.as("_subject"),
                        allowed.as("_allowed"),
                        sum(lit(1))
                                .over(Window.partitionBy(col(Offers.OFFER_TYPE), subject)
                                        .orderBy(
                                                col(Offers.RANK_SCORE).desc(),
                                                col(Offers.TARGET_TYPE),
                                                col(Offers.TARGET_ID))
                                        .rowsBetween(Window.unboundedPreceding(), Window.currentRow()))
                                .as("_made"))
                .where(col("_made").gt(col("_allowed")))
                .groupBy(Offers.TARGET_TYPE, Offers.TARGET_ID)
                .agg(collect_set("_subject").as(Rounds.OVER));
    }
}
