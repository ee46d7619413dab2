package io.osusume.ltv;

import java.io.Serializable;

/**
 * The value to expect of one order of a customer. Of who came back: Gamma-Gamma where it holds, else the own mean drawn
 * towards that of customers with about as many orders, as if by {@link #PRIOR_ORDERS} orders of theirs. Of who bought once:
 * by the first order, where enough came back to learn from, else drawn likewise.
 */
final class OrderValues implements Serializable {
    private static final double PRIOR_ORDERS = 2;

    private final Estimate gammaGamma;
    private final FirstOrder firstOrder;
    private final ClassMeans usual;

    /** @param gammaGamma null where it does not hold; {@code firstOrder} null where too few came back */
    OrderValues(Estimate gammaGamma, FirstOrder firstOrder, ClassMeans usual) {
        this.gammaGamma = gammaGamma;
        this.firstOrder = firstOrder;
        this.usual = usual;
    }

    /**
     * Expected value of one order.
     *
     * @param variance squared relative error
     */
    record Expected(double mean, double variance) {}

    boolean hasModel() {
        return gammaGamma != null;
    }

    Expected modelled(NonContractual.Past past) {
        if (past.repeats() == 0 && firstOrder != null) {
            return new Expected(firstOrder.expected(past.revenue()), firstOrder.variance(past.revenue()));
        }
        if (gammaGamma == null) {
            return drawn(past, usual.ofOrders(past.orders()));
        }
        int x = past.repeats();
        double[] gradient = new double[3];
        double mean =
                GammaGamma.expectedValue(x, x == 0 ? 0 : past.repeatRevenue() / x, gammaGamma.parameters(), gradient);
        return new Expected(mean, gammaGamma.variance(gradient));
    }

    /** Without a purchase model: the own mean, drawn towards that of customers of about the same age. */
    Expected ofAge(NonContractual.Past past) {
        return past.repeats() == 0 && firstOrder != null ? modelled(past) : drawn(past, usual.ofAge(past.age()));
    }

    /** For order values that vary by about their own size. One order alone counts within the limits of all. */
    private Expected drawn(NonContractual.Past past, double towards) {
        double own = past.repeats() == 0 ? usual.limits().within(past.revenue()) : past.revenue();
        double orders = past.orders() + PRIOR_ORDERS;
        return new Expected((own + PRIOR_ORDERS * towards) / orders, 1 / orders);
    }
}
