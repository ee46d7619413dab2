package io.osusume.ranking.backtest;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import io.osusume.catalogue.Buyer;
import io.osusume.catalogue.Item;
import io.osusume.catalogue.SaleRules;
import io.osusume.config.RankerConfig;
import io.osusume.ranking.CandidateFinder;
import io.osusume.ranking.Candidates;
import io.osusume.ranking.History;
import io.osusume.ranking.Metrics;
import io.osusume.ranking.ProductCodes;
import io.osusume.ranking.PurchasedProducts;
import io.osusume.ranking.RankerModel;
import io.osusume.ranking.Snapshot;
import io.osusume.ranking.TopProducts;
import io.osusume.stats.Logistic;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Ranks for one customer after another by every method as of one day, and judges by what was bought in the days after: what is
 * sent to where the customers are.
 *
 * @param model null where nothing could be learned
 */
@DefaultSerializer(JavaSerializer.class) // Kryo cannot write records
record FoldJudge(Baselines baselines, RankerConfig config, RankerModel model, Shown shown) implements Serializable {
    /** Width of a bin of margins: fine enough for the slope of calibration. */
    private static final double BIN = 0.05;

    static final int BINS = 1000;

    /**
     * What a customer is shown.
     *
     * @param top how many products of each ranking count
     * @param sale of the guarded ranking, as of the same day
     * @param codes of the products
     */
    record Shown(int top, SaleRules sale, ProductCodes codes) implements Serializable {
        /** Whether a product may be sold to a customer, by its code. */
        IntPredicate to(PurchasedProducts bought) {
            List<String> had =
                    IntStream.of(bought.product()).mapToObj(codes.ids()::get).toList();
            Buyer buyer = sale.forBuyer(had);
            return code -> {
                Item item = sale.catalogue().item(codes.ids().get(code));
                return item != null && buyer.mayBuy(item);
            };
        }
    }

    /** What comes back from one customer; {@code judged} is null where nothing new was bought. */
    record Told(Judged judged, Reliability reliability, String customer) implements Serializable {}

    /**
     * What comes back from one partition.
     *
     * @param bins per bin of log odds how many candidates, how many of them bought, and Σ log odds
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    @DefaultSerializer(JavaSerializer.class)
    record Part(List<Told> told, double[][] bins) implements Serializable {}

    Part judge(Iterator<History> customers) {
        Snapshot snapshot = baselines.snapshot();
        CandidateFinder finder = new CandidateFinder(snapshot, config, baselines.categories());
        int end = snapshot.start() + config.horizonDays();
        List<Told> told = new ArrayList<>();
        double[][] bins = new double[BINS][3];
        while (customers.hasNext()) {
            History history = customers.next();
            if (history.before(snapshot.start()) == 0) {
                continue;
            }
            int[] bought = history.newIn(snapshot.start(), end);
            Candidates candidates = finder.of(history);
            Reliability reliability = model == null ? Reliability.NONE : reliability(candidates, bought, bins);
            Judged judged = bought.length == 0 ? null : judge(history, bought, candidates);
            told.add(new Told(judged, reliability, history.customer()));
        }
        return new Part(told, bins);
    }

    private Judged judge(History history, int[] bought, Candidates candidates) {
        int start = baselines.snapshot().start();
        double[] spent = history.spentOnNew(start, start + config.horizonDays());
        Method[] methods = Method.values();
        int[][] rankings = new int[methods.length][];
        Metrics[] metrics = new Metrics[methods.length];
        for (int m = 0; m < methods.length; m++) {
            rankings[m] = methods[m].isLearned()
                    ? ranked(candidates, methods[m] == Method.RANKER ? code -> true : shown.to(candidates.bought()))
                    : baselines.rank(methods[m], history, shown.top());
            metrics[m] = Metrics.of(rankings[m], shown.top(), bought, spent);
        }
        return new Judged(history.customer(), rankings, metrics);
    }

    private int[] ranked(Candidates candidates, IntPredicate allowed) {
        TopProducts best = new TopProducts(shown.top());
        for (int i = 0; model != null && i < candidates.size(); i++) {
            if (allowed.test(candidates.product()[i])) {
                best.offer(candidates.product()[i], model.probability(candidates.features()[i]));
            }
        }
        return best.products();
    }

    private Reliability reliability(Candidates candidates, int[] bought, double[][] bins) {
        double forecast = 0;
        double hits = 0;
        double squares = 0;
        for (int i = 0; i < candidates.size(); i++) {
            double p = model.probability(candidates.features()[i]);
            int y = Arrays.binarySearch(bought, candidates.product()[i]) >= 0 ? 1 : 0;
            forecast += p;
            hits += y;
            squares += (p - y) * (p - y);
            double logit = Logistic.logit(p);
            double[] bin = bins[(int) Math.max(0, Math.min(BINS - 1, Math.round(logit / BIN) + BINS / 2))];
            bin[0]++;
            bin[1] += y;
            bin[2] += logit;
        }
        return new Reliability(candidates.size(), forecast, hits, squares);
    }
}
