package io.osusume.pipeline;

import io.osusume.changes.Difference;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.intake.Inputs;
import io.osusume.intake.Intake;
import io.osusume.intake.source.SeenFiles;
import io.osusume.io.Manifest;
import io.osusume.io.Plan;
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
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** A night: reads a company's inputs, carries out the stages asked for ({@link NightFlow}), and publishes or plans. */
public final class NightlyPipeline {
    private final SparkSession spark;
    private final ConfigLoader.Loaded loaded;
    private final OsusumeConfig config;

    public NightlyPipeline(SparkSession spark, ConfigLoader.Loaded loaded) {
        this.spark = spark;
        this.loaded = loaded;
        this.config = loaded.config();
    }

    /**
     * Carries out a night and publishes it, unless it swings further than it may.
     *
     * @throws io.osusume.errors.UserException when nothing could be published, and why
     */
    public NightOutcome run(RunRequest night, Progress progress) {
        return carryOut(night, progress, done -> {
            Optional<Difference> tooFar = tooFar(done);
            if (tooFar.isPresent()) {
                return NightOutcome.held(keep(done, tooFar.get()));
            }
            done.run().publish(done.manifest(), done.tables());
            return NightOutcome.published(new NightReport(
                    done.manifest(), done.run().published(), done.warehouse().path()));
        });
    }

    /**
     * Carries out a night, publishes nothing, and keeps it as the plan of the warehouse.
     *
     * @throws io.osusume.errors.UserException when nothing could be published, and why
     */
    public PlannedNight plan(RunRequest night, Progress progress) {
        return carryOut(night, progress, done -> keep(done, difference(done)));
    }

    /** A night whose tables are staged. */
    private record Done(RunRequest night, Run run, Warehouse warehouse, Inputs inputs, Manifest manifest) {
        List<String> tables() {
            return night.published(run.staged().keySet());
        }
    }

    private <T> T carryOut(RunRequest night, Progress progress, Function<Done, T> end) {
        Instant started = night.clock().instant();
        String runId = night.asOf() + "-" + started.toString().replaceAll("[-:.]", "");
        Warehouse warehouse = new Warehouse(spark, config.warehouse());
        try (Run run = warehouse.begin(runId, night.asOf());
                Stages stages = new Stages(run, progress)) {
            Inputs inputs = new Intake(spark, config, run, stages)
                    .read(new Intake.Request(
                            night.asOf(),
                            night.asOf(),
                            false,
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
            return end.apply(new Done(night, run, warehouse, inputs, manifest));
        }
    }

    /** What a night would change that may not be published unseen; the first night of all may. */
    private Optional<Difference> tooFar(Done done) {
        return config.publish()
                .maxChange()
                .filter(most -> done.night().goals().contains(Goal.OFFERS))
                .flatMap(most -> Optional.of(difference(done))
                        .filter(d -> d.against() != null && d.swing().most() > most));
    }

    private static Difference difference(Done done) {
        return new NightDifference(done.warehouse(), done.run().planning())
                .of(done.manifest(), done.inputs().currency());
    }

    private PlannedNight keep(Done done, Difference difference) {
        SeenFiles seen = done.inputs().files();
        Plan.Sources sources = new Plan.Sources(loaded.settings(), seen.listings(), seen.unseen());
        done.run().planning().keep(done.manifest(), done.tables(), sources, difference);
        return new PlannedNight(
                done.warehouse().plans().required(),
                difference,
                done.warehouse().path());
    }
}
