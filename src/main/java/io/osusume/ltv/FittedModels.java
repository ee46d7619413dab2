package io.osusume.ltv;

import io.osusume.tables.LtvModels;
import io.osusume.tables.Rounding;
import io.osusume.tables.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** What was fitted tonight, for the table {@link LtvModels}. */
final class FittedModels {
    private static final String ALL = "all";
    /** Beyond, in either direction, the level of a forecast is not to be believed. */
    private static final double FAR_OFF = 1.5;

    private final List<Object[]> rows = new ArrayList<>();
    private Double correlation;

    /** Models of order value. */
    void values(ValueFit.Found found) {
        Estimate gammaGamma = found.gammaGamma();
        FirstOrder first = found.first();
        double customers = found.cameBack();
        correlation = found.correlation();
        List<String> names = List.of("p", "q", "gamma");
        add(
                "gamma_gamma",
                gammaGamma != null,
                found.why(),
                customers,
                gammaGamma == null ? null : new Fit(names, gammaGamma));
        if (first != null) {
            add(
                    "first_order",
                    true,
                    "who bought once is worth what the first order says of later ones",
                    customers,
                    null);
            Object[] row = rows.get(rows.size() - 1);
            row[6] = written(
                    List.of("slope", "level", "centre"), new double[] {first.slope(), first.level(), first.centre()});
            row[7] = written(List.of("slope"), new double[] {first.slopeError()});
        }
    }

    /** A purchase model that is used as it was fitted to all; {@code trial} null where it was not tried. */
    void used(BoundedFit used, String why, double customers, ModelTrial trial) {
        PurchaseFit fit = used.fit();
        add(fit.model().name(), true, why, customers, new Fit(fit.model().parameterNames(), fit.estimate()));
        Object[] row = rows.get(rows.size() - 1);
        if (trial != null) {
            held(row, trial);
        }
        row[16] = used.onBoundary() ? used.warning() : row[16];
    }

    /** The same, fitted to a group. */
    void usedFor(String group, BoundedFit used, String why, double customers, ModelTrial trial) {
        used(used, why, customers, trial);
        rows.get(rows.size() - 1)[1] = group;
    }

    /** A purchase model that was tried, and is not used. */
    void tried(ModelTrial trial, double customers) {
        Estimate estimate = trial.fit().estimate();
        String why = !estimate.converged()
                ? "the fit did not converge"
                : !trial.decided().holds()
                        ? "over the last window it errs more than going on at the rate of repeat orders so far"
                        : "another was likelier over the window before the last";
        add(trial.model().name(), false, why, customers, new Fit(trial.model().parameterNames(), estimate));
        held(rows.get(rows.size() - 1), trial);
    }

    /** What stands in where no purchase model is used. */
    void instead(String name, String why, double customers, ShrunkNaive shrunk) {
        add(name, true, why, customers, null);
        if (shrunk != null) {
            double[] theta = shrunk.nbd().estimate().parameters();
            rows.get(rows.size() - 1)[6] = written(
                    List.of("drawn", "once", "r", "alpha"),
                    new double[] {shrunk.drawn(), shrunk.once(), theta[0], theta[1]});
        }
    }

    private record Fit(List<String> names, Estimate estimate) {}

    private void add(String model, boolean chosen, String why, double customers, Fit fit) {
        Object[] row = new Object[LtvModels.TABLE.columns().size()];
        row[0] = model;
        row[1] = ALL;
        row[3] = chosen;
        row[4] = why;
        row[5] = Math.round(customers);
        if (fit != null) {
            row[6] = written(fit.names(), fit.estimate().parameters());
            row[7] = written(fit.names(), fit.estimate().standardErrors());
            row[8] = fit.estimate().logLikelihood();
        }
        row[9] = correlation;
        rows.add(row);
    }

    private static void held(Object[] row, ModelTrial trial) {
        HoldoutError error = trial.reported();
        row[10] = trial.days();
        row[11] = Math.round(error.customers());
        row[12] = Double.isNaN(trial.gain()) ? null : (Double) trial.gain();
        if (error.customers() > 0) {
            row[13] = error.mae();
            row[14] = error.naive();
            row[15] = error.actual() > 0 ? (Double) error.ratio() : null;
            row[16] = warning(error);
        }
    }

    private static String warning(HoldoutError error) {
        double ratio = error.ratio();
        return !error.holds()
                ? "over the customers held out it errs more than going on as before"
                : ratio > FAR_OFF || ratio < 1 / FAR_OFF
                        ? "the level of the last window was another: the forecast is not what came"
                        : null;
    }

    private static String written(List<String> names, double[] values) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> String.format(Locale.ROOT, "%s=%.6g", names.get(i), values[i]))
                .collect(Collectors.joining(", "));
    }

    Dataset<Row> table(SparkSession spark, String currency) {
        List<Row> made = rows.stream()
                .map(row -> {
                    row[2] = currency;
                    return RowFactory.create(row);
                })
                .toList();
        return spark.createDataFrame(made, LtvModels.TABLE.schema())
                .select(LtvModels.TABLE.columns().stream()
                        .map(c -> c.type().equals(Types.ESTIMATE)
                                ? Rounding.significant(functions.col(c.name())).as(c.name())
                                : functions.col(c.name()))
                        .toArray(Column[]::new));
    }
}
