package io.osusume.ranking.backtest;

import io.osusume.ranking.CustomerFactors;
import io.osusume.ranking.History;
import io.osusume.ranking.Neighbours;
import io.osusume.ranking.PurchasedProducts;
import io.osusume.ranking.Snapshot;
import io.osusume.ranking.Span;
import io.osusume.ranking.TopProducts;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;

/**
 * The methods that a data scientist would try first, as of one day. Each scores every eligible product and takes the best; of
 * equals the smaller code.
 *
 * @param snapshot what is known, for eligibility, popularity and rules
 * @param cosine full lists of neighbours over customers' baskets, or as long as memory allows
 * @param als factors of products and customers
 * @param categories per product a number of its category, negative where it has none
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record Baselines(Snapshot snapshot, Neighbours cosine, AlsFactors als, int[] categories) implements Serializable {

    /**
     * Factors from alternating least squares.
     *
     * @param products per product; null for one that was unknown then
     * @param customers of those that are judged
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    record AlsFactors(float[][] products, Map<String, float[]> customers) implements Serializable {}

    /** The best products for a customer by one of the simple methods. */
    int[] rank(Method method, History history, int top) {
        PurchasedProducts bought = history.boughtBefore(snapshot.start());
        float[] scores =
                switch (method) {
                    case POPULARITY -> toFloats(snapshot.figures().buyers(Span.EVER));
                    case RECENT_POPULARITY -> toFloats(snapshot.figures().buyers(Span.FOUR_WEEKS));
                    case NEW_BUYERS -> toFloats(snapshot.figures().newBuyers(Span.FOUR_WEEKS));
                    case OWN_CATEGORIES -> ownCategories(bought);
                    case ITEM_COSINE -> sums(cosine, bought);
                    case ALS -> factors(history.customer());
                    case RULES -> largest(snapshot.orderRules(), bought);
                    case RANKER, RANKER_GUARDED -> throw new IllegalArgumentException("the ranker is no baseline");
                };
        TopProducts best = new TopProducts(top);
        for (int p = 0; p < scores.length; p++) {
            // What has no score is not recommended: a method is not helped out by the order of codes.
            if (scores[p] > Float.NEGATIVE_INFINITY && snapshot.mayOffer(p, bought)) {
                best.offer(p, scores[p]);
            }
        }
        return best.products();
    }

    private static float[] toFloats(int[] counts) {
        float[] scores = new float[counts.length];
        for (int p = 0; p < counts.length; p++) {
            scores[p] = counts[p] > 0 ? counts[p] : Float.NEGATIVE_INFINITY;
        }
        return scores;
    }

    /** The share of the customer's products in the category first, then popularity. */
    private float[] ownCategories(PurchasedProducts bought) {
        int[] popularity = snapshot.figures().buyers(Span.EVER);
        int[] own = new int[Arrays.stream(categories).max().orElse(0) + 2];
        for (int p : bought.product()) {
            own[categories[p] + 1]++;
        }
        own[0] = 0;
        float[] scores = new float[categories.length];
        for (int p = 0; p < scores.length; p++) {
            scores[p] = popularity[p] > 0
                    ? own[categories[p] + 1] * (float) (1 << 20) + popularity[p]
                    : Float.NEGATIVE_INFINITY;
        }
        return scores;
    }

    private static float[] sums(Neighbours neighbours, PurchasedProducts bought) {
        float[] scores = nothing(neighbours.code().length);
        for (int from : bought.product()) {
            for (int i = 0; i < neighbours.code()[from].length; i++) {
                int p = neighbours.code()[from][i];
                scores[p] = Math.max(scores[p], 0) + neighbours.weight()[from][i];
            }
        }
        return scores;
    }

    private static float[] largest(Neighbours rules, PurchasedProducts bought) {
        float[] scores = nothing(rules.code().length);
        for (int from : bought.product()) {
            for (int i = 0; i < rules.code()[from].length; i++) {
                int p = rules.code()[from][i];
                scores[p] = Math.max(scores[p], rules.weight()[from][i]);
            }
        }
        return scores;
    }

    private float[] factors(String customer) {
        float[] scores = nothing(als.products().length);
        float[] taste = als.customers().get(customer);
        for (int p = 0; taste != null && p < scores.length; p++) {
            if (als.products()[p] != null) {
                scores[p] = CustomerFactors.dot(als.products()[p], taste);
            }
        }
        return scores;
    }

    private static float[] nothing(int size) {
        float[] scores = new float[size];
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
        return scores;
    }
}
