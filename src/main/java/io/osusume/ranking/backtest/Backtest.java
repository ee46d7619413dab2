package io.osusume.ranking.backtest;

import static org.apache.spark.sql.functions.col;

import io.osusume.catalogue.CatalogueReader;
import io.osusume.catalogue.Pricing;
import io.osusume.catalogue.SaleRules;
import io.osusume.config.BacktestConfig;
import io.osusume.config.FeaturesConfig;
import io.osusume.config.RankerConfig;
import io.osusume.errors.UserException;
import io.osusume.features.Facts;
import io.osusume.features.Lookback;
import io.osusume.features.Signals;
import io.osusume.ranking.ActivityLog;
import io.osusume.ranking.Categories;
import io.osusume.ranking.History;
import io.osusume.ranking.ProductCodes;
import io.osusume.ranking.Purchases;
import io.osusume.ranking.Snapshots;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** The ranking as of days of the past, beside simpler methods, held against what customers bought in the days after. */
public final class Backtest {
    private final RankerConfig config;
    private final FeaturesConfig features;
    private final BacktestConfig backtest;
    private final Limits limits;

    /**
     * What is shown to a customer.
     *
     * @param top how many products of each ranking count
     * @param priceBand of the {@link SaleRules} that the guarded ranking keeps
     * @param pricing by which the catalogue is priced, of what was paid up to each day
     */
    public record Limits(int top, double priceBand, Pricing pricing) {}

    public Backtest(RankerConfig config, FeaturesConfig features, BacktestConfig backtest, Limits limits) {
        this.config = config;
        this.features = features;
        this.backtest = backtest;
        this.limits = limits;
    }

    /**
     * What came of it.
     *
     * @param notes what could not be done, and why
     */
    public record Result(List<Figure> figures, List<String> notes) {}

    /**
     * Carries out the folds one after the other. Runs jobs at once.
     *
     * @param facts what is known up to the end of the last horizon; of it each fold sees what lies before its day
     * @throws UserException when a day cannot be judged (exit 3)
     */
    public Result run(Facts facts, List<LocalDate> days) {
        SparkSession spark = facts.lines().sparkSession();
        ProductCodes catalogue = Purchases.products(facts.purchases());
        Dataset<Row> signals = new Signals(features).of(facts, ActivityLog.from(Collections.min(days), config));
        JavaRDD<History> histories =
                Purchases.histories(facts.purchases(), signals, catalogue).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Snapshots windows = new Snapshots(
                    config, histories, Categories.of(facts.of(Products.INPUT), Products.CATEGORY, catalogue));
            requireDays(windows, days);
            FoldRanking ranking = new FoldRanking(config, backtest, windows);
            List<Figure> figures = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            for (LocalDate day : days) {
                FoldResult fold = judged(
                        day,
                        ranking.rank(
                                (int) day.toEpochDay() + 1,
                                new FoldJudge.Shown(limits.top(), sale(facts, day), catalogue),
                                spark));
                figures.addAll(new FoldFigures(fold, backtest).all());
                if (!fold.learned().note().isEmpty()) {
                    notes.add("As of " + day + ": " + fold.learned().note());
                }
            }
            return new Result(figures, notes);
        } finally {
            histories.unpersist();
        }
    }

    /** Figures as rows of the table {@code backtest}. */
    public Dataset<Row> table(SparkSession spark, List<Figure> figures) {
        List<Row> rows = figures.stream()
                .map(f -> f.row(limits.top(), config.horizonDays()))
                .toList();
        return spark.createDataFrame(rows, Figure.schema());
    }

    /** What may be sold as of a day: prices are known up to its end, and attributes have no history. */
    private SaleRules sale(Facts facts, LocalDate day) {
        Lookback known = new Lookback(day);
        Dataset<Row> priced = limits.pricing()
                .priced(
                        facts.of(Products.INPUT),
                        facts.lines().where(known.known(col(Orders.ORDERED_AT))),
                        facts.of(Subscriptions.INPUT).where(known.known(col(Subscriptions.STARTED_AT))),
                        day);
        return new SaleRules(CatalogueReader.read(priced), limits.priceBand());
    }

    private FoldResult judged(LocalDate day, FoldResult fold) {
        if (fold.judged().isEmpty()) {
            throw UserException.data("As of " + day + " nothing can be judged: within " + config.horizonDays()
                    + " days after it no customer bought a product new to them.");
        }
        return fold;
    }

    private void requireDays(Snapshots windows, List<LocalDate> days) {
        for (LocalDate day : days) {
            if (day.toEpochDay() < windows.firstDay()) {
                throw UserException.data("--as-of " + day + ": there is no " + Orders.ORDERED_AT
                        + " of a known customer's paid order up to that day. Give a later day"
                        + (windows.firstDay() == Integer.MAX_VALUE
                                ? "."
                                : "; the first purchase is of " + LocalDate.ofEpochDay(windows.firstDay()) + "."));
            }
            if (day.toEpochDay() + config.horizonDays() > windows.lastDay()) {
                throw UserException.data("--as-of " + day + " --horizon " + config.horizonDays()
                        + "d: the horizon ends on " + day.plusDays(config.horizonDays())
                        + ", and the newest purchase is of " + LocalDate.ofEpochDay(windows.lastDay())
                        + ". Give an earlier day or a shorter horizon.");
            }
        }
    }
}
