package io.osusume.cli;

import io.osusume.ranking.backtest.Bootstrap;
import io.osusume.ranking.backtest.Figure;
import io.osusume.ranking.backtest.MadeFigures;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The offers that nights of the past would have made, beside the ranking's own best. */
final class OffersComparison {
    private final PrintWriter out;
    private final int horizonDays;

    OffersComparison(PrintWriter out, int horizonDays) {
        this.out = out;
        this.horizonDays = horizonDays;
    }

    void print(List<Figure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "%nCross-sell offers that the nights would have made, and what was bought of them within %d days, beside the"
                        + " ranking's own best: to the same customers as many products, by p_buy × margin, under the same"
                        + " rules of sale, of any category.%n%-12s%10s%9s%9s%9s%9s  %-22s%-22s%s%n",
                horizonDays,
                "as of",
                "offers",
                "bought",
                "best's",
                "margin",
                "best's",
                "bought ÷ best's",
                "margin ÷ best's",
                "Σp_buy ÷ bought");
        figures.stream()
                .filter(f -> f.method().startsWith(MadeFigures.MADE) && f.is(MadeFigures.OFFERS))
                .forEach(f -> line(figures, f));
    }

    private void line(List<Figure> figures, Figure offers) {
        String best = offers.method().replace(MadeFigures.MADE, MadeFigures.BEST);
        boolean pooled = offers.method().endsWith(MadeFigures.POOLED);
        out.printf(
                Locale.ROOT,
                "%-12s%,10.0f%s%s%s%s  %-22s%-22s%s%n",
                pooled ? "all days" : offers.asOf().toString(),
                offers.value().orElse(0.0),
                value(figures, offers, offers.method(), MadeFigures.BOUGHT),
                value(figures, offers, best, MadeFigures.BOUGHT),
                value(figures, offers, offers.method(), MadeFigures.MARGIN),
                value(figures, offers, best, MadeFigures.MARGIN),
                ratio(figures, offers, MadeFigures.BOUGHT_TO_BEST),
                ratio(figures, offers, MadeFigures.MARGIN_TO_BEST),
                ratio(figures, offers, MadeFigures.CALIBRATION));
    }

    private static Optional<Figure> figure(List<Figure> figures, Figure offers, String method, String metric) {
        return figures.stream()
                .filter(f -> f.asOf().equals(offers.asOf()) && f.method().equals(method) && f.is(metric))
                .findFirst();
    }

    private static String value(List<Figure> figures, Figure offers, String method, String metric) {
        return figure(figures, offers, method, metric)
                .flatMap(Figure::value)
                .map(v -> String.format(Locale.ROOT, "%9.4f", v))
                .orElse("        –");
    }

    private static String ratio(List<Figure> figures, Figure offers, String metric) {
        return figure(figures, offers, offers.method(), metric)
                .flatMap(f -> f.value().map(v -> String.format(Locale.ROOT, "%.3f", v) + interval(f.interval())))
                .orElse("–");
    }

    private static String interval(Optional<Bootstrap.Interval> interval) {
        return interval.map(i -> String.format(Locale.ROOT, " [%.3f, %.3f]", i.low(), i.high()))
                .orElse("");
    }
}
