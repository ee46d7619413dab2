package io.osusume.ltv;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_divide;

import io.osusume.config.LtvConfig;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Times single steps of the stage, which outside of its package cannot be seen, for the bench. */
public final class FitTimes {
    private FitTimes() {}

    /** Statistics and the fit of one purchase model, apart. */
    public static Map<String, Object> steps(
            LtvConfig config, Dataset<Row> lines, Dataset<Row> products, LocalDate asOf) {
        Map<String, Object> figures = new LinkedHashMap<>();
        long start = System.nanoTime();
        Dataset<Row> customers = new OrderDays(config).of(lines, products, asOf).persist();
        CohortTotals totals = CohortTotals.of(customers);
        PurchaseHistories histories = new NonContractualFit(config, 0).histories(customers, totals);
        figures.put("customers", totals.all().customers());
        figures.put("statistics_seconds", seconds(start));
        customers.unpersist();
        figures.put("distinct_histories", histories.size());
        figures.putAll(fit(
                PurchaseModel.of(LtvConfig.Model.MBG_NBD),
                histories,
                config.fitting().startRows()));
        return figures;
    }

    /** x, t_x, T and the mean value of repeat orders of every customer with an order, for other software. */
    public static Dataset<Row> histories(LtvConfig config, Dataset<Row> lines, Dataset<Row> products, LocalDate asOf) {
        return new OrderDays(config)
                .of(lines, products, asOf)
                .where(col(OrderDays.ORDERS).gt(0))
                .select(
                        col(OrderDays.REPEATS).as("x"),
                        col(OrderDays.LAST).as("t_x"),
                        col(OrderDays.AGE).as("age"),
                        coalesce(try_divide(col(OrderDays.REPEAT_REVENUE), col(OrderDays.REPEATS)), lit(0.0))
                                .as("mean"));
    }

    /** Rows {x, t_x, T, customers}: each model's parameters, log-likelihood and seconds. */
    public static Map<String, Object> fit(String model, double[][] rows) {
        return fit(PurchaseModel.of(LtvConfig.Model.valueOf(model)), PurchaseHistories.of(rows), 2000);
    }

    private static Map<String, Object> fit(PurchaseModel model, PurchaseHistories histories, int startRows) {
        long start = System.nanoTime();
        Estimate estimate = PurchaseFit.of(model, histories, startRows).estimate();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(model.name() + "_seconds", seconds(start));
        figures.put(model.name() + "_converged", estimate.converged());
        figures.put(
                model.name() + "_parameters",
                java.util.Arrays.stream(estimate.parameters()).boxed().toList());
        figures.put(model.name() + "_log_likelihood", estimate.logLikelihood());
        return figures;
    }

    static double seconds(long start) {
        return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
    }

    /** Names of the models. */
    public static List<String> models() {
        return List.of("MBG_NBD", "BG_NBD", "PARETO_NBD");
    }
}
