package io.osusume;

import io.osusume.accounts.AccountActivity;
import io.osusume.accounts.AccountAnalysis;
import io.osusume.accounts.Preconditions;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.CustomerFeatures;
import io.osusume.features.Facts;
import io.osusume.features.Holdings;
import io.osusume.features.ProductUse;
import io.osusume.features.UnknownCustomers;
import io.osusume.io.Manifest;
import io.osusume.io.Run;
import io.osusume.io.Warehouse;
import io.osusume.ltv.LifetimeValue;
import io.osusume.ltv.ModelValidation;
import io.osusume.offers.OfferEngine;
import io.osusume.offers.Pricing;
import io.osusume.segments.LwpAnalysis;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Bundles;
import io.osusume.tables.Ltv;
import io.osusume.tables.LtvValidation;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Rejects;
import io.osusume.tables.Rules;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
            Stages stages = new Stages(run, progress);
            Intake intake = new Intake(spark, config, run, stages);
            intake.take(night.asOf(), warehouse.newestBefore(night.asOf()));
            Facts facts = intake.facts(warehouse.history(night.asOf(), Offers.TABLE, WithheldOffers.TABLE));
            List<String> notes = new ArrayList<>(intake.notes());
            flow(night, stages, facts, warehouse, notes);
            stages.table(Rejects.TABLE, intake::rejects);
            Manifest manifest = new RunRecord(night, runId, started).of(run, stages, intake, notes);
            run.publish(manifest, published(night.goals(), run.staged().keySet()));
            return new NightReport(manifest, run.published(), warehouse.path());
        }
    }

    private void flow(Night night, Stages stages, Facts facts, Warehouse warehouse, List<String> notes) {
        LocalDate asOf = night.asOf();
        if (night.wants(Goal.LTV)) {
            stages.table(Ltv.TABLE, () -> new LifetimeValue(config.ltv())
                    .estimate(facts.lines(), facts.subscriptions(), facts.products(), asOf));
        }
        if (night.wants(Goal.LTV_VALIDATE)) {
            stages.table(LtvValidation.TABLE, () -> new ModelValidation(config.ltv())
                    .compare(facts.lines(), facts.products(), asOf));
        }
        if (night.wants(Goal.ACCOUNTS)) {
            accounts(stages, facts, asOf, notes);
        }
        if (night.wants(Goal.RANKING) && config.ranker().enabled()) {
            new RankingStage(config.ranker(), stages, asOf).rank(facts, warehouse, notes);
        }
        if (!night.wants(Goal.RULES, Goal.SEGMENTS, Goal.OFFERS)) {
            return;
        }
        Dataset<Row> priced =
                stages.keep("prices", () -> new Pricing(config.ltv()).of(facts.products(), facts.lines(), asOf));
        RuleStage ruleStage = new RuleStage(config, asOf);
        Dataset<Row> rules = stages.table(Rules.TABLE, () -> ruleStage.mine(facts.lines()));
        stages.table(Bundles.TABLE, () -> ruleStage.bundles(rules, priced));
        notes.addAll(ruleStage.notes());
        if (!night.wants(Goal.SEGMENTS, Goal.OFFERS)) {
            return;
        }
        Dataset<Row> holdings = stages.keep("holdings", () -> new Holdings().of(facts, asOf));
        Dataset<Row> use = stages.keep("use", () -> new ProductUse(config.features()).of(facts, holdings, asOf));
        Dataset<Row> customers = stages.keep("features", () -> new CustomerFeatures(config.features(), config.consent())
                .of(facts, holdings, use, asOf));
        notes.addAll(UnknownCustomers.notes(facts, customers));
        Dataset<Row> segments = stages.table(LwpSegments.TABLE, () -> new LwpAnalysis(config.segments())
                .assign(customers, holdings, rules, facts.products()));
        if (night.wants(Goal.OFFERS)) {
            Dataset<Row> earlier = warehouse.earlier(asOf, Offers.TABLE, WithheldOffers.TABLE);
            OfferEngine.Evidence evidence =
                    new OfferEngine.Evidence(priced, holdings, use, customers, segments, rules, earlier);
            Dataset<Row> candidates =
                    stages.keep("candidates", () -> new OfferEngine(config).make(facts, evidence, asOf));
            stages.table(SuppressedOffers.TABLE, () -> OfferEngine.suppressed(candidates));
            stages.table(WithheldOffers.TABLE, () -> OfferEngine.withheld(candidates));
            stages.table(Offers.TABLE, () -> OfferEngine.offered(candidates));
        }
    }

    private Dataset<Row> accounts(Stages stages, Facts facts, LocalDate asOf, List<String> notes) {
        Dataset<Row> activity = stages.keep(
                "activity", () -> new AccountActivity(config.accounts(), config.features()).of(facts, asOf));
        List<String> unmet = Preconditions.unmet(facts, activity);
        notes.addAll(unmet);
        return stages.table(AccountScores.TABLE, () -> {
            Dataset<Row> scores = new AccountAnalysis(config.accounts()).score(activity);
            return unmet.isEmpty() ? scores : scores.limit(0);
        });
    }

    /** The staged tables of the goals, {@code offers} last: whoever sees tonight's offers finds everything else there. */
    private static List<String> published(Set<Goal> goals, Set<String> staged) {
        List<String> names = new ArrayList<>(List.of(Rejects.TABLE.name()));
        for (Goal goal : Goal.values()) {
            if (goals.contains(goal)) {
                goal.tables().stream().map(Table::name).filter(staged::contains).forEach(names::add);
            }
        }
        return names;
    }
}
