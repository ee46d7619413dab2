package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.catalogue.RetentionCurve;
import io.osusume.config.LtvConfig;
import io.osusume.contracts.Cycle;
import io.osusume.contracts.Payments;
import io.osusume.offers.Proposal.Gain;
import io.osusume.stats.Discount;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a sale brings: margin and ΔLTV, in the currency of the orders.
 *
 * <p>The value of a plan from today is the discounted margin of its payments, each by the probability of being under contract
 * then ({@link Payments}, the function of {@code ltv_contract} too). A change of plan brings ΔLTV = after − before and no
 * margin, a new contract ΔLTV, what is sold once a margin alone; so nothing counts twice. Who is about to leave decides at
 * the next payment: before is then what their own plan would still bring over the whole lifetime, and after what the lower one
 * does.
 */
final class UnitEconomics implements Serializable {
    private final LocalDate start;
    private final int horizonDays;
    private final double lifetimeDays;
    private final double discountRate;
    private final double assumedRetention;
    private final double staysAfterRequest;

    UnitEconomics(LtvConfig config, LocalDate asOf) {
        this.start = asOf.plusDays(1);
        this.horizonDays = config.horizonDays();
        this.lifetimeDays = config.lifetimeYears() * Discount.DAYS_PER_YEAR;
        this.discountRate = config.discountRate();
        this.assumedRetention = config.contracts().assumedRetention();
        this.staysAfterRequest = config.contracts().staysAfterRequest();
    }

    /** Of one more product beside what is there. */
    Gain sale(Item item) {
        return item.recurring()
                ? new Gain(item.price(), 0, staying(item, 0))
                : new Gain(item.price(), item.margin(), 0);
    }

    /** Of a change of plan. */
    Gain change(Item from, Item to, Change change) {
        double days =
                change.leaving() ? Math.max(horizonDays, lifetimeDays) : Math.min(horizonDays, change.endsInDays());
        double before = change.leaving() ? leaving(from, change, days) : value(from, change.tenureDays(), days);
        double after = value(to, change.tenureDays(), days);
        return new Gain(to.price(), 0, change.units() * (after - before));
    }

    /** Of a pause of so many days in place of leaving: the same plan goes on, but for the payments of the pause. */
    Gain pause(Item plan, Change change, int pauseDays) {
        Gain stays = change(plan, plan, change);
        double rest = plan.margin() * plan.periodsPerYear() * pauseDays / Discount.DAYS_PER_YEAR;
        return new Gain(BigDecimal.ZERO, 0, stays.deltaLtv() - change.units() * rest);
    }

    /**
     * The circumstances of a change of plan.
     *
     * @param units how many are replaced
     * @param tenureDays how long the relation has lasted; it runs on
     * @param asked whether a cancellation was requested
     * @param odds factor on the odds of staying on the present plan over a year; 1 where nothing is known
     * @param endsInDays after so many days the relation ends, as is on file, and with it what a better plan brings; infinite where
     *     it goes on
     */
    record Change(double units, int tenureDays, boolean asked, double odds, double endsInDays) {
        Change(double units, int tenureDays, boolean asked, double odds) {
            this(units, tenureDays, asked, odds, Double.POSITIVE_INFINITY);
        }

        static Change of(double units, int tenureDays) {
            return new Change(units, tenureDays, false, 1);
        }

        Change ending(double inDays) {
            return new Change(units, tenureDays, asked, odds, inDays);
        }

        boolean leaving() {
            return asked || odds < 1;
        }
    }

    /** The value of one unit of a plan within the horizon, to who stays as long as others do. */
    double staying(Item plan, int tenureDays) {
        return value(plan, tenureDays, horizonDays);
    }

    private double value(Item plan, int tenureDays, double days) {
        if (!plan.recurring()) {
            return 0;
        }
        RetentionCurve curve = curve(plan);
        Cycle term = term(plan, curve);
        Payments payments = Payments.from(start, payment(plan), term, survived(tenureDays, term));
        return plan.margin() * sum(payments, curve, Double.NaN, days);
    }

    /** The same, of who decides at the next payment whether to stay. */
    private double leaving(Item plan, Change change, double days) {
        if (!plan.recurring()) {
            return 0;
        }
        RetentionCurve curve = curve(plan);
        Cycle term = term(plan, curve);
        int survived = survived(change.tenureDays(), term);
        Payments payments = new Payments(start, start, payment(plan), term, survived, null);
        return plan.margin() * sum(payments, curve, next(curve, change, survived, term), days);
    }

    private double next(RetentionCurve curve, Change change, int survived, Cycle term) {
        double usual = curve.retention(survived + 1);
        double asked = change.asked() ? Math.min(usual, staysAfterRequest) : usual;
        int year = (int) Math.max(1, Math.round(term.perYear()));
        double stays = curve.survival(survived, year, 1);
        return stays == 0 ? 0 : asked * curve.survival(survived, year, change.odds()) / stays;
    }

    private double sum(Payments payments, RetentionCurve curve, double next, double days) {
        return payments.sum(start, start.plusDays((long) days - 1), curve::retention, next, discountRate);
    }

    private static Cycle payment(Item plan) {
        return Cycle.ofDays(Discount.DAYS_PER_YEAR / plan.periodsPerYear());
    }

    private static Cycle term(Item plan, RetentionCurve curve) {
        Cycle payment = payment(plan);
        Cycle term = Cycle.ofDays(curve.periodDays());
        return term.lengthDays() < payment.lengthDays() ? payment : term;
    }

    private static int survived(int tenureDays, Cycle term) {
        return (int) (tenureDays / term.lengthDays());
    }

    private RetentionCurve curve(Item plan) {
        RetentionCurve observed = plan.observed().stay();
        if (observed != null) {
            return observed;
        }
        double rate = Math.pow(assumedRetention, 1.0 / plan.periodsPerYear());
        return new RetentionCurve(Discount.DAYS_PER_YEAR / plan.periodsPerYear(), Double.NaN, Double.NaN, rate);
    }

    double horizonYears() {
        return horizonDays / Discount.DAYS_PER_YEAR;
    }
}
