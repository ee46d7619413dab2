package io.osusume.contracts;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One contract as of a day.
 *
 * @param claim what the company wrote, rows that state one and the same contract made one
 * @param family contracts of one family replace each other
 * @param term from renewal to renewal; null where neither dates nor billing tell it
 * @param payment from payment to payment; null where nobody tells it: then the contract has no value
 * @param entry renewals of the same relation before this contract began
 * @param movedOn whether another contract of the family took its place
 */
public record Contract(Claim claim, String family, Cycle term, Cycle payment, int entry, boolean movedOn)
        implements Serializable {
    /** Of a term, the share by which an end may be recorded late. */
    private static final double LATE = 0.1;

    private static final int MOST_DAYS_LATE = 14;

    public String plan() {
        return claim.plan();
    }

    public LocalDate started() {
        return claim.started();
    }

    /** Its end, where one is known; it may lie ahead. */
    public LocalDate ended() {
        return claim.ended();
    }

    public boolean runs(LocalDate asOf) {
        return !claim.hasEnded(asOf);
    }

    public boolean free() {
        return claim.free();
    }

    public boolean cancelRequested() {
        return claim.cancelRequested() != null;
    }

    /** Margin of one payment, for all units, never negative; null where the price is unknown. */
    public Double margin() {
        return claim.money().margin();
    }

    /** Renewal k of this contract, from 1. */
    public LocalDate renewal(int k) {
        return term.after(claim.paidFrom(), k);
    }

    /** The first renewal after {@code asOf}: the one that is written, rolled forward by terms, or else reckoned from the start. */
    public LocalDate nextRenewal(LocalDate asOf) {
        LocalDate written = claim.dates().renews();
        if (written != null && written.isAfter(asOf)) {
            return written;
        }
        LocalDate from = written == null ? claim.paidFrom() : written;
        return term.after(from, term.steps(from, asOf) + 1);
    }

    /** The first payment after {@code asOf}, and after a trial or a pause. */
    public LocalDate nextPayment(LocalDate asOf) {
        LocalDate trial = claim.dates().trialEnds();
        if (trial != null && trial.isAfter(asOf)) {
            return trial;
        }
        LocalDate paused = claim.dates().pausedUntil();
        LocalDate after = paused != null && paused.isAfter(asOf) ? paused : asOf;
        LocalDate from = paymentDay(asOf);
        return from.isAfter(after) ? from : payment.after(from, payment.steps(from, after) + 1);
    }

    /** A day of payment, from which the others are counted. */
    private LocalDate paymentDay(LocalDate asOf) {
        if (claim.dates().nextPayment() != null) {
            return claim.dates().nextPayment();
        }
        boolean renewalIsPayment = payment.equals(term)
                && claim.dates().renews() != null
                && !claim.dates().renews().isAfter(payment.after(asOf, 1));
        return renewalIsPayment ? claim.dates().renews() : claim.paidFrom();
    }

    /** What was due until {@code asOf}, at its present price; null where the price or the payments are unknown. */
    public BigDecimal paid(LocalDate asOf) {
        BigDecimal price = claim.money().price();
        if (price == null || payment == null) {
            return null;
        }
        LocalDate first = claim.paidFrom();
        LocalDate last = ended() == null ? asOf : earlier(asOf, ended().minusDays(1));
        int payments = last.isBefore(first) ? 0 : payment.steps(first, last) + 1;
        return price.multiply(BigDecimal.valueOf(payments));
    }

    /** Renewals faced until {@code asOf}, those before it began included: each that fell due, and the one at which it ended. */
    public int faced(LocalDate asOf) {
        if (neverRan()) {
            return entry;
        }
        if (runs(asOf)) {
            return entry + term.steps(claim.paidFrom(), asOf);
        }
        if (movedOn) {
            return entry + term.steps(claim.paidFrom(), earlier(asOf, ended().plusDays(daysLate())));
        }
        int last = leftAt();
        return entry + (renewal(last).isAfter(asOf) ? last - 1 : last);
    }

    /** Whether it ended, and its renewal has fallen due: until then those that stay have not faced it either. */
    public boolean left(LocalDate asOf) {
        return !runs(asOf) && !movedOn && !neverRan() && !renewal(leftAt()).isAfter(asOf);
    }

    /** Whether the renewal after the request to cancel has fallen due. */
    public boolean answered(LocalDate asOf) {
        LocalDate asked = claim.cancelRequested();
        return asked != null
                && !renewal(term.steps(claim.paidFrom(), asked) + 1).isAfter(asOf);
    }

    /** Whether a request to end it is open: no renewal has come due since, or its end is on file. */
    public boolean asksToEnd(LocalDate asOf) {
        return cancelRequested() && (term == null || ended() != null || !answered(asOf));
    }

    /** The renewal at which it ended: the first that is not before its end, or hardly. */
    private int leftAt() {
        LocalDate end = ended().minusDays(daysLate());
        return Math.max(1, term.steps(claim.paidFrom(), end.minusDays(1)) + 1);
    }

    private boolean neverRan() {
        return ended() != null && ended().isBefore(started());
    }

    private long daysLate() {
        return Math.min(MOST_DAYS_LATE, Math.round(LATE * term.lengthDays()));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
