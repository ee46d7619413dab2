package io.osusume.ltv;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.osusume.config.LtvConfig;
import io.osusume.stats.Lexicographic;
import io.osusume.tables.LtvValidation;
import io.osusume.tables.Rounding;
import io.osusume.tables.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Holds the purchase models against the past: fits them without the last days, and compares the orders that they forecast
 * for these days with those that came. Customers whose first purchase lies within these days are not forecast.
 */
public final class ModelValidation {
    private final LtvConfig config;

    public ModelValidation(LtvConfig config) {
        this.config = config;
    }

    /**
     * Table {@code ltv_validation}. Grain: one group of customers under one model.
     *
     * <p>Returns that came within the held-out days are netted already; a purchase wholly returned by then is none.
     *
     * @param orders net order lines: orders with {@code net_quantity}
     * @param products with billing where known; may be empty
     * @param asOf the last day held out
     * @throws io.osusume.errors.UserException when amounts are in several currencies without rates
     */
    public Dataset<Row> compare(Dataset<Row> orders, Dataset<Row> products, LocalDate asOf) {
        Currencies.of(orders, config, asOf).common(config);
        LocalDate cut = asOf.minusDays(config.validation().holdoutDays());
        OrderDays days = new OrderDays(config);
        Dataset<Row> customers =
                days.of(orders, products, cut).where(col(OrderDays.ORDERS).gt(0));
        CohortTotals totals = CohortTotals.of(customers);
        Dataset<Row> later = days.days(orders, products, asOf)
                .where(col(OrderDays.DAY).gt(lit(cut)).and(col(OrderDays.VALUE).gt(0)))
                .groupBy(OrderDays.CUSTOMER_ID)
                .agg(sum(lit(1.0)).as("later"));
        double[][] outcomes = Lexicographic.sorted(PackedDoubles.collect(new NonContractualFit(config, 0)
                .sample(customers, totals.distinctHistories())
                .join(later, new String[] {OrderDays.CUSTOMER_ID}, "left")
                .groupBy(
                        number(OrderDays.REPEATS),
                        number(OrderDays.LAST),
                        number(OrderDays.AGE),
                        coalesce(col("later"), lit(0.0)).as("later"))
                .agg(sum(lit(1.0)).as("customers"))));
        List<Row> rows = new ArrayList<>();
        for (String model : config.validation().models()) {
            rows.addAll(new ForecastComparison(
                            fit(model, outcomes, totals), config.validation().holdoutDays())
                    .rows(model, outcomes));
        }
        return rounded(orders.sparkSession().createDataFrame(rows, LtvValidation.TABLE.schema()));
    }

    private static Column number(String name) {
        return col(name).cast("double").as(name);
    }

    /** Null when the model cannot be fitted. */
    private PurchaseFit fit(String model, double[][] outcomes, CohortTotals totals) {
        if (totals.all().repeatBuyers() < config.fallback().minRepeatBuyers()) {
            return null;
        }
        double[][] histories = Arrays.stream(outcomes)
                .map(o -> new double[] {o[0], o[1], o[2], o[4]})
                .toArray(double[][]::new);
        PurchaseFit fit = PurchaseFit.of(
                PurchaseModel.of(LtvConfig.Model.valueOf(model.toUpperCase(Locale.ROOT))),
                PurchaseHistories.of(histories),
                config.fitting().startRows());
        return fit.estimate().converged() ? fit : null;
    }

    private static Dataset<Row> rounded(Dataset<Row> rows) {
        return rows.select(LtvValidation.TABLE.columns().stream()
                .map(c -> c.type().equals(Types.ESTIMATE)
                        ? Rounding.significant(col(c.name())).as(c.name())
                        : col(c.name()))
                .toArray(Column[]::new));
    }
}
