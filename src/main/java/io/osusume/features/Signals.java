package io.osusume.features;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.FeaturesConfig;
import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.Tickets;
import io.osusume.tables.Usage;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What happened beside the orders, day by day: what the what and pace of LWP are made of, for looking back from any day.
 * Grain: one occurrence; for {@link Kind#ACCOUNT_LOOK} and {@link Kind#USE} one day on which there was one.
 */
public final class Signals {
    public static final String CUSTOMER_ID = "customer_id";
    /** From which day on it was known, in the session's zone, counted from 1970. */
    public static final String DAY = "day";
    /** The name of a {@link Kind}. */
    public static final String KIND = "kind";
    /** Null where it is about no product. */
    public static final String PRODUCT_ID = "product_id";

    /** What it was. */
    public enum Kind {
        /** The customer did something that counts as interest, or asked about a product. */
        LOOK,
        /** Anybody of the account that the customer belongs to today did, of a product. */
        ACCOUNT_LOOK,
        /** We were in touch. */
        CONTACT,
        /** The customer reacted, and the reaction was welcome; or not at all welcome. */
        WELCOME,
        REFUSAL,
        /** The customer used something. */
        USE,
        /** The customer reported a problem. */
        PROBLEM
    }

    /** An account of more customers than this is no company whose people know of each other. */
    private static final int MOST_PEOPLE = 1_000;

    private static final String AT = "_at";
    private static final Column NO_PRODUCT = lit(null).cast("string");

    private final FeaturesConfig config;

    public Signals(FeaturesConfig config) {
        this.config = config;
    }

    /**
     * Gathers them; of whom nothing is known, there is no row.
     *
     * @param from the first day that is wanted
     */
    public Dataset<Row> of(Facts facts, LocalDate from) {
        return interest(facts)
                .unionByName(accountInterest(facts, from))
                .unionByName(contacts(facts.of(Contacts.INPUT)))
                .unionByName(uses(facts.of(Usage.INPUT), from))
                .unionByName(problems(facts.of(Tickets.INPUT)))
                .where(col(DAY).geq((int) from.toEpochDay()));
    }

    /** Events that count for something, and questions about products. */
    private Dataset<Row> interested(Facts facts) {
        Dataset<Row> events = facts.of(Behavior.INPUT)
                .where(new EventWeights(config).weight(col(Behavior.EVENT)).gt(0))
                .select(
                        col(CUSTOMER_ID),
                        col(Behavior.ACCOUNT_ID),
                        col(PRODUCT_ID),
                        to_date(col(Behavior.EVENT_AT)).as(AT));
        Dataset<Row> questions = facts.of(Tickets.INPUT)
                .where(TicketSummary.isQuestion(config))
                .select(
                        col(CUSTOMER_ID),
                        lit(null).cast("string").as(Behavior.ACCOUNT_ID),
                        col(PRODUCT_ID),
                        to_date(col(Tickets.OPENED_AT)).as(AT));
        return config.questionWeight() > 0 ? events.unionByName(questions) : events;
    }

    private Dataset<Row> interest(Facts facts) {
        return signals(interested(facts), Kind.LOOK, col(PRODUCT_ID));
    }

    /** What somebody did belongs to the account that is named with it, else to the customer's. */
    private Dataset<Row> accountInterest(Facts facts, LocalDate from) {
        Dataset<Row> members =
                facts.of(Customers.INPUT).where(col(Customers.ACCOUNT_ID).isNotNull());
        Dataset<Row> belongs =
                members.select(col(CUSTOMER_ID), col(Customers.ACCOUNT_ID).as("_customers_account"));
        Dataset<Row> people = members.groupBy(Customers.ACCOUNT_ID)
                .agg(collect_set(col(CUSTOMER_ID)).as("_people"))
                .where(size(col("_people")).leq(MOST_PEOPLE));
        Dataset<Row> looks = interested(facts)
                .where(col(PRODUCT_ID).isNotNull().and(col(AT).geq(lit(from))))
                .join(belongs, new String[] {CUSTOMER_ID}, "left")
                .select(
                        coalesce(col(Behavior.ACCOUNT_ID), col("_customers_account"))
                                .as(Customers.ACCOUNT_ID),
                        col(AT),
                        col(PRODUCT_ID))
                .distinct()
                .join(people, Customers.ACCOUNT_ID)
                .select(explode(col("_people")).as(CUSTOMER_ID), col(AT), col(PRODUCT_ID));
        return signals(looks, Kind.ACCOUNT_LOOK, col(PRODUCT_ID));
    }

    /** A reaction is known from the day on which it came; one whose day is not known could be anybody's guess, and is none. */
    private Dataset<Row> contacts(Dataset<Row> contacts) {
        Column dated = col(Contacts.RESPONDED_AT).isNotNull();
        Column welcome = col(Contacts.RESPONSE).isin(config.reactions().toArray());
        Column refusal = col(Contacts.RESPONSE).equalTo(Contacts.NEGATIVE);
        Column reaction = when(dated.and(welcome), on(Contacts.RESPONDED_AT, Kind.WELCOME))
                .when(dated.and(refusal), on(Contacts.RESPONDED_AT, Kind.REFUSAL));
        return contacts.select(
                        col(CUSTOMER_ID),
                        inline(array_compact(array(on(Contacts.CONTACTED_AT, Kind.CONTACT), reaction))))
                .withColumn(PRODUCT_ID, NO_PRODUCT);
    }

    private static Column on(String at, Kind kind) {
        return struct(unix_date(to_date(col(at))).as(DAY), lit(kind.name()).as(KIND));
    }

    private static Dataset<Row> uses(Dataset<Row> usage, LocalDate from) {
        Dataset<Row> days = usage.where(col(Usage.AMOUNT).gt(0))
                .select(col(CUSTOMER_ID), to_date(col(Usage.USED_AT)).as(AT))
                .where(col(AT).geq(lit(from)))
                .distinct();
        return signals(days, Kind.USE, NO_PRODUCT);
    }

    private Dataset<Row> problems(Dataset<Row> tickets) {
        Column problem = TicketSummary.isQuestion(config).equalTo(false);
        return signals(
                tickets.where(problem).withColumn(AT, to_date(col(Tickets.OPENED_AT))), Kind.PROBLEM, NO_PRODUCT);
    }

    private static Dataset<Row> signals(Dataset<Row> rows, Kind kind, Column product) {
        return rows.where(col(CUSTOMER_ID).isNotNull())
                .select(
                        col(CUSTOMER_ID),
                        unix_date(col(AT)).as(DAY),
                        lit(kind.name()).as(KIND),
                        product.as(PRODUCT_ID));
    }
}
