package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import java.io.Serializable;
import java.util.List;

/** A model of customers who buy at will and may leave unseen. Parameters are positive; gradients are by their logarithms. */
sealed interface PurchaseModel extends Serializable permits BetaGeometricNbd, NegativeBinomial, ParetoNbd {
    static PurchaseModel of(LtvConfig.Model model) {
        return switch (model) {
            // Which one it is, is chosen before.
            case AUTO, MBG_NBD -> BetaGeometricNbd.MBG;
            case BG_NBD -> BetaGeometricNbd.BG;
            case PARETO_NBD -> ParetoNbd.INSTANCE;
            case NBD -> NegativeBinomial.INSTANCE;
        };
    }

    /** As it stands in the column {@code model}. */
    String name();

    /** Of the parameters, in their order. */
    List<String> parameterNames();

    /** Whether a customer may leave: else P(alive) is supposed, and not told. */
    default boolean tellsLeaving() {
        return true;
    }

    /** Usual logarithms of the parameters of leaving, the last ones, given the pooled rate of repeat orders. */
    double[] usualLeaving(double repeatRate);

    LogLikelihood likelihood(PurchaseHistories histories);

    /** Points to start from, given the pooled rate of repeat orders per unit of time. */
    List<double[]> starts(double repeatRate);

    /** ln P(alive | x, t_x, T); adds its gradient into {@code gradient}. */
    double logAlive(History history, double[] parameters, double[] gradient);

    /** What a customer still alive at age T will do after it; depends on x and T only. */
    FutureOrders outlook(int repeats, double age, double[] parameters, DiscountSchedule horizon);

    /** One purchase history: x repeat orders, the last at t_x, observed until T. */
    record History(int repeats, double last, double age) {}
}
