package io.osusume.offers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;

import io.osusume.config.OffersConfig;
import io.osusume.tables.Replenishment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rhythms of one target: those steady enough to tell. */
final class Rhythms {
    private final Map<String, Rhythm> byProduct = new HashMap<>();

    /** As facts about people. */
    static Dataset<Row> facts(Dataset<Row> needs, OffersConfig.Subscribe told) {
        return needs.where(col(Replenishment.INTERVALS)
                        .geq(told.minPurchases() - 1)
                        .and(col(Replenishment.VARIATION).leq(told.maxVariation()))
                        .and(col(Replenishment.P_NEEDED).geq(told.minNeeded()))
                        .and(col(Replenishment.INTERVAL_DAYS).leq(told.maxIntervalDays())))
                .select(
                        lit(TargetFacts.NEED).as(TargetFacts.KIND),
                        col(Replenishment.CUSTOMER_ID).as(TargetFacts.PERSON),
                        col(Replenishment.PRODUCT_ID),
                        struct(
                                        col(Replenishment.INTERVALS),
                                        col(Replenishment.INTERVAL_DAYS),
                                        col(Replenishment.VARIATION),
                                        col(Replenishment.SPEED_UP),
                                        col(Replenishment.P_NEEDED),
                                        unix_date(col(Replenishment.EXPECTED_DAY))
                                                .as(Replenishment.EXPECTED_DAY))
                                .as(TargetFacts.NEED));
    }

    /** One person's rhythm says nothing of another's. */
    void add(Row fact, String recipient) {
        if (!fact.getAs(TargetFacts.PERSON).equals(recipient)) {
            return;
        }
        Row need = fact.getAs(TargetFacts.NEED);
        byProduct.put(
                fact.getAs(Replenishment.PRODUCT_ID),
                new Rhythm(
                        need.<Long>getAs(Replenishment.INTERVALS),
                        need.<Double>getAs(Replenishment.INTERVAL_DAYS),
                        need.<Double>getAs(Replenishment.VARIATION),
                        need.<Double>getAs(Replenishment.SPEED_UP),
                        need.<Double>getAs(Replenishment.P_NEEDED),
                        need.<Integer>getAs(Replenishment.EXPECTED_DAY)));
    }

    /** The holdings with their rhythms. */
    List<Holding> of(List<Holding> held) {
        return held.stream()
                .map(h -> byProduct.containsKey(h.productId()) ? h.with(byProduct.get(h.productId())) : h)
                .toList();
    }
}
