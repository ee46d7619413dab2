package io.osusume.replenishment;

import java.util.HashMap;
import java.util.Map;

/** Of purchases, how many were a customer's last: by product, drawn towards the category's share, and that towards that of all. */
final class LastPurchases {
    /** Share before any is known. */
    static final double USUAL = 0.1;
    /** Purchases as if by which a share is drawn towards the wider one. */
    private static final double WEIGHT = 20;

    private final Map<String, double[]> products = new HashMap<>();
    private final Map<String, double[]> categories = new HashMap<>();
    private final double[] all = new double[2];

    void add(String product, String category, double last, double purchases) {
        for (double[] sums : new double[][] {
            products.computeIfAbsent(product, k -> new double[2]),
            categories.computeIfAbsent(category, k -> new double[2]),
            all
        }) {
            sums[0] += last;
            sums[1] += purchases;
        }
    }

    double ofAll() {
        return share(all, USUAL);
    }

    double ofCategory(String category) {
        return share(categories.get(category), ofAll());
    }

    double ofProduct(String product, String category) {
        return share(products.get(product), ofCategory(category));
    }

    private static double share(double[] sums, double wider) {
        return sums == null ? wider : (sums[0] + WEIGHT * wider) / (sums[1] + WEIGHT);
    }
}
