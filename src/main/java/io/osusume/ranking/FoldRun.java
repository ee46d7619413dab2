package io.osusume.ranking;

import io.osusume.config.BacktestConfig;
import io.osusume.config.RankerConfig;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** One day of the backtest: learns as of it, ranks by every method, and judges by the days after it. */
final class FoldRun {
    /** Width of a bin of margins: fine enough for the slope of calibration. */
    private static final double BIN = 0.05;

    private static final int BINS = 1000;
    /** Products up to which cosine lists are kept whole; above, the strongest so many. */
    private static final int WHOLE_LISTS = 5000;

    private final RankerConfig config;
    private final BacktestConfig backtest;
    private final Windows windows;
    private final Shown shown;

    FoldRun(RankerConfig config, BacktestConfig backtest, Windows windows, Shown shown) {
        this.config = config;
        this.backtest = backtest;
        this.windows = windows;
        this.shown = shown;
    }

    /**
     * What a customer is shown.
     *
     * @param top how many products of each ranking count
     * @param guard of the guarded ranking
     */
    record Shown(int top, Guard guard) implements Serializable {}

    /** What is sent to where the customers are. */
    private record Task(Baselines baselines, RankerConfig config, RankerModel model, Shown shown)
            implements Serializable {}

    /** What comes back from one customer; {@code judged} is null where nothing new was bought. */
    private record Told(Judged judged, Reliability reliability, String customer) implements Serializable {}

    /** What comes back from one partition. */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    private record Part(List<Told> told, double[][] bins) implements Serializable {}

    FoldResult run(int start, SparkSession spark) {
        Learning.Learned learned = new Learning(config, windows).before(start);
        Window window = windows.at(start);
        Baselines baselines = new Baselines(
                window,
                cosine(start),
                new AlsBaseline(backtest.als(), backtest.seed()).fit(spark, windows.teaching(), window),
                windows.categories());
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<Task> task = context.broadcast(new Task(
                baselines, config, learned.model().map(Learning.Fitted::model).orElse(null), shown));
        List<Part> parts = windows.histories()
                .mapPartitions(
                        customers -> List.of(judge(customers, task.value())).iterator())
                .collect();
        task.destroy();
        return result(start, learned, window, parts);
    }

    private Neighbours cosine(int start) {
        int size = windows.categories().length;
        List<int[]> baskets = windows.teaching().stream()
                .map(h -> h.boughtBefore(start).product())
                .toList();
        return Neighbours.of(
                Baskets.of(baskets, size), Neighbours.COSINE, size <= WHOLE_LISTS ? size : WHOLE_LISTS / 5);
    }

    private static Part judge(Iterator<History> customers, Task task) {
        Window window = task.baselines().window();
        CandidateFinder finder =
                new CandidateFinder(window, task.config(), task.baselines().categories());
        int end = window.start() + task.config().horizonDays();
        List<Told> told = new ArrayList<>();
        double[][] bins = new double[BINS][3];
        while (customers.hasNext()) {
            History history = customers.next();
            if (history.before(window.start()) == 0) {
                continue;
            }
            int[] bought = history.newIn(window.start(), end);
            Candidates candidates = finder.of(history);
            Reliability reliability =
                    task.model() == null ? Reliability.NONE : reliability(candidates, bought, task.model(), bins);
            Judged judged = bought.length == 0 ? null : judge(history, bought, candidates, task);
            told.add(new Told(judged, reliability, history.customer()));
        }
        return new Part(told, bins);
    }

    private static Judged judge(History history, int[] bought, Candidates candidates, Task task) {
        int start = task.baselines().window().start();
        double[] spent = history.spentOnNew(start, start + task.config().horizonDays());
        Method[] methods = Method.values();
        int[][] rankings = new int[methods.length][];
        Metrics[] metrics = new Metrics[methods.length];
        for (int m = 0; m < methods.length; m++) {
            rankings[m] = methods[m].isLearned()
                    ? ranked(candidates, allowed(methods[m], candidates, history, task), task)
                    : task.baselines().rank(methods[m], history, task.shown().top());
            metrics[m] = Metrics.of(rankings[m], task.shown().top(), bought, spent);
        }
        return new Judged(history.customer(), rankings, metrics);
    }

    /** Per candidate whether a method may show it. */
    private static IntPredicate allowed(Method method, Candidates candidates, History history, Task task) {
        if (method != Method.RANKER_GUARDED) {
            return i -> true;
        }
        int start = task.baselines().window().start();
        Guard guard = task.shown().guard();
        Bought bought = history.boughtBefore(start);
        double highest = guard.highestPrice(history, start);
        return i -> candidates.features()[i][Feature.UNIT_PRICE.index()] <= highest
                && guard.allows(candidates.product()[i], bought, start);
    }

    private static int[] ranked(Candidates candidates, IntPredicate allowed, Task task) {
        TopProducts best = new TopProducts(task.shown().top());
        for (int i = 0; task.model() != null && i < candidates.size(); i++) {
            if (allowed.test(i)) {
                best.offer(
                        candidates.product()[i],
                        task.model().probability(candidates.features()[i]));
            }
        }
        return best.products();
    }

    private static Reliability reliability(Candidates candidates, int[] bought, RankerModel model, double[][] bins) {
        double forecast = 0;
        double hits = 0;
        double squares = 0;
        for (int i = 0; i < candidates.size(); i++) {
            double p = model.probability(candidates.features()[i]);
            int y = Arrays.binarySearch(bought, candidates.product()[i]) >= 0 ? 1 : 0;
            forecast += p;
            hits += y;
            squares += (p - y) * (p - y);
            double logit = Math.log(p / (1 - p));
            double[] bin = bins[(int) Math.max(0, Math.min(BINS - 1, Math.round(logit / BIN) + BINS / 2))];
            bin[0]++;
            bin[1] += y;
            bin[2] += logit;
        }
        return new Reliability(candidates.size(), forecast, hits, squares);
    }

    private FoldResult result(int start, Learning.Learned learned, Window window, List<Part> parts) {
        List<Told> told = parts.stream()
                .flatMap(p -> p.told().stream())
                .sorted(Comparator.comparing(Told::customer))
                .toList();
        double[][] bins = new double[BINS][3];
        for (Part part : parts) {
            for (int b = 0; b < BINS; b++) {
                for (int i = 0; i < 3; i++) {
                    bins[b][i] += part.bins()[b][i];
                }
            }
        }
        int eligible = 0;
        for (boolean e : window.eligible()) {
            eligible += e ? 1 : 0;
        }
        return new FoldResult(
                start,
                learned,
                told.stream().map(Told::judged).filter(j -> j != null).toList(),
                told.stream().map(Told::reliability).toList(),
                slope(bins),
                eligible);
    }

    /** The slope of a logistic regression of what was bought on the log odds that were forecast. */
    private static double slope(double[][] bins) {
        List<double[]> rows = new ArrayList<>();
        for (double[] bin : bins) {
            if (bin[0] > 0) {
                rows.add(new double[] {bin[2] / bin[0], bin[1] / bin[0], bin[0]});
            }
        }
        double[] margin = rows.stream().mapToDouble(r -> r[0]).toArray();
        double[] share = rows.stream().mapToDouble(r -> r[1]).toArray();
        double[] weight = rows.stream().mapToDouble(r -> r[2]).toArray();
        return Calibration.fit(margin, share, weight).slope();
    }
}
