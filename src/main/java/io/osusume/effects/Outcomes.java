package io.osusume.effects;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.EffectsConfig;
import io.osusume.features.Facts;
import io.osusume.tables.Behavior;
import io.osusume.tables.Effects;
import io.osusume.tables.Episodes;
import io.osusume.tables.OfferType;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a customer did after a first day, and before it. Grain: one customer × first day. After: on the days from the next one to the
 * last of the horizon; the first day itself was known when offers were made, and belongs to what was before.
 */
final class Outcomes {
    /** Added: products bought, and products whose contract began, within the window of acceptance. */
    static final String BOUGHT = "bought";

    static final String BEGUN = "begun";
    /** Figures of before: net revenue of as many days as the horizon has, and of a year; days of purchase in the year. */
    static final String RECENT = "before_recent";

    static final String YEAR = "before_year";
    static final String DAYS = "before_days";

    private static final Set<String> BUILT_IN = Set.of(Effects.TAKEN, Effects.ORDERED, Effects.REVENUE, Effects.MARGIN);
    private static final int DAYS_OF_A_YEAR = 365;
    private static final String VALUE = "_value";
    private static final String EARNED = "_earned";
    private static final String DAY = "_day";
    private static final String EVENT = "_event";
    private static final String KIND = "_kind";
    private static final String LINE = "line";
    private static final String BEGINS = "begins";
    private static final String DONE = "done";

    private final EffectsConfig config;
    private final int windowDays;
    private final double marginRate;

    /** @param windowDays within which an offer is taken */
    Outcomes(EffectsConfig config, int windowDays, double marginRate) {
        this.config = config;
        this.windowDays = windowDays;
        this.marginRate = marginRate;
    }

    /** The outcomes that are behaviour events. */
    List<String> events() {
        return config.outcomes().stream().filter(o -> !BUILT_IN.contains(o)).toList();
    }

    /**
     * Adds to customers and first days what came of them; where nothing did, they are not there.
     *
     * @param days {@link Episodes#CUSTOMER_ID} and {@link Episodes#FIRST_DAY}, each pair once
     */
    Dataset<Row> of(Dataset<Row> days, Facts facts) {
        Column first = col(Episodes.FIRST_DAY);
        Column after = col(DAY).gt(first).and(col(DAY).leq(date_add(first, config.horizonDays())));
        Column soon = col(DAY).gt(first).and(col(DAY).leq(date_add(first, windowDays)));
        Column line = col(KIND).equalTo(LINE);
        Column year = col(DAY).leq(first).and(col(DAY).gt(date_sub(first, DAYS_OF_A_YEAR)));
        Column recent = col(DAY).leq(first).and(col(DAY).gt(date_sub(first, config.horizonDays())));
        List<Column> figures = new ArrayList<>(List.of(
                max(when(after.and(col(KIND).notEqual(DONE)), 1.0).otherwise(0.0))
                        .as(Effects.ORDERED),
                amount(VALUE, after).as(Effects.REVENUE),
                amount(EARNED, after).as(Effects.MARGIN),
                amount(VALUE, recent).as(RECENT),
                amount(VALUE, year).as(YEAR),
                // Not count_distinct, for which all else would be counted by day first.
                array_size(collect_set(when(line.and(year), col(DAY))))
                        .cast("double")
                        .as(DAYS),
                collect_set(when(soon.and(col(KIND).notEqual(DONE)), col(Orders.PRODUCT_ID)))
                        .as(BOUGHT),
                collect_set(when(soon.and(col(KIND).equalTo(BEGINS)), col(Orders.PRODUCT_ID)))
                        .as(BEGUN)));
        for (String event : events()) {
            figures.add(max(when(after.and(col(EVENT).equalTo(event)), 1.0).otherwise(0.0))
                    .as(event));
        }
        int last = Math.max(windowDays, config.horizonDays());
        return near(days, Math.max(DAYS_OF_A_YEAR, config.horizonDays()), last, facts)
                .groupBy(Episodes.CUSTOMER_ID, Episodes.FIRST_DAY)
                .agg(figures.get(0), figures.stream().skip(1).toArray(Column[]::new));
    }

    /** Of these {@link #BOUGHT} and {@link #BEGUN} alone. */
    Dataset<Row> taken(Dataset<Row> days, Facts facts) {
        Column product = col(Orders.PRODUCT_ID);
        return near(days, 0, windowDays, facts)
                .groupBy(Episodes.CUSTOMER_ID, Episodes.FIRST_DAY)
                .agg(
                        collect_set(when(col(KIND).notEqual(DONE), product)).as(BOUGHT),
                        collect_set(when(col(KIND).equalTo(BEGINS), product)).as(BEGUN));
    }

    /** What was done from the day after so many before the first day to so many days after it. */
    private Dataset<Row> near(Dataset<Row> days, int before, int after, Facts facts) {
        Column first = col(Episodes.FIRST_DAY);
        Column isNear = col(DAY).gt(date_sub(first, before)).and(col(DAY).leq(date_add(first, after)));
        return days.join(done(facts), Episodes.CUSTOMER_ID).where(isNear);
    }

    /** Exact sums, whatever the order of rows. */
    private static Column amount(String of, Column when) {
        return coalesce(sum(when(when, col(of))), lit(0)).cast("double");
    }

    /** All that customers did: order lines, contracts that began, and the events that are asked for. */
    private Dataset<Row> done(Facts facts) {
        Dataset<Row> costs = facts.of(Products.INPUT).select(Products.PRODUCT_ID, Products.UNIT_COST);
        Column value = col(Orders.NET_QUANTITY).multiply(col(Orders.NET_PRICE)).cast(Types.MONEY);
        Column earned = coalesce(
                        value.minus(col(Products.UNIT_COST).multiply(col(Orders.NET_QUANTITY))),
                        value.multiply(lit(marginRate)))
                .cast(Types.MONEY);
        Dataset<Row> done = facts.lines()
                .where(col(Orders.CUSTOMER_ID).isNotNull())
                .join(costs, new String[] {Orders.PRODUCT_ID}, "left")
                .select(
                        lit(LINE).as(KIND),
                        col(Orders.CUSTOMER_ID),
                        to_date(col(Orders.ORDERED_AT)).as(DAY),
                        col(Orders.PRODUCT_ID),
                        value.as(VALUE),
                        earned.as(EARNED),
                        lit(null).cast(Types.TEXT).as(EVENT));
        Dataset<Row> begun = facts.of(Subscriptions.INPUT)
                .select(
                        lit(BEGINS).as(KIND),
                        col(Subscriptions.CUSTOMER_ID),
                        to_date(col(Subscriptions.STARTED_AT)).as(DAY),
                        col(Subscriptions.PRODUCT_ID));
        Dataset<Row> all = done.unionByName(begun, true);
        return events().isEmpty() ? all : all.unionByName(events(facts), true);
    }

    private Dataset<Row> events(Facts facts) {
        return facts.of(Behavior.INPUT)
                .where(col(Behavior.EVENT).isin(events().toArray()))
                .where(col(Behavior.CUSTOMER_ID).isNotNull())
                .select(
                        lit(DONE).as(KIND),
                        col(Behavior.CUSTOMER_ID),
                        to_date(col(Behavior.EVENT_AT)).as(DAY),
                        col(Behavior.EVENT).as(EVENT));
    }

    /** Of an episode with these beside: 1 where all of it was bought, or its contract begun, in time; else 0. */
    static Column taken() {
        return when(
                        array_size(array_except(
                                        col(Episodes.ITEMS),
                                        coalesce(
                                                when(
                                                                col(Episodes.OFFER_TYPE)
                                                                        .equalTo(OfferType.SUBSCRIBE.wire()),
                                                                col(BEGUN))
                                                        .otherwise(col(BOUGHT)),
                                                array().cast("array<string>"))))
                                .equalTo(0),
                        1.0)
                .otherwise(0.0);
    }

    /** The outcomes of an episode's customer in the order of {@code effects.outcomes}, as an array; 0 where nothing came. */
    Column figures(Column taken) {
        return array(config.outcomes().stream()
                .map(o -> o.equals(Effects.TAKEN) ? taken : coalesce(col(o), lit(0.0)))
                .toArray(Column[]::new));
    }
}
