package io.osusume.pipeline;

import io.osusume.config.OsusumeConfig;
import io.osusume.io.Stages;
import io.osusume.offers.PastTrials;
import io.osusume.successes.SuccessPatterns;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.Datasets;
import io.osusume.tables.OfferTrials;
import io.osusume.tables.SuccessCases;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What past offers led to. */
final class SuccessesFlow {
    private final OsusumeConfig config;
    private final NightFlow.Known known;
    private final Stages stages;

    SuccessesFlow(OsusumeConfig config, NightFlow.Known known, Stages stages) {
        this.config = config;
        this.known = known;
        this.stages = stages;
    }

    /**
     * The table {@code success_cases}.
     *
     * @param targets what the offers were made from
     */
    Dataset<Row> carryOut(Dataset<Row> targets, Datasets evidence) {
        Dataset<Row> trials = stages.keep(
                OfferTrials.TABLE.name(), () -> new PastTrials(config.offers().acceptance(), known.asOf()).of(targets));
        return stages.table(SuccessCases.TABLE, () -> new SuccessPatterns(config, known.asOf())
                .of(known.facts(), trials, evidence.of(CustomerContracts.TABLE)));
    }
}
