package io.osusume.ranking;

import io.osusume.config.FeaturesConfig;
import io.osusume.config.RankerConfig;
import io.osusume.features.Facts;
import io.osusume.features.Signals;
import io.osusume.tables.Products;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.RankerFacts;
import io.osusume.tables.RankerTrees;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** What each customer will buy next: learns, or uses what was learned on an earlier night, and ranks. */
public final class Ranking implements AutoCloseable {
    private final RankerConfig config;
    private final LocalDate asOf;
    private final SparkSession spark;
    private final ProductCodes catalogue;
    private final JavaRDD<History> histories;
    private final int[] categories;

    /** @param facts what is known up to the as-of date; the histories made of it are kept until this is closed */
    public Ranking(RankerConfig config, FeaturesConfig features, Facts facts, LocalDate asOf) {
        this.asOf = asOf;
        this.config = config;
        this.spark = facts.lines().sparkSession();
        this.catalogue = Purchases.products(facts.purchases());
        this.categories = Categories.of(facts.of(Products.INPUT), Products.CATEGORY, catalogue);
        Dataset<Row> signals = new Signals(features).of(facts, ActivityLog.from(asOf, config));
        this.histories =
                Purchases.histories(facts.purchases(), signals, catalogue).persist(StorageLevel.MEMORY_AND_DISK());
    }

    /**
     * A night's ranking.
     *
     * @param candidates with the columns of {@link RankedProducts}
     * @param facts the table {@code ranker}
     * @param trees the table {@code ranker_trees}; empty where nothing could be learned
     * @param nodes how many rows {@code trees} has
     * @param notes what a person should know
     */
    public record Result(
            Dataset<Row> candidates, Dataset<Row> facts, Dataset<Row> trees, long nodes, List<String> notes) {

        /** The same, its candidates read from where they were published. */
        public Result published(Dataset<Row> rows) {
            return new Result(rows, facts, trees, nodes, notes);
        }
    }

    /** Where the configuration says that nothing is ranked. */
    public static Result nothing(SparkSession spark) {
        return new Result(
                spark.createDataFrame(List.of(), RankedProducts.TABLE.schema()),
                spark.createDataFrame(List.of(), RankerFacts.TABLE.schema()),
                spark.createDataFrame(List.of(), RankerTrees.TABLE.schema()),
                0,
                List.of(
                        "Nothing is ranked (ranker.enabled = false): rules and interest alone find what to cross-sell, and"
                                + " p_buy is null."));
    }

    /**
     * Learns and ranks. Runs jobs at once.
     *
     * @param earlierTrees {@code ranker_trees} of the newest earlier run; empty when there was none
     * @param earlierFacts {@code ranker} of the same
     * @param following product → products that may be offered to whom has it, asked for once it was learned
     */
    public Result rank(
            Dataset<Row> earlierTrees, Dataset<Row> earlierFacts, Supplier<Map<String, List<String>>> following) {
        int start = (int) asOf.toEpochDay() + 1;
        Snapshots windows = new Snapshots(config, histories, categories);
        Optional<ModelRows.Dated> earlier = ModelRows.read(earlierTrees, earlierFacts);
        ModelSelection chosen = earlier.filter(m -> age(m) < config.training().everyDays())
                .map(m -> ModelSelection.again(m, earlierFacts.collectAsList()))
                .orElseGet(() -> ModelSelection.between(
                        new Learning(config, windows).before(start), earlier, asOf, config.training()));
        AlsoScored also = new AlsoScored(following.get(), catalogue);
        Scoring scoring = new Scoring(config, catalogue, categories, also, chosen.model());
        List<Row> nodes = chosen.model().map(m -> ModelRows.nodes(m.trees())).orElse(List.of());
        return new Result(
                scoring.score(spark, histories, windows.at(start)),
                spark.createDataFrame(chosen.facts(), RankerFacts.TABLE.schema()),
                spark.createDataFrame(nodes, RankerTrees.TABLE.schema()),
                nodes.size(),
                Stream.concat(chosen.notes().stream(), sampled(windows.share())).toList());
    }

    private Stream<String> sampled(double share) {
        return share == 1
                ? Stream.of()
                : Stream.of(String.format(
                        Locale.ROOT,
                        "The ranking learned from %.1f %% of the customers, drawn by their ids: more than ranker.max_events = %,d"
                                + " purchases and other events are known. All are ranked, and what was sold and to how many is"
                                + " counted on all.",
                        100 * share,
                        config.maxEvents()));
    }

    private long age(ModelRows.Dated model) {
        return ChronoUnit.DAYS.between(model.trainedOn(), asOf);
    }

    @Override
    public void close() {
        histories.unpersist();
    }
}
