package io.osusume.worklist;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.mode;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import io.osusume.features.Facts;
import io.osusume.tables.AccountBriefs;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Accounts;
import io.osusume.tables.Datasets;
import io.osusume.tables.Features;
import io.osusume.tables.Field;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import io.osusume.tables.Segment;
import io.osusume.tables.Table;
import io.osusume.tables.Types;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;

/** Makes the table {@code account_briefs}. */
public final class Briefing {
    /** What {@link #of} is given beside facts and subjects: the rows of these tables; of {@link Offers} those of tonight. */
    public static final List<Table> EVIDENCE = List.of(Prices.TABLE, AccountScores.TABLE, Offers.TABLE);

    private static final String[] ACCOUNT = {AccountBriefs.ACCOUNT_ID};
    private static final String NEXT = "_next";
    private static final String ALL = "_contracts";

    private final String pool;
    private final String currency;

    /**
     * @param pool in whose place an account stands that nobody looks after
     * @param currency of all amounts
     */
    public Briefing(String pool, String currency) {
        this.pool = pool;
        this.currency = currency;
    }

    /**
     * Grain: one account that {@code accounts}, {@code customers} or {@code behavior} names.
     *
     * @param subjects {@link Subjects}
     * @param evidence {@link #EVIDENCE}
     */
    public Dataset<Row> of(Dataset<Row> subjects, Facts facts, Datasets evidence) {
        Dataset<Row> names = facts.of(Accounts.INPUT)
                .select(col(Accounts.ACCOUNT_ID), col(Accounts.NAME).as(AccountBriefs.NAME));
        return names.join(people(subjects), ACCOUNT, "full_outer")
                .join(activity(evidence.of(AccountScores.TABLE), evidence.of(Prices.TABLE)), ACCOUNT, "full_outer")
                .join(offers(evidence.of(Offers.TABLE)), ACCOUNT, "left")
                .select(AccountBriefs.TABLE.columns().stream()
                        .map(c -> typed(c, column(c.name())).as(c.name()))
                        .toArray(Column[]::new));
    }

    private static Column typed(Field field, Column value) {
        return field.type() instanceof ArrayType ? value : value.cast(field.type());
    }

    private Column column(String name) {
        return switch (name) {
            case AccountBriefs.OWNER -> coalesce(col(name), lit(pool));
            case AccountBriefs.CURRENCY ->
                when(
                        coalesce(
                                        col(AccountBriefs.VALUE),
                                        col(AccountBriefs.REVENUE),
                                        col(AccountBriefs.EXPECTED_VALUE))
                                .isNotNull(),
                        lit(currency));
            case AccountBriefs.CUSTOMERS,
                    AccountBriefs.CONTRACTS,
                    AccountBriefs.AT_RISK,
                    AccountBriefs.OFFERS,
                    AccountBriefs.REVENUE -> coalesce(col(name), lit(0));
            case AccountBriefs.NEXT_RENEWAL_AT -> date_from_unix_date(next(Happenings.RENEWS));
            case AccountBriefs.NEXT_RENEWAL_PLAN -> next(Happenings.WHAT);
            default -> col(name);
        };
    }

    private static Column next(String field) {
        return when(
                col(NEXT).getField(Happenings.RENEWS).lt(Integer.MAX_VALUE),
                col(NEXT).getField(field));
    }

    /** Grain: one account that a customer is of. */
    private static Dataset<Row> people(Dataset<Row> subjects) {
        Column contracts = col(Happenings.CONTRACTS);
        Column perYear = aggregate(
                transform(contracts, c -> c.getField(Happenings.PER_YEAR)),
                lit(null).cast("decimal(28,4)"),
                (sum, x) -> coalesce(sum.plus(x), x, sum).cast("decimal(28,4)"));
        return subjects.where(col(Offers.TARGET_TYPE)
                        .equalTo(Offers.CUSTOMER)
                        .and(col(Features.ACCOUNT_ID).isNotNull()))
                .groupBy(Features.ACCOUNT_ID)
                .agg(
                        mode(col(Offers.OWNER), true).as(AccountBriefs.OWNER),
                        texts(sort_array(collect_set(col(Offers.OWNER)))).as(AccountBriefs.OWNERS),
                        min(LwpSegments.PRIORITY).as(AccountBriefs.PRIORITY),
                        count(lit(1)).as(AccountBriefs.CUSTOMERS),
                        sum(Subjects.LTV).as(AccountBriefs.VALUE),
                        sum(Features.NET_REVENUE).as(AccountBriefs.REVENUE),
                        sum(array_size(contracts)).as(AccountBriefs.CONTRACTS),
                        flatten(collect_list(contracts)).as(ALL),
                        sum(perYear).as(AccountBriefs.CONTRACT_PER_YEAR),
                        min(get(contracts, lit(0))).as(NEXT),
                        sum(Features.OPEN_ISSUES).as(AccountBriefs.OPEN_ISSUES),
                        sum(Features.OPEN_SEVERE_TICKETS).as(AccountBriefs.SEVERE_ISSUES),
                        count_if(col(LwpSegments.SEGMENT).equalTo(Segment.AT_RISK.wire()))
                                .as(AccountBriefs.AT_RISK),
                        min(Features.DAYS_SINCE_CONTACT).as(AccountBriefs.DAYS_SINCE_CONTACT))
                .withColumn(AccountBriefs.PLANS, names(col(ALL)))
                .withColumn(AccountBriefs.LEAVING, names(filter(col(ALL), c -> c.getField(Happenings.ASKED)
                        .isNotNull())))
                .drop(ALL);
    }

    private static Column names(Column contracts) {
        return texts(sort_array(array_distinct(transform(contracts, c -> c.getField(Happenings.WHAT)))));
    }

    /** Null rather than none. */
    private static Column texts(Column array) {
        return when(array_size(array).gt(0), array);
    }

    /** What its people do, with the names of what they look at. */
    private static Dataset<Row> activity(Dataset<Row> scores, Dataset<Row> prices) {
        Dataset<Row> looked = scores.select(col(AccountScores.ACCOUNT_ID), posexplode(col(AccountScores.INTERESTS)))
                .select(
                        col(AccountScores.ACCOUNT_ID),
                        col("pos"),
                        col("col").getField(AccountScores.INTEREST_PRODUCT_ID).as(Products.PRODUCT_ID));
        Dataset<Row> interests = looked.join(
                        prices.select(Products.PRODUCT_ID, Products.NAME), new String[] {Products.PRODUCT_ID}, "left")
                .groupBy(AccountScores.ACCOUNT_ID)
                .agg(sort_array(collect_list(struct(
                                col("pos"),
                                coalesce(col(Products.NAME), col(Products.PRODUCT_ID))
                                        .as("_name"))))
                        .as("_interests"));
        return scores.join(interests, ACCOUNT, "left")
                .select(
                        col(AccountScores.ACCOUNT_ID),
                        col(AccountScores.PEOPLE).as(AccountBriefs.PEOPLE),
                        col(AccountScores.DEPARTMENT_NAMES).as(AccountBriefs.DEPARTMENTS),
                        col(AccountScores.SENIOR_PEOPLE).as(AccountBriefs.SENIORS),
                        col(AccountScores.EVENTS_28D).as(AccountBriefs.EVENTS_28D),
                        col(AccountScores.IS_SURGING).as(AccountBriefs.IS_SURGING),
                        transform(col("_interests"), i -> i.getField("_name")).as(AccountBriefs.INTERESTS));
    }

    /** Grain: one account that, or of which somebody, is offered something. Exact sums, so that their order does not matter. */
    private static Dataset<Row> offers(Dataset<Row> offers) {
        return offers.where(col(Offers.ACCOUNT_ID).isNotNull())
                .groupBy(Offers.ACCOUNT_ID)
                .agg(
                        count(lit(1)).as(AccountBriefs.OFFERS),
                        texts(sort_array(collect_set(col(Offers.PRODUCT_NAME)))).as(AccountBriefs.OFFERED),
                        sum(col(Offers.EXPECTED_VALUE).cast(Types.MONEY)).as(AccountBriefs.EXPECTED_VALUE));
    }
}
