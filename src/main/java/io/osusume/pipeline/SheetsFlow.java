package io.osusume.pipeline;

import io.osusume.config.OsusumeConfig;
import io.osusume.io.Stages;
import io.osusume.tables.AccountBriefs;
import io.osusume.tables.AccountScores;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Datasets;
import io.osusume.tables.Features;
import io.osusume.tables.Ltv;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Prices;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import io.osusume.tables.Worklist;
import io.osusume.worklist.Briefing;
import io.osusume.worklist.Subjects;
import io.osusume.worklist.ThingsToDo;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The sheets for those who act: what there is to do, and a brief of each account. */
final class SheetsFlow {
    private static final List<Table> AS_THE_OFFERS_READ = List.of(
            Prices.TABLE,
            CustomerContracts.TABLE,
            CustomerHoldings.TABLE,
            Features.TABLE,
            LwpSegments.TABLE,
            AccountScores.TABLE);

    private final OsusumeConfig config;
    private final NightFlow.Known known;
    private final Stages stages;

    SheetsFlow(OsusumeConfig config, NightFlow.Known known, Stages stages) {
        this.config = config;
        this.known = known;
        this.stages = stages;
    }

    /**
     * The worklist; the briefs are made on the way.
     *
     * @param evidence what the offers were made from
     * @param values the lifetime values
     * @param made tonight's offers
     * @param withheld what control arms would have got
     */
    Dataset<Row> carryOut(Datasets evidence, Dataset<Row> values, Dataset<Row> made, Dataset<Row> withheld) {
        Datasets all =
                Datasets.none().with(Ltv.TABLE, values).with(Offers.TABLE, made).with(WithheldOffers.TABLE, withheld);
        for (Table table : AS_THE_OFFERS_READ) {
            all = all.with(table, evidence.of(table));
        }
        Datasets given = all;
        Dataset<Row> subjects =
                stages.keep("subjects", () -> new Subjects(config, known.asOf()).of(known.facts(), given));
        Briefing briefing = new Briefing(config.worklist().pool(), config.ltv().currency());
        stages.table(AccountBriefs.TABLE, () -> briefing.of(subjects, known.facts(), given));
        return stages.table(Worklist.TABLE, () -> new ThingsToDo(config, known.asOf()).of(subjects, made));
    }
}
