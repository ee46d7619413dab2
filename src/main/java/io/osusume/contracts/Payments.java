package io.osusume.contracts;

import io.osusume.stats.Discount;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a contract brings: Σ_k v(t_k) · S(t_k) over its payments at t_k days, per unit of margin a payment; v the discount
 * factor, S the probability of being under contract then. S falls at renewals (by the retention of that renewal), not at
 * payments. One function for contracts that run, offered ones, and changes of plan: the window is its argument.
 *
 * @param firstPayment of those that are counted
 * @param firstRenewal the next one that can be lost
 * @param survived renewals so far
 * @param ends after it nothing is paid; null where no end is known
 */
public record Payments(
        LocalDate firstPayment, LocalDate firstRenewal, Cycle payment, Cycle term, int survived, LocalDate ends)
        implements Serializable {

    /** The share of contracts that is still there after renewal t, of those that came to it. */
    public interface Retention {
        double at(int renewal);
    }

    /** Of a contract that runs: all payments after {@code asOf}. */
    public static Payments after(LocalDate asOf, Contract contract) {
        return new Payments(
                contract.nextPayment(asOf),
                contract.nextRenewal(asOf),
                contract.payment(),
                contract.term(),
                contract.faced(asOf),
                contract.ended());
    }

    /** Of a contract that begins on {@code start}, and is paid on that day. */
    public static Payments from(LocalDate start, Cycle payment, Cycle term, int survived) {
        return new Payments(start, term.after(start, 1), payment, term, survived, null);
    }

    /**
     * The discounted sum of payments until {@code until}, that day included, as of {@code today}.
     *
     * @param next the retention of the next renewal, where more is known of it than of others of its number; NaN otherwise
     */
    public double sum(LocalDate today, LocalDate until, Retention retention, double next, double annualRate) {
        double sum = 0;
        double stays = 1;
        int renewals = 0;
        for (int k = 0; ; k++) {
            LocalDate due = payment.after(firstPayment, k);
            if (due.isAfter(until) || (ends != null && !due.isBefore(ends))) {
                return sum;
            }
            while (!term.after(firstRenewal, renewals).isAfter(due)) {
                renewals++;
                double usual = retention.at(survived + renewals);
                stays *= renewals == 1 && !Double.isNaN(next) ? next : usual;
            }
            sum += stays * Discount.factor((double) (due.toEpochDay() - today.toEpochDay()), annualRate);
        }
    }
}
