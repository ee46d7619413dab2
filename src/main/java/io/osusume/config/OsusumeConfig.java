package io.osusume.config;

import java.util.Map;

/** All settings of a run, each valid. */
public record OsusumeConfig(
        Map<String, String> vars,
        RunConfig run,
        WarehouseConfig warehouse,
        QualityConfig quality,
        InputsConfig inputs,
        OrdersConfig orders,
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
        ReportConfig report) {}
