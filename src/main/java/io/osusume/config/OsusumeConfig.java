package io.osusume.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All settings of a run, each valid. */
public record OsusumeConfig(
        Map<String, String> vars,
        RunConfig run,
        WarehouseConfig warehouse,
        PublishConfig publish,
        QualityConfig quality,
        Map<String, SourceConfig> sources,
        InputsConfig inputs,
        MatchesConfig matches,
        OrdersConfig orders,
        SubscriptionsConfig subscriptions,
        ConsentConfig consent,
        FeaturesConfig features,
        RulesConfig rules,
        BundlesConfig bundles,
        SegmentsConfig segments,
        AccountsConfig accounts,
        LtvConfig ltv,
        RankerConfig ranker,
        BacktestConfig backtest,
        OffersConfig offers,
        ExperimentConfig experiment,
        List<NamedExperimentConfig> experiments,
        EffectsConfig effects,
        SuccessesConfig successes,
        WorklistConfig worklist,
        ReportConfig report) {
    public OsusumeConfig {
        sources = Map.copyOf(sources);
        Checks checks = new Checks();
        new TreeMap<>(sources).forEach((name, source) -> source.checkNamed(checks, name));
        NamedExperimentConfig.check(checks, experiments, experiment.id());
        checks.verify();
        experiments = NamedExperimentConfig.sorted(experiments);
    }

    /** The same where all amounts are in this currency already. */
    public OsusumeConfig in(String currency) {
        return new OsusumeConfig(
                vars,
                run,
                warehouse,
                publish,
                quality,
                sources,
                inputs,
                matches,
                orders,
                subscriptions,
                consent,
                features,
                rules,
                bundles,
                segments,
                accounts,
                ltv.in(currency),
                ranker,
                backtest,
                offers,
                experiment,
                experiments,
                effects,
                successes,
                worklist,
                report);
    }
}
