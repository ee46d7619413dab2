package io.osusume.worlds;

import static io.osusume.worlds.ContractShapes.is;
import static io.osusume.worlds.ContractShapes.some;
import static io.osusume.worlds.ContractShapes.write;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Further ways in which companies write down renewals, seats, upgrades, trials and ends that nobody expects. */
final class FurtherShapes {
    private FurtherShapes() {}

    static Map<String, Shape> all() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("invoice-with-a-line-a-seat", FurtherShapes::lineASeat);
        shapes.put("invoice-with-seats-at-two-prices", FurtherShapes::twoPrices);
        shapes.put("row-a-month-without-ends", FurtherShapes::withoutEnds);
        shapes.put("one-id-in-each-month", FurtherShapes::oneId);
        shapes.put("renewal-on-file", (c, r) -> renewalOnFile(c, r, 0));
        shapes.put("renewal-on-file-for-the-day-after", (c, r) -> renewalOnFile(c, r, 1));
        shapes.put("fewer-seats-by-a-new-row", FurtherShapes::fewerSeats);
        shapes.put("fewer-seats-by-invoices", FurtherShapes::fewerByInvoices);
        shapes.put("upgrade-on-one-day", (c, r) -> upgrade(c, r, 0));
        shapes.put("upgrade-on-the-day-after", (c, r) -> upgrade(c, r, 1));
        shapes.put("trial-and-paid-rows-of-one-plan", FurtherShapes::trialRow);
        shapes.put("yearly-term-paid-quarterly", FurtherShapes::quarterly);
        shapes.put("back-after-a-gap-by-invoices", FurtherShapes::backByInvoices);
        shapes.put("last-invoice-given-back", FurtherShapes::lastGivenBack);
        shapes.put("pause-that-is-over", FurtherShapes::pauseIsOver);
        shapes.put("first-month-in-part", FurtherShapes::inPart);
        shapes.put("last-day-of-a-period", FurtherShapes::lastDay);
        shapes.put("end-in-9999", FurtherShapes::farEnd);
        shapes.put("no-seats-left", FurtherShapes::noSeats);
        shapes.put("reactivated-at-once", FurtherShapes::reactivated);
        shapes.put("extra-seats-beside", FurtherShapes::extraSeats);
        shapes.put("upgrade-by-invoices", FurtherShapes::upgradeByInvoices);
        return shapes;
    }

    private static void invoiceLine(Company c, Agreement a, LocalDate day, int line, int quantity, Number price) {
        c.row(
                "orders",
                "order_id",
                a.customer() + day,
                "line_id",
                line,
                "customer_id",
                a.customer(),
                "product_id",
                a.plan(),
                "ordered_at",
                day + "T10:30:00",
                "quantity",
                quantity,
                "unit_price",
                price);
    }

    private static void lineASeat(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(200)).times(3);
        c.plan(a.plan(), "monthly", 1);
        for (LocalDate day : a.payments(c.asOf())) {
            for (int seat = 0; seat < 3; seat++) {
                invoiceLine(c, a, day, seat, 1, a.price());
            }
        }
        is(c, a);
    }

    private static void twoPrices(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(200)).priced(44).times(1);
        c.plan(a.plan(), "monthly", 1);
        for (LocalDate day : a.payments(c.asOf())) {
            invoiceLine(c, a, day, 1, 2, 10);
            invoiceLine(c, a, day, 2, 3, 8);
        }
        c.has(a.customer(), a.plan(), 5).worth(a.customer(), a.worth(c.asOf()));
    }

    /** A row for each month paid, and none says where it ends. */
    private static void withoutEnds(Company c, Random r) {
        c.plan(c.named("plan"), "monthly", 1);
        for (int i = 0; i < 4; i++) {
            Agreement a = some(c, r, "a" + i).since(c.asOf().minusDays(150 + r.nextInt(150)));
            for (LocalDate day : a.payments(c.asOf())) {
                write(c, a.since(day));
            }
            is(c, a);
            c.told(a.plan());
        }
    }

    /** Each month's row carries the number of the subscription, as an export of invoices does. */
    private static void oneId(Company c, Random r) {
        c.plan(c.named("plan"), "monthly", 1);
        for (int i = 0; i < 4; i++) {
            Agreement a = some(c, r, "a" + i).since(c.asOf().minusDays(150 + r.nextInt(150)));
            List<LocalDate> days = a.payments(c.asOf().plusDays(40));
            for (int k = 0; k + 1 < days.size() && !days.get(k).isAfter(c.asOf()); k++) {
                Object[] cells = Ledger.cells(c, a, days.get(k), days.get(k + 1));
                cells[1] = a.customer();
                c.row("subscriptions", cells);
            }
            is(c, a);
        }
    }

    /** The present term ends soon, and the contract for the next one is on file already. */
    private static void renewalOnFile(Company c, Random r, int gap) {
        Agreement a =
                some(c, r, "a").since(c.asOf().minusDays(300 + r.nextInt(60))).every(12);
        LocalDate renewal = a.renewal(c.asOf());
        c.plan(a.plan(), "annual", 1);
        write(c, a.until(renewal.minusDays(gap)));
        write(c, a.since(renewal).priced(a.price() + 5));
        c.has(a.customer(), a.plan(), a.units())
                .worth(a.customer(), a.since(renewal).priced(a.price() + 5).worth(c.asOf()));
    }

    private static void fewerSeats(Company c, Random r) {
        Agreement before =
                some(c, r, "a").since(c.asOf().minusDays(100 + r.nextInt(200))).times(9);
        LocalDate change = before.payments(c.asOf()).get(2);
        Agreement after = before.since(change).times(4);
        c.plan(before.plan(), "monthly", 1);
        write(c, before.until(change));
        write(c, after);
        is(c, after);
    }

    private static void fewerByInvoices(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(200)).times(4);
        c.plan(a.plan(), "monthly", 1);
        int month = 0;
        for (LocalDate day : a.payments(c.asOf())) {
            c.line(a.customer(), a.plan(), day, month++ < 3 ? 9 : 4, a.price());
        }
        is(c, a);
    }

    /** Who moved up has the higher plan only, and is not at risk for having ended the lower one. */
    private static void upgrade(Company c, Random r, int gap) {
        Agreement low = some(c, r, "a").since(c.asOf().minusDays(200));
        LocalDate change = c.asOf().minusDays(5 + r.nextInt(60));
        Agreement high = low.of(low.customer(), c.named("high")).since(change).priced(low.price() * 2);
        family(c, low.plan(), high.plan());
        write(c, low.until(change.minusDays(gap)));
        write(c, high);
        c.hasLeft(low.customer(), low.plan());
        is(c, high);
        c.truth("segments", low.customer(), "segment", new Company.Not("at_risk"));
    }

    private static void family(Company c, String low, String high) {
        int tier = 1;
        for (String plan : new String[] {low, high}) {
            c.row(
                    "products",
                    "product_id",
                    plan,
                    "name",
                    plan,
                    "billing",
                    "monthly",
                    "family",
                    c.named("family"),
                    "tier",
                    tier++);
        }
    }

    /** A fortnight at price 0 and then what is paid, of one and the same plan. */
    private static void trialRow(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(20 + r.nextInt(200)));
        c.plan(a.plan(), "monthly", 1);
        write(c, a.priced(0).since(a.start().minusDays(14)).until(a.start()));
        write(c, a);
        is(c, a);
    }

    private static void quarterly(Company c, Random r) {
        Agreement a = some(c, r, "a").every(3).renewedEvery(12);
        c.plan(a.plan(), "quarterly", 1);
        write(c, a, "renews_at", a.renewal(c.asOf()));
        is(c, a);
        c.truth("holdings", a.customer() + " " + a.plan(), "renews_at", a.renewal(c.asOf()));
    }

    private static void backByInvoices(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(430));
        Agreement again = a.since(c.asOf().minusDays(75 + r.nextInt(10)));
        c.plan(a.plan(), "monthly", 1);
        Ledger.INVOICES.write(c, a.until(c.asOf().minusDays(250)));
        Ledger.INVOICES.write(c, again);
        is(c, again);
    }

    /** The last month was given back altogether, and none came after it. */
    private static void lastGivenBack(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(20).minusMonths(6));
        c.plan(a.plan(), "monthly", 1);
        List<LocalDate> days = a.payments(c.asOf().minusDays(19));
        days.forEach(day -> c.line(a.customer(), a.plan(), day, a.units(), a.price()));
        c.line(a.customer(), a.plan(), days.get(days.size() - 1).plusDays(2), -a.units(), a.price());
        c.hasLeft(a.customer(), a.plan()).worth(a.customer(), 0);
    }

    private static void pauseIsOver(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(300));
        c.plan(a.plan(), "monthly", 1);
        write(c, a, "paused_until", c.asOf().minusDays(20 + r.nextInt(30)));
        is(c, a);
    }

    /** From some day to the end of its month for a part of the price, and from then on by the calendar month. */
    /** A row for each month, which ends on its last day: as of that day, for old customers and new ones. */
    private static void lastDay(Company c, Random r) {
        c.plan(c.named("plan"), "monthly", 1);
        for (int months = 1; months < 6; months++) {
            Agreement a = some(c, r, "a" + months)
                    .since(c.asOf().plusDays(1).minusMonths(months))
                    .times(2);
            List<LocalDate> days = a.payments(c.asOf().plusDays(40));
            for (int k = 0; !days.get(k).isAfter(c.asOf()); k++) {
                write(c, a.since(days.get(k)).until(days.get(k + 1).minusDays(1)));
            }
            is(c, a);
            c.truth("contracts", a.customer() + " " + a.plan(), "next_payment", a.renewal(c.asOf()));
        }
    }

    private static void inPart(Company c, Random r) {
        LocalDate first = c.asOf().minusMonths(5).withDayOfMonth(1);
        Agreement a = some(c, r, "rows").since(first);
        c.plan(a.plan(), "monthly", 1);
        write(c, a.priced(a.price() / 2).since(first.minusDays(12)).until(first));
        for (LocalDate day : a.payments(c.asOf())) {
            write(c, a.since(day).until(day.plusMonths(1).minusDays(1)));
        }
        Agreement b =
                some(c, r, "lines").of(c.named("lines"), c.named("invoiced")).since(first);
        c.plan(b.plan(), "monthly", 1);
        c.line(b.customer(), b.plan(), first.minusDays(12), b.units(), b.price() / 2.0);
        b.payments(c.asOf()).forEach(day -> c.line(b.customer(), b.plan(), day, b.units(), b.price()));
        for (Agreement each : List.of(a, b)) {
            is(c, each);
            c.truth("contracts", each.customer() + " " + each.plan(), "next_payment", each.renewal(c.asOf()));
        }
    }

    private static void farEnd(Company c, Random r) {
        Agreement a = some(c, r, "a").until(LocalDate.of(9999, 12, 31));
        c.plan(a.plan(), "monthly", 1);
        write(c, a);
        is(c, a.until(null));
        c.truth("features", a.customer(), "cancel_requested", false)
                .truth("segments", a.customer(), "segment", new Company.Not("at_risk"));
    }

    private static void noSeats(Company c, Random r) {
        Agreement a = some(c, r, "a").times(0);
        c.plan(a.plan(), "monthly", 1);
        write(c, a);
        c.truth("holdings", a.customer() + " " + a.plan(), "owned", Company.NO_ROW);
        Agreement before =
                some(c, r, "b").since(c.asOf().minusDays(200)).until(c.asOf().minusDays(30));
        write(c, before);
        write(c, before.since(before.end()).times(0).until(null));
        c.hasLeft(before.customer(), before.plan()).worth(before.customer(), 0);
    }

    /** Ended, and begun again on the same day under another number. */
    private static void reactivated(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(300));
        LocalDate day = a.payments(c.asOf()).get(3 + r.nextInt(4));
        c.plan(a.plan(), "monthly", 1);
        write(c, a.until(day), "cancel_requested_at", day.minusDays(4));
        write(c, a.since(day));
        is(c, a.since(day));
        c.truth("features", a.customer(), "cancel_requested", false);
    }

    /** Seats bought later are contracts of their own beside the first, with their own days. */
    private static void extraSeats(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(300));
        Agreement more = a.since(c.asOf().minusDays(100 + r.nextInt(50))).times(2);
        c.plan(a.plan(), "monthly", 1);
        write(c, a);
        write(c, more);
        c.has(a.customer(), a.plan(), a.units() + 2L).worth(a.customer(), a.worth(c.asOf()) + more.worth(c.asOf()));
    }

    /** The invoices of the lower plan stop with the first of the higher one. */
    private static void upgradeByInvoices(Company c, Random r) {
        Agreement low = some(c, r, "a").since(c.asOf().minusDays(20).minusMonths(7));
        LocalDate change = c.asOf().minusDays(20);
        Agreement high = low.of(low.customer(), c.named("high")).since(change).priced(low.price() * 2);
        family(c, low.plan(), high.plan());
        Ledger.INVOICES.write(c, low.until(change));
        Ledger.INVOICES.write(c, high);
        c.hasLeft(low.customer(), low.plan());
        is(c, high);
    }
}
