package io.osusume.pipeline;

import io.osusume.config.OsusumeConfig;
import io.osusume.effects.ExperimentPlan;
import io.osusume.effects.PastBehaviour;
import io.osusume.intake.Inputs;
import io.osusume.intake.Intake;
import io.osusume.io.Progress;
import io.osusume.io.Run;
import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.tables.Offers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Reads the inputs as a night does, and tells from them what an experiment would take. Publishes nothing. */
public final class PlanPipeline {
    private final SparkSession spark;
    private final OsusumeConfig config;

    public PlanPipeline(SparkSession spark, OsusumeConfig config) {
        this.spark = spark;
        this.config = config;
    }

    /**
     * What was found.
     *
     * @param currency of the costs
     */
    public record Report(ExperimentPlan.History history, List<ExperimentPlan.Line> lines, String currency) {}

    /** Looks back from the night's as-of day. */
    public Report run(RunRequest night, ExperimentPlan.Question question, Progress progress) {
        Instant started = night.clock().instant();
        String runId = night.asOf() + "-plan-" + started.toString().replaceAll("[-:.]", "");
        Warehouse warehouse = new Warehouse(spark, config.warehouse());
        try (Run run = warehouse.begin(runId, night.asOf());
                Stages stages = new Stages(run, progress)) {
            Inputs inputs = new Intake(spark, config, run, stages)
                    .read(new Intake.Request(
                            night.asOf(),
                            night.asOf(),
                            false,
                            night.accepted(),
                            Optional.empty(),
                            warehouse.history(night.asOf(), Offers.TABLE)));
            OsusumeConfig inCurrency = config.in(inputs.currency());
            ExperimentPlan.History history = new PastBehaviour(inCurrency, night.asOf()).of(inputs.facts());
            return new Report(
                    history,
                    new ExperimentPlan(config.effects()).of(history, question),
                    inCurrency.ltv().currency());
        }
    }
}
