package io.osusume.pipeline;

import io.osusume.config.OsusumeConfig;
import io.osusume.intake.Inputs;
import io.osusume.intake.Intake;
import io.osusume.io.Progress;
import io.osusume.io.Run;
import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.ranking.backtest.OffersMade;
import io.osusume.tables.Offers;
import io.osusume.tables.WithheldOffers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Nights of the past, each with what was known as of its end and the nights published before it. They publish nothing. */
record PastNights(OsusumeConfig config, Warehouse warehouse, Run run, Progress progress) {

    /**
     * What the night of a day would have offered, and what the ranking alone would have.
     *
     * @param request of the backtest
     */
    List<OffersMade.Shown> offers(SparkSession spark, RunRequest request, LocalDate day) {
        Run night = run.within(day);
        try (Stages stages = new Stages(night, progress)) {
            Inputs inputs = new Intake(spark, config, night, stages)
                    .read(new Intake.Request(
                            day,
                            day,
                            true,
                            request.accepted(),
                            Optional.empty(),
                            warehouse.history(day, Offers.TABLE, WithheldOffers.TABLE)));
            NightFlow flow = new NightFlow(
                    config.in(inputs.currency()), new NightFlow.Known(day, inputs.facts(), warehouse), stages);
            OffersFlow.Made made = flow.offered();
            return OffersMade.of(
                    made.offers().unionByName(made.withheld()),
                    made.evidence(),
                    day,
                    config.offers().priceBand());
        }
    }
}
