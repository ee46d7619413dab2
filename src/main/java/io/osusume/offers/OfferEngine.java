package io.osusume.offers;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.config.ExperimentConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.tables.Column;
import io.osusume.tables.Customers;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Orders;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes tonight's offers. Grain: one candidate; {@link #DECISION} says what became of it. The columns are those of {@link
 * Offers} (where the decision is {@code offer} or {@code withheld}) and of {@link SuppressedOffers} (where it is {@code
 * suppressed}).
 */
public final class OfferEngine {
    /** Added: {@link #OFFER}, {@link #WITHHELD} or {@link #SUPPRESSED}. */
    public static final String DECISION = "decision";

    public static final String OFFER = "offer";
    public static final String WITHHELD = "withheld";
    public static final String SUPPRESSED = "suppressed";

    private static final int SCHEMA_VERSION = 1;

    private final OsusumeConfig config;

    public OfferEngine(OsusumeConfig config) {
        this.config = config;
    }

    /**
     * What offers are made from.
     *
     * @param priced price and margin per product ({@link Pricing})
     * @param holdings what each customer has ({@code features.Holdings})
     * @param use how each customer uses it ({@code features.ProductUse})
     * @param customers features per customer ({@code features.CustomerFeatures})
     * @param segments the table {@code lwp_segments}
     * @param rules the table {@code rules}
     * @param earlierOffers offers and withheld offers of the newest earlier run; empty when there was none
     */
    public record Evidence(
            Dataset<Row> priced,
            Dataset<Row> holdings,
            Dataset<Row> use,
            Dataset<Row> customers,
            Dataset<Row> segments,
            Dataset<Row> rules,
            Dataset<Row> earlierOffers) {}

    /** Candidates, their worth, what stops them, and their rank. */
    public Dataset<Row> make(Facts facts, Evidence evidence, LocalDate asOf) {
        Dataset<Row> priced = evidence.priced();
        Dataset<Row> crossSell =
                new CrossSell(config.offers()).candidates(evidence.holdings(), evidence.rules(), priced);
        Dataset<Row> upsell = new Upsell(config.offers()).candidates(evidence.holdings(), evidence.use(), priced);
        Dataset<Row> candidates = select(crossSell, Candidates.ALL).unionByName(select(upsell, Candidates.ALL));
        Dataset<Row> valued = new Worth(config.offers(), config.ltv())
                .value(candidates, priced)
                .withColumn(Offers.RANK_SCORE, col(Offers.EXPECTED_VALUE))
                .join(people(evidence), new String[] {Customers.CUSTOMER_ID}, "left");
        Dataset<Row> judged = new Guardrails(config.offers()).apply(valued);
        Dataset<Row> described = described(judged, facts.lines());
        Dataset<Row> continued =
                new Continuity(config.offers().validDays()).follow(described, evidence.earlierOffers(), asOf);
        return contract(explained(continued));
    }

    /** The table {@code offers}, of what {@link #make} returned. */
    public static Dataset<Row> offered(Dataset<Row> candidates) {
        return columns(candidates.where(col(DECISION).equalTo(OFFER)), Offers.TABLE);
    }

    /** The table {@code withheld_offers}. */
    public static Dataset<Row> withheld(Dataset<Row> candidates) {
        return columns(candidates.where(col(DECISION).equalTo(WITHHELD)), WithheldOffers.TABLE);
    }

    /** The table {@code suppressed_offers}. */
    public static Dataset<Row> suppressed(Dataset<Row> candidates) {
        return columns(candidates.where(col(DECISION).equalTo(SUPPRESSED)), SuppressedOffers.TABLE);
    }

    private static Dataset<Row> columns(Dataset<Row> rows, Table table) {
        return select(rows, table.columnNames().toArray(String[]::new));
    }

    private static Dataset<Row> people(Evidence evidence) {
        Dataset<Row> who = select(
                        evidence.customers(),
                        Customers.CUSTOMER_ID,
                        Customers.ACCOUNT_ID,
                        Customers.OWNER,
                        Customers.LOCALE,
                        Customers.ARM)
                .withColumnRenamed(Customers.ARM, "_given_arm");
        return who.join(
                evidence.segments().select(LwpSegments.CUSTOMER_ID, LwpSegments.SEGMENT, LwpSegments.PRIORITY),
                Customers.CUSTOMER_ID);
    }

    private Dataset<Row> described(Dataset<Row> judged, Dataset<Row> lines) {
        Dataset<Row> currency =
                lines.agg(coalesce(min(col(Orders.CURRENCY)), lit(config.ltv().currency()))
                        .as(Offers.CURRENCY));
        return judged.withColumn(Offers.ARM, arm(config.experiment()))
                .crossJoin(broadcast(currency))
                .withColumn(Offers.TARGET_TYPE, lit(Offers.CUSTOMER))
                .withColumn(Offers.TARGET_ID, col(Customers.CUSTOMER_ID))
                .withColumn(Offers.UPLIFT_SOURCE, lit("assumed"))
                .withColumn(Offers.LWP_SEGMENT, col(LwpSegments.SEGMENT))
                .withColumn(Offers.LWP_PRIORITY, col(LwpSegments.PRIORITY))
                .withColumn(Offers.EXPERIMENT_ID, lit(config.experiment().id()))
                .withColumn(Offers.SELECTION_PROB, lit(1.0))
                .withColumn(Offers.SCHEMA_VERSION, lit(SCHEMA_VERSION))
                .withColumn(Offers.REASON_CODE, ReasonText.code());
    }

    private Dataset<Row> explained(Dataset<Row> continued) {
        return continued
                .withColumn(Offers.REASON_TEXT, new ReasonText(config.run().language()).text())
                .withColumn(
                        DECISION,
                        when(col(Guardrails.STOPPED).isNotNull(), lit(SUPPRESSED))
                                .when(col(Offers.ARM).equalTo(Customers.CONTROL), lit(WITHHELD))
                                .otherwise(lit(OFFER)))
                // Of a suppressed candidate the reason is why it was stopped.
                .withColumn(Offers.REASON_CODE, coalesce(col(Guardrails.STOPPED), col(Offers.REASON_CODE)));
    }

    /** All columns of both tables; what this version cannot fill yet is null. */
    private static Dataset<Row> contract(Dataset<Row> explained) {
        List<String> present = List.of(explained.columns());
        List<org.apache.spark.sql.Column> columns = new ArrayList<>();
        List<Column> wanted = new ArrayList<>(Offers.TABLE.columns());
        SuppressedOffers.TABLE.columns().stream()
                .filter(c -> Offers.TABLE.column(c.name()).isEmpty())
                .forEach(wanted::add);
        for (Column c : wanted) {
            columns.add((present.contains(c.name()) ? col(c.name()) : lit(null).cast(c.type())).as(c.name()));
        }
        columns.add(col(DECISION));
        return explained.select(columns.toArray(org.apache.spark.sql.Column[]::new));
    }

    private static org.apache.spark.sql.Column arm(ExperimentConfig experiment) {
        org.apache.spark.sql.Column unit = coalesce(col(Customers.ACCOUNT_ID), col(Customers.CUSTOMER_ID));
        org.apache.spark.sql.Column draw =
                pmod(xxhash64(lit(experiment.seed()), lit(experiment.id()), unit), lit(1_000_000L));
        return coalesce(
                col("_given_arm"),
                when(draw.lt((long) (experiment.controlShare() * 1_000_000)), lit(Customers.CONTROL))
                        .otherwise(lit(Customers.TREATED)));
    }

    private static Dataset<Row> select(Dataset<Row> rows, String... columns) {
        return rows.select(columns[0], java.util.Arrays.copyOfRange(columns, 1, columns.length));
    }
}
