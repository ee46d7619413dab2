package io.osusume.ranking;

import io.osusume.config.RankerConfig;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.Rounding;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The best candidates of every customer and what else may be offered, as of one day, with their evidence. */
final class Scoring implements Serializable {
    /** Smaller than any difference between scores. */
    private static final double LEAST = 1e-12;

    private final RankerConfig config;
    private final ProductCodes catalogue;
    private final int[] categories;
    private final AlsoScored also;
    private final RankerModel model;

    /**
     * @param also what is scored whatever its place
     * @param model none where nothing could be learned: then the order is by new buyers × (1 + {@link Feature#TOGETHER})
     */
    Scoring(
            RankerConfig config,
            ProductCodes catalogue,
            int[] categories,
            AlsoScored also,
            Optional<RankerModel> model) {
        this.config = config;
        this.catalogue = catalogue;
        this.categories = categories;
        this.also = also;
        this.model = model.orElse(null);
    }

    Dataset<Row> score(SparkSession spark, JavaRDD<History> histories, Snapshot at) {
        Broadcast<Snapshot> snapshot =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(at);
        JavaRDD<Row> rows = histories.mapPartitions(customers -> rows(customers, snapshot.value()));
        return spark.createDataFrame(rows, RankedProducts.TABLE.schema());
    }

    private Iterator<Row> rows(Iterator<History> customers, Snapshot snapshot) {
        CandidateFinder finder = new CandidateFinder(snapshot, config, categories);
        PackedTrees trees = model == null ? null : PackedTrees.of(model.trees());
        return new Iterator<>() {
            private Iterator<Row> current = List.<Row>of().iterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && customers.hasNext()) {
                    current = rows(customers.next(), snapshot, finder, trees).iterator();
                }
                return current.hasNext();
            }

            @Override
            public Row next() {
                return current.next();
            }
        };
    }

    private List<Row> rows(History history, Snapshot snapshot, CandidateFinder finder, PackedTrees trees) {
        int[] more = also.of(history, snapshot.start());
        Candidates candidates = finder.with(history, more);
        double[] margins = trees == null ? null : trees.margins(candidates.features());
        TopProducts best = new TopProducts(config.keepPerCustomer());
        TopProducts others = new TopProducts(more.length);
        double[] scores = new double[candidates.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = margins == null ? unlearned(history, candidates, i) : margins[i];
            if (snapshot.mayOffer(candidates.product()[i], candidates.bought())) {
                best.offer(i, scores[i]);
            }
        }
        int[] kept = best.products();
        boolean[] isKept = new boolean[scores.length];
        Arrays.stream(kept).forEach(i -> isKept[i] = true);
        for (int i = 0; i < scores.length; i++) {
            if (!isKept[i] && Arrays.binarySearch(more, candidates.product()[i]) >= 0) {
                others.offer(i, scores[i]);
            }
        }
        List<Row> rows = new ArrayList<>();
        IntStream.concat(Arrays.stream(kept), Arrays.stream(others.products()))
                .forEach(i -> rows.add(row(history, snapshot, candidates, i, rows.size() + 1)));
        return rows;
    }

    /** Of equal ones the order is drawn, so that none is favoured for its id. */
    private static double unlearned(History history, Candidates candidates, int at) {
        float[] f = candidates.features()[at];
        double draw = (double) HashSample.of(history.customer(), candidates.product()[at], 0) / Integer.MAX_VALUE;
        return f[Feature.NEW_BUYERS_28.index()] * (1 + f[Feature.TOGETHER.index()]) + LEAST * draw;
    }

    private Row row(History history, Snapshot snapshot, Candidates candidates, int at, int place) {
        int product = candidates.product()[at];
        float[] f = candidates.features()[at];
        int nearest = nearest(product, candidates.bought(), snapshot.together());
        return RowFactory.create(
                history.customer(),
                catalogue.ids().get(product),
                place,
                model == null ? null : model.probability(f),
                nearest < 0 ? null : catalogue.ids().get(nearest),
                rounded(f, Feature.NEAREST),
                rounded(f, Feature.CUSTOMER_RULE),
                rounded(f, Feature.ORDER_RULE),
                (long) snapshot.sales().newBuyers()[product],
                rounded(f, Feature.NEWCOMERS_28_MEAN),
                rounded(f, Feature.TASTE),
                rounded(f, Feature.CATEGORY_SHARE),
                (long) f[Feature.LOOKS_28.index()],
                (long) f[Feature.ACCOUNT_LOOKS_28.index()]);
    }

    private static double rounded(float[] features, Feature feature) {
        return Rounding.significant(features[feature.index()]);
    }

    /** Of the customer's products the one with the largest cosine to this one; of equals the smaller code; −1 for none. */
    private static int nearest(int product, PurchasedProducts bought, Neighbours together) {
        int best = -1;
        float most = 0;
        for (int p : bought.product()) {
            for (int i = 0; i < together.code()[p].length; i++) {
                if (together.code()[p][i] == product && together.weight()[p][i] > most) {
                    most = together.weight()[p][i];
                    best = p;
                }
            }
        }
        return best;
    }
}
