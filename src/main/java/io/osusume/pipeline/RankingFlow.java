package io.osusume.pipeline;

import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.ranking.Ranking;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.RankerFacts;
import io.osusume.tables.RankerTrees;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The ranking's part of a night: learned, then its facts, its model and its candidates published. */
record RankingFlow(OsusumeConfig config, Facts facts, LocalDate asOf) {

    /**
     * What was learned, its candidates as they were published.
     *
     * @param following product → products that may be offered to whom has it, asked for once it was learned
     */
    Ranking.Result carryOut(Warehouse warehouse, Stages stages, Supplier<Map<String, List<String>>> following) {
        if (!config.ranker().enabled()) {
            return Ranking.nothing(facts.lines().sparkSession());
        }
        try (Ranking ranker = new Ranking(config.ranker(), config.features(), facts, asOf)) {
            Ranking.Result learned = stages.carryOut("ranking model", () -> {
                Ranking.Result found = ranker.rank(
                        warehouse.earlier(asOf, RankerTrees.TABLE),
                        warehouse.earlier(asOf, RankerFacts.TABLE),
                        following);
                return new Stages.Counted<>(found, found.nodes());
            });
            stages.table(RankerFacts.TABLE, learned::facts);
            stages.table(RankerTrees.TABLE, learned::trees);
            return learned.published(stages.table(RankedProducts.TABLE, learned::candidates));
        }
    }
}
