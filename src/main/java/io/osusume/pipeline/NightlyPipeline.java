package io.osusume.pipeline;

import io.osusume.accounts.AccountActivity;
import io.osusume.accounts.AccountAnalysis;
import io.osusume.accounts.Preconditions;
import io.osusume.catalogue.Pricing;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.CustomerFeatures;
import io.osusume.features.Facts;
import io.osusume.features.Holdings;
import io.osusume.features.ProductUse;
import io.osusume.features.UnknownCustomers;
import io.osusume.intake.Inputs;
import io.osusume.intake.Intake;
import io.osusume.io.Manifest;
import io.osusume.io.Progress;
import io.osusume.io.Run;
import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.ltv.LifetimeValue;
import io.osusume.ltv.ModelValidation;
import io.osusume.ltv.PlanRetention;
import io.osusume.offers.OfferEngine;
import io.osusume.segments.LwpAnalysis;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Bundles;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Ltv;
import io.osusume.tables.LtvValidation;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Products;
import io.osusume.tables.Rejects;
import io.osusume.tables.Rules;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.WithheldOffers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
                            warehouse.newestBefore(night.asOf()),
                            warehouse.history(night.asOf(), Offers.TABLE, WithheldOffers.TABLE)));
            List<String> notes = new ArrayList<>(inputs.notes());
            notes.addAll(new Flow(night, stages, inputs.facts(), warehouse).carryOut());
            stages.table(Rejects.TABLE, inputs::rejects);
            Manifest manifest = new RunRecord(night, runId, started).of(run, stages, inputs, notes);
            run.publish(manifest, night.published(run.staged().keySet()));
            return new NightReport(manifest, run.published(), warehouse.path());
        }
    }

    /** What comes from what, on one screen. Parts that are started run side by side where the data is small. */
    private final class Flow {
        private final RunRequest night;
        private final LocalDate asOf;
        private final Stages stages;
        private final Facts facts;
        private final Warehouse warehouse;
        private final List<String> notes = new ArrayList<>();

        Flow(RunRequest night, Stages stages, Facts facts, Warehouse warehouse) {
            this.night = night;
            this.asOf = night.asOf();
            this.stages = stages;
            this.facts = facts;
            this.warehouse = warehouse;
        }

        private record Scored(Dataset<Row> accounts, List<String> unmet) {}

        private record Mined(Dataset<Row> priced, Dataset<Row> rules, Dataset<Row> bundles, List<String> notes) {}

        private record Likely(Dataset<Row> ranked, List<String> notes) {}

        private record Known(Dataset<Row> holdings, Dataset<Row> use, Dataset<Row> customers) {}

        /** @return what a person should know */
        List<String> carryOut() {
            Stages.Started<Void> values = stages.start(this::values);
            boolean offers = night.wants(Goal.OFFERS);
            boolean segments = offers || night.wants(Goal.SEGMENTS);
            Stages.Started<Likely> likely = stages.start(() -> offers || night.wants(Goal.RANKING) ? ranked() : null);
            Stages.Started<Known> known = stages.start(() -> segments ? known() : null);
            Stages.Started<Mined> mined = stages.start(() -> segments || night.wants(Goal.RULES) ? mined() : null);
            Stages.Started<Scored> scored = stages.start(() -> offers || night.wants(Goal.ACCOUNTS) ? scored() : null);
            if (segments) {
                Dataset<Row> assigned = segments(known.result(), mined.result());
                if (offers) {
                    offers(known.result(), mined.result(), scored.result(), likely.result(), assigned);
                }
            }
            note(mined.result(), scored.result(), likely.result());
            values.result();
            return notes;
        }

        private Void values() {
            if (night.wants(Goal.LTV)) {
                stages.table(Ltv.TABLE, () -> new LifetimeValue(config.ltv())
                        .estimate(facts.lines(), facts.of(Subscriptions.INPUT), facts.of(Products.INPUT), asOf));
            }
            if (night.wants(Goal.LTV_VALIDATE)) {
                stages.table(LtvValidation.TABLE, () -> new ModelValidation(config.ltv())
                        .compare(facts.lines(), facts.of(Products.INPUT), asOf));
            }
            return null;
        }

        private Likely ranked() {
            List<String> found = new ArrayList<>();
            return new Likely(new RankingStage(config, stages, asOf).rank(facts, warehouse, found), found);
        }

        private Scored scored() {
            Dataset<Row> activity = stages.keep(
                    "activity", () -> new AccountActivity(config.accounts(), config.features()).of(facts, asOf));
            List<String> unmet = Preconditions.unmet(facts, activity);
            Dataset<Row> scores = stages.table(AccountScores.TABLE, () -> {
                Dataset<Row> all = new AccountAnalysis(config.accounts()).score(activity);
                return unmet.isEmpty() ? all : all.limit(0);
            });
            return new Scored(scores, unmet);
        }

        private Mined mined() {
            Dataset<Row> priced = stages.keep(
                    "prices", () -> new Pricing(config.ltv()).of(facts.of(Products.INPUT), facts.lines(), asOf));
            RuleStage ruleStage = new RuleStage(config, asOf);
            Dataset<Row> rules = stages.table(Rules.TABLE, () -> ruleStage.mine(facts.lines()));
            Dataset<Row> bundles = stages.table(Bundles.TABLE, () -> ruleStage.bundles(rules, priced));
            return new Mined(priced, rules, bundles, ruleStage.notes());
        }

        private Known known() {
            Dataset<Row> holdings = stages.table(CustomerHoldings.TABLE, () -> new Holdings().of(facts, asOf));
            Dataset<Row> use = stages.keep("use", () -> new ProductUse(config.features()).of(facts, holdings, asOf));
            Dataset<Row> customers =
                    stages.keep("features", () -> new CustomerFeatures(config.features(), config.consent())
                            .of(facts, holdings, use, asOf));
            return new Known(holdings, use, customers);
        }

        private Dataset<Row> segments(Known known, Mined mined) {
            notes.addAll(UnknownCustomers.notes(facts, known.customers()));
            return stages.table(LwpSegments.TABLE, () -> new LwpAnalysis(config.segments())
                    .assign(known.customers(), known.holdings(), mined.rules(), facts.of(Products.INPUT)));
        }

        private void offers(Known known, Mined mined, Scored scored, Likely likely, Dataset<Row> segments) {
            OfferEngine.Evidence evidence = new OfferEngine.Evidence(
                    mined.priced(),
                    known.holdings(),
                    known.use(),
                    known.customers(),
                    segments,
                    mined.rules(),
                    mined.bundles(),
                    scored.accounts(),
                    likely.ranked(),
                    new PlanRetention(config.ltv())
                            .of(facts.lines(), facts.of(Subscriptions.INPUT), facts.of(Products.INPUT), asOf),
                    warehouse.earlier(asOf, Offers.TABLE, WithheldOffers.TABLE));
            OfferEngine engine = new OfferEngine(config);
            Dataset<Row> targets = stages.keep("targets", () -> engine.gather(facts, evidence, asOf));
            Dataset<Row> candidates = stages.keep("candidates", () -> engine.make(targets, facts, evidence, asOf));
            stages.table(SuppressedOffers.TABLE, () -> OfferEngine.suppressed(candidates));
            stages.table(WithheldOffers.TABLE, () -> OfferEngine.withheld(candidates));
            stages.table(Offers.TABLE, () -> OfferEngine.offered(candidates));
        }

        private void note(Mined mined, Scored scored, Likely likely) {
            notes.addAll(mined == null ? List.of() : mined.notes());
            notes.addAll(scored == null ? List.of() : scored.unmet());
            notes.addAll(likely == null ? List.of() : likely.notes());
        }
    }
}
