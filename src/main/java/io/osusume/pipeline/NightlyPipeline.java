package io.osusume.pipeline;

import io.osusume.config.OsusumeConfig;
import io.osusume.intake.Inputs;
import io.osusume.intake.Intake;
import io.osusume.io.Manifest;
import io.osusume.io.Progress;
import io.osusume.io.Run;
import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.tables.Offers;
import io.osusume.tables.Rejects;
import io.osusume.tables.WithheldOffers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** A night: reads a company's inputs, carries out the stages asked for ({@link NightFlow}), and publishes. */
public final class NightlyPipeline {
    private final SparkSession spark;
    private final OsusumeConfig config;

    public NightlyPipeline(SparkSession spark, OsusumeConfig config) {
        this.spark = spark;
        this.config = config;
    }

    /**
     * Carries out a night.
     *
     * @throws io.osusume.errors.UserException when nothing could be published, and why
     */
    public NightReport run(RunRequest night, Progress progress) {
        Instant started = night.clock().instant();
        String runId = night.asOf() + "-" + started.toString().replaceAll("[-:.]", "");
        Warehouse warehouse = new Warehouse(spark, config.warehouse());
        try (Run run = warehouse.begin(runId, night.asOf());
                Stages stages = new Stages(run, progress)) {
            Inputs inputs = new Intake(spark, config, run, stages)
                    .read(new Intake.Request(
                            night.asOf(),
                            night.asOf(),
                            night.accepted(),
                            warehouse.newestBefore(night.asOf()),
                            warehouse.history(night.asOf(), Offers.TABLE, WithheldOffers.TABLE)));
            List<String> notes = new ArrayList<>(inputs.notes());
            notes.addAll(new NightFlow(
                            config.in(inputs.currency()),
                            new NightFlow.Known(night.asOf(), inputs.facts(), warehouse),
                            stages)
                    .carryOut(night.goals()));
            stages.table(Rejects.TABLE, inputs::rejects);
            Manifest manifest = new RunRecord(night, runId, started).of(run, stages, inputs, notes);
            run.publish(manifest, night.published(run.staged().keySet()));
            return new NightReport(manifest, run.published(), warehouse.path());
        }
    }
}
