package io.osusume.worlds;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What happens to contracts that stand in {@code subscriptions}. */
final class ContractShapes {
    private ContractShapes() {}

    static Map<String, Shape> all() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("anniversary-with-monthly-billing", ContractShapes::anniversary);
        shapes.put("first-anniversary-only", ContractShapes::firstAnniversary);
        shapes.put("price-of-the-whole-contract", ContractShapes::wholePrice);
        shapes.put("number-of-months", ContractShapes::numberOfMonths);
        shapes.put("weekly", ContractShapes::weekly);
        shapes.put("trial-that-is-paid-later", ContractShapes::trial);
        shapes.put("pause", ContractShapes::pause);
        shapes.put("planned-start", ContractShapes::plannedStart);
        shapes.put("planned-change-of-plan", ContractShapes::plannedChange);
        shapes.put("signed-before-and-after", ContractShapes::signed);
        shapes.put("end-known-before-and-after", ContractShapes::endKnown);
        shapes.put("planned-end", ContractShapes::plannedEnd);
        shapes.put("seats-by-a-new-row", ContractShapes::seats);
        shapes.put("one-of-six-cancelled", ContractShapes::oneOfSix);
        shapes.put("renewal-today", ContractShapes::renewalToday);
        shapes.put("begun-on-the-31st", ContractShapes::monthEnd);
        shapes.put("leap-day", ContractShapes::leapDay);
        shapes.put("signed-today", ContractShapes::signedToday);
        shapes.put("asked-to-cancel", ContractShapes::asked);
        shapes.put("asked-and-stayed", ContractShapes::askedAndStayed);
        shapes.put("asked-for-the-end-of-the-term", ContractShapes::askedForLater);
        shapes.put("signed-again-after-a-gap", ContractShapes::again);
        shapes.put("free-month-inside", ContractShapes::freeMonth);
        shapes.put("prepaid-two-years", ContractShapes::prepaid);
        shapes.put("two-accounts-merged", ContractShapes::merged);
        shapes.put("free-for-ever", ContractShapes::free);
        shapes.put("ended-today", ContractShapes::endedToday);
        shapes.put("ended-before-it-began", ContractShapes::neverBegan);
        shapes.put("renewed-before-it-began", ContractShapes::renewsBefore);
        shapes.put("exported-twice", ContractShapes::twice);
        shapes.put("no-list-price", ContractShapes::noListPrice);
        shapes.put("no-price-of-its-own", ContractShapes::listPrice);
        return shapes;
    }

    static Agreement some(Company c, Random r, String who) {
        return Agreement.monthly(
                c.named(who),
                c.named("plan"),
                c.asOf().minusDays(1 + r.nextInt(700)),
                10 + r.nextInt(900),
                1 + r.nextInt(20));
    }

    /** A row of subscriptions with further cells. */
    static void write(Company c, Agreement a, Object... more) {
        Object[] cells = Ledger.cells(c, a, a.start(), a.end());
        Object[] all = Arrays.copyOf(cells, cells.length + more.length);
        System.arraycopy(more, 0, all, cells.length, more.length);
        c.row("subscriptions", all);
    }

    static void is(Company c, Agreement a) {
        c.has(a.customer(), a.plan(), a.units())
                .truth("holdings", a.customer() + " " + a.plan(), "contract_price", (double) a.price())
                .worth(a.customer(), a.worth(c.asOf()));
    }

    private static void anniversary(Company c, Random r) {
        Agreement a = some(c, r, "a").renewedEvery(12);
        c.plan(a.plan(), "monthly", 1);
        write(c, a, "renews_at", a.renewal(c.asOf()));
        is(c, a);
        c.truth("holdings", a.customer() + " " + a.plan(), "renews_at", a.renewal(c.asOf()));
    }

    private static void firstAnniversary(Company c, Random r) {
        LocalDate start = c.asOf().minusDays(800 + r.nextInt(600));
        Agreement a = some(c, r, "a").since(start).renewedEvery(12);
        c.plan(a.plan(), "monthly", 1);
        write(c, a, "renews_at", a.renewal(start));
        is(c, a);
        c.truth("holdings", a.customer() + " " + a.plan(), "renews_at", a.renewal(c.asOf()));
    }

    private static void wholePrice(Company c, Random r) {
        Agreement a = some(c, r, "a");
        c.plan(a.plan(), "monthly", 1);
        write(c, a.priced(a.price() * a.units()), "price_per", "contract");
        is(c, a);
    }

    private static void numberOfMonths(Company c, Random r) {
        for (int months : new int[] {2, 4, 18}) {
            Agreement a = some(c, r, "every" + months)
                    .of(c.named("every" + months), c.named("plan" + months))
                    .every(months);
            c.row("products", "product_id", a.plan(), "name", a.plan());
            write(c, a, "billing", months);
            is(c, a);
        }
    }

    private static void weekly(Company c, Random r) {
        Agreement a = some(c, r, "a");
        c.plan(a.plan(), "weekly", 1);
        write(c, a);
        long since = ChronoUnit.DAYS.between(a.start(), c.asOf());
        long paid = (since + Company.HORIZON) / 7 - since / 7;
        c.has(a.customer(), a.plan(), a.units()).worth(a.customer(), (double) a.price() * a.units() * paid);
    }

    /** Begun a few days ago, the trial ends ahead: the first payment is on the day on which it ends. */
    private static void trial(Company c, Random r) {
        LocalDate ends = c.asOf().plusDays(1 + r.nextInt(20));
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(r.nextInt(10)));
        c.plan(a.plan(), "monthly", 1);
        write(c, a, "trial_ends_at", ends);
        c.has(a.customer(), a.plan(), a.units())
                .worth(a.customer(), a.since(ends).worth(c.asOf()));
    }

    /** Nothing is paid until the pause is over; it is had all the same. */
    private static void pause(Company c, Random r) {
        LocalDate until = c.asOf().plusDays(20 + r.nextInt(200));
        Agreement a = some(c, r, "a");
        c.plan(a.plan(), "monthly", 1);
        write(c, a, "paused_until", until);
        long paid = a.payments(c.asOf().plusDays(Company.HORIZON)).stream()
                .filter(day -> !day.isBefore(until))
                .count();
        c.has(a.customer(), a.plan(), a.units())
                .truth(
                        "ltv",
                        a.customer(),
                        "ltv_contract",
                        new Company.Between(
                                (paid - 1.0) * a.price() * a.units(), (paid + 0.0) * a.price() * a.units()));
    }

    private static void plannedEnd(Company c, Random r) {
        Agreement a = some(c, r, "a").until(c.asOf().plusDays(1 + r.nextInt(200)));
        c.plan(a.plan(), "monthly", 1);
        write(c, a);
        is(c, a);
    }

    /** More seats: the old row ends on the day on which the new one begins, or on the day before. */
    private static void seats(Company c, Random r) {
        for (int gap = 0; gap < 2; gap++) {
            Agreement a = some(c, r, "gap" + gap);
            LocalDate start = c.asOf().minusDays(40 + r.nextInt(200));
            Agreement before = a.since(start);
            LocalDate change = before.payments(c.asOf()).get(1);
            c.plan(a.plan() + gap, "monthly", 1);
            before = before.of(a.customer(), a.plan() + gap);
            Agreement after = before.since(change).times(a.units() + 3);
            write(c, before.until(change.minusDays(gap)));
            write(c, after);
            is(c, after);
        }
    }

    /** One cancelled contract of six ends its own seats only. */
    private static void oneOfSix(Company c, Random r) {
        Agreement a = some(c, r, "a");
        c.plan(a.plan(), "monthly", 1);
        double worth = 0;
        long units = 0;
        int cancelled = r.nextInt(6);
        for (int i = 0; i < 6; i++) {
            Agreement one = some(c, r, "a").since(c.asOf().minusDays(200 + r.nextInt(100)));
            if (i == cancelled) {
                write(c, one.until(c.asOf().minusDays(r.nextInt(60))));
            } else {
                write(c, one);
                worth += one.worth(c.asOf());
                units += one.units();
            }
        }
        c.has(a.customer(), a.plan(), units).worth(a.customer(), worth);
    }

    private static void renewalToday(Company c, Random r) {
        for (int months : new int[] {1, 12}) {
            String plan = c.named("every" + months);
            c.plan(plan, months == 1 ? "monthly" : "annual", 1);
            Agreement a = some(c, r, "a" + months)
                    .of(c.named("a" + months), plan)
                    .since(c.asOf().minusYears(2))
                    .every(months);
            write(c, a);
            is(c, a);
        }
    }

    private static void monthEnd(Company c, Random r) {
        LocalDate end = c.asOf().minusMonths(r.nextInt(14)).withDayOfMonth(1);
        while (end.lengthOfMonth() < 31 || end.withDayOfMonth(31).isAfter(c.asOf())) {
            end = end.minusMonths(1);
        }
        Agreement a = some(c, r, "a").since(end.withDayOfMonth(31));
        c.plan(a.plan(), "monthly", 1);
        write(c, a);
        is(c, a);
        c.truth(
                "contracts",
                a.customer() + " " + a.plan(),
                "next_payment",
                a.payments(c.asOf().plusDays(40)).stream()
                        .filter(d -> d.isAfter(c.asOf()))
                        .findFirst()
                        .orElseThrow());
    }

    /** Paid by the year since a 29 February. */
    private static void leapDay(Company c, Random r) {
        Agreement a = some(c, r, "a").since(LocalDate.of(2024, 2, 29)).every(12);
        c.plan(a.plan(), "annual", 1);
        write(c, a);
        LocalDate next = LocalDate.of(2025, 2, 28);
        int paid = 0;
        LocalDate first = null;
        for (int year = 2025; year < 2032; year++) {
            next = LocalDate.of(year, 3, 1).minusDays(1);
            if (next.isAfter(c.asOf())) {
                first = first == null ? next : first;
                paid += next.isAfter(c.asOf().plusDays(Company.HORIZON)) ? 0 : 1;
            }
        }
        c.has(a.customer(), a.plan(), a.units())
                .worth(a.customer(), (double) paid * a.price() * a.units())
                .truth("contracts", a.customer() + " " + a.plan(), "next_payment", first);
    }

    private static void signedToday(Company c, Random r) {
        for (int months : new int[] {1, 12}) {
            for (int ago : new int[] {0, 1, 364}) {
                String plan = c.named("every" + months);
                Agreement a = some(c, r, "a")
                        .of(c.named("a" + months + "-" + ago), plan)
                        .since(c.asOf().minusDays(ago))
                        .every(months);
                write(c, a);
                is(c, a);
            }
            c.plan(c.named("every" + months), months == 1 ? "monthly" : "annual", 1);
        }
    }

    /** Of those who asked three in ten stay at the next renewal (the configured share: none of these requests is answered). */
    private static void asked(Company c, Random r) {
        Agreement a =
                some(c, r, "a").since(c.asOf().minusDays(400 + r.nextInt(300))).every(12);
        c.plan(a.plan(), "annual", 1);
        write(c, a, "cancel_requested_at", c.asOf().minusDays(r.nextInt(20)));
        c.has(a.customer(), a.plan(), a.units())
                .truth("features", a.customer(), "cancel_requested", true)
                .truth("segments", a.customer(), "segment", "at_risk");
    }

    /** A request before the last renewal, which was made all the same, is none any more. */
    private static void askedAndStayed(Company c, Random r) {
        Agreement a =
                some(c, r, "a").since(c.asOf().minusDays(400 + r.nextInt(300))).every(12);
        c.plan(a.plan(), "annual", 1);
        write(c, a, "cancel_requested_at", a.renewals(c.asOf()).get(0).minusDays(3 + r.nextInt(30)));
        is(c, a);
        c.truth("features", a.customer(), "cancel_requested", false)
                .truth("segments", a.customer(), "segment", new Company.Not("at_risk"));
    }

    /** Asked months ago, and the end is on file. */
    private static void askedForLater(Company c, Random r) {
        Agreement a =
                some(c, r, "a").since(c.asOf().minusDays(200)).until(c.asOf().plusDays(30 + r.nextInt(100)));
        c.plan(a.plan(), "monthly", 1);
        write(c, a, "cancel_requested_at", c.asOf().minusDays(70));
        c.has(a.customer(), a.plan(), a.units())
                .truth("features", a.customer(), "cancel_requested", true)
                .truth("segments", a.customer(), "segment", "at_risk");
    }

    private static void again(Company c, Random r) {
        Agreement old =
                some(c, r, "a").since(c.asOf().minusDays(700)).until(c.asOf().minusDays(400));
        Agreement now = some(c, r, "a").since(c.asOf().minusDays(100 + r.nextInt(150)));
        c.plan(old.plan(), "monthly", 1);
        write(c, old);
        write(c, now);
        c.has(now.customer(), now.plan(), now.units()).worth(now.customer(), now.worth(c.asOf()));
    }

    /** A row a month, one of them at price 0. */
    private static void freeMonth(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(250 + r.nextInt(100)));
        c.plan(a.plan(), "monthly", 1);
        int month = 0;
        for (LocalDate day : a.payments(c.asOf())) {
            LocalDate next = a.payments(day.plusMonths(2)).stream()
                    .filter(d -> d.isAfter(day))
                    .findFirst()
                    .orElseThrow();
            write(c, a.priced(month++ == 3 ? 0 : a.price()).since(day).until(next));
        }
        is(c, a);
    }

    private static void prepaid(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(r.nextInt(720))).every(24);
        c.plan(a.plan(), "", 1);
        write(c, a, "billing", 24);
        is(c, a);
    }

    /** The contracts of a customer who is no more go on under another's name. */
    private static void merged(Company c, Random r) {
        Agreement a = some(c, r, "gone").since(c.asOf().minusDays(300));
        Agreement b = some(c, r, "stays").since(c.asOf().minusDays(200));
        LocalDate day = c.asOf().minusDays(30 + r.nextInt(60));
        c.plan(a.plan(), "monthly", 1);
        write(c, a.until(day));
        write(c, a.of(b.customer(), a.plan()).since(day));
        write(c, b);
        c.hasLeft(a.customer(), a.plan()).worth(a.customer(), 0);
        c.has(b.customer(), b.plan(), (long) a.units() + b.units())
                .worth(b.customer(), a.since(day).worth(c.asOf()) + b.worth(c.asOf()));
    }

    private static void free(Company c, Random r) {
        Agreement a = some(c, r, "a").priced(0);
        c.plan(a.plan(), "monthly", 0);
        write(c, a);
        is(c, a);
    }

    /** The last paid day is today: as of the end of today it is over. */
    private static void endedToday(Company c, Random r) {
        Agreement a = some(c, r, "a").until(c.asOf());
        c.plan(a.plan(), "monthly", 1);
        write(c, a);
        c.hasLeft(a.customer(), a.plan()).worth(a.customer(), 0);
    }

    private static void neverBegan(Company c, Random r) {
        Agreement a =
                some(c, r, "a").since(c.asOf().minusDays(10)).until(c.asOf().minusDays(30));
        c.plan(a.plan(), "monthly", 1);
        write(c, a);
        c.hasLeft(a.customer(), a.plan()).worth(a.customer(), 0);
    }

    /** A renewal before the start says nothing. */
    private static void renewsBefore(Company c, Random r) {
        Agreement a = some(c, r, "a");
        c.plan(a.plan(), "monthly", 1);
        write(c, a, "renews_at", a.start().minusDays(200));
        is(c, a);
    }

    /** The same row in two exports. */
    private static void twice(Company c, Random r) {
        Agreement a = some(c, r, "a");
        c.plan(a.plan(), "monthly", 1);
        Object[] cells = Ledger.cells(c, a, a.start(), a.end());
        c.row("subscriptions", cells).row("subscriptions", cells);
        is(c, a);
    }

    private static void noListPrice(Company c, Random r) {
        Agreement a = some(c, r, "a");
        c.row("products", "product_id", a.plan(), "name", a.plan(), "billing", "monthly");
        write(c, a);
        is(c, a);
    }

    private static void listPrice(Company c, Random r) {
        Agreement a = some(c, r, "a");
        c.plan(a.plan(), "monthly", a.price());
        c.row(
                "subscriptions",
                "subscription_id",
                c.id(),
                "customer_id",
                a.customer(),
                "product_id",
                a.plan(),
                "started_at",
                a.start(),
                "quantity",
                a.units());
        c.has(a.customer(), a.plan(), a.units()).worth(a.customer(), a.worth(c.asOf()));
    }

    private static void plannedStart(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().plusDays(1 + r.nextInt(40)));
        c.plan(a.plan(), "monthly", 1);
        write(c, a);
        is(c, a);
    }

    /** The lower plan ends when the higher one begins, next month; both are on file. */
    private static void plannedChange(Company c, Random r) {
        LocalDate day = c.asOf().plusDays(5 + r.nextInt(40));
        Agreement low = some(c, r, "a");
        Agreement high =
                low.of(low.customer(), c.named("high")).priced(low.price() * 3).since(day);
        for (String plan : new String[] {low.plan(), high.plan()}) {
            c.row("products", "product_id", plan, "name", plan, "billing", "monthly", "family", c.named("family"));
        }
        write(c, low.until(day));
        write(c, high);
        c.has(low.customer(), low.plan(), low.units())
                .has(low.customer(), high.plan(), high.units())
                .worth(low.customer(), low.until(day).worth(c.asOf()) + high.worth(c.asOf()));
    }

    /** A contract that begins ahead is known from the day on which it was signed. */
    private static void signed(Company c, Random r) {
        Agreement a = some(c, r, "known").since(c.asOf().plusDays(1 + r.nextInt(40)));
        c.plan(a.plan(), "monthly", 1);
        write(c, a, "signed_at", c.asOf().minusDays(r.nextInt(10)));
        is(c, a);
        Agreement b = a.of(c.named("later"), a.plan());
        write(c, b, "signed_at", c.asOf().plusDays(1));
        c.truth("holdings", b.customer() + " " + b.plan(), "owned", Company.NO_ROW);
    }

    /** An end ahead bounds the value from the day on which it was entered. */
    private static void endKnown(Company c, Random r) {
        Agreement a = some(c, r, "known").until(c.asOf().plusDays(20 + r.nextInt(100)));
        c.plan(a.plan(), "monthly", 1);
        write(c, a, "end_known_at", c.asOf().minusDays(r.nextInt(10)));
        is(c, a);
        Agreement b = a.of(c.named("later"), a.plan());
        write(c, b, "end_known_at", c.asOf().plusDays(1));
        is(c, b.until(null));
    }
}
