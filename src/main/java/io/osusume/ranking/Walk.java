package io.osusume.ranking;

import java.util.Arrays;

/**
 * From a customer's products along the neighbour lists: the evidence of {@link Feature}s up to {@link Feature#WALKED} for every
 * product that is reached, in arrays that are used again for the next customer. Not for several threads at once.
 */
final class Walk {
    private final Window window;
    private final float[][] evidence;
    private final int[] reached;
    private final boolean[] seen;
    private int count;

    Walk(Window window) {
        this.window = window;
        int size = window.eligible().length;
        this.evidence = new float[Feature.WALKED][size];
        this.reached = new int[size];
        this.seen = new boolean[size];
    }

    /** Walks from the products of one customer; what the walk before this one found is forgotten. */
    void from(Bought bought) {
        forget();
        float[] by15 = bought.recency(window.start(), 15);
        float[] by30 = bought.recency(window.start(), 30);
        float[] by60 = bought.recency(window.start(), 60);
        for (int i = 0; i < bought.size(); i++) {
            int p = bought.product()[i];
            sum(window.together(), p, new Weights(1, by15[i], by60[i]), Feature.TOGETHER);
            most(window.together(), p, Feature.NEAREST);
            sum(window.lately(), p, new Weights(1, by30[i], 0), Feature.LATELY);
            sum(window.inOrder(), p, new Weights(1, by30[i], 0), Feature.IN_ORDER);
            most(window.customerRules(), p, Feature.CUSTOMER_RULE);
            most(window.orderRules(), p, Feature.ORDER_RULE);
        }
    }

    private void forget() {
        for (int i = 0; i < count; i++) {
            for (float[] values : evidence) {
                values[reached[i]] = 0;
            }
            seen[reached[i]] = false;
        }
        count = 0;
    }

    private record Weights(float first, float second, float third) {}

    /** Adds to a feature and to those after it in the list, each with its weight. */
    private void sum(Neighbours neighbours, int from, Weights weights, Feature feature) {
        int[] codes = neighbours.code()[from];
        float[] strengths = neighbours.weight()[from];
        float[] first = evidence[feature.index()];
        float[] second = evidence[feature.index() + 1];
        float[] third = weights.third() == 0 ? null : evidence[feature.index() + 2];
        for (int i = 0; i < codes.length; i++) {
            reach(codes[i]);
            first[codes[i]] += weights.first() * strengths[i];
            second[codes[i]] += weights.second() * strengths[i];
            if (third != null) {
                third[codes[i]] += weights.third() * strengths[i];
            }
        }
    }

    private void most(Neighbours neighbours, int from, Feature feature) {
        int[] codes = neighbours.code()[from];
        float[] strengths = neighbours.weight()[from];
        float[] values = evidence[feature.index()];
        for (int i = 0; i < codes.length; i++) {
            reach(codes[i]);
            values[codes[i]] = Math.max(values[codes[i]], strengths[i]);
        }
    }

    private void reach(int product) {
        if (!seen[product]) {
            seen[product] = true;
            reached[count++] = product;
        }
    }

    /** Writes what was found of a product into the first {@link Feature#WALKED} places of its features. */
    void copyTo(float[] features, int product) {
        for (int i = 0; i < evidence.length; i++) {
            features[i] = evidence[i][product];
        }
    }

    /** Products with the most of one feature, of those that may be offered; of equals the smaller code. */
    int[] best(Feature feature, Bought bought, int most) {
        float[] values = evidence[feature.index()];
        TopProducts top = new TopProducts(most);
        int[] codes = Arrays.copyOf(reached, count);
        for (int code : codes) {
            if (values[code] > 0 && window.mayOffer(code, bought)) {
                top.offer(code, values[code]);
            }
        }
        return top.products();
    }
}
