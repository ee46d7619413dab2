package io.osusume.offers;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Arm;
import io.osusume.tables.Customers;
import io.osusume.tables.Datasets;
import io.osusume.tables.Features;
import io.osusume.tables.Ltv;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Segment;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Gathers all that is known of each target. Grain: one customer, and one account that surges.
 *
 * <p>The {@link TargetFacts} are brought to their target in one shuffle; a fact of somebody whose account surges goes to both.
 */
final class TargetRows {
    static final String FACTS = "facts";
    static final String CARE = "care";

    private static final String[] KEY = {Offers.TARGET_TYPE, Offers.TARGET_ID};
    private static final String[] WHO = {
        Customers.CUSTOMER_ID,
        Customers.OWNER,
        Customers.LOCALE,
        LwpSegments.SEGMENT,
        LwpSegments.PRIORITY,
        LwpSegments.LOYALTY_SCORE,
        Ltv.LTV,
        Features.MAY_CONTACT,
        Features.CONSENT_KNOWN
    };
    private static final String[] SURGE = {
        AccountScores.INTERESTS, AccountScores.PEOPLE, AccountScores.DEPARTMENTS, AccountScores.SENIOR_PEOPLE
    };

    private final OsusumeConfig config;
    private final LocalDate asOf;

    TargetRows(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    Dataset<Row> of(Facts facts, Datasets evidence) {
        Dataset<Row> people = people(evidence);
        Dataset<Row> members = people.where(col(AccountScores.INTERESTS).isNotNull())
                .select(col(Customers.CUSTOMER_ID).as(TargetFacts.PERSON), col(Customers.ACCOUNT_ID));
        Dataset<Row> told = new TargetFacts(config, asOf).of(facts, evidence);
        Column[] all = Arrays.stream(told.columns()).map(c -> col(c)).toArray(Column[]::new);
        Column key = array_compact(array(
                struct(
                        lit(Offers.CUSTOMER).as(Offers.TARGET_TYPE),
                        col(TargetFacts.PERSON).as(Offers.TARGET_ID)),
                when(
                        col(Customers.ACCOUNT_ID).isNotNull(),
                        struct(
                                lit(Offers.ACCOUNT).as(Offers.TARGET_TYPE),
                                col(Customers.ACCOUNT_ID).as(Offers.TARGET_ID)))));
        Dataset<Row> byTarget = told.join(broadcast(members), new String[] {TargetFacts.PERSON}, "left")
                .select(explode(key).as("key"), struct(all).as("fact"))
                .groupBy(
                        col("key." + Offers.TARGET_TYPE).as(KEY[0]),
                        col("key." + Offers.TARGET_ID).as(KEY[1]))
                .agg(collect_list(col("fact")).as(FACTS));
        Dataset<Row> targets = customers(people)
                .unionByName(accounts(people))
                .join(byTarget, KEY, "left")
                .join(Standing.of(evidence.of(Offers.TABLE)), KEY, "left");
        return new SignRows(config, asOf).join(targets, facts, evidence);
    }

    /** One customer a row, with its account's surge. */
    private Dataset<Row> people(Datasets evidence) {
        Dataset<Row> surging = evidence.of(AccountScores.TABLE)
                .where(col(AccountScores.IS_SURGING)
                        .and(col(AccountScores.INTERESTS).isNotNull()))
                .select(
                        col(AccountScores.ACCOUNT_ID),
                        col(AccountScores.INTERESTS),
                        col(AccountScores.PEOPLE),
                        col(AccountScores.DEPARTMENTS),
                        col(AccountScores.SENIOR_PEOPLE));
        Dataset<Row> segments = evidence.of(LwpSegments.TABLE)
                .select(LwpSegments.CUSTOMER_ID, LwpSegments.SEGMENT, LwpSegments.PRIORITY, LwpSegments.LOYALTY_SCORE);
        Dataset<Row> values = evidence.of(Ltv.TABLE)
                .select(col(Ltv.CUSTOMER_ID), col(Ltv.LTV).cast("double").as(Ltv.LTV));
        return evidence.of(Features.TABLE)
                .select(
                        col(Customers.CUSTOMER_ID),
                        col(Customers.ACCOUNT_ID),
                        col(Customers.OWNER),
                        col(Customers.LOCALE),
                        new ControlDraw(config.experiment(), config.experiments())
                                .arm()
                                .as(Customers.ARM),
                        col(Features.MAY_CONTACT),
                        col(Features.CONSENT_KNOWN),
                        col(Features.INTEREST))
                .join(segments, LwpSegments.CUSTOMER_ID)
                .join(values, new String[] {Ltv.CUSTOMER_ID}, "left")
                .join(broadcast(surging), new String[] {Customers.ACCOUNT_ID}, "left");
    }

    private static Dataset<Row> customers(Dataset<Row> people) {
        Column[] columns = Stream.concat(
                        Stream.of(
                                lit(Offers.CUSTOMER).as(KEY[0]),
                                col(Customers.CUSTOMER_ID).as(KEY[1]),
                                col(Customers.ACCOUNT_ID),
                                col(Customers.ARM),
                                col(LwpSegments.SEGMENT)
                                        .equalTo(Segment.CARE.wire())
                                        .as(CARE)),
                        Stream.concat(Arrays.stream(WHO), Arrays.stream(SURGE)).map(c -> col(c)))
                .toArray(Column[]::new);
        return people.select(columns);
    }

    /** An account's offer goes to the most interested of those who may be contacted; one in the control arm keeps all back. */
    private static Dataset<Row> accounts(Dataset<Row> people) {
        Column first = struct(
                col(Features.MAY_CONTACT), coalesce(col(Features.INTEREST), lit(0.0)), col(Customers.CUSTOMER_ID));
        Column isControl = col(Customers.ARM).equalTo(Arm.CONTROL.wire());
        Column who = struct(Arrays.stream(WHO).map(c -> col(c)).toArray(Column[]::new));
        Dataset<Row> grouped = people.where(col(AccountScores.INTERESTS).isNotNull())
                .groupBy(
                        Customers.ACCOUNT_ID,
                        AccountScores.INTERESTS,
                        AccountScores.PEOPLE,
                        AccountScores.DEPARTMENTS,
                        AccountScores.SENIOR_PEOPLE)
                .agg(
                        max_by(who, first).as("who"),
                        coalesce(max(when(isControl, Arm.CONTROL.wire())), lit(Arm.TREATED.wire()))
                                .as(Customers.ARM),
                        max(col(LwpSegments.SEGMENT).equalTo(Segment.CARE.wire()))
                                .as(CARE));
        Column[] columns = Stream.concat(
                        Stream.of(
                                lit(Offers.ACCOUNT).as(KEY[0]),
                                col(Customers.ACCOUNT_ID).as(KEY[1]),
                                col(Customers.ACCOUNT_ID),
                                col(Customers.ARM),
                                col(CARE)),
                        Stream.concat(
                                Arrays.stream(WHO).map(c -> col("who." + c)),
                                Arrays.stream(SURGE).map(c -> col(c))))
                .toArray(Column[]::new);
        return grouped.select(columns);
    }
}
