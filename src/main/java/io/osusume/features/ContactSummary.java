package io.osusume.features;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.FeaturesConfig;
import io.osusume.tables.Contacts;
import io.osusume.tables.Features;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Our touches of each customer and the reactions. */
final class ContactSummary {
    static final String CONTACTS_365D = "_contacts_365d";
    static final String REACTIONS_365D = "_reactions_365d";

    private final FeaturesConfig config;
    private final Lookback lookback;
    private final Dataset<Row> touches;

    ContactSummary(FeaturesConfig config, Dataset<Row> contacts, Lookback lookback) {
        this.config = config;
        this.lookback = lookback;
        // Both results below need exactly these columns, so that Spark reads and shuffles the input once for both.
        this.touches = touches(contacts.select(
                        Contacts.CUSTOMER_ID,
                        Contacts.CONTACTED_AT,
                        Contacts.CHANNEL,
                        Contacts.CAMPAIGN,
                        Contacts.RESPONSE)
                .repartition(col(Contacts.CUSTOMER_ID)));
    }

    /** What went out on one day by one channel (and in one campaign) is one touch, with its best reaction. */
    private Dataset<Row> touches(Dataset<Row> rows) {
        Column best = when(col(Contacts.RESPONSE).isin(config.reactions().toArray()), 2)
                .when(reacted(), 1)
                .otherwise(0);
        return rows.groupBy(
                        col(Contacts.CUSTOMER_ID),
                        to_date(col(Contacts.CONTACTED_AT)).as("_day"),
                        col(Contacts.CHANNEL),
                        col(Contacts.CAMPAIGN))
                .agg(
                        max(Contacts.CONTACTED_AT).as(Contacts.CONTACTED_AT),
                        max_by(col(Contacts.RESPONSE), struct(best, col(Contacts.CONTACTED_AT), col(Contacts.RESPONSE)))
                                .as(Contacts.RESPONSE));
    }

    /** Grain: one customer that was ever contacted. */
    Dataset<Row> perCustomer() {
        Column at = col(Contacts.CONTACTED_AT);
        Column reactions = sort_array(collect_list(when(reacted(), struct(at, col(Contacts.RESPONSE)))), false);
        return touches.groupBy(Contacts.CUSTOMER_ID)
                .agg(
                        contacts(30).as(Features.CONTACTS_30D),
                        contacts(90).as(Features.CONTACTS_90D),
                        contacts(365).as(CONTACTS_365D),
                        reactions(30).as(Features.REACTIONS_30D),
                        reactions(90).as(Features.REACTIONS_90D),
                        reactions(365).as(REACTIONS_365D),
                        lookback.age(max(at)).as(Features.DAYS_SINCE_CONTACT),
                        slice(reactions, 1, 2).as("_last_two"))
                .withColumn(
                        Features.LAST_TWO_NEGATIVE,
                        array_size(col("_last_two"))
                                .equalTo(2)
                                .and(expr("forall(_last_two, r -> r.response = '" + Contacts.NEGATIVE + "')")))
                .drop("_last_two");
    }

    /** What is usual over all customers, for the response rate. Grain: one row. */
    Dataset<Row> population() {
        return ResponseRate.population(touches.groupBy(Contacts.CUSTOMER_ID)
                .agg(contacts(365).as(CONTACTS_365D), reactions(365).as(REACTIONS_365D)));
    }

    private Column contacts(int days) {
        return count_if(lookback.within(col(Contacts.CONTACTED_AT), days));
    }

    private Column reactions(int days) {
        Column welcome = col(Contacts.RESPONSE).isin(config.reactions().toArray());
        return count_if(lookback.within(col(Contacts.CONTACTED_AT), days).and(coalesce(welcome, lit(false))));
    }

    private static Column reacted() {
        return coalesce(not(col(Contacts.RESPONSE).isin(Contacts.NONE, Contacts.BOUNCED)), lit(false));
    }
}
