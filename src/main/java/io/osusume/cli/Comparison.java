package io.osusume.cli;

import io.osusume.config.RankerConfig;
import io.osusume.pipeline.BacktestPipeline;
import io.osusume.ranking.backtest.Figure;
import io.osusume.ranking.backtest.MadeFigures;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The methods of a backtest side by side. */
final class Comparison {
    private static final List<String> SHOWN = List.of("hit_rate", "recall", "precision", "ndcg", "revenue", "coverage");

    private final PrintWriter out;
    private final RankerConfig config;
    private final int top;

    Comparison(PrintWriter out, RankerConfig config, int top) {
        this.out = out;
        this.config = config;
        this.top = top;
    }

    void print(BacktestPipeline.Report report, double seconds) {
        out.printf(
                Locale.ROOT,
                "%nTop %d, %d days after each as-of date. Every method ranks the same products: new to the customer, and paid"
                        + " for by a known customer in the %d days before. ranker_guarded also leaves out what is not on"
                        + " sale, is of a family of which the customer bought something, lacks what it requires, does not"
                        + " go with what the customer bought, or costs over offers.price_band times the dearest product bought.%n",
                top,
                config.horizonDays(),
                config.soldWithinDays());
        List<Figure> ranked =
                report.figures().stream().filter(f -> !MadeFigures.isOne(f)).toList();
        List<LocalDate> days = ranked.stream().map(Figure::asOf).distinct().toList();
        days.forEach(
                day -> day(ranked.stream().filter(f -> f.asOf().equals(day)).toList()));
        if (days.size() > 1) {
            means(ranked);
        }
        new OffersComparison(out, config.horizonDays())
                .print(report.figures().stream().filter(MadeFigures::isOne).toList());
        report.notes().forEach(n -> out.println("Note: " + n));
        out.printf(Locale.ROOT, "%nPublished in %s (%.1f s)%n", report.warehouse(), seconds);
        out.flush();
    }

    private void day(List<Figure> figures) {
        out.printf(
                Locale.ROOT,
                "%nAs of the end of %s, %,d customers who then bought something new%n%-18s",
                figures.get(0).asOf(),
                figures.get(0).customers(),
                "method");
        SHOWN.forEach(m -> out.printf("%10s", m));
        out.printf("  %-24s%n", "ranker − method, ndcg");
        for (String method : methods(figures)) {
            out.printf("%-18s", method);
            for (String metric : SHOWN) {
                out.print(figure(figures, method, metric)
                        .flatMap(Figure::value)
                        .map(Comparison::number)
                        .orElse("         –"));
            }
            out.println("  "
                    + figure(figures, method, "ndcg")
                            .map(Comparison::difference)
                            .orElse(""));
        }
        for (String metric : List.of("calibration_ratio", "calibration_slope", "brier_skill")) {
            figures.stream().filter(f -> f.metric().equals(metric)).findFirst().ifPresent(this::calibration);
        }
    }

    private void calibration(Figure figure) {
        out.printf(
                Locale.ROOT,
                "  %-18s %s %s%n",
                figure.metric(),
                figure.value().map(v -> String.format(Locale.ROOT, "%.4f", v)).orElse("–"),
                figure.interval()
                        .map(i -> String.format(Locale.ROOT, "[%.4f, %.4f]", i.low(), i.high()))
                        .orElse(""));
    }

    private void means(List<Figure> figures) {
        out.printf(Locale.ROOT, "%nMean over the days%n%-18s%10s%10s%n", "method", "recall", "ndcg");
        for (String method : methods(figures)) {
            out.printf(
                    Locale.ROOT,
                    "%-18s%s%s%n",
                    method,
                    number(mean(figures, method, "recall")),
                    number(mean(figures, method, "ndcg")));
        }
    }

    private static double mean(List<Figure> figures, String method, String metric) {
        return figures.stream()
                .filter(f -> f.method().equals(method) && f.metric().equals(metric))
                .mapToDouble(f -> f.value().orElse(0.0))
                .average()
                .orElse(0);
    }

    private static List<String> methods(List<Figure> figures) {
        return figures.stream().map(Figure::method).distinct().toList();
    }

    private static Optional<Figure> figure(List<Figure> figures, String method, String metric) {
        return figures.stream()
                .filter(f -> f.method().equals(method) && f.metric().equals(metric))
                .findFirst();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%10.1f" : "%10.4f", value);
    }

    private static String difference(Figure figure) {
        return figure.difference()
                .flatMap(d -> figure.differenceInterval()
                        .map(i -> String.format(Locale.ROOT, "%+.4f [%+.4f, %+.4f]", d, i.low(), i.high())))
                .orElse("");
    }
}
