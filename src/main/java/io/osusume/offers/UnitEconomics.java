package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.catalogue.RetentionCurve;
import io.osusume.config.LtvConfig;
import io.osusume.offers.Proposal.Gain;
import io.osusume.stats.Discount;
import java.io.Serializable;

/**
 * What a sale brings: margin and ΔLTV, in the currency of the orders.
 *
 * <p>V, the discounted value while staying on a plan, is Σ_j m · v(j · period) over the billing periods j = 0, 1, … of the
 * horizon, m the margin of one period, v(t) = (1 + rate)^(−t/365.25). s, the probability to stay over the horizon, is from
 * the shifted-beta-geometric ({@link RetentionCurve}). A change of plan brings ΔLTV = s_new · V_new − s_cur · V_cur and no margin; a new
 * contract ΔLTV = s · V; what is sold once a margin alone. So nothing counts twice.
 */
final class UnitEconomics implements Serializable {
    private final int horizonDays;
    private final double discountRate;
    private final double assumedRetention;

    UnitEconomics(LtvConfig config) {
        this.horizonDays = config.horizonDays();
        this.discountRate = config.discountRate();
        this.assumedRetention = config.contracts().assumedRetention();
    }

    /** Of one more product beside what is there. */
    Gain sale(Item item) {
        return item.recurring()
                ? new Gain(item.price(), 0, staying(item, 0, 1))
                : new Gain(item.price(), item.margin(), 0);
    }

    /**
     * Of a change of plan.
     */
    Gain change(Item from, Item to, Change change) {
        double before = staying(from, change.tenureDays(), change.odds());
        double after = staying(to, change.tenureDays(), 1);
        return new Gain(to.price(), 0, change.units() * (after - before));
    }

    /**
     * The circumstances of a change of plan.
     *
     * @param units how many are replaced
     * @param tenureDays how long the relation has lasted; it runs on
     * @param odds factor on the odds of staying on the present plan over the horizon; 1 where nothing is known
     */
    record Change(double units, int tenureDays, double odds) {}

    /** s · V of one unit of a plan. */
    double staying(Item plan, int tenureDays, double odds) {
        if (!plan.recurring()) {
            return 0;
        }
        RetentionCurve stay =
                plan.observed().stay() == null ? assumed(plan) : plan.observed().stay();
        int periods = periods(plan);
        int survived = (int) (tenureDays / stay.periodDays());
        double value = 0;
        for (int j = 0; j < periods; j++) {
            value += plan.margin() * Discount.factor(j * stay.periodDays(), discountRate);
        }
        return stay.survival(survived, periods, odds) * value;
    }

    /** Billing periods of the horizon, at least one. */
    private int periods(Item plan) {
        return (int) Math.max(1, Math.round(horizonDays / Discount.DAYS_PER_YEAR * plan.periodsPerYear()));
    }

    private RetentionCurve assumed(Item plan) {
        double rate = Math.pow(assumedRetention, 1.0 / plan.periodsPerYear());
        return new RetentionCurve(Discount.DAYS_PER_YEAR / plan.periodsPerYear(), Double.NaN, Double.NaN, rate);
    }

    double horizonYears() {
        return horizonDays / Discount.DAYS_PER_YEAR;
    }
}
