package io.osusume;

import io.osusume.config.OsusumeConfig;
import io.osusume.features.CustomerFeatures;
import io.osusume.features.Facts;
import io.osusume.features.Holdings;
import io.osusume.features.ProductUse;
import io.osusume.io.Manifest;
import io.osusume.io.Run;
import io.osusume.io.Warehouse;
import io.osusume.ltv.LifetimeValue;
import io.osusume.offers.OfferEngine;
import io.osusume.segments.LwpAnalysis;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Ltv;
import io.osusume.tables.Offers;
import io.osusume.tables.Rejects;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.WithheldOffers;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The whole flow of data, from a company's inputs to published offers. */
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
    public NightReport run(Night night, Progress progress) {
        Instant started = night.clock().instant();
        String runId = night.asOf() + "-" + started.toString().replaceAll("[-:.]", "");
        Warehouse warehouse = new Warehouse(spark, config.warehouse());
        try (Run run = warehouse.begin(runId, night.asOf())) {
            Stages stages = new Stages(run, progress, Intake.present(config).size() + stagesOf(night));
            Intake intake = new Intake(spark, config, run, stages);
            intake.take(night.asOf(), warehouse.newestBefore(night.asOf()));
            flow(night, stages, intake, warehouse);
            Manifest manifest = new Record(night, runId, started).of(run, stages, intake);
            run.publish(manifest);
            return new NightReport(manifest, run.published(), warehouse.path());
        }
    }

    private void flow(Night night, Stages stages, Intake intake, Warehouse warehouse) {
        LocalDate asOf = night.asOf();
        Facts facts = intake.facts();
        Dataset<Row> rules = ruleStages(stages, facts, asOf);
        Dataset<Row> holdings = stages.keep("holdings", () -> new Holdings().of(facts, asOf));
        Dataset<Row> use = stages.keep("use", () -> new ProductUse(config.features()).of(facts, holdings, asOf));
        Dataset<Row> customers =
                stages.keep("features", () -> new CustomerFeatures().of(facts, holdings, use, asOf));
        Dataset<Row> segments = stages.table(
                LwpSegments.TABLE, () -> new LwpAnalysis(config.segments()).assign(customers, holdings, rules, facts.products()));
        stages.table(Ltv.TABLE, () -> new LifetimeValue(config.ltv()).estimate(facts.lines(), facts.subscriptions(), facts.products(), asOf));
        OfferEngine.Evidence evidence = new OfferEngine.Evidence(
                holdings, use, customers, segments, rules, warehouse.earlier(asOf, Offers.TABLE, WithheldOffers.TABLE));
        Dataset<Row> candidates = stages.keep("candidates", () -> new OfferEngine(config).make(facts, evidence, asOf));
        stages.table(SuppressedOffers.TABLE, () -> OfferEngine.suppressed(candidates));
        stages.table(WithheldOffers.TABLE, () -> OfferEngine.withheld(candidates));
        stages.table(Offers.TABLE, () -> OfferEngine.offered(candidates));
        stages.table(Rejects.TABLE, intake::rejects);
    }
}
