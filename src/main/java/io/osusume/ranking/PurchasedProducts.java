package io.osusume.ranking;

import java.util.Arrays;

/**
 * The distinct products that a customer had bought up to some moment.
 *
 * @param product codes, ascending
 * @param first day of each
 * @param last day of each
 * @param events how many events of the history lie before that moment
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
public record PurchasedProducts(int[] product, int[] first, int[] last, int events) {

    static PurchasedProducts of(History history, int events) {
        int[] products =
                Arrays.stream(history.product(), 0, events).sorted().distinct().toArray();
        int[] first = new int[products.length];
        int[] last = new int[products.length];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int i = 0; i < events; i++) {
            int at = Arrays.binarySearch(products, history.product()[i]);
            first[at] = Math.min(first[at], history.day()[i]);
            last[at] = history.day()[i];
        }
        return new PurchasedProducts(products, first, last, events);
    }

    int size() {
        return product.length;
    }

    public boolean has(int code) {
        return Arrays.binarySearch(product, code) >= 0;
    }

    /** For each product 2^(−age of the last purchase / half-life), age in days on {@code start}. */
    float[] recency(int start, double halfLife) {
        float[] weights = new float[product.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.pow(2, -(start - last[i]) / halfLife);
        }
        return weights;
    }
}
