package io.osusume.effects;

/**
 * What the effect's formulas need of one arm: sums of products of z = (1, x₁…xₖ, y) over customers, and of the sums of z over
 * clusters (accounts, where those are drawn; else each customer is one). So a night reads the customers once, and keeps none.
 */
final class Moments {
    private final int size;
    private final double[][] ofCustomers;
    private final double[][] ofClusters;
    private final double[] cluster;
    private boolean open;
    private long clusters;
    private long nonZero;

    /** @param covariates k, how many figures of each customer are known from before */
    Moments(int covariates) {
        this.size = covariates + 2;
        this.ofCustomers = new double[size][size];
        this.ofClusters = new double[size][size];
        this.cluster = new double[size];
    }

    /** Adds a customer to the present cluster. */
    void add(double outcome, double... before) {
        double[] z = new double[size];
        z[0] = 1;
        System.arraycopy(before, 0, z, 1, size - 2);
        z[size - 1] = outcome;
        addProducts(ofCustomers, z);
        for (int i = 0; i < size; i++) {
            cluster[i] += z[i];
        }
        nonZero += outcome == 0 ? 0 : 1;
        open = true;
    }

    /** Ends the present cluster. */
    void endCluster() {
        if (open) {
            addProducts(ofClusters, cluster);
            java.util.Arrays.fill(cluster, 0);
            clusters++;
            open = false;
        }
    }

    /** Adds a customer who is a cluster of its own. */
    void addAlone(double outcome, double... before) {
        add(outcome, before);
        endCluster();
    }

    private static void addProducts(double[][] sums, double[] z) {
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                sums[i][j] += z[i] * z[j];
            }
        }
    }

    int covariates() {
        return size - 2;
    }

    long customers() {
        return Math.round(ofCustomers[0][0]);
    }

    long clusters() {
        return clusters;
    }

    /** Customers whose outcome is not 0. */
    long nonZero() {
        return nonZero;
    }

    /** The mean of the i-th covariate, from 0 on. */
    double mean(int covariate) {
        return ofCustomers[0][covariate + 1] / ofCustomers[0][0];
    }

    double meanOutcome() {
        return ofCustomers[0][size - 1] / ofCustomers[0][0];
    }

    /** The variance of the outcome over customers, with n − 1. */
    double variance() {
        return covariance(size - 1, size - 1);
    }

    /** Sum of products of the i-th and j-th element of z about their means; 1 … k are covariates, k + 1 is the outcome. */
    double centred(int i, int j) {
        return ofCustomers[i][j] - ofCustomers[0][i] * ofCustomers[0][j] / ofCustomers[0][0];
    }

    private double covariance(int i, int j) {
        return centred(i, j) / (ofCustomers[0][0] - 1);
    }

    /** Σ over clusters of (c'z)². */
    double squares(double[] c) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                sum += c[i] * ofClusters[i][j] * c[j];
            }
        }
        return Math.max(0, sum);
    }
}
