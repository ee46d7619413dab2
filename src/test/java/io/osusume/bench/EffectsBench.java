package io.osusume.bench;

import static org.apache.spark.sql.functions.expr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.osusume.config.OsusumeConfig;
import io.osusume.effects.EpisodeLog;
import io.osusume.effects.FollowedEpisodes;
import io.osusume.effects.Measuring;
import io.osusume.features.Facts;
import io.osusume.features.StagedFacts;
import io.osusume.features.TestFacts;
import io.osusume.io.Sessions;
import io.osusume.tables.Effects;
import io.osusume.tables.Episodes;
import io.osusume.tables.Field;
import io.osusume.tables.Offers;
import io.osusume.tables.Table;
import io.osusume.uplift.Followed;
import io.osusume.uplift.UpliftModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a night adds to a year of episodes, measures by them and learns of uplift, of generated companies of 20,000 and 200,000 customers, on two cores:
 * eight episodes of each customer over the year, a tenth in control, seven deliveries of ten known, ten orders in two years.
 * Arguments: numbers of customers, smallest first.
 */
public final class EffectsBench {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final int EACH = 8;
    private static final int LINES = 10;
    private static final double USUAL = .02;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the id of an episode. */
    private static final Map<String, String> KNOWN = known();

    private EffectsBench() {}

    public static void main(String[] args) throws IOException {
        long[] sizes = args.length == 0
                ? new long[] {20_000, 200_000}
                : Arrays.stream(args).mapToLong(Long::parseLong).toArray();
        SparkSession spark = Bench.session().getOrCreate();
        Path folder = Files.createTempDirectory("osusume-effects-");
        ObjectNode figures = JSON.createObjectNode().put("bench", "effects");
        figures.put("heap_bytes", Runtime.getRuntime().maxMemory());
        for (long customers : sizes) {
            figures.set("customers_" + customers, run(spark, folder.resolve("c" + customers), customers));
            System.out.println(figures);
        }
        spark.stop();
    }

    private static ObjectNode run(SparkSession spark, Path folder, long customers) {
        OsusumeConfig config =
                TestFacts.config("consent.assume=true", "experiment.control_share=0.1", "effects.least_outcomes=1");
        Facts facts =
                StagedFacts.of(raw(spark, customers), config, AS_OF, (name, rows) -> Bench.written(folder, name, rows));
        Dataset<Row> year = Bench.written(folder, "year", rows(spark, Episodes.TABLE, EACH * customers, customers));
        Dataset<Row> made = Bench.written(folder, "made", rows(spark, Offers.TABLE, 2 * customers, customers));
        long lines = facts.lines().count();
        System.err.printf("%,d customers, %,d order lines, %,d episodes%n", customers, lines, year.count());
        Sessions.sizeFor(spark, lines);
        long start = System.nanoTime();
        Dataset<Row> episodes = Bench.written(
                folder, "episodes", new EpisodeLog(config.effects().keepDays(), AS_OF).carry(year, made, facts));
        ObjectNode told =
                JSON.createObjectNode().put("order_lines", lines).put("episodes_seconds", Bench.secondsSince(start));
        Dataset<Row> effects = Bench.written(folder, "effects", new Measuring(config, AS_OF).of(episodes, facts));
        long measured = System.nanoTime();
        List<Followed> followed = new FollowedEpisodes(config, AS_OF)
                .of(year, facts, config.offers().acceptance().mostTrials()).stream()
                        .map(Followed::of)
                        .toList();
        List<String> uplift = UpliftModel.learn(followed, config, USUAL).notes();
        System.err.println(uplift);
        return told.put("uplift_seconds", Bench.secondsSince(measured))
                .put("followed", followed.size())
                .put("seconds", Bench.secondsSince(start))
                .put("episodes", episodes.count())
                .put("effects", effects.count())
                .put(
                        "treated",
                        effects.selectExpr("max(" + Effects.N_TREATED + ")")
                                .first()
                                .getLong(0));
    }

    private static Map<String, Dataset<Row>> raw(SparkSession spark, long customers) {
        Map<String, Dataset<Row>> raw = new LinkedHashMap<>();
        String day = "date_sub(DATE'" + AS_OF + "', CAST(pmod(hash(id, %s), %s) AS INT))";
        raw.put(
                "orders",
                spark.range(LINES * customers)
                        .selectExpr(
                                "concat('o', id) AS order_id",
                                "concat('c', id % " + customers + ") AS customer_id",
                                "concat('p', pmod(hash(id, 2), 500)) AS product_id",
                                "CAST(" + String.format(day, 3, 730) + " AS STRING) AS ordered_at",
                                "'1' AS quantity",
                                "'1000' AS unit_price"));
        raw.put(
                "customers",
                spark.range(customers).selectExpr("concat('c', id) AS customer_id", "CAST(null AS STRING) AS arm"));
        raw.put(
                "products",
                spark.range(500)
                        .selectExpr(
                                "concat('p', id) AS product_id",
                                "concat('Product ', id) AS name",
                                "concat('category ', id % 20) AS category",
                                "'1000' AS list_price"));
        raw.put(
                "offer_events",
                spark.range(EACH * customers)
                        .where("pmod(hash(id, 8), 10) < 7 AND " + isControl(customers) + " = 'treated'")
                        .selectExpr(
                                "concat('c', id % " + customers + ") AS customer_id",
                                "'cross_sell' AS offer_type",
                                KNOWN.get(Episodes.PRODUCT_ID) + " AS product_id",
                                "'delivered' AS event",
                                "CAST(date_add(" + KNOWN.get(Episodes.FIRST_DAY) + ", 1) AS STRING) AS event_at"));
        return raw;
    }

    private static String isControl(long customers) {
        return "IF(pmod(xxhash64(id % " + customers + "), 10) = 0, 'control', 'treated')";
    }

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put(Episodes.OFFER_ROW_ID, "concat('row', id)");
        known.put(Episodes.TARGET_TYPE, "'customer'");
        known.put(Episodes.OFFER_TYPE, "'cross_sell'");
        known.put(Episodes.PRODUCT_ID, "concat('p', pmod(hash(id, 5), 500))");
        known.put(Episodes.ITEMS, "array(concat('p', pmod(hash(id, 5), 500)))");
        known.put(Episodes.TRIGGER, "element_at(array('none', 'interest', 'post_purchase'), 1 + pmod(hash(id, 6), 3))");
        known.put(Episodes.LWP_SEGMENT, "element_at(array('ready', 'develop', 'watch'), 1 + pmod(hash(id, 7), 3))");
        known.put(
                Episodes.CELL,
                "concat_ws(' · ', 'cross_sell', " + known.get(Episodes.TRIGGER) + ", " + known.get(Episodes.LWP_SEGMENT)
                        + ")");
        known.put(Episodes.EXPERIMENT_ID, "'baseline'");
        known.put(Episodes.IS_DRAWN, "true");
        known.put(Episodes.FIRST_DAY, "date_sub(DATE'" + AS_OF + "', 1 + CAST(pmod(hash(id, 9), 365) AS INT))");
        known.put(Episodes.LAST_DAY, "DATE'" + AS_OF.minusDays(1) + "'");
        known.put(Episodes.DELIVERED, "false");
        known.put(Episodes.RANK, "1");
        known.put(Episodes.EVIDENCE, "1.0");
        known.put(Episodes.P_BUY, ".02 * (1 + pmod(hash(id, 4), 10))");
        known.put(Episodes.P_ACCEPT, ".03");
        known.put(Episodes.CHANNEL, "'email'");
        return known;
    }

    /** Rows of a table, null where an episode knows nothing of a column. */
    private static Dataset<Row> rows(SparkSession spark, Table table, long rows, long customers) {
        Column[] columns = table.columns().stream()
                .map(c -> column(c, customers).as(c.name()))
                .toArray(Column[]::new);
        return spark.range(rows).select(columns);
    }

    private static Column column(Field of, long customers) {
        String known =
                switch (of.name()) {
                    case Episodes.TARGET_ID, Episodes.CUSTOMER_ID -> "concat('c', id % " + customers + ")";
                    case Episodes.ARM, Episodes.ARM_NOW -> isControl(customers);
                    default -> KNOWN.getOrDefault(of.name(), "null");
                };
        // What holds no null cannot be cast to what may.
        return of.name().equals(Episodes.ITEMS) ? expr(known) : expr(known).cast(of.type());
    }
}
