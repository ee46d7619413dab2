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

        Dates renewing(LocalDate day) {
            return new Dates(day, nextPayment, trialEnds, pausedUntil);
        }
    }

    /** The same contract, begun earlier. */
    Claim since(LocalDate day) {
        return new Claim(plan, id, day, ended, cancelRequested, billing, money, dates);
    }

    /** The same contract, which goes on: what was written as its end is the end of a period. */
    Claim goingOn() {
        return new Claim(plan, id, started, null, cancelRequested, billing, money, dates.renewing(ended));
    }

    Claim ending(LocalDate day) {
        return new Claim(plan, id, started, day, cancelRequested, billing, money, dates);
    }

    boolean hasEnded(LocalDate asOf) {
        return ended != null && !ended.isAfter(asOf);
    }

    boolean free() {
        return money.price() != null && money.price().signum() == 0;
    }
}
