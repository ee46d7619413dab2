package io.osusume.ranking.backtest;

import io.osusume.config.BacktestConfig;
import io.osusume.config.RankerConfig;
import io.osusume.ranking.Calibration;
import io.osusume.ranking.Learning;
import io.osusume.ranking.Neighbours;
import io.osusume.ranking.PurchaseSets;
import io.osusume.ranking.Snapshot;
import io.osusume.ranking.Snapshots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** One day of the backtest: learns as of it, ranks by every method, and judges by the days after it. */
final class FoldRanking {
    /** Products up to which cosine lists are kept whole; above, the strongest so many. */
    private static final int WHOLE_LISTS = 5000;

    private final RankerConfig config;
    private final BacktestConfig backtest;
    private final Snapshots windows;

    FoldRanking(RankerConfig config, BacktestConfig backtest, Snapshots windows) {
        this.config = config;
        this.backtest = backtest;
        this.windows = windows;
    }

    FoldResult rank(int start, FoldJudge.Shown shown, SparkSession spark) {
        Learning.Learned learned = new Learning(config, windows).before(start);
        Snapshot snapshot = windows.at(start);
        Baselines baselines = new Baselines(
                snapshot,
                cosine(start),
                new AlsBaseline(backtest.als(), backtest.seed()).fit(spark, windows.teaching(), snapshot),
                windows.categories());
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<FoldJudge> judge = context.broadcast(new FoldJudge(
                baselines, config, learned.model().map(Learning.Fitted::model).orElse(null), shown));
        List<FoldJudge.Part> parts = windows.histories()
                .mapPartitions(
                        customers -> List.of(judge.value().judge(customers)).iterator())
                .collect();
        judge.destroy();
        return result(start, learned, snapshot, parts);
    }

    private Neighbours cosine(int start) {
        int size = windows.categories().length;
        List<int[]> baskets = windows.teaching().stream()
                .map(h -> h.boughtBefore(start).product())
                .toList();
        return Neighbours.of(
                PurchaseSets.of(baskets, size), Neighbours.COSINE, size <= WHOLE_LISTS ? size : WHOLE_LISTS / 5);
    }

    private FoldResult result(int start, Learning.Learned learned, Snapshot snapshot, List<FoldJudge.Part> parts) {
        List<FoldJudge.Told> told = parts.stream()
                .flatMap(p -> p.told().stream())
                .sorted(Comparator.comparing(FoldJudge.Told::customer))
                .toList();
        double[][] bins = new double[FoldJudge.BINS][3];
        for (FoldJudge.Part part : parts) {
            for (int b = 0; b < FoldJudge.BINS; b++) {
                for (int i = 0; i < 3; i++) {
                    bins[b][i] += part.bins()[b][i];
                }
            }
        }
        int eligible = 0;
        for (boolean e : snapshot.eligible()) {
            eligible += e ? 1 : 0;
        }
        return new FoldResult(
                start,
                learned,
                told.stream().map(FoldJudge.Told::judged).filter(j -> j != null).toList(),
                told.stream().map(FoldJudge.Told::reliability).toList(),
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
