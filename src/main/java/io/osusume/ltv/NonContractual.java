package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import io.osusume.stats.Discount;
import io.osusume.stats.Quantiles;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Value of buying at will, of one customer after the other, by the best step that the data carries:
 *
 * <ol>
 *   <li>{@code <purchase model>+gamma_gamma};
 *   <li>{@code <purchase model>+mean_value}, where no value model holds: the customer's mean order value, drawn towards
 *       that of customers with about as many orders;
 *   <li>{@code shrunk_naive}, where every model lost to the naive forecast on the days held out, see {@link ShrunkNaive};
 *   <li>{@code segment}, where no purchase model holds: repeat orders a day of the customers of about the same age, and the
 *       customer's mean order value, drawn towards theirs;
 *   <li>{@code historic}, where the segment is too small: the customer's own orders a year and order value.
 * </ol>
 *
 * Values are revenue, before margin. Intervals are of the expected value: by the delta method on its logarithm for models,
 * of a Poisson rate (Garwood 1936) for counts.
 */
final class NonContractual implements Serializable {
    static final String SHRUNK = "shrunk_naive";
    static final String SEGMENT = "segment";
    static final String HISTORIC = "historic";
    static final String NONE = "no_paid_orders";
    /** Beyond all money: keeps limits finite where parameters are all but unknown. */
    private static final double MOST = 1e15;

    private static final int REMEMBERED = 200_000;
    /** Odd, so that products differ where numbers do; without it most keys would share few hashes. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final PurchaseFit purchases;
    /** Null unless the models lost to going on as before. */
    private final ShrunkNaive naive;

    private final OrderValues values;
    private final CohortTotals totals;
    private final DiscountSchedule horizon;
    private final LtvConfig config;
    private final double z;
    /** By (x, T): many customers share one, and all tasks of a process share these. */
    private final Map<Long, FutureOrders> outlooks = new ConcurrentHashMap<>();

    /** @param purchases null when no purchase model holds */
    NonContractual(PurchaseFit purchases, OrderValues values, CohortTotals totals, LtvConfig config) {
        this(purchases, null, values, totals, config);
    }

    private NonContractual(
            PurchaseFit purchases, ShrunkNaive naive, OrderValues values, CohortTotals totals, LtvConfig config) {
        this.naive = naive;
        this.purchases = purchases;
        this.values = values;
        this.totals = totals;
        this.config = config;
        this.horizon = DiscountSchedule.of(config.horizonDays(), config.periodDays(), config.discountRate());
        this.z = Quantiles.twoSided(config.confidence());
    }

    /** Each customer goes on at about the own rate of repeat orders. */
    static NonContractual naive(ShrunkNaive naive, OrderValues values, CohortTotals totals, LtvConfig config) {
        return new NonContractual(null, naive, values, totals, config);
    }

    /** One customer's past: number of orders, times in days, revenue. */
    record Past(long orders, double last, double age, double revenue, double repeatRevenue) {
        int repeats() {
            return (int) (orders - 1);
        }
    }

    /**
     * What to expect of one customer within the horizon.
     *
     * @param alive null where no model tells
     * @param meanValue expected value of one order
     * @param value discounted revenue, with its interval from low to high
     */
    record Value(String model, Double alive, double orders, double meanValue, double value, double low, double high) {}

    /** The step taken where the customer's segment is large enough. */
    String label() {
        return purchases == null
                ? SEGMENT
                : purchases.model().name() + (values.hasModel() ? "+gamma_gamma" : "+mean_value");
    }

    Value of(Past past) {
        if (past.orders() == 0) {
            return new Value(NONE, null, 0, 0, 0, 0, 0);
        }
        if (purchases != null) {
            return modelled(past);
        }
        if (naive != null) {
            return atOwnRate(past);
        }
        CohortTotals.Sum segment = totals.ofAge(past.age());
        boolean enough = segment.customers() >= config.fallback().minSegmentCustomers() && segment.days() > 0;
        return enough
                ? counted(
                        SEGMENT,
                        segment.repeats(),
                        (double) segment.days(),
                        values.ofAge(past).mean())
                : counted(
                        HISTORIC,
                        past.orders(),
                        Math.max(past.age(), Discount.DAYS_PER_YEAR),
                        past.revenue() / past.orders());
    }

    private Value modelled(Past past) {
        double[] theta = purchases.estimate().parameters();
        FutureOrders outlook = outlook(past, theta);
        double[] gradient = new double[theta.length];
        double alive = Math.exp(purchases
                .model()
                .logAlive(new PurchaseModel.History(past.repeats(), past.last(), past.age()), theta, gradient));
        Double told = purchases.model().tellsLeaving() ? (Double) alive : null;
        double[] whileAlive = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            whileAlive[i] = outlook.logGradient(i);
            gradient[i] += whileAlive[i];
        }
        OrderValues.Expected one = values.modelled(past);
        double mean = one.mean();
        double value = alive * outlook.discounted() * mean;
        double low = value * Math.exp(-z * deviation(gradient, one.variance()));
        // Nobody is more than alive: without this the interval of a hopeless case would end nowhere.
        double most = outlook.discounted() * mean * Math.exp(z * deviation(whileAlive, one.variance()));
        double high = Math.min(most, value * Math.exp(Math.min(700, z * deviation(gradient, one.variance()))));
        return new Value(
                label(), told, alive * outlook.orders(), mean, value, low, Math.max(value, Math.min(MOST, high)));
    }

    /** The rate is known as well as a gamma-distributed one of its shape. */
    private Value atOwnRate(Past past) {
        double perDay = naive.perDay(new PurchaseModel.History(past.repeats(), past.last(), past.age()));
        double shape = naive.shape(past.repeats());
        double tail = (1 - config.confidence()) / 2;
        GammaDistribution rate = new GammaDistribution(shape, 1);
        double mean = values.modelled(past).mean();
        double value = perDay * horizon.discountedDays() * mean;
        return new Value(
                SHRUNK,
                null,
                perDay * horizon.days(),
                mean,
                value,
                Math.min(value, value * rate.inverseCumulativeProbability(tail) / shape),
                Math.max(value, value * rate.inverseCumulativeProbability(1 - tail) / shape));
    }

    private double deviation(double[] gradient, double valueVariance) {
        return Math.sqrt(purchases.estimate().variance(gradient) + valueVariance);
    }

    /** A count n seen in so many days goes on at n / days; the interval of its rate has Γ(n) and Γ(n+1) quantiles. */
    private Value counted(String model, long n, double days, double meanValue) {
        double tail = (1 - config.confidence()) / 2;
        double worth = horizon.discountedDays() / days * meanValue;
        double low = n == 0 ? 0 : new GammaDistribution(n, 1).inverseCumulativeProbability(tail);
        double high = new GammaDistribution(n + 1, 1).inverseCumulativeProbability(1 - tail);
        double value = n * worth;
        return new Value(
                model,
                null,
                n / days * horizon.days(),
                meanValue,
                value,
                Math.min(value, low * worth),
                Math.max(value, high * worth));
    }

    private FutureOrders outlook(Past past, double[] theta) {
        if (outlooks.size() > REMEMBERED) {
            outlooks.clear();
        }
        long key = SPREAD * ((long) past.repeats() << 32 | (long) past.age());
        return outlooks.computeIfAbsent(
                key, k -> purchases.model().outlook(past.repeats(), past.age(), theta, horizon));
    }
}
