package io.osusume.pipeline;

import io.osusume.config.OsusumeConfig;
import io.osusume.effects.Campaigns;
import io.osusume.effects.EpisodeLog;
import io.osusume.effects.EpisodeNotes;
import io.osusume.effects.Measuring;
import io.osusume.features.Facts;
import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.tables.Effects;
import io.osusume.tables.Episodes;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What offers changed so far: tonight's episodes, then what they say. */
final class EffectsFlow {
    private final OsusumeConfig config;
    private final Facts facts;
    private final LocalDate asOf;

    EffectsFlow(OsusumeConfig config, Facts facts, LocalDate asOf) {
        this.config = config;
        this.facts = facts;
        this.asOf = asOf;
    }

    /** @param made tonight's offers and withheld offers */
    List<String> carryOut(Warehouse warehouse, Stages stages, Dataset<Row> made) {
        EpisodeLog log = new EpisodeLog(config.effects().keepDays(), asOf);
        Dataset<Row> episodes = stages.table(Episodes.TABLE, () -> log.carry(earlier(warehouse), made, facts));
        stages.table(Effects.TABLE, () -> new Measuring(config, asOf).of(episodes, facts));
        return EpisodeNotes.of(episodes);
    }

    /** Those of the newest earlier night; before the first one, what the company's data tells of its campaigns. */
    private Dataset<Row> earlier(Warehouse warehouse) {
        Dataset<Row> earlier = warehouse.earlier(asOf, Episodes.TABLE);
        return Campaigns.areKnown(facts) && earlier.isEmpty()
                ? new Campaigns(config.experiment().id(), asOf).of(facts)
                : earlier;
    }
}
