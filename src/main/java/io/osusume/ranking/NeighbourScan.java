package io.osusume.ranking;

import java.util.Arrays;

/**
 * From a customer's products along the neighbour lists: the evidence of {@link Feature}s up to {@link Feature#WALKED} for every
 * product that is reached and may be offered, in arrays that are used again for the next customer. Not for several threads at
 * once. Steps per customer: at most the customer's products × the longest list of each kind.
 */
final class NeighbourScan {
    private static final int WIDTH = Feature.WALKED;

    private static final Sums LATELY = new Sums(Feature.LATELY, Feature.LATELY_30);
    private static final Sums IN_ORDER = new Sums(Feature.IN_ORDER, Feature.IN_ORDER_30);

    /** Where a list's strengths are summed, and where by how recent the customer's product is. */
    private record Sums(Feature plain, Feature recent) {}

    private final Snapshot snapshot;
    /** What one product has lies together. */
    private final float[] evidence;

    private final int[] reached;
    private final boolean[] seen;
    private final boolean[] had;
    private int count;
    private int[] lastHad = new int[0];

    NeighbourScan(Snapshot snapshot) {
        this.snapshot = snapshot;
        int size = snapshot.eligible().length;
        this.evidence = new float[size * WIDTH];
        this.reached = new int[size];
        this.seen = new boolean[size];
        this.had = new boolean[size];
    }

    /** Walks from the products of one customer; what the walk before this one found is forgotten. */
    void from(PurchasedProducts bought) {
        forget();
        lastHad = bought.product();
        for (int p : lastHad) {
            had[p] = true;
        }
        float[] by15 = bought.recency(snapshot.start(), 15);
        float[] by30 = bought.recency(snapshot.start(), 30);
        float[] by60 = bought.recency(snapshot.start(), 60);
        for (int i = 0; i < bought.size(); i++) {
            int p = lastHad[i];
            together(p, by15[i], by60[i]);
            sum(snapshot.lately(), p, by30[i], LATELY);
            sum(snapshot.inOrder(), p, by30[i], IN_ORDER);
            most(snapshot.customerRules(), p, Feature.CUSTOMER_RULE);
            most(snapshot.orderRules(), p, Feature.ORDER_RULE);
        }
    }

    private void forget() {
        for (int i = 0; i < count; i++) {
            int p = reached[i];
            Arrays.fill(evidence, p * WIDTH, (p + 1) * WIDTH, 0);
            seen[p] = false;
        }
        count = 0;
        for (int p : lastHad) {
            had[p] = false;
        }
    }

    private void together(int from, float by15, float by60) {
        int[] codes = snapshot.together().code()[from];
        float[] strengths = snapshot.together().weight()[from];
        for (int i = 0; i < codes.length; i++) {
            if (reach(codes[i])) {
                int at = codes[i] * WIDTH;
                evidence[at + Feature.TOGETHER.index()] += strengths[i];
                evidence[at + Feature.TOGETHER_15.index()] += by15 * strengths[i];
                evidence[at + Feature.TOGETHER_60.index()] += by60 * strengths[i];
                int nearest = at + Feature.NEAREST.index();
                evidence[nearest] = Math.max(evidence[nearest], strengths[i]);
            }
        }
    }

    /** Adds to both sums of a list. */
    private void sum(Neighbours neighbours, int from, float recency, Sums sums) {
        int[] codes = neighbours.code()[from];
        float[] strengths = neighbours.weight()[from];
        for (int i = 0; i < codes.length; i++) {
            if (reach(codes[i])) {
                int at = codes[i] * WIDTH;
                evidence[at + sums.plain().index()] += strengths[i];
                evidence[at + sums.recent().index()] += recency * strengths[i];
            }
        }
    }

    private void most(Neighbours neighbours, int from, Feature feature) {
        int[] codes = neighbours.code()[from];
        float[] strengths = neighbours.weight()[from];
        for (int i = 0; i < codes.length; i++) {
            if (reach(codes[i])) {
                int at = codes[i] * WIDTH + feature.index();
                evidence[at] = Math.max(evidence[at], strengths[i]);
            }
        }
    }

    /** Whether the product may be offered; as {@link Snapshot#mayOffer}. */
    private boolean reach(int product) {
        if (!snapshot.eligible()[product] || had[product]) {
            return false;
        }
        if (!seen[product]) {
            seen[product] = true;
            reached[count++] = product;
        }
        return true;
    }

    /** Writes what was found of a product into the first {@link Feature#WALKED} places of its features. */
    void copyTo(float[] features, int product) {
        System.arraycopy(evidence, product * WIDTH, features, 0, WIDTH);
    }

    /** Products with the most of one feature; of equals the smaller code. */
    int[] best(Feature feature, int most) {
        TopProducts top = new TopProducts(most);
        for (int i = 0; i < count; i++) {
            float value = evidence[reached[i] * WIDTH + feature.index()];
            if (value > 0) {
                top.offer(reached[i], value);
            }
        }
        return top.products();
    }
}
