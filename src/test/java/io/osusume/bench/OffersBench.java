package io.osusume.bench;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.xxhash64;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.osusume.accounts.AccountActivity;
import io.osusume.accounts.AccountAnalysis;
import io.osusume.catalogue.Pricing;
import io.osusume.config.OsusumeConfig;
import io.osusume.contracts.ContractView;
import io.osusume.features.CustomerFeatures;
import io.osusume.features.Facts;
import io.osusume.features.ProductUse;
import io.osusume.features.StagedFacts;
import io.osusume.features.TestFacts;
import io.osusume.io.Sessions;
import io.osusume.ltv.PlanRetention;
import io.osusume.offers.Learned;
import io.osusume.offers.OfferEngine;
import io.osusume.replenishment.NextNeeds;
import io.osusume.sample.SampleConfig;
import io.osusume.sample.SampleWorld;
import io.osusume.sample.Theme;
import io.osusume.segments.LwpAnalysis;
import io.osusume.tables.Acceptance;
import io.osusume.tables.AccountScores;
import io.osusume.tables.BasketKind;
import io.osusume.tables.Bundles;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Datasets;
import io.osusume.tables.Episodes;
import io.osusume.tables.Features;
import io.osusume.tables.Ltv;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.MeasuredUse;
import io.osusume.tables.Offers;
import io.osusume.tables.PlanRetentions;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.Replenishment;
import io.osusume.tables.Rules;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/**
 * The offers stage of generated worlds of 20,000 and 200,000 customers (25 order lines and 20 usage rows each), 20,000
 * products, 50,000 rules and twenty ranked products a customer, on two cores, and how the seconds grow. What it reads
 * (holdings, use, features, segments, account scores, prices) is worked out beforehand, outside the measured time. Arguments:
 * numbers of customers, smallest first.
 */
public final class OffersBench {
    private static final LocalDate AS_OF = SampleConfig.DEFAULT_LAST_DAY;
    private static final OsusumeConfig CONFIG = TestFacts.config("offers.contact_cost=30", "offers.fatigue_cost=20");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRODUCTS = 20_000;
    private static final int RULES = 50_000;
    private static final int RANKED = 20;

    private final SparkSession spark;
    private final Path folder;
    private final ObjectNode seconds = JSON.createObjectNode();
    private double total;

    private OffersBench(SparkSession spark, Path folder) {
        this.spark = spark;
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        long[] sizes = args.length == 0
                ? new long[] {20_000, 200_000}
                : Arrays.stream(args).mapToLong(Long::parseLong).toArray();
        SparkSession spark = Bench.session().getOrCreate();
        Path folder = Files.createTempDirectory("osusume-offers-");
        ObjectNode figures = JSON.createObjectNode().put("bench", "offers");
        figures.put("heap_bytes", Runtime.getRuntime().maxMemory());
        figures.put("products", PRODUCTS).put("rules", RULES);
        // One small world first, so that neither measured one pays for the virtual machine's warming up.
        new OffersBench(spark, folder.resolve("warm")).run(1_000);
        double first = 0;
        for (long customers : sizes) {
            OffersBench bench = new OffersBench(spark, folder.resolve("c" + customers));
            bench.run(customers);
            first = first == 0 ? bench.total : first;
            figures.set("seconds_" + customers, bench.seconds);
            figures.put("total_seconds_" + customers, bench.total);
            figures.put("growth", bench.total / first);
            System.out.println(figures);
        }
        spark.stop();
    }

    private void run(long customers) {
        SampleConfig config = new SampleConfig(customers, 1, 18, AS_OF, Theme.MAIN, 25, 20, PRODUCTS);
        Facts facts =
                StagedFacts.of(StagedFacts.raw(SampleWorld.generate(spark, config)), CONFIG, AS_OF, this::written);
        Sessions.sizeFor(spark, facts.lines().count() + facts.of(Usage.INPUT).count());
        Datasets evidence = evidence(facts);
        OfferEngine engine = new OfferEngine(CONFIG);
        Dataset<Row> targets = timed("targets", () -> engine.gather(facts, evidence, AS_OF));
        Learned learned = engine.learn(facts, targets, evidence, AS_OF);
        Dataset<Row> candidates = timed("candidates", () -> engine.make(targets, learned, evidence, AS_OF));
        timed("suppressed_offers", () -> OfferEngine.suppressed(candidates).sort(Offers.OFFER_ROW_ID));
        timed("withheld_offers", () -> OfferEngine.withheld(candidates).sort(Offers.OFFER_ROW_ID));
        Dataset<Row> offers =
                timed("offers", () -> OfferEngine.offered(candidates).sort(Offers.OFFER_ROW_ID));
        seconds.put("candidate_rows", candidates.count()).put("offer_rows", offers.count());
    }

    private Datasets evidence(Facts facts) {
        Dataset<Row> holdings = written("holdings", TestFacts.holdings(facts, AS_OF));
        Dataset<Row> use = written("use", new ProductUse(CONFIG.features()).of(facts, holdings, AS_OF));
        Dataset<Row> customers = written(
                "features", new CustomerFeatures(CONFIG.features(), CONFIG.consent()).of(facts, holdings, use, AS_OF));
        Dataset<Row> rules = written("rules", rules(facts.of(Products.INPUT)));
        Dataset<Row> segments = written(
                "segments",
                new LwpAnalysis(CONFIG.segments()).assign(customers, holdings, rules, facts.of(Products.INPUT)));
        Dataset<Row> activity =
                written("activity", new AccountActivity(CONFIG.accounts(), CONFIG.features()).of(facts, AS_OF));
        return Datasets.none()
                .with(
                        Prices.TABLE,
                        written("priced", new Pricing(CONFIG.ltv()).of(facts.of(Products.INPUT), facts.lines(), AS_OF)))
                .with(CustomerHoldings.TABLE, holdings)
                .with(
                        Replenishment.TABLE,
                        written("needs", new NextNeeds().of(facts.lines(), facts.of(Products.INPUT), AS_OF)))
                .with(MeasuredUse.TABLE, use)
                .with(Features.TABLE, customers)
                .with(LwpSegments.TABLE, segments)
                .with(Rules.TABLE, rules)
                .with(Bundles.TABLE, spark.createDataFrame(List.of(), Bundles.TABLE.schema()))
                .with(
                        AccountScores.TABLE,
                        written("account_scores", new AccountAnalysis(CONFIG.accounts()).score(activity)))
                .with(Ltv.TABLE, spark.createDataFrame(List.of(), Ltv.TABLE.schema()))
                .with(RankedProducts.TABLE, written("ranked", ranked(customers, facts.of(Products.INPUT))))
                .with(
                        PlanRetentions.TABLE,
                        PlanRetention.fit(
                                        CONFIG.ltv(),
                                        new ContractView(CONFIG.ltv(), AS_OF)
                                                .of(
                                                        facts.lines(),
                                                        facts.of(Subscriptions.INPUT),
                                                        facts.of(Products.INPUT)),
                                        facts.of(Products.INPUT),
                                        AS_OF)
                                .rows())
                .with(Offers.TABLE, spark.createDataFrame(List.of(), Offers.TABLE.schema()))
                .with(Episodes.TABLE, spark.createDataFrame(List.of(), Episodes.TABLE.schema()))
                .with(Acceptance.TABLE, spark.createDataFrame(List.of(), Acceptance.TABLE.schema()));
    }

    /** Twenty products of each customer's, drawn by a hash of both, with probabilities that fall from place to place. */
    private static Dataset<Row> ranked(Dataset<Row> customers, Dataset<Row> products) {
        return customers
                .select(
                        col(RankedProducts.CUSTOMER_ID),
                        explode(sequence(lit(1), lit(RANKED))).as(RankedProducts.PLACE))
                .withColumn(
                        "_number", pmod(xxhash64(col(RankedProducts.CUSTOMER_ID), col(RankedProducts.PLACE)), lit((long)
                                PRODUCTS)))
                .join(broadcast(numbered(products)), "_number")
                .dropDuplicates(RankedProducts.CUSTOMER_ID, RankedProducts.PRODUCT_ID)
                .select(
                        col(RankedProducts.CUSTOMER_ID),
                        col(RankedProducts.PRODUCT_ID),
                        col(RankedProducts.PLACE),
                        lit(0.2).divide(col(RankedProducts.PLACE)).as(RankedProducts.P_BUY),
                        lit(null).cast("string").as(RankedProducts.NEAREST_PRODUCT_ID),
                        lit(0.0).as(RankedProducts.NEAREST),
                        lit(3L).as(RankedProducts.NEW_BUYERS_28D));
    }

    /** About so many rules, between two products each that are drawn by a hash of the rule's number. */
    private Dataset<Row> rules(Dataset<Row> products) {
        Dataset<Row> numbered = numbered(products);
        Dataset<Row> from = numbered.select(
                col("_number").as("_from"), array(col(Products.PRODUCT_ID)).as(Rules.ANTECEDENT));
        Dataset<Row> to = numbered.select(
                col("_number").as("_to"), col(Products.PRODUCT_ID).as(Rules.CONSEQUENT));
        Column draw = col("id");
        return spark.range(RULES)
                .select(
                        draw,
                        pmod(xxhash64(draw, lit("from")), lit((long) PRODUCTS)).as("_from"),
                        pmod(xxhash64(draw, lit("to")), lit((long) PRODUCTS)).as("_to"))
                .where(col("_from").notEqual(col("_to")))
                .dropDuplicates("_from", "_to")
                .join(broadcast(from), "_from")
                .join(broadcast(to), "_to")
                .select(
                        draw.cast("string").as(Rules.RULE_ID),
                        col(Rules.ANTECEDENT),
                        col(Rules.CONSEQUENT),
                        draw.divide(2.0 * RULES).plus(0.05).as(Rules.CONFIDENCE),
                        draw.divide(RULES / 10.0).plus(1).as(Rules.LIFT),
                        lit(0.001).as(Rules.Q_VALUE),
                        lit(40L).as(Rules.COUNT),
                        lit(0.001).as(Rules.SUPPORT),
                        lit(BasketKind.CUSTOMER.wire()).as(Rules.BASKET_KIND))
                .unionByName(spark.createDataFrame(List.of(), Rules.TABLE.schema()), true);
    }

    private static Dataset<Row> numbered(Dataset<Row> products) {
        return products.select(
                col(Products.PRODUCT_ID),
                row_number().over(Window.orderBy(Products.PRODUCT_ID)).minus(1).as("_number"));
    }

    private Dataset<Row> timed(String stage, Supplier<Dataset<Row>> rows) {
        long start = System.nanoTime();
        Dataset<Row> written = written("stage_" + stage, rows.get());
        double took = Bench.secondsSince(start);
        seconds.put(stage, took);
        total += took;
        return written;
    }

    private Dataset<Row> written(String name, Dataset<Row> rows) {
        long start = System.nanoTime();
        Dataset<Row> written = Bench.written(folder, name, rows);
        System.err.printf("  wrote %s in %.1f s%n", name, Bench.secondsSince(start));
        return written;
    }
}
