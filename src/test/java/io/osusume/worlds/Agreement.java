package io.osusume.worlds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a customer and a company agreed on, whoever writes it down: paid in advance, on its first day and every {@code
 * billed} months after, on the same day of the month or the last one of a shorter month.
 *
 * @param end the first day without it; null: it goes on
 * @param billed months from payment to payment
 * @param term months from renewal to renewal
 * @param price of one unit and payment
 */
record Agreement(
        String customer, String plan, LocalDate start, LocalDate end, int billed, int term, long price, int units) {

    static Agreement monthly(String customer, String plan, LocalDate start, long price, int units) {
        return new Agreement(customer, plan, start, null, 1, 1, price, units);
    }

    Agreement every(int months) {
        return new Agreement(customer, plan, start, end, months, Math.max(months, term), price, units);
    }

    Agreement renewedEvery(int months) {
        return new Agreement(customer, plan, start, end, billed, months, price, units);
    }

    Agreement until(LocalDate day) {
        return new Agreement(customer, plan, start, day, billed, term, price, units);
    }

    Agreement since(LocalDate day) {
        return new Agreement(customer, plan, day, end, billed, term, price, units);
    }

    Agreement priced(long amount) {
        return new Agreement(customer, plan, start, end, billed, term, amount, units);
    }

    Agreement times(int seats) {
        return new Agreement(customer, plan, start, end, billed, term, price, seats);
    }

    Agreement of(String somebody, String something) {
        return new Agreement(somebody, something, start, end, billed, term, price, units);
    }

    /** The days of payment from its first day to {@code last}, that day included: found by going through the calendar. */
    List<LocalDate> payments(LocalDate last) {
        return every(start, billed, end == null || last.isBefore(end) ? last : end.minusDays(1));
    }

    private static List<LocalDate> every(LocalDate start, int months, LocalDate last) {
        List<LocalDate> days = new ArrayList<>();
        int since = 0;
        for (LocalDate day = start; !day.isAfter(last); day = day.plusDays(1)) {
            boolean due = day.getDayOfMonth() == Math.min(start.getDayOfMonth(), day.lengthOfMonth());
            if (due && since % months == 0) {
                days.add(day);
            }
            since += due ? 1 : 0;
        }
        return days;
    }

    /** What is paid after {@code asOf} within the horizon. */
    double worth(LocalDate asOf) {
        return (double) price
                * units
                * payments(asOf.plusDays(Company.HORIZON)).stream()
                        .filter(day -> day.isAfter(asOf))
                        .count();
    }

    /** The days of renewal after its first day up to {@code last}, that day included, as if it went on. */
    List<LocalDate> renewals(LocalDate last) {
        List<LocalDate> days = every(start, term, last);
        return days.isEmpty() ? days : days.subList(1, days.size());
    }

    /** The first renewal after a day. */
    LocalDate renewal(LocalDate day) {
        return renewals(day.plusMonths(term + 1L).plusDays(Math.max(0, start.toEpochDay() - day.toEpochDay()))).stream()
                .filter(d -> d.isAfter(day))
                .findFirst()
                .orElseThrow();
    }

    boolean runs(LocalDate asOf) {
        return end == null || end.isAfter(asOf);
    }
}
