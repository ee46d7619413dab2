package io.osusume.pipeline;

import io.osusume.accounts.AccountActivity;
import io.osusume.accounts.AccountAnalysis;
import io.osusume.accounts.Preconditions;
import io.osusume.catalogue.Exclusion;
import io.osusume.catalogue.Pricing;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.CustomerFeatures;
import io.osusume.features.FactNotes;
import io.osusume.features.Facts;
import io.osusume.features.Holdings;
import io.osusume.features.ProductUse;
import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.offers.Following;
import io.osusume.ranking.Ranking;
import io.osusume.replenishment.NextNeeds;
import io.osusume.rules.BundleProposals;
import io.osusume.rules.MinedBaskets;
import io.osusume.rules.RuleMining;
import io.osusume.segments.LwpAnalysis;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Bundles;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Datasets;
import io.osusume.tables.Features;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.MeasuredUse;
import io.osusume.tables.Offers;
import io.osusume.tables.PlanRetentions;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.Replenishment;
import io.osusume.tables.Rules;
import io.osusume.tables.WithheldOffers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What comes from what, on one screen. Stages that do not need each other are carried out side by side where the data is small. */
final class NightFlow {
    private final OsusumeConfig config;
    private final Part<Mined> rules = new Part<>(Goal.RULES, this::rules);
    private final Part<Contracted> contracts = new Part<>(Goal.CONTRACTS, this::contracts);
    private final Part<People> holdings = new Part<>(Goal.HOLDINGS, this::holdings);
    private final Part<Made> needs = new Part<>(Goal.REPLENISHMENT, this::needs);
    private final Part<Made> segments = new Part<>(Goal.SEGMENTS, this::segments);
    private final Part<Made> accounts = new Part<>(Goal.ACCOUNTS, this::accounts);
    private final Part<Made> values = new Part<>(Goal.LTV, this::values);
    private final Part<Made> validation = new Part<>(Goal.LTV_VALIDATE, this::validation);
    private final Part<Made> ranking = new Part<>(Goal.RANKING, this::ranking);
    private final Part<OffersFlow.Made> offers = new Part<>(Goal.OFFERS, this::offers);
    private final LocalDate asOf;
    private final Facts facts;
    private final Warehouse warehouse;
    private final Stages stages;

    NightFlow(OsusumeConfig config, Known known, Stages stages) {
        this.config = config;
        this.asOf = known.asOf();
        this.facts = known.facts();
        this.warehouse = known.warehouse();
        this.stages = stages;
    }

    /** What the night starts from: what the company brings, and what earlier nights published. */
    record Known(LocalDate asOf, Facts facts, Warehouse warehouse) {}

    private record Made(Dataset<Row> rows, List<String> notes) implements Part.Result {}

    private record Mined(Dataset<Row> priced, Dataset<Row> rules, Dataset<Row> bundles, List<String> notes)
            implements Part.Result {}

    private record People(Dataset<Row> holdings, Dataset<Row> use, Dataset<Row> customers) implements Part.Result {}

    /** Carries out the stages asked for and what they need; says what a person should know. */
    List<String> carryOut(Set<Goal> goals) {
        List<Part<?>> parts = Stream.<Part<?>>of(
                        contracts, rules, holdings, needs, segments, accounts, values, validation, ranking, offers)
                .filter(part -> Goal.withNeeds(goals).contains(part.goal()))
                .toList();
        parts.forEach(part -> part.start(stages));
        return parts.stream().flatMap(part -> part.result().notes().stream()).toList();
    }

    /** What is offered, and what it was chosen from. */
    OffersFlow.Made offered() {
        carryOut(Set.of(Goal.OFFERS));
        return offers.result();
    }

    private Mined rules() {
        Dataset<Row> held = contracts.result().rows();
        Dataset<Row> priced = stages.keep(Prices.TABLE.name(), () -> new Pricing(
                        config.ltv(), new Exclusion(config.offers().exclude()))
                .of(facts.of(Products.INPUT), facts.lines(), held, asOf));
        MinedBaskets mined = stages.carryOut("rule mining", () -> {
            MinedBaskets found = new RuleMining(config.rules(), asOf).mine(facts.lines(), held);
            return new Stages.Counted<>(found, found.count());
        });
        Dataset<Row> written = stages.table(Rules.TABLE, mined::rules);
        BundleProposals proposals =
                new BundleProposals(config.bundles(), config.ltv().marginRate());
        Dataset<Row> bundles = stages.table(
                Bundles.TABLE, () -> mined.bundles(proposals, written, Pricing.asListPrices(priced), asOf));
        List<String> notes = new ArrayList<>(mined.notes());
        Pricing.unpriced(priced).ifPresent(notes::add);
        return new Mined(priced, written, bundles, notes);
    }

    private Contracted contracts() {
        return Contracted.of(stages, config.ltv(), facts, asOf);
    }

    private People holdings() {
        Dataset<Row> held = stages.table(CustomerHoldings.TABLE, () -> new Holdings()
                .of(facts, contracts.result().rows(), asOf));
        Dataset<Row> use =
                stages.keep(MeasuredUse.TABLE.name(), () -> new ProductUse(config.features()).of(facts, held, asOf));
        Dataset<Row> customers =
                stages.keep(Features.TABLE.name(), () -> new CustomerFeatures(config.features(), config.consent())
                        .of(facts, held, use, asOf));
        return new People(held, use, customers);
    }

    private Made needs() {
        try (NextNeeds model = new NextNeeds()) {
            return new Made(
                    stages.table(Replenishment.TABLE, () -> model.of(facts.lines(), facts.of(Products.INPUT), asOf)),
                    List.of());
        }
    }

    private Made segments() {
        People people = holdings.result();
        Dataset<Row> mined = rules.result().rules();
        Dataset<Row> assigned = stages.table(LwpSegments.TABLE, () -> new LwpAnalysis(config.segments())
                .assign(people.customers(), people.holdings(), mined, facts.of(Products.INPUT)));
        return new Made(assigned, FactNotes.of(facts, people.holdings(), people.customers(), config.features(), asOf));
    }

    private Made accounts() {
        Dataset<Row> activity = stages.keep(
                "activity", () -> new AccountActivity(config.accounts(), config.features()).of(facts, asOf));
        List<String> unmet = Preconditions.unmet(facts, activity);
        Dataset<Row> all = new AccountAnalysis(config.accounts()).score(activity);
        Dataset<Row> scores = stages.table(AccountScores.TABLE, () -> unmet.isEmpty() ? all : all.limit(0));
        return new Made(scores, unmet);
    }

    private Made values() {
        ValueFlow.Valued valued = new ValueFlow(config.ltv(), facts, asOf)
                .values(contracts.result().retention(), stages);
        return new Made(valued.rows(), valued.notes());
    }

    private Made validation() {
        return new Made(new ValueFlow(config.ltv(), facts, asOf).validation(stages), List.of());
    }

    private Made ranking() {
        Ranking.Result ranked = new RankingFlow(config, facts, asOf).carryOut(warehouse, stages, () -> {
            Mined mined = rules.result();
            return Following.of(config.offers(), mined.priced(), mined.rules(), mined.bundles());
        });
        return new Made(ranked.candidates(), ranked.notes());
    }

    private OffersFlow.Made offers() {
        People people = holdings.result();
        Mined mined = rules.result();
        Datasets evidence = Datasets.none()
                .with(Prices.TABLE, mined.priced())
                .with(CustomerContracts.TABLE, contracts.result().rows())
                .with(CustomerHoldings.TABLE, people.holdings())
                .with(Replenishment.TABLE, needs.result().rows())
                .with(MeasuredUse.TABLE, people.use())
                .with(Features.TABLE, people.customers())
                .with(LwpSegments.TABLE, segments.result().rows())
                .with(Rules.TABLE, mined.rules())
                .with(Bundles.TABLE, mined.bundles())
                .with(AccountScores.TABLE, accounts.result().rows())
                .with(RankedProducts.TABLE, ranking.result().rows())
                .with(PlanRetentions.TABLE, contracts.result().retention().rows())
                .with(Offers.TABLE, warehouse.earlier(asOf, Offers.TABLE, WithheldOffers.TABLE));
        Known known = new Known(asOf, facts, warehouse);
        return new OffersFlow(config, known, stages)
                .carryOut(evidence, values.result().rows());
    }
}
