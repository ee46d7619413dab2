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

    /** P(alive) that is 1 as published, in three digits. */
    private static final double ALIVE = 0.9995;

    private final LtvConfig config;
    private final List<String> notes = new ArrayList<>();

    NonContractualFit(LtvConfig config) {
        this.config = config;
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
        HeldOutWindows windows = HeldOutWindows.of(
                sample(customers.where(col(OrderDays.ORDERS).gt(0)), 3 * totals.distinctHistories()),
                config.validation().holdoutDays());
        ModelChoice.Chosen chosen = new ModelChoice(config).of(windows);
        if (!chosen.note().isEmpty()) {
            notes.add(chosen.note());
        }
        return chosen.naive()
                ? NonContractual.naive(values, totals, config)
                : fitted(chosen.model(), windows.histories(0, 0), values, totals);
    }

    /** What to say of the fit, once {@link #fit} was called. */
    List<String> notes() {
        return notes;
    }

    private NonContractual fitted(
            PurchaseModel model, PurchaseHistories histories, OrderValues values, CohortTotals totals) {
        PurchaseFit fit = PurchaseFit.of(
                model,
                histories.withinLimits(config.outliers().winsorisedShare()),
                config.fitting().startRows());
        boolean converged = fit.estimate().converged();
        if (!converged) {
            notes.add("ltv: the fit of " + model.name() + " did not converge: segment figures are used instead");
        } else if (nobodyLeaves(fit, histories)) {
            notes.add("ltv: by the fit of " + model.name()
                    + " nobody ever leaves: p_alive is 1 for all, and tells nothing"
                    + " (the orders show no sign of leaving; a season at the end hides it)");
        }
        return new NonContractual(converged ? fit : null, values, totals, config);
    }

    /** On the boundary, where the likelihood only grows as leaving grows rarer. */
    private boolean nobodyLeaves(PurchaseFit fit, PurchaseHistories histories) {
        PurchaseHistories sample = histories.sample(config.fitting().startRows());
        for (int i = 0; i < sample.size(); i++) {
            PurchaseModel.History one = new PurchaseModel.History(sample.repeats(i), sample.last(i), sample.age(i));
            if (fit.alive(one) < ALIVE) {
                return false;
            }
        }
        return true;
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
