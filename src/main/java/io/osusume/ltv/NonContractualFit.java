package io.osusume.ltv;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.config.LtvConfig;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits the models of buying at will. Only grouped rows come to the driver, at most {@code ltv.fitting.max_rows}: where
 * there are more, those of a share of the customers, drawn by a hash of their id. At that size the sample costs nothing
 * that shows: two million histories pin the parameters to a fraction of a percent.
 */
final class NonContractualFit {
    private static final long BUCKETS = 1_000_000;

    private final LtvConfig config;

    NonContractualFit(LtvConfig config) {
        this.config = config;
    }

    /** @param customers see {@link OrderDays} */
    NonContractual fit(Dataset<Row> customers, CohortTotals totals) {
        return new NonContractual(purchases(customers, totals), values(customers, totals), totals, config);
    }

    /** The fitted purchase model; null with too few repeat buyers, or when the fit did not converge. */
    PurchaseFit purchases(Dataset<Row> customers, CohortTotals totals) {
        return totals.all().repeatBuyers() < config.fallback().minRepeatBuyers()
                ? null
                : trusted(PurchaseFit.of(
                        PurchaseModel.of(config.model()),
                        histories(customers, totals)
                                .withinLimits(config.outliers().winsorisedShare()),
                        config.fitting().startRows()));
    }

    private static PurchaseFit trusted(PurchaseFit fit) {
        return fit.estimate().converged() ? fit : null;
    }

    PurchaseHistories histories(Dataset<Row> customers, CohortTotals totals) {
        Dataset<Row> bought = sample(customers.where(col(OrderDays.ORDERS).gt(0)), totals.distinctHistories());
        return PurchaseHistories.of(PackedDoubles.collect(
                bought.groupBy(number(OrderDays.REPEATS), number(OrderDays.LAST), number(OrderDays.AGE))
                        .agg(sum(lit(1.0)).as("weight"))));
    }

    private OrderValues values(Dataset<Row> customers, CohortTotals totals) {
        Column mean = when(
                        col(OrderDays.REPEATS).gt(0),
                        col(OrderDays.REPEAT_REVENUE).divide(col(OrderDays.REPEATS)))
                .otherwise(0.0);
        double[][] rows = PackedDoubles.collect(sample(
                        customers.where(col(OrderDays.ORDERS).gt(0)),
                        totals.all().customers())
                .groupBy(
                        number(OrderDays.REPEATS),
                        col(OrderDays.REVENUE)
                                .minus(col(OrderDays.REPEAT_REVENUE))
                                .as("first"),
                        mean.as("mean"),
                        number(OrderDays.AGE))
                .agg(sum(lit(1.0)).as("weight")));
        return new ValueFit(config).of(rows);
    }

    private static Column number(String name) {
        return col(name).cast("double").as(name);
    }

    /** Customers whose hash falls into the share that keeps the rows within bounds. */
    Dataset<Row> sample(Dataset<Row> customers, long rows) {
        int most = config.fitting().maxRows();
        if (rows <= most) {
            return customers;
        }
        Column bucket = pmod(xxhash64(col(OrderDays.CUSTOMER_ID)), lit(BUCKETS));
        return customers.where(abs(bucket).lt(BUCKETS * most / rows));
    }
}
