package io.osusume.ltv;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.config.LtvConfig;
import java.util.ArrayList;
import java.util.List;
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

    /** To choose a model by, the histories of so many customers are enough. */
    private static final int CHOOSE_BY = 50_000;

    private final LtvConfig config;
    private final int windowDays;
    private final List<String> notes = new ArrayList<>();

    /** @param windowDays of the windows that {@link OrderDays} counted before as-of; 0 where the record is too short */
    NonContractualFit(LtvConfig config, int windowDays) {
        this.config = config;
        this.windowDays = windowDays;
    }

    /** @param customers see {@link OrderDays} */
    NonContractual fit(Dataset<Row> customers, CohortTotals totals) {
        OrderValues values = values(customers, totals);
        if (totals.all().repeatBuyers() < config.fallback().minRepeatBuyers()) {
            return new NonContractual(null, values, totals, config);
        }
        if (config.model() != LtvConfig.Model.AUTO) {
            return fitted(PurchaseModel.of(config.model()), histories(customers, totals), values, totals);
        }
        ModelChoice.Chosen chosen = choice(customers, totals);
        if (!chosen.note().isEmpty()) {
            notes.add(chosen.note());
        }
        return chosen.instead() != null
                ? NonContractual.naive(chosen.instead(), values, totals, config)
                : fitted(chosen.model(), histories(customers, totals), values, totals);
    }

    private ModelChoice.Chosen choice(Dataset<Row> customers, CohortTotals totals) {
        if (windowDays == 0) {
            return new ModelChoice(config).untried("the orders reach back too few days");
        }
        Dataset<Row> bought = customers.where(col(OrderDays.ORDERS).gt(0));
        return new ModelChoice(config)
                .of(HeldOutWindows.of(share(bought, CHOOSE_BY, totals.all().customers()), windowDays));
    }

    /** What to say of the fit, once {@link #fit} was called. */
    List<String> notes() {
        return notes;
    }

    private NonContractual fitted(
            PurchaseModel model, PurchaseHistories histories, OrderValues values, CohortTotals totals) {
        PurchaseHistories within = histories.withinLimits(config.outliers().winsorisedShare());
        int sampleRows = config.fitting().startRows();
        PurchaseFit fit = PurchaseFit.of(model, within, sampleRows);
        if (fit.estimate().converged() && fit.nobodyLeaves(histories.sample(sampleRows))) {
            notes.add("ltv: by the fit of " + model.name()
                    + " nobody ever leaves (the orders show no sign of leaving; a season at"
                    + " the end hides it): leaving is taken as rare rather than impossible, by a prior that weighs like a"
                    + " customer or two; p_alive tells little");
            fit = PurchaseFit.offTheBoundary(model, within, sampleRows);
        }
        boolean converged = fit.estimate().converged();
        if (!converged) {
            notes.add("ltv: the fit of " + model.name() + " did not converge: segment figures are used instead");
        }
        return new NonContractual(converged ? fit : null, values, totals, config);
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
        return share(customers, config.fitting().maxRows(), rows);
    }

    private static Dataset<Row> share(Dataset<Row> customers, long most, long rows) {
        if (rows <= most) {
            return customers;
        }
        Column bucket = pmod(xxhash64(col(OrderDays.CUSTOMER_ID)), lit(BUCKETS));
        return customers.where(abs(bucket).lt(BUCKETS * most / rows));
    }
}
