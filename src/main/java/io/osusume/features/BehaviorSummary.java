package io.osusume.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.osusume.config.FeaturesConfig;
import io.osusume.tables.Behavior;
import io.osusume.tables.Features;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each customer's people did. Grain: one customer that an event names. */
final class BehaviorSummary {
    static final String NEED_EVENTS_28D = "_need_events_28d";

    private BehaviorSummary() {}

    static Dataset<Row> of(Dataset<Row> behavior, FeaturesConfig config, Lookback lookback) {
        Column at = col(Behavior.EVENT_AT);
        Column need = lower(col(Behavior.EVENT)).isin(config.needEvents().toArray());
        return behavior.where(col(Behavior.CUSTOMER_ID).isNotNull())
                .groupBy(Behavior.CUSTOMER_ID)
                .agg(
                        sum(new EventWeights(config).decayed(col(Behavior.EVENT), lookback.age(at)))
                                .cast("double")
                                .as(Features.INTEREST),
                        count_if(lookback.within(at, 28)).as(Features.EVENTS_28D),
                        count_if(lookback.within(at, 28).and(need)).as(NEED_EVENTS_28D),
                        max(at).as(Features.LAST_EVENT_AT));
    }
}
