package io.osusume.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.FeaturesConfig;
import io.osusume.tables.Behavior;
import io.osusume.tables.Tickets;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who is interested in what. Grain: one customer and product that an event, or a ticket that asks about the product, names
 * together.
 */
public final class Interest {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    /** Σ event weight · 2^(−age / half-life). */
    public static final String INTEREST = "interest";

    public static final String LAST_EVENT_AT = "last_event_at";
    /** Event → how often in 28 days, {@link #QUESTION} for tickets; events of earlier days only are not in it. */
    public static final String EVENTS_28D = "events_28d";

    public static final String QUESTION = "question";

    private static final String AT = "_at";
    private static final String EVENT = "_event";

    private final FeaturesConfig config;

    public Interest(FeaturesConfig config) {
        this.config = config;
    }

    /** Adds up events and tickets; each input is scanned once. */
    public Dataset<Row> of(Facts facts, LocalDate asOf) {
        Lookback lookback = new Lookback(asOf);
        Column recent = col("_recent");
        return events(facts)
                .groupBy(CUSTOMER_ID, PRODUCT_ID, EVENT)
                .agg(
                        sum(decayed(lookback)).as(INTEREST),
                        max(AT).as(AT),
                        count_if(lookback.within(col(AT), 28)).as("_recent"))
                .groupBy(CUSTOMER_ID, PRODUCT_ID)
                .agg(
                        sum(INTEREST).cast("double").as(INTEREST),
                        max(AT).as(LAST_EVENT_AT),
                        map_from_entries(sort_array(collect_list(when(recent.gt(0), struct(col(EVENT), recent)))))
                                .as(EVENTS_28D));
    }

    private Column decayed(Lookback lookback) {
        EventWeights weights = new EventWeights(config);
        Column age = lookback.age(col(AT));
        return when(col(EVENT).equalTo(QUESTION), weights.faded(lit(config.questionWeight()), age))
                .otherwise(weights.decayed(col(EVENT), age));
    }

    private Dataset<Row> events(Facts facts) {
        Dataset<Row> behavior = facts.of(Behavior.INPUT)
                .where(col(CUSTOMER_ID).isNotNull().and(col(PRODUCT_ID).isNotNull()))
                .select(
                        col(CUSTOMER_ID),
                        col(PRODUCT_ID),
                        lower(col(Behavior.EVENT)).as(EVENT),
                        col(Behavior.EVENT_AT).as(AT));
        Dataset<Row> questions = facts.of(Tickets.INPUT)
                .where(TicketSummary.isQuestion(config).and(col(PRODUCT_ID).isNotNull()))
                .select(
                        col(CUSTOMER_ID),
                        col(PRODUCT_ID),
                        lit(QUESTION).as(EVENT),
                        col(Tickets.OPENED_AT).as(AT));
        return behavior.unionByName(questions);
    }
}
