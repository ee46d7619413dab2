package io.osusume.contracts;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * One contract as a company wrote it: a row of {@code subscriptions}, or a run of order lines of a product billed by period.
 *
 * @param ended the last day, or the day after it; it may lie ahead. Null: no end is known
 * @param money what a payment is
 * @param dates what is known of payments and terms
 */
record Claim(
        String plan,
        String id,
        LocalDate started,
        LocalDate ended,
        LocalDate cancelRequested,
        String billing,
        Money money,
        Dates dates)
        implements Serializable {

    static final Comparator<Claim> IN_ORDER =
            Comparator.comparing(Claim::started).thenComparing(Claim::id);

    /**
     * @param units how many of the plan
     * @param price of one payment for all units; null where nobody tells
     * @param margin the part of the price that stays; null where the price is unknown
     */
    record Money(BigDecimal units, BigDecimal price, Double margin) implements Serializable {}

    /** Each is null where it is not known. */
    record Dates(LocalDate renews, LocalDate nextPayment, LocalDate trialEnds, LocalDate pausedUntil)
            implements Serializable {

        Dates paying(LocalDate day) {
            return new Dates(renews, day, trialEnds, pausedUntil);
        }

        Dates renewing(LocalDate day) {
            return new Dates(day, nextPayment, trialEnds, pausedUntil);
        }
    }

    /** The same contract, begun earlier. */
    Claim since(LocalDate day) {
        return new Claim(plan, id, day, ended, cancelRequested, billing, money, dates);
    }

    /**
     * The same contract, which goes on: what was written as its end is the end of a period.
     *
     * @param next the day on which the next period begins
     */
    Claim goingOn(LocalDate next) {
        return new Claim(plan, id, started, null, cancelRequested, billing, money, dates.renewing(next));
    }

    /** The same contract, paid on this day and a whole number of periods before and after it. */
    Claim paying(LocalDate day) {
        return new Claim(plan, id, started, ended, cancelRequested, billing, money, dates.paying(day));
    }

    Claim renewing(LocalDate day) {
        return new Claim(plan, id, started, ended, cancelRequested, billing, money, dates.renewing(day));
    }

    Claim ending(LocalDate day) {
        return new Claim(plan, id, started, day, cancelRequested, billing, money, dates);
    }

    Claim billed(String every) {
        return new Claim(plan, id, started, ended, cancelRequested, every, money, dates);
    }

    boolean hasEnded(LocalDate asOf) {
        return ended != null && !ended.isAfter(asOf);
    }

    /** Whether nothing is ever paid: its price is 0, or it ended with its trial. */
    boolean free() {
        return endedWithTrial() || (money.price() != null && money.price().signum() == 0);
    }

    private boolean endedWithTrial() {
        return ended != null && dates.trialEnds() != null && !ended.isAfter(dates.trialEnds());
    }

    /** The first day that is paid: the end of its trial, where it outlived one. */
    LocalDate paidFrom() {
        LocalDate trial = dates.trialEnds();
        return trial == null || endedWithTrial() || trial.isBefore(started) ? started : trial;
    }
}
