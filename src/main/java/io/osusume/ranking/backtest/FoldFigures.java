package io.osusume.ranking.backtest;

import io.osusume.config.BacktestConfig;
import io.osusume.ranking.Metrics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The figures of one fold: means with intervals, paired differences, coverage and calibration. */
final class FoldFigures {
    static final String RECALL = "recall";
    static final String NDCG = "ndcg";

    private final FoldResult fold;
    private final BacktestConfig config;
    private final LocalDate asOf;
    private final int customers;

    FoldFigures(FoldResult fold, BacktestConfig config) {
        this.fold = fold;
        this.config = config;
        this.asOf = LocalDate.ofEpochDay(fold.start() - 1L);
        this.customers = fold.judged().size();
    }

    /** A metric's name and its value for one customer and method. */
    private record Metric(String name, ToDoubleFunction<Metrics> value) {}

    private static final List<Metric> METRICS = List.of(
            new Metric("hit_rate", Metrics::hit),
            new Metric(RECALL, Metrics::recall),
            new Metric("precision", Metrics::precision),
            new Metric(NDCG, Metrics::ndcg),
            new Metric("revenue", Metrics::revenue));

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        Bootstrap bootstrap = new Bootstrap(customers, config.resamples(), config.confidence(), config.seed());
        boolean ranked = fold.learned().model().isPresent();
        for (Method method : Method.values()) {
            if (method.isLearned() && !ranked) {
                continue;
            }
            for (Metric metric : METRICS) {
                figures.add(mean(method, metric, bootstrap, ranked && method != Method.RANKER));
            }
            figures.add(plain(
                    method,
                    "coverage",
                    Optional.of(coverage(List.of(Method.values()).indexOf(method)))));
        }
        if (ranked) {
            figures.addAll(calibration());
        }
        return figures;
    }

    private Figure mean(Method method, Metric metric, Bootstrap bootstrap, boolean compare) {
        double[] values = values(method, metric);
        Optional<double[]> differences = Optional.empty();
        if (compare) {
            double[] ours = values(Method.RANKER, metric);
            for (int i = 0; i < ours.length; i++) {
                ours[i] -= values[i];
            }
            differences = Optional.of(ours);
        }
        return new Figure(
                asOf,
                method.label(),
                metric.name(),
                customers,
                Optional.of(mean(values)),
                Optional.of(bootstrap.ofMean(values)),
                differences.map(FoldFigures::mean),
                differences.map(bootstrap::ofMean));
    }

    private double[] values(Method method, Metric metric) {
        int m = List.of(Method.values()).indexOf(method);
        return fold.judged().stream()
                .mapToDouble(j -> metric.value().applyAsDouble(j.metrics()[m]))
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    private double coverage(int method) {
        return fold.judged().stream()
                        .flatMapToInt(j -> java.util.stream.IntStream.of(j.rankings()[method]))
                        .distinct()
                        .count()
                / (double) Math.max(1, fold.eligible());
    }

    private Figure plain(Method method, String metric, Optional<Double> value) {
        return new Figure(
                asOf, method.label(), metric, customers, value, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private List<Figure> calibration() {
        List<Reliability> all = fold.reliabilities();
        Bootstrap bootstrap = new Bootstrap(all.size(), config.resamples(), config.confidence(), config.seed());
        Reliability total = Reliability.sum(all);
        return List.of(
                reliability("calibration_ratio", total.ratio(), bootstrap, r -> r.ratio()),
                plain(Method.RANKER, "calibration_slope", Optional.of(fold.slope())),
                reliability("brier_skill", total.brierSkill(), bootstrap, r -> r.brierSkill()));
    }

    private Figure reliability(
            String metric, Double value, Bootstrap bootstrap, java.util.function.Function<Reliability, Double> figure) {
        List<Reliability> all = fold.reliabilities();
        Optional<Bootstrap.Interval> interval = Optional.ofNullable(value)
                .map(v -> bootstrap.of(resample -> {
                    Sums sums = new Sums();
                    for (int i : resample) {
                        sums.add(all.get(i));
                    }
                    Double resampled = figure.apply(sums.total());
                    return resampled == null ? v : resampled;
                }));
        return new Figure(
                asOf,
                Method.RANKER.label(),
                metric,
                all.size(),
                Optional.ofNullable(value),
                interval,
                Optional.empty(),
                Optional.empty());
    }

    /** Adds many up without making many. */
    private static final class Sums {
        private double candidates;
        private double forecast;
        private double bought;
        private double squares;

        void add(Reliability r) {
            candidates += r.candidates();
            forecast += r.forecast();
            bought += r.bought();
            squares += r.squares();
        }

        Reliability total() {
            return new Reliability(candidates, forecast, bought, squares);
        }
    }
}
