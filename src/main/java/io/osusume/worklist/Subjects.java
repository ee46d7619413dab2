package io.osusume.worklist;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.tables.Accounts;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Customers;
import io.osusume.tables.Datasets;
import io.osusume.tables.Features;
import io.osusume.tables.Ltv;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.Prices;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All that there is to say, beside the offers, of whom somebody may speak to. Grain: one customer, or one account that is offered something as a
 * whole. Both sheets are made from these rows; to be kept, since they are read twice.
 */
public final class Subjects {
    static final String LTV = "ltv";
    /** Whether something is withheld from the customer, who is in a control arm: nothing is said to them instead. */
    static final String WITHHELD = "withheld";

    /** What {@link #of} is given beside the facts: the rows of these tables; of {@link Offers} those of tonight. */
    public static final List<Table> EVIDENCE = List.of(
            Prices.TABLE,
            CustomerContracts.TABLE,
            CustomerHoldings.TABLE,
            Features.TABLE,
            LwpSegments.TABLE,
            Ltv.TABLE,
            Offers.TABLE,
            WithheldOffers.TABLE);

    private static final String[] CUSTOMER = {Features.CUSTOMER_ID};

    private final OsusumeConfig config;
    private final LocalDate asOf;

    public Subjects(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /**
     * Brings all together.
     *
     * @param evidence {@link #EVIDENCE}
     */
    public Dataset<Row> of(Facts facts, Datasets evidence) {
        return customers(facts, evidence).unionByName(accounts(facts, evidence.of(Offers.TABLE)), true);
    }

    private Dataset<Row> customers(Facts facts, Datasets evidence) {
        Happenings happened = new Happenings(config, asOf);
        Dataset<Row> prices = evidence.of(Prices.TABLE);
        Dataset<Row> holdings = evidence.of(CustomerHoldings.TABLE);
        Dataset<Row> joined = evidence.of(Features.TABLE)
                .join(segments(evidence.of(LwpSegments.TABLE)), CUSTOMER, "left")
                .join(values(evidence.of(Ltv.TABLE)), CUSTOMER, "left")
                .join(happened.contracts(contracts(evidence), prices), CUSTOMER, "left")
                .join(happened.purchases(holdings, prices), CUSTOMER, "left")
                .join(happened.tickets(facts), CUSTOMER, "left")
                .join(happened.offerEvents(facts, holdings, prices), CUSTOMER, "left")
                .join(withheld(evidence.of(WithheldOffers.TABLE)), CUSTOMER, "left");
        Column owner = when(trim(col(Customers.OWNER)).notEqual(""), col(Customers.OWNER));
        return joined.withColumn(Offers.TARGET_TYPE, lit(Offers.CUSTOMER))
                .withColumn(Offers.TARGET_ID, col(Features.CUSTOMER_ID))
                .withColumn(Offers.OWNER, owner)
                .select(columns());
    }

    /** What customers have under contract, with the term of that which renews next. */
    private static Dataset<Row> contracts(Datasets evidence) {
        String[] key = {CustomerHoldings.CUSTOMER_ID, CustomerHoldings.PRODUCT_ID};
        Dataset<Row> terms = evidence.of(CustomerContracts.TABLE)
                .where(col(CustomerContracts.RUNS)
                        .and(col(CustomerContracts.RENEWS).isNotNull()))
                .groupBy(CustomerContracts.CUSTOMER_ID, CustomerContracts.PRODUCT_ID)
                .agg(min(struct(col(CustomerContracts.NEXT_RENEWAL), col(CustomerContracts.TERM)))
                        .getField(CustomerContracts.TERM)
                        .as(Happenings.TERM));
        return evidence.of(CustomerHoldings.TABLE)
                .where(col(CustomerHoldings.CONTRACT_QUANTITY).isNotNull())
                .join(terms, key, "left");
    }

    private static Dataset<Row> withheld(Dataset<Row> offers) {
        return offers.where(col(Offers.TARGET_TYPE)
                        .equalTo(Offers.CUSTOMER)
                        .and(col(Offers.OFFER_TYPE).notEqual(OfferType.NURTURE.wire())))
                .select(
                        col(Offers.TARGET_ID).as(Features.CUSTOMER_ID),
                        lit(true).as(WITHHELD))
                .distinct();
    }

    /** Segments and values that feature rows have no column of. */
    private static Dataset<Row> segments(Dataset<Row> segments) {
        return segments.select(
                LwpSegments.CUSTOMER_ID, LwpSegments.PRIORITY, LwpSegments.SEGMENT, LwpSegments.RESULTS_LEVEL);
    }

    private static Dataset<Row> values(Dataset<Row> ltv) {
        return ltv.select(col(Ltv.CUSTOMER_ID), col(Ltv.LTV).as(LTV));
    }

    private static Column[] columns() {
        return List.of(
                        Offers.TARGET_TYPE,
                        Offers.TARGET_ID,
                        Features.CUSTOMER_ID,
                        Features.ACCOUNT_ID,
                        Offers.OWNER,
                        Customers.NAME,
                        Customers.LOCALE,
                        LwpSegments.PRIORITY,
                        LwpSegments.SEGMENT,
                        LwpSegments.RESULTS_LEVEL,
                        LTV,
                        Features.NPS,
                        Features.TENURE_DAYS,
                        Features.NET_REVENUE,
                        Features.USAGE_TREND,
                        Features.CONTACTS_90D,
                        Features.DAYS_SINCE_CONTACT,
                        Features.CONTACT_CAP_REACHED,
                        Features.OPEN_ISSUES,
                        Features.OPEN_SEVERE_TICKETS,
                        Features.TICKETS_30D,
                        Happenings.CONTRACTS,
                        Happenings.BOUGHT,
                        Happenings.SEVERE,
                        Happenings.LOW_MARK,
                        Happenings.DECLINED,
                        Happenings.AWAITING,
                        WITHHELD)
                .stream()
                .map(name -> col(name))
                .toArray(Column[]::new);
    }

    /** Accounts that are offered something as a whole; whom to speak to, and who does, is the offer's. */
    private static Dataset<Row> accounts(Facts facts, Dataset<Row> offers) {
        Dataset<Row> names = facts.of(Accounts.INPUT)
                .select(
                        col(Accounts.ACCOUNT_ID).as(Offers.TARGET_ID),
                        col(Accounts.NAME).as(Customers.NAME));
        return TonightsOffers.accounts(offers)
                .join(names, new String[] {Offers.TARGET_ID}, "left")
                .withColumn(Features.ACCOUNT_ID, col(Offers.TARGET_ID));
    }
}
