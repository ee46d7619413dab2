package io.osusume.pipeline;

import io.osusume.config.OsusumeConfig;
import io.osusume.io.Stages;
import io.osusume.offers.Learned;
import io.osusume.offers.OfferEngine;
import io.osusume.offers.OnShelf;
import io.osusume.successes.Quotes;
import io.osusume.tables.Acceptance;
import io.osusume.tables.Bundles;
import io.osusume.tables.Datasets;
import io.osusume.tables.Episodes;
import io.osusume.tables.Ltv;
import io.osusume.tables.Offers;
import io.osusume.tables.Prices;
import io.osusume.tables.Shelf;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.WithheldOffers;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tonight's offers, and what is made of them: sheets for people, and what offers changed so far, side by side. */
final class OffersFlow {
    private final OsusumeConfig config;
    private final NightFlow.Known known;
    private final Stages stages;

    OffersFlow(OsusumeConfig config, NightFlow.Known known, Stages stages) {
        this.config = config;
        this.known = known;
        this.stages = stages;
    }

    /**
     * Tonight's offers, and what a person should know of them.
     *
     * @param evidence what they were chosen from
     */
    record Made(Dataset<Row> offers, Dataset<Row> withheld, Datasets evidence, List<String> notes)
            implements Part.Result {}

    /**
     * @param evidence {@link OfferEngine#EVIDENCE} but for what earlier nights published of acceptance, and the contracts
     * @param values the lifetime values
     */
    Made carryOut(Datasets evidence, Dataset<Row> values) {
        OfferEngine engine = new OfferEngine(config);
        Datasets all = evidence.with(Episodes.TABLE, known.warehouse().earlier(known.asOf(), Episodes.TABLE))
                .with(Acceptance.TABLE, known.warehouse().earlier(known.asOf(), Acceptance.TABLE))
                .with(Ltv.TABLE, values);
        Dataset<Row> targets = stages.keep("targets", () -> engine.gather(known.facts(), all, known.asOf()));
        Learned learned = stages.carryOut("learning from past offers", () -> {
            Learned past = engine.learn(known.facts(), targets, all, known.asOf());
            return new Stages.Counted<>(past, past.trials());
        });
        stages.table(Acceptance.TABLE, () -> learned.acceptance(targets));
        Stages.Started<Dataset<Row>> successes =
                stages.start(() -> new SuccessesFlow(config, known, stages).carryOut(targets, evidence));
        Dataset<Row> made = stages.keep("candidates", () -> engine.make(targets, learned, all, known.asOf()));
        Dataset<Row> candidates = new Quotes(config.run().language()).in(made, successes.result());
        Stages.Started<Dataset<Row>> suppressed =
                stages.start(() -> stages.table(SuppressedOffers.TABLE, () -> OfferEngine.suppressed(candidates)));
        Dataset<Row> withheld = stages.table(WithheldOffers.TABLE, () -> OfferEngine.withheld(candidates));
        Dataset<Row> offers = stages.table(Offers.TABLE, () -> OfferEngine.offered(candidates));
        Stages.Started<Dataset<Row>> sheets =
                stages.start(() -> new SheetsFlow(config, known, stages).carryOut(all, values, offers, withheld));
        stages.table(Shelf.TABLE, () -> OnShelf.of(offers, evidence.of(Prices.TABLE), evidence.of(Bundles.TABLE)));
        List<String> notes = new ArrayList<>(learned.notes());
        notes.addAll(new EffectsFlow(config, known.facts(), known.asOf())
                .carryOut(known.warehouse(), stages, offers.unionByName(withheld)));
        sheets.result();
        suppressed.result();
        return new Made(offers, withheld, evidence, notes);
    }
}
