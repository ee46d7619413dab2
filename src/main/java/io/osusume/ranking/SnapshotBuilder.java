package io.osusume.ranking;

import io.osusume.config.RankerConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Works out what is known at the start of a window, from the histories that teach. */
public final class SnapshotBuilder {
    /** Half-life of the weights of {@link Snapshot#recentFactors}, in days: about two months of buying count. */
    static final double RECENT_HALF_LIFE = 60;

    /** A product's list, turned, is at most so many times as long: else a product that all have would lead to all others. */
    private static final int LONGEST = 8;

    /** Spans over which {@link Snapshot#newcomers} are counted: short, since it is news that they tell. */
    private static final List<Span> NEWCOMER_SPANS = List.of(Span.FORTNIGHT, Span.FOUR_WEEKS);

    private final RankerConfig config;
    private final int catalogueSize;

    public SnapshotBuilder(RankerConfig config, int catalogueSize) {
        this.config = config;
        this.catalogueSize = catalogueSize;
    }

    /** Where all customers teach. */
    public Snapshot build(List<History> histories, int start) {
        return build(histories, ProductSales.of(histories.iterator(), catalogueSize, start), start);
    }

    /** @param sales of everybody */
    Snapshot build(List<History> histories, ProductSales sales, int start) {
        ProductFigures figures = ProductFigures.of(histories, catalogueSize, start);
        boolean[] eligible = sales.soldWithin(config.soldWithinDays(), start);
        List<PurchasedProducts> customers = histories.stream()
                .map(h -> h.boughtBefore(start))
                .filter(b -> b.size() > 0)
                .toList();
        PurchaseSets all = baskets(customers.stream().map(PurchasedProducts::product));
        PurchaseSets orders = PurchaseSets.of(orders(histories, start), catalogueSize);
        Factors factors = Factors.of(
                new Factors.Matrix(all, weights(customers, start, Double.POSITIVE_INFINITY)),
                config.factors(),
                config.seed());
        Factors recentFactors = Factors.of(
                new Factors.Matrix(all, weights(customers, start, RECENT_HALF_LIFE)),
                config.factors() / 2,
                config.seed());
        int most = config.neighbours();
        List<Neighbours.Kept> kept = List.of(
                new Neighbours.Kept(Neighbours.COSINE, most),
                new Neighbours.Kept(Neighbours.confidence(config.ruleCount()), 2 * most));
        List<Neighbours> ofCustomers = Neighbours.of(all, kept);
        List<Neighbours> ofOrders = Neighbours.of(orders, kept);
        return new Snapshot(
                start,
                figures,
                sales,
                eligible,
                fresh(sales, eligible),
                ofCustomers.get(0).turned(eligible, LONGEST * most),
                Neighbours.of(lately(histories, start), Neighbours.COSINE, most).turned(eligible, LONGEST * most),
                ofOrders.get(0).turned(eligible, LONGEST * most),
                ofCustomers.get(1),
                ofOrders.get(1),
                factors,
                recentFactors,
                newcomers(customers, factors, start));
    }

    private PurchaseSets baskets(Stream<int[]> products) {
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

    private static float[][] weights(List<PurchasedProducts> customers, int start, double halfLife) {
        return customers.stream().map(b -> b.recency(start, halfLife)).toArray(float[][]::new);
    }

    private int[] fresh(ProductSales sales, boolean[] eligible) {
        int[] news = sales.newBuyers();
        return IntStream.range(0, catalogueSize)
                .filter(p -> eligible[p])
                .boxed()
                .sorted(Comparator.comparingInt((Integer p) -> -news[p]).thenComparing(p -> p))
                .limit(config.popularCandidates())
                .mapToInt(p -> p)
                .toArray();
    }

    /** Per span and product the sum of the unit taste vectors of those who bought it first within the span. */
    private static Map<Span, float[][]> newcomers(List<PurchasedProducts> customers, Factors factors, int start) {
        Map<Span, float[][]> sums = new EnumMap<>(Span.class);
        for (Span span : NEWCOMER_SPANS) {
            sums.put(span, new float[factors.vectors().length][factors.rank()]);
        }
        for (PurchasedProducts bought : customers) {
            float[] unit = CustomerFactors.unit(factors, bought);
            for (int i = 0; i < bought.size(); i++) {
                for (Span span : NEWCOMER_SPANS) {
                    if (start - bought.first()[i] <= span.days()) {
                        CustomerFactors.add(sums.get(span)[bought.product()[i]], unit);
                    }
                }
            }
        }
        return sums;
    }
}
