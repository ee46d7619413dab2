package io.osusume.ltv;

import java.io.Serializable;
import java.util.function.ToIntFunction;

/**
 * Usual value of one order among customers with about as many orders, and among those of about the same age: each customer
 * counts by orders, and beyond the limits of the class with the limit. A class too small to tell takes the mean of all.
 */
final class ClassMeans implements Serializable {
    private static final int MEAN = 0;
    private static final int CUSTOMERS = 3;

    private final double all;
    private final double[] byOrders;
    private final double[] byAge;
    private final Limits limits;

    private ClassMeans(double all, double[] byOrders, double[] byAge, Limits limits) {
        this.all = all;
        this.byOrders = byOrders;
        this.byAge = byAge;
        this.limits = limits;
    }

    /**
     * Of customers {mean value of their orders, orders, age in days, customers}, in an order of their own values.
     *
     * @param share of the customers of a class beyond each limit
     * @param least customers of a class that tells
     */
    static ClassMeans of(double[][] rows, double share, int least) {
        Limits limits = Limits.of(rows, MEAN, CUSTOMERS, share);
        double all = rows.length == 0 ? 0 : mean(rows, limits);
        return new ClassMeans(
                all,
                means(rows, CohortTotals.ORDER_CLASSES, r -> CohortTotals.orderClass((long) r[1]), share, least, all),
                means(rows, CohortTotals.AGE_CLASSES, r -> CohortTotals.ageClass(r[2]), share, least, all),
                limits);
    }

    private static double[] means(
            double[][] rows, int classes, ToIntFunction<double[]> classOf, double share, int least, double otherwise) {
        double[] means = new double[classes];
        for (int c = 0; c < classes; c++) {
            int wanted = c;
            double[][] members = java.util.Arrays.stream(rows)
                    .filter(row -> classOf.applyAsInt(row) == wanted)
                    .toArray(double[][]::new);
            double customers = 0;
            for (double[] row : members) {
                customers += row[CUSTOMERS];
            }
            means[c] = members.length == 0 || customers < least
                    ? otherwise
                    : mean(members, Limits.of(members, MEAN, CUSTOMERS, share));
        }
        return means;
    }

    private static double mean(double[][] rows, Limits limits) {
        double orders = 0;
        double revenue = 0;
        for (double[] row : rows) {
            orders += row[CUSTOMERS] * row[1];
            revenue += row[CUSTOMERS] * row[1] * limits.within(row[MEAN]);
        }
        return revenue / orders;
    }

    double all() {
        return all;
    }

    double ofOrders(long orders) {
        return byOrders[CohortTotals.orderClass(orders)];
    }

    double ofAge(double days) {
        return byAge[CohortTotals.ageClass(days)];
    }

    /** Of all customers' mean order values. */
    Limits limits() {
        return limits;
    }
}
