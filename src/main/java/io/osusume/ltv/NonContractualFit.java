package io.osusume.ltv;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.config.LtvConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
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

    /** Times as many must have come back for a group of its own as for a model at all. */
    private static final double ENOUGH = 2;

    private final LtvConfig config;
    private final int windowDays;
    private final List<String> notes = new ArrayList<>();
    private final FittedModels models = new FittedModels();

    /** @param windowDays of the windows that {@link OrderDays} counted before as-of; 0 where the record is too short */
    NonContractualFit(LtvConfig config, int windowDays) {
        this.config = config;
        this.windowDays = windowDays;
    }

    /**
     * The fit.
     *
     * @param customers see {@link OrderDays}
     */
    AtWill fit(Dataset<Row> customers, CohortTotals totals, FirstOrders first) {
        boolean enough = totals.all().repeatBuyers() >= config.fallback().minRepeatBuyers();
        boolean chooses =
                enough && totals.distinctHistories() > MOST_PARAMETERS && config.model() == LtvConfig.Model.AUTO;
        double[][] rows = ValueSample.collect(sample(
                customers.where(col(OrderDays.ORDERS).gt(0)), totals.all().customers()));
        // The one on the driver, the other by Spark: side by side.
        CompletableFuture<ValueFit.Found> values = CompletableFuture.supplyAsync(() -> new ValueFit(config).of(rows));
        GroupedWindows windows = chooses ? windows(customers, totals, first) : null;
        ValueFit.Found found = values.join();
        models.values(found);
        FinalFits last = new FinalFits(config, found.values(), totals, models, notes);
        double all = totals.all().customers();
        if (!enough) {
            return last.segments(
                    "fewer customers came back than ltv.fallback.min_repeat_buyers: figures of customers of about the same age");
        }
        if (totals.distinctHistories() <= MOST_PARAMETERS) {
            String why = "customers differ too little for a model of their differences: figures of all of them";
            notes.add("ltv: " + why + " (" + totals.distinctHistories() + " different histories of orders)");
            return last.segments(why);
        }
        if (config.model() != LtvConfig.Model.AUTO) {
            return last.named(PurchaseModel.of(config.model()), histories(customers, totals));
        }
        ModelChoice.Chosen chosen = windows == null
                ? new ModelChoice(config).untried("the orders reach back too few days")
                : new ModelChoice(config).of(windows.all());
        if (!chosen.note().isEmpty()) {
            notes.add(chosen.note());
        }
        chosen.trials().stream()
                .filter(trial -> trial.model() != chosen.model())
                .forEach(trial -> models.tried(trial, all));
        if (chosen.instead() != null) {
            return last.shrunk(chosen.instead());
        }
        FinalFits.Use use = FinalFits.Use.of(chosen);
        List<GroupChoice.Way> ways =
                use.trial() == null ? List.of() : new GroupChoice(new Trials(config)).of(windows, use.trial());
        Optional<GroupChoice.Way> kept =
                ways.stream().filter(GroupChoice.Way::holds).findFirst();
        PurchaseHistories histories = histories(customers, totals);
        return kept.isPresent()
                ? last.grouped(
                        use,
                        kept.get(),
                        histories,
                        byGroup(
                                first.tellOf(sampled(customers, totals)),
                                kept.get().grouping()))
                : last.all(use.without(ways, config.groups()), histories);
    }

    /** Null where the record is too short. */
    private GroupedWindows windows(Dataset<Row> customers, CohortTotals totals, FirstOrders first) {
        if (windowDays == 0) {
            return null;
        }
        Dataset<Row> bought = share(
                customers.where(col(OrderDays.ORDERS).gt(0)),
                CHOOSE_BY,
                totals.all().customers());
        if (config.groups() == LtvConfig.Groups.NONE) {
            return GroupedWindows.of(bought, windowDays, List.of());
        }
        Dataset<Row> told = first.tellOfFew(bought).persist();
        try {
            return GroupedWindows.of(
                    told,
                    windowDays,
                    Grouping.of(told, ENOUGH * config.fallback().minRepeatBuyers()));
        } finally {
            told.unpersist();
        }
    }

    /** What was fitted, once {@link #fit} was called. */
    FittedModels models() {
        return models;
    }

    /** What to say of the fit, once {@link #fit} was called. */
    List<String> notes() {
        return notes;
    }

    PurchaseHistories histories(Dataset<Row> customers, CohortTotals totals) {
        return PurchaseHistories.of(PackedDoubles.collect(sampled(customers, totals)
                .groupBy(number(OrderDays.REPEATS), number(OrderDays.LAST), number(OrderDays.AGE))
                .agg(sum(lit(1.0)).as("weight"))));
    }

    private Dataset<Row> sampled(Dataset<Row> customers, CohortTotals totals) {
        return sample(customers.where(col(OrderDays.ORDERS).gt(0)), totals.distinctHistories());
    }

    /** The same of each group, by its place. */
    private static Map<Integer, PurchaseHistories> byGroup(Dataset<Row> bought, Grouping grouping) {
        double[][] rows = PackedDoubles.collect(bought.groupBy(
                        grouping.place().cast("double").as("place"),
                        number(OrderDays.REPEATS),
                        number(OrderDays.LAST),
                        number(OrderDays.AGE))
                .agg(sum(lit(1.0)).as("weight")));
        Map<Integer, List<double[]>> byPlace = new TreeMap<>();
        for (double[] row : rows) {
            byPlace.computeIfAbsent((int) row[0], place -> new ArrayList<>()).add(Arrays.copyOfRange(row, 1, 5));
        }
        Map<Integer, PurchaseHistories> histories = new TreeMap<>();
        byPlace.forEach((place, of) -> histories.put(place, PurchaseHistories.of(of.toArray(double[][]::new))));
        return histories;
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
