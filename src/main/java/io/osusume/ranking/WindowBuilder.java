package io.osusume.ranking;

import io.osusume.config.RankerConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Works out what is known at the start of a window, from the histories that teach. */
public final class WindowBuilder {
    /** Half-life of the weights of {@link Window#mood}, in days. */
    private static final double MOOD_HALF_LIFE = 60;

    /** A product's list, turned, is at most so many times as long: else a product that all have would lead to all others. */
    private static final int LONGEST = 8;

    /** Days back over which {@link Window#newcomers} are counted. */
    static final int[] NEWCOMER_SPANS = {14, 28};

    private final RankerConfig config;
    private final int catalogueSize;

    public WindowBuilder(RankerConfig config, int catalogueSize) {
        this.config = config;
        this.catalogueSize = catalogueSize;
    }

    public Window build(List<History> histories, int start) {
        ProductFigures figures = ProductFigures.of(histories, catalogueSize, start);
        boolean[] eligible = new boolean[catalogueSize];
        for (int p = 0; p < catalogueSize; p++) {
            eligible[p] = start - figures.lastSold()[p] <= config.soldWithinDays()
                    && figures.buyers()[ProductFigures.EVER][p] > 0;
        }
        List<Bought> customers = histories.stream()
                .map(h -> h.boughtBefore(start))
                .filter(b -> b.size() > 0)
                .toList();
        PurchaseSets all = baskets(customers.stream().map(Bought::product));
        PurchaseSets orders = PurchaseSets.of(orders(histories, start), catalogueSize);
        Factors taste = Factors.of(
                new Factors.Matrix(all, weights(customers, start, Double.POSITIVE_INFINITY)),
                config.factors(),
                config.seed());
        Factors mood = Factors.of(
                new Factors.Matrix(all, weights(customers, start, MOOD_HALF_LIFE)),
                config.factors() / 2,
                config.seed());
        int most = config.neighbours();
        return new Window(
                start,
                figures,
                eligible,
                fresh(figures, eligible),
                Neighbours.of(all, Neighbours.COSINE, most).turned(eligible, LONGEST * most),
                Neighbours.of(lately(histories, start), Neighbours.COSINE, most).turned(eligible, LONGEST * most),
                Neighbours.of(orders, Neighbours.COSINE, most).turned(eligible, LONGEST * most),
                Neighbours.of(all, Neighbours.confidence(config.ruleCount()), 2 * most),
                Neighbours.of(orders, Neighbours.confidence(config.ruleCount()), 2 * most),
                taste,
                mood,
                newcomers(customers, taste, start));
    }

    private PurchaseSets baskets(java.util.stream.Stream<int[]> products) {
        return PurchaseSets.of(products.toList(), catalogueSize);
    }

    private PurchaseSets lately(List<History> histories, int start) {
        int from = start - config.recentDays();
        return baskets(histories.stream()
                .map(h -> Arrays.stream(h.product(), h.before(from), h.before(start))
                        .sorted()
                        .distinct()
                        .toArray())
                .filter(b -> b.length > 0));
    }

    private static List<int[]> orders(List<History> histories, int start) {
        List<int[]> orders = new ArrayList<>();
        for (History history : histories) {
            int known = history.before(start);
            int from = 0;
            for (int i = 1; i <= known; i++) {
                if (i == known || history.order()[i] != history.order()[from]) {
                    orders.add(Arrays.stream(history.product(), from, i)
                            .sorted()
                            .distinct()
                            .toArray());
                    from = i;
                }
            }
        }
        return orders;
    }

    private static float[][] weights(List<Bought> customers, int start, double halfLife) {
        return customers.stream().map(b -> b.recency(start, halfLife)).toArray(float[][]::new);
    }

    private int[] fresh(ProductFigures figures, boolean[] eligible) {
        int[] news = figures.newBuyers()[ProductFigures.FOUR_WEEKS];
        return IntStream.range(0, catalogueSize)
                .filter(p -> eligible[p])
                .boxed()
                .sorted(Comparator.comparingInt((Integer p) -> -news[p]).thenComparing(p -> p))
                .limit(config.popularCandidates())
                .mapToInt(p -> p)
                .toArray();
    }

    /** Per span and product the sum of the unit taste vectors of those who bought it first within the span. */
    private static float[][][] newcomers(List<Bought> customers, Factors taste, int start) {
        float[][][] sums = new float[NEWCOMER_SPANS.length][taste.vectors().length][taste.rank()];
        for (Bought bought : customers) {
            float[] unit = CustomerFactors.unit(taste, bought);
            for (int i = 0; i < bought.size(); i++) {
                for (int s = 0; s < NEWCOMER_SPANS.length; s++) {
                    if (start - bought.first()[i] <= NEWCOMER_SPANS[s]) {
                        CustomerFactors.add(sums[s][bought.product()[i]], unit);
                    }
                }
            }
        }
        return sums;
    }
}
