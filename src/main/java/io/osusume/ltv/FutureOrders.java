package io.osusume.ltv;

import java.io.Serializable;

/** Orders to expect from a customer who is still alive. */
final class FutureOrders implements Serializable {
    private final double orders;
    private final double discounted;
    private final double[] gradient;

    /** @param gradient of ln {@code discounted} by the logarithms of the parameters */
    FutureOrders(double orders, double discounted, double[] gradient) {
        this.orders = orders;
        this.discounted = discounted;
        this.gradient = gradient;
    }

    /** Within the horizon. */
    double orders() {
        return orders;
    }

    /** The same, each order discounted to as-of. */
    double discounted() {
        return discounted;
    }

    double logGradient(int parameter) {
        return gradient[parameter];
    }
}
