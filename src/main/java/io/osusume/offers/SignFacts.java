package io.osusume.offers;

import static io.osusume.offers.SignRows.DAY;
import static io.osusume.offers.SignRows.KIND;
import static io.osusume.offers.SignRows.NOTE;
import static io.osusume.offers.SignRows.SUBJECT;
import static io.osusume.offers.SignRows.TARGET;
import static io.osusume.offers.SignRows.TARGET_TYPE;
import static io.osusume.offers.SignRows.TYPE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.FeaturesConfig;
import io.osusume.config.NeedsConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.config.UnhappyConfig;
import io.osusume.features.Facts;
import io.osusume.features.Lookback;
import io.osusume.tables.Behavior;
import io.osusume.tables.Features;
import io.osusume.tables.Offers;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Tickets;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The {@link Sign}s that customers give: marks, answers, events and contracts. */
final class SignFacts {
    /** Days that a need is read back; how long it speaks for an offer is the trigger's to say. */
    private static final int NEED_DAYS = 60;

    private final OsusumeConfig config;
    private final LocalDate asOf;
    private final Lookback lookback;

    SignFacts(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
        this.lookback = new Lookback(asOf);
    }

    Dataset<Row> of(Facts facts, Dataset<Row> features) {
        Dataset<Row> told = tickets(facts)
                .unionByName(detractors(features))
                .unionByName(needs(facts))
                .unionByName(contracts(facts));
        if (facts.knows(Subscriptions.INPUT, Subscriptions.UNPAID_SINCE)) {
            told = told.unionByName(unpaid(facts, features));
        }
        return facts.knows(Subscriptions.INPUT, Subscriptions.PAUSED_UNTIL) ? told.unionByName(resting(facts)) : told;
    }

    static Dataset<Row> signs(Dataset<Row> rows, Column target, Sign.Kind kind, Column subject, Column day) {
        return rows.select(
                lit(Offers.CUSTOMER).as(TARGET_TYPE),
                target.as(TARGET),
                lit(kind.name()).as(KIND),
                subject.as(SUBJECT),
                lit(null).cast("string").as(TYPE),
                day.cast("int").as(DAY),
                lit(null).cast("string").as(NOTE));
    }

    static Column none(String type) {
        return lit(null).cast(type);
    }

    static Column day(Column at) {
        return unix_date(to_date(at));
    }

    private Dataset<Row> tickets(Facts facts) {
        UnhappyConfig unhappy = config.offers().unhappy();
        FeaturesConfig features = config.features();
        Column question = coalesce(
                lower(col(Tickets.TOPIC)).isin(features.questionTopics().toArray()), lit(false));
        Dataset<Row> closed =
                facts.of(Tickets.INPUT).where(col(Tickets.CLOSED_AT).isNotNull().and(not(question)));
        Dataset<Row> low = closed.where(col(Tickets.SATISFACTION)
                .leq(unhappy.maxSatisfaction())
                .and(lookback.within(col(Tickets.CLOSED_AT), unhappy.satisfactionDays())));
        Dataset<Row> severe = closed.where(lower(col(Tickets.SEVERITY))
                .isin(features.severe().toArray())
                .and(lookback.within(col(Tickets.CLOSED_AT), unhappy.severeDays())));
        return latest(low, Sign.Kind.LOW_MARK).unionByName(latest(severe, Sign.Kind.SEVERE_CASE));
    }

    private static Dataset<Row> latest(Dataset<Row> tickets, Sign.Kind kind) {
        Dataset<Row> days =
                tickets.groupBy(Tickets.CUSTOMER_ID).agg(max(Tickets.CLOSED_AT).as(DAY));
        return signs(days, col(Tickets.CUSTOMER_ID), kind, none("string"), day(col(DAY)));
    }

    private Dataset<Row> detractors(Dataset<Row> features) {
        return signs(
                features.where(col(Features.NPS).leq(config.offers().unhappy().maxNps())),
                col(Features.CUSTOMER_ID),
                Sign.Kind.DETRACTOR,
                none("string"),
                none("int"));
    }

    private Dataset<Row> needs(Facts facts) {
        NeedsConfig needs = config.offers().needs();
        Column event = lower(col(Behavior.EVENT));
        Column kind = when(in(event, needs.limitRefused()), Sign.Kind.LIMIT_REFUSED.name())
                .when(in(event, needs.inCart()), Sign.Kind.IN_CART.name())
                .when(in(event, needs.priceWish()), Sign.Kind.PRICE_WISH.name());
        return facts.of(Behavior.INPUT)
                .where(col(Behavior.CUSTOMER_ID).isNotNull().and(lookback.within(col(Behavior.EVENT_AT), NEED_DAYS)))
                .withColumn(KIND, kind)
                .where(col(KIND).isNotNull())
                .groupBy(
                        lit(Offers.CUSTOMER).as(TARGET_TYPE),
                        col(Behavior.CUSTOMER_ID).as(TARGET),
                        col(KIND),
                        col(Behavior.PRODUCT_ID).as(SUBJECT))
                .agg(day(max(Behavior.EVENT_AT)).cast("int").as(DAY))
                .withColumn(TYPE, none("string"))
                .withColumn(NOTE, none("string"));
    }

    private static Column in(Column word, List<String> words) {
        return coalesce(word.isin(words.toArray()), lit(false));
    }

    /** Customers who owe a payment of a contract, ended or not, and their accounts. */
    private static Dataset<Row> unpaid(Facts facts, Dataset<Row> features) {
        Dataset<Row> owing = facts.of(Subscriptions.INPUT)
                .where(col(Subscriptions.UNPAID_SINCE).isNotNull())
                .select(Subscriptions.CUSTOMER_ID)
                .distinct();
        Dataset<Row> signs =
                signs(owing, col(Subscriptions.CUSTOMER_ID), Sign.Kind.UNPAID, none("string"), none("int"));
        Dataset<Row> accounts = features.where(col(Features.ACCOUNT_ID).isNotNull())
                .join(owing, Features.CUSTOMER_ID)
                .select(Features.ACCOUNT_ID)
                .distinct();
        return signs.unionByName(
                signs(accounts, col(Features.ACCOUNT_ID), Sign.Kind.UNPAID, none("string"), none("int"))
                        .withColumn(TARGET_TYPE, lit(Offers.ACCOUNT)));
    }

    /** Customers all of whose running contracts rest. */
    private Dataset<Row> resting(Facts facts) {
        int today = (int) asOf.toEpochDay();
        Column until = day(col(Subscriptions.PAUSED_UNTIL));
        Dataset<Row> rest = facts.of(Subscriptions.INPUT)
                .where(coalesce(day(col(Subscriptions.ENDED_AT)).gt(today), lit(true)))
                .groupBy(Subscriptions.CUSTOMER_ID)
                .agg(
                        min(coalesce(until.gt(today), lit(false))).as(KIND),
                        min(until).as(DAY))
                .where(col(KIND));
        return signs(rest, col(Subscriptions.CUSTOMER_ID), Sign.Kind.RESTS, none("string"), col(DAY));
    }

    /** Contracts that are to end for their price, and those whose trial runs. */
    private Dataset<Row> contracts(Facts facts) {
        int today = (int) asOf.toEpochDay();
        Dataset<Row> running = facts.of(Subscriptions.INPUT)
                .where(coalesce(day(col(Subscriptions.ENDED_AT)).gt(today), lit(true)));
        Dataset<Row> dear = running.where(col(Subscriptions.CANCEL_REQUESTED_AT)
                .isNotNull()
                .and(in(
                        lower(col(Subscriptions.CANCEL_REASON)),
                        config.offers().needs().priceReasons())));
        Dataset<Row> tried = running.where(day(col(Subscriptions.TRIAL_ENDS_AT)).gt(today));
        return contracts(dear, Sign.Kind.PRICE_WISH, Subscriptions.CANCEL_REQUESTED_AT)
                .unionByName(contracts(tried, Sign.Kind.TRIAL_ENDS, Subscriptions.TRIAL_ENDS_AT));
    }

    private static Dataset<Row> contracts(Dataset<Row> contracts, Sign.Kind kind, String at) {
        return signs(contracts, col(Subscriptions.CUSTOMER_ID), kind, col(Subscriptions.PRODUCT_ID), day(col(at)));
    }
}
