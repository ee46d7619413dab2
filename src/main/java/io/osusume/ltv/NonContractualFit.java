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

    /** Of a purchase model: fewer different histories cannot tell them. */
    private static final int MOST_PARAMETERS = 4;

    /** To choose a model by, the histories of so many customers are enough. */
    private static final int CHOOSE_BY = 50_000;

    private final LtvConfig config;
    private final int windowDays;
    private final List<String> notes = new ArrayList<>();
    private final FittedModels models = new FittedModels();

    /** @param windowDays of the windows that {@link OrderDays} counted before as-of; 0 where the record is too short */
    NonContractualFit(LtvConfig config, int windowDays) {
        this.config = config;
        this.windowDays = windowDays;
    }

    /** @param customers see {@link OrderDays} */
    NonContractual fit(Dataset<Row> customers, CohortTotals totals) {
        OrderValues values = values(customers, totals);
        double all = totals.all().customers();
        if (totals.all().repeatBuyers() < config.fallback().minRepeatBuyers()) {
            models.instead(
                    NonContractual.SEGMENT,
                    "fewer customers came back than ltv.fallback.min_repeat_buyers: figures of customers of about the same age",
                    all,
                    null);
            return new NonContractual(null, values, totals, config);
        }
        if (totals.distinctHistories() <= MOST_PARAMETERS) {
            String why = "customers differ too little for a model of their differences: figures of all of them";
            notes.add("ltv: " + why + " (" + totals.distinctHistories() + " different histories of orders)");
            models.instead(NonContractual.SEGMENT, why, all, null);
            return new NonContractual(null, values, totals, config);
        }
        if (config.model() != LtvConfig.Model.AUTO) {
            PurchaseModel model = PurchaseModel.of(config.model());
            return fitted(new Use(model, null, "ltv.model names it"), histories(customers, totals), values, totals);
        }
        ModelChoice.Chosen chosen = choice(customers, totals);
        if (!chosen.note().isEmpty()) {
            notes.add(chosen.note());
        }
        chosen.trials().stream()
                .filter(trial -> trial.model() != chosen.model())
                .forEach(trial -> models.tried(trial, all));
        return chosen.instead() == null
                ? fitted(Use.of(chosen), histories(customers, totals), values, totals)
                : shrunk(chosen.instead(), values, totals);
    }

    private NonContractual shrunk(ShrunkNaive instead, OrderValues values, CohortTotals totals) {
        models.instead(
                NonContractual.SHRUNK,
                "over the last window every model erred more than going on at the rate of repeat orders so far",
                (double) totals.all().customers(),
                instead);
        return NonContractual.naive(instead, values, totals, config);
    }

    /** The model to fit to all, how it was tried (or null), and why it is used. */
    private record Use(PurchaseModel model, ModelTrial trial, String why) {
        static Use of(ModelChoice.Chosen chosen) {
            return chosen.trials().stream()
                    .filter(trial -> trial.model() == chosen.model())
                    .findFirst()
                    .map(trial -> new Use(
                            trial.model(),
                            trial,
                            "likeliest over the window before the last, of those that erred no more over the last than going on"
                                    + " at the rate of repeat orders so far"))
                    .orElseGet(() -> new Use(chosen.model(), null, chosen.note()));
        }
    }

    private ModelChoice.Chosen choice(Dataset<Row> customers, CohortTotals totals) {
        if (windowDays == 0) {
            return new ModelChoice(config).untried("the orders reach back too few days");
        }
        Dataset<Row> bought = customers.where(col(OrderDays.ORDERS).gt(0));
        return new ModelChoice(config)
                .of(HeldOutWindows.of(share(bought, CHOOSE_BY, totals.all().customers()), windowDays));
    }

    /** What was fitted, once {@link #fit} was called. */
    FittedModels models() {
        return models;
    }

    /** What to say of the fit, once {@link #fit} was called. */
    List<String> notes() {
        return notes;
    }

    private NonContractual fitted(Use use, PurchaseHistories histories, OrderValues values, CohortTotals totals) {
        PurchaseModel model = use.model();
        PurchaseHistories within = histories.withinLimits(config.outliers().winsorisedShare());
        int sampleRows = config.fitting().startRows();
        PurchaseFit fit = PurchaseFit.of(model, within, sampleRows);
        String warning = "";
        if (fit.estimate().converged() && fit.nobodyLeaves(histories.sample(sampleRows))) {
            notes.add("ltv: by the fit of " + model.name()
                    + " nobody ever leaves (the orders show no sign of leaving; a season at"
                    + " the end hides it): leaving is taken as rare rather than impossible, by a prior that weighs like a"
                    + " customer or two; p_alive tells little");
            warning = "on the boundary: nobody ever leaves by the orders alone";
            fit = PurchaseFit.offTheBoundary(model, within, sampleRows);
        }
        boolean converged = fit.estimate().converged();
        if (converged) {
            models.used(fit, use.why(), (double) totals.all().customers(), use.trial(), warning);
        } else {
            models.instead(
                    NonContractual.SEGMENT,
                    "the fit of " + model.name() + " did not converge",
                    (double) totals.all().customers(),
                    null);
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
        return new ValueFit(config, models).of(rows);
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
