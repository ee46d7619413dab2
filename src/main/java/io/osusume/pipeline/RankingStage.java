package io.osusume.pipeline;

import io.osusume.config.FeaturesConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.config.RankerConfig;
import io.osusume.features.Facts;
import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.ranking.Ranking;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.RankerFacts;
import io.osusume.tables.RankerTrees;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Learns and ranks what customers will buy next, and stages what was learned. */
final class RankingStage {
    private final RankerConfig config;
    private final FeaturesConfig features;
    private final Stages stages;
    private final LocalDate asOf;

    RankingStage(OsusumeConfig config, Stages stages, LocalDate asOf) {
        this.config = config.ranker();
        this.features = config.features();
        this.stages = stages;
        this.asOf = asOf;
    }

    /** The table {@code ranked_products}; empty where the configuration says that nothing is ranked. */
    Dataset<Row> rank(Facts facts, Warehouse warehouse, List<String> notes) {
        if (!config.enabled()) {
            notes.add(
                    "Nothing is ranked (ranker.enabled = false): rules and interest alone find what to cross-sell, and"
                            + " p_buy is null.");
            return facts.lines().sparkSession().createDataFrame(List.of(), RankedProducts.TABLE.schema());
        }
        try (Ranking ranking = new Ranking(config, features, facts, asOf)) {
            Ranking.Result result = stages.carryOut("ranking model", () -> {
                Ranking.Result learned = ranking.rank(
                        warehouse.earlier(asOf, RankerTrees.TABLE), warehouse.earlier(asOf, RankerFacts.TABLE));
                return new Stages.Counted<>(learned, learned.nodes());
            });
            notes.addAll(result.notes());
            stages.table(RankerFacts.TABLE, result::facts);
            stages.table(RankerTrees.TABLE, result::trees);
            return stages.table(RankedProducts.TABLE, result::candidates);
        }
    }
}
