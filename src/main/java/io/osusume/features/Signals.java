package io.osusume.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;

import io.osusume.config.FeaturesConfig;
import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.Tickets;
import io.osusume.tables.Usage;
import java.util.List;
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
        /** The customer did something that shows interest, or asked about a product. */
        LOOK,
        /** Anybody of the customer's account did. */
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

    private static final String AT = "_at";

    private final FeaturesConfig config;

    public Signals(FeaturesConfig config) {
        this.config = config;
    }

    /** Gathers them; of whom nothing is known, there is no row. */
    public Dataset<Row> of(Facts facts) {
        return interest(facts)
                .unionByName(accountInterest(facts))
                .unionByName(contacts(facts.contacts()))
                .unionByName(uses(facts.usage()))
                .unionByName(problems(facts.tickets()));
    }

    private Dataset<Row> interest(Facts facts) {
        return signals(facts.behavior(), Kind.LOOK, Behavior.EVENT_AT, true)
                .unionByName(signals(
                        facts.tickets().where(TicketSummary.isQuestion(config)), Kind.LOOK, Tickets.OPENED_AT, true));
    }

    /** An event belongs to the account that it names, else to its customer's. */
    private static Dataset<Row> accountInterest(Facts facts) {
        Dataset<Row> members = facts.customers()
                .where(col(Customers.ACCOUNT_ID).isNotNull())
                .select(Customers.CUSTOMER_ID, Customers.ACCOUNT_ID);
        Dataset<Row> belongs = members.withColumnRenamed(Customers.ACCOUNT_ID, "_customers_account");
        Dataset<Row> looks = facts.behavior()
                .where(col(Behavior.PRODUCT_ID).isNotNull())
                .join(belongs, new String[] {CUSTOMER_ID}, "left")
                .select(
                        coalesce(col(Behavior.ACCOUNT_ID), col("_customers_account"))
                                .as(Customers.ACCOUNT_ID),
                        to_date(col(Behavior.EVENT_AT)).as(AT),
                        col(PRODUCT_ID))
                .distinct();
        return signals(looks.join(members, Customers.ACCOUNT_ID), Kind.ACCOUNT_LOOK, AT, true);
    }

    /** A reaction is known from the day on which it came, or else, its day being unknown, from that of the contact. */
    private Dataset<Row> contacts(Dataset<Row> contacts) {
        Dataset<Row> answered =
                contacts.withColumn(AT, coalesce(col(Contacts.RESPONDED_AT), col(Contacts.CONTACTED_AT)));
        Column welcome = col(Contacts.RESPONSE).isin(config.reactions().toArray());
        Column refusal = col(Contacts.RESPONSE).equalTo(Contacts.NEGATIVE);
        return signals(contacts, Kind.CONTACT, Contacts.CONTACTED_AT, false)
                .unionByName(signals(answered.where(welcome), Kind.WELCOME, AT, false))
                .unionByName(signals(answered.where(refusal), Kind.REFUSAL, AT, false));
    }

    private static Dataset<Row> uses(Dataset<Row> usage) {
        Dataset<Row> days = usage.where(col(Usage.AMOUNT).gt(0))
                .select(col(CUSTOMER_ID), to_date(col(Usage.USED_AT)).as(AT))
                .distinct();
        return signals(days, Kind.USE, AT, false);
    }

    private Dataset<Row> problems(Dataset<Row> tickets) {
        Column problem = TicketSummary.isQuestion(config).equalTo(false);
        return signals(tickets.where(problem), Kind.PROBLEM, Tickets.OPENED_AT, false);
    }

    private static Dataset<Row> signals(Dataset<Row> rows, Kind kind, String at, boolean ofProducts) {
        return rows.where(col(CUSTOMER_ID).isNotNull())
                .select(List.of(
                                col(CUSTOMER_ID),
                                unix_date(to_date(col(at))).as(DAY),
                                lit(kind.name()).as(KIND),
                                (ofProducts ? col(PRODUCT_ID) : lit(null).cast("string")).as(PRODUCT_ID))
                        .toArray(Column[]::new));
    }
}
