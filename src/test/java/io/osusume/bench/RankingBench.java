package io.osusume.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.features.StagedFacts;
import io.osusume.features.TestFacts;
import io.osusume.io.Sessions;
import io.osusume.ranking.Ranking;
import io.osusume.sample.SampleConfig;
import io.osusume.sample.SampleWorld;
import io.osusume.sample.Theme;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.RankerFacts;
import io.osusume.tables.RankerTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A night's ranking of generated worlds of 20,000 and 200,000 customers (25 order lines each) and 20,000 products, on two
 * cores: the model learned anew, and every customer ranked. Arguments: numbers of customers, smallest first.
 */
public final class RankingBench {
    private static final LocalDate AS_OF = SampleConfig.DEFAULT_LAST_DAY;
    private static final OsusumeConfig CONFIG = TestFacts.config();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRODUCTS = 20_000;

    private RankingBench() {}

    public static void main(String[] args) throws IOException {
        long[] sizes = args.length == 0
                ? new long[] {20_000, 200_000}
                : Arrays.stream(args).mapToLong(Long::parseLong).toArray();
        SparkSession spark = Bench.session().getOrCreate();
        Path folder = Files.createTempDirectory("osusume-ranking-");
        ObjectNode figures = JSON.createObjectNode().put("bench", "ranking").put("products", PRODUCTS);
        figures.put("heap_bytes", Runtime.getRuntime().maxMemory());
        for (long customers : sizes) {
            figures.set("customers_" + customers, run(spark, folder.resolve("c" + customers), customers));
            System.out.println(figures);
        }
        spark.stop();
    }

    private static ObjectNode run(SparkSession spark, Path folder, long customers) {
        SampleConfig world = new SampleConfig(customers, 1, 18, AS_OF, Theme.MAIN, 25, 20, PRODUCTS);
        Facts facts = StagedFacts.of(
                StagedFacts.raw(SampleWorld.generate(spark, world)),
                CONFIG,
                AS_OF,
                (name, rows) -> Bench.written(folder, name, rows));
        long lines = facts.lines().count();
        System.err.printf("%,d customers, %,d order lines%n", customers, lines);
        Sessions.sizeFor(spark, lines);
        long start = System.nanoTime();
        ObjectNode told = JSON.createObjectNode().put("order_lines", lines);
        try (Ranking ranking = new Ranking(CONFIG.ranker(), CONFIG.features(), facts, AS_OF)) {
            Ranking.Result result =
                    ranking.rank(empty(spark, RankerTrees.TABLE), empty(spark, RankerFacts.TABLE), java.util.Map::of);
            told.put("learning_seconds", Bench.secondsSince(start));
            result.candidates().write().parquet(folder.resolve("ranked").toString());
            told.put("notes", result.notes().toString()).put("nodes", result.nodes());
        }
        told.put("seconds", Bench.secondsSince(start));
        return told.put(
                "ranked_rows",
                spark.read()
                        .schema(RankedProducts.TABLE.schema())
                        .parquet(folder.resolve("ranked").toString())
                        .count());
    }

    private static Dataset<Row> empty(SparkSession spark, io.osusume.tables.Table table) {
        return spark.createDataFrame(List.of(), table.schema());
    }
}
