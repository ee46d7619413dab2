package io.osusume.pipeline;

import io.osusume.catalogue.Pricing;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.intake.Inputs;
import io.osusume.intake.Intake;
import io.osusume.io.Manifest;
import io.osusume.io.Progress;
import io.osusume.io.Run;
import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.ranking.backtest.Backtest;
import io.osusume.ranking.backtest.Figure;
import io.osusume.ranking.backtest.MadeFigures;
import io.osusume.ranking.backtest.OffersMade;
import io.osusume.tables.Backtests;
import io.osusume.tables.Input;
import io.osusume.tables.Offers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** Reads the inputs once, ranks as of several days of the past, and publishes how well each method did. */
public final class BacktestPipeline {
    private final SparkSession spark;
    private final OsusumeConfig config;

    public BacktestPipeline(SparkSession spark, OsusumeConfig config) {
        this.spark = spark;
        this.config = config;
    }

    /**
     * What was found.
     *
     * @param warehouse the folder of all tables
     */
    public record Report(List<Figure> figures, List<String> notes, String warehouse) {}

    /**
     * Carries out the backtest. The night's as-of date is the last of the days; its orders are read up to the end of the
     * horizon after it, and each ranking sees only what lies before the end of its own day.
     *
     * @param top how many products of each ranking count
     * @param offers whether the offers of each day are made too: a night for each
     */
    public Report run(RunRequest night, List<LocalDate> days, int top, boolean offers, Progress progress) {
        Instant started = night.clock().instant();
        String runId = night.asOf() + "-backtest-" + started.toString().replaceAll("[-:.]", "");
        Warehouse warehouse = new Warehouse(spark, config.warehouse());
        List<OffersMade.Shown> shown = new ArrayList<>();
        try (Run run = warehouse.begin(runId, night.asOf());
                Stages stages = new Stages(run, progress)) {
            Inputs inputs = new Intake(spark, config, run, stages)
                    .read(new Intake.Request(
                            night.asOf(),
                            night.asOf().plusDays(config.ranker().horizonDays()),
                            true,
                            night.accepted(),
                            Optional.empty(),
                            warehouse.history(days.get(0), Offers.TABLE)));
            Backtest backtest = backtest(top, inputs.currency());
            Backtest.Result result = stages.carryOut("folds", () -> {
                Backtest.Result folds = backtest.run(inputs.facts(), days);
                return new Stages.Counted<>(folds, folds.figures().size());
            });
            List<String> notes = new ArrayList<>(absent(inputs.facts()));
            notes.addAll(result.notes());
            List<Figure> figures = new ArrayList<>(result.figures());
            if (offers) {
                PastNights past = new PastNights(config, warehouse, run, progress);
                for (LocalDate day : days) {
                    shown.addAll(past.offers(spark, night, day));
                    without(shown, day).ifPresent(notes::add);
                }
                figures.addAll(
                        new MadeFigures(config.backtest(), config.ranker().horizonDays())
                                .of(shown, inputs.facts().purchases()));
            }
            stages.table(Backtests.TABLE, () -> backtest.table(spark, figures));
            Manifest manifest = new RunRecord(night, runId, started).of(run, stages, inputs, notes);
            run.publish(manifest, List.of(Backtests.TABLE.name()));
            return new Report(figures, notes, warehouse.path());
        }
    }

    private Backtest backtest(int top, String currency) {
        return new Backtest(
                config.ranker(),
                config.features(),
                config.backtest(),
                new Backtest.Limits(
                        top,
                        config.offers().priceBand(),
                        new Pricing(config.in(currency).ltv())));
    }

    private static List<String> absent(Facts facts) {
        String absent = facts.absent().stream().map(Input::name).collect(Collectors.joining(", "));
        return absent.isEmpty()
                ? List.of()
                : List.of("Absent inputs: " + absent + ". What they would tell is not learned from.");
    }

    private static Optional<String> without(List<OffersMade.Shown> shown, LocalDate day) {
        return shown.stream().anyMatch(s -> s.made() && s.asOf().equals(day))
                ? Optional.empty()
                : Optional.of("As of " + day + " the night would have made no cross-sell offer to a customer.");
    }
}
