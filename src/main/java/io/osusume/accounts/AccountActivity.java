package io.osusume.accounts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.AccountsConfig;
import io.osusume.config.FeaturesConfig;
import io.osusume.features.EventWeights;
import io.osusume.features.Facts;
import io.osusume.features.Lookback;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Accounts;
import io.osusume.tables.Behavior;
import io.osusume.tables.Customers;
import io.osusume.tables.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the people of each account did. Grain: one account that {@code accounts}, {@code customers} or {@code behavior} names.
 *
 * <p>An event belongs to the account that it names, else to its customer's; a person in two accounts counts in both. A
 * person is the person named, else the customer. Events older than the periods of the past are left out.
 */
public final class AccountActivity {
    public static final String ACCOUNT_ID = "account_id";
    /** People ever seen in the periods looked at; people, departments and senior people of 28 days are AccountScores'. */
    public static final String PEOPLE_SEEN = "people_seen";
    /** Events in each 28-day period of the past, the latest first. */
    public static final String PAST = "past";
    /** Age in days of the oldest event in the periods looked at. */
    public static final String OLDEST_DAYS = "oldest_days";

    static final int PERIOD = 28;

    /** How many products of an account are told. */
    private static final int INTERESTS = 5;

    private static final String AGE = "_age";
    private static final String PERSON = "_person";
    private static final String INTEREST = "_interest";
    private static final String FAVOURITE = "_favourite";
    private static final String[] SETS = {
        PEOPLE_SEEN, AccountScores.PEOPLE, AccountScores.DEPARTMENTS, AccountScores.SENIOR_PEOPLE
    };

    private final AccountsConfig config;
    private final EventWeights weights;

    public AccountActivity(AccountsConfig config, FeaturesConfig features) {
        this.config = config;
        this.weights = new EventWeights(features);
    }

    /** Adds up the events; each input is scanned once. */
    public Dataset<Row> of(Facts facts, LocalDate asOf) {
        Dataset<Row> belongs = facts.of(Customers.INPUT)
                .where(col(Customers.ACCOUNT_ID).isNotNull())
                .select(col(Customers.CUSTOMER_ID), col(Customers.ACCOUNT_ID).as("_customers_account"));
        Dataset<Row> listed = facts.of(Accounts.INPUT)
                .select(Accounts.ACCOUNT_ID)
                .union(belongs.select("_customers_account"))
                .distinct();
        Dataset<Row> active = perAccount(perProduct(events(facts.of(Behavior.INPUT), belongs, new Lookback(asOf))));
        return listed.join(active, new String[] {ACCOUNT_ID}, "full_outer").select(columns());
    }

    private Dataset<Row> events(Dataset<Row> behavior, Dataset<Row> belongs, Lookback lookback) {
        Column at = col(Behavior.EVENT_AT);
        return behavior.where(lookback.within(at, PERIOD * (1 + config.pastPeriods())))
                .join(belongs, new String[] {Behavior.CUSTOMER_ID}, "left")
                .withColumn(ACCOUNT_ID, coalesce(col(Behavior.ACCOUNT_ID), col("_customers_account")))
                .where(col(ACCOUNT_ID).isNotNull())
                .withColumn(AGE, lookback.age(at))
                .withColumn(PERSON, coalesce(col(Behavior.PERSON_ID), col(Behavior.CUSTOMER_ID)));
    }

    /** Grain: one account and product, and one for its events without product. */
    private Dataset<Row> perProduct(Dataset<Row> events) {
        Column recent = col(AGE).lt(PERIOD);
        Column senior = lower(col(Behavior.SENIORITY)).isin(config.senior().toArray());
        List<Column> figures = new ArrayList<>(periods());
        figures.add(max(AGE).as(OLDEST_DAYS));
        figures.add(collect_set(col(PERSON)).as(PEOPLE_SEEN));
        figures.add(collect_set(when(recent, col(PERSON))).as(AccountScores.PEOPLE));
        figures.add(collect_set(when(recent, lower(col(Behavior.DEPARTMENT)))).as(AccountScores.DEPARTMENTS));
        figures.add(collect_set(when(recent.and(senior), col(PERSON))).as(AccountScores.SENIOR_PEOPLE));
        return events.groupBy(ACCOUNT_ID, Behavior.PRODUCT_ID)
                .agg(sum(weights.decayed(col(Behavior.EVENT), col(AGE))).as(INTEREST), figures.toArray(Column[]::new));
    }

    private List<Column> periods() {
        return IntStream.rangeClosed(0, config.pastPeriods())
                .mapToObj(p -> count_if(col(AGE).geq(p * PERIOD).and(col(AGE).lt((p + 1) * PERIOD)))
                        .as(period(p)))
                .toList();
    }

    private Dataset<Row> perAccount(Dataset<Row> perProduct) {
        // The most interest; of equal ones the first product.
        Column favourite = min(when(
                col(Behavior.PRODUCT_ID).isNotNull(),
                struct(col(INTEREST).multiply(-1).as("_minus"), col(Behavior.PRODUCT_ID))));
        List<Column> figures = new ArrayList<>(IntStream.rangeClosed(0, config.pastPeriods())
                .mapToObj(p -> sum(period(p)).as(period(p)))
                .toList());
        figures.add(max(OLDEST_DAYS).as(OLDEST_DAYS));
        figures.add(favourite.getField(Behavior.PRODUCT_ID).as(FAVOURITE));
        figures.add(interests().as(AccountScores.INTERESTS));
        Column departments = sort_array(array_distinct(flatten(collect_list(col(AccountScores.DEPARTMENTS)))));
        figures.add(when(array_size(departments).gt(0), departments).as(AccountScores.DEPARTMENT_NAMES));
        for (String set : SETS) {
            figures.add(
                    array_size(array_distinct(flatten(collect_list(col(set))))).as(set));
        }
        return perProduct.groupBy(ACCOUNT_ID).agg(sum(INTEREST).as(INTEREST), figures.toArray(Column[]::new));
    }

    /** The products of most interest, with who looked at them lately; null where nobody looked at any. */
    private static Column interests() {
        Column each = struct(
                col(INTEREST).multiply(-1).as("_minus"),
                col(Behavior.PRODUCT_ID),
                col(AccountScores.PEOPLE),
                col(AccountScores.SENIOR_PEOPLE),
                col(AccountScores.DEPARTMENTS));
        Column looked = col(Behavior.PRODUCT_ID)
                .isNotNull()
                .and(array_size(col(AccountScores.PEOPLE)).gt(0));
        Column first = slice(sort_array(collect_list(when(looked, each))), 1, INTERESTS);
        Column told = transform(
                first,
                i -> struct(
                        i.getField(Behavior.PRODUCT_ID).as(AccountScores.INTEREST_PRODUCT_ID),
                        Rounding.significant(i.getField("_minus").multiply(-1).cast("double"))
                                .as(AccountScores.INTEREST),
                        array_size(i.getField(AccountScores.PEOPLE))
                                .cast("bigint")
                                .as(AccountScores.PEOPLE),
                        array_size(i.getField(AccountScores.SENIOR_PEOPLE))
                                .cast("bigint")
                                .as(AccountScores.SENIOR_PEOPLE),
                        sort_array(i.getField(AccountScores.DEPARTMENTS)).as(AccountScores.DEPARTMENTS)));
        return when(array_size(told).gt(0), told);
    }

    private Column[] columns() {
        List<Column> columns = new ArrayList<>(List.of(
                col(ACCOUNT_ID),
                coalesce(col(INTEREST).cast("double"), lit(0.0)).as(AccountScores.SCORE),
                count(period(0)).as(AccountScores.EVENTS_28D),
                array(IntStream.rangeClosed(1, config.pastPeriods())
                                .mapToObj(p -> count(period(p)))
                                .toArray(Column[]::new))
                        .as(PAST),
                col(OLDEST_DAYS),
                col(FAVOURITE).as(AccountScores.TOP_INTEREST_PRODUCT_ID),
                col(AccountScores.INTERESTS),
                col(AccountScores.DEPARTMENT_NAMES)));
        for (String set : SETS) {
            columns.add(count(set).as(set));
        }
        return columns.toArray(Column[]::new);
    }

    private static Column count(String name) {
        return coalesce(col(name), lit(0)).cast("bigint");
    }

    private static String period(int number) {
        return "_period_" + number;
    }
}
