package io.osusume.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Many contracts of a plan, some of which end. What those that run are worth is counted by hand: the share that stayed of
 * all renewals that fell due, at each renewal to come. As the odds are the same at every renewal, so is that share.
 */
final class RetentionShapes {
    private static final double DISCOUNT = 0.1;
    /** Room for the fit of a model with two parameters to a hundred or two of endings. */
    private static final double ROOM = 0.08;
    /** By {@code ltv.contracts.min_ended}. */
    private static final long FEWEST_ENDINGS = 20;

    private RetentionShapes() {}

    static Map<String, Shape> all() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("leavers", (c, r) -> leavers(c, r, Ledger.ROW, 1, .88));
        shapes.put("leavers-row-a-period", (c, r) -> leavers(c, r, Ledger.ROW_A_PERIOD, 1, .9));
        shapes.put("leavers-by-invoices", (c, r) -> leavers(c, r, Ledger.INVOICES, 1, .9));
        shapes.put("leavers-quarterly", (c, r) -> leavers(c, r, Ledger.ROW, 3, .85));
        shapes.put("leavers-on-their-last-day", RetentionShapes::lastDays);
        shapes.put("yearly-terms-paid-monthly", RetentionShapes::yearly);
        shapes.put("alongside", RetentionShapes::alongside);
        shapes.put("other-plan-of-the-family", RetentionShapes::changes);
        shapes.put("trials-first", RetentionShapes::trials);
        shapes.put("requests", RetentionShapes::requests);
        shapes.put("trials-of-the-same-plan", (c, r) -> trialsOfOnePlan(c, r, false));
        shapes.put("trials-by-their-last-day", (c, r) -> trialsOfOnePlan(c, r, true));
        shapes.put("yearly-terms-paid-quarterly", RetentionShapes::paidQuarterly);
        shapes.put("seats-change-often", RetentionShapes::seatsChange);
        return shapes;
    }

    /** Contracts of one plan, and what became of their renewals. */
    static final class Book {
        private final LocalDate asOf;
        private final List<Agreement> running = new ArrayList<>();
        private long due;
        private long lost;

        Book(LocalDate asOf) {
            this.asOf = asOf;
        }

        /** Counts the renewals of {@code a} from {@code since} on; {@code isLost}: the last of them was not made. */
        Book add(Agreement a, LocalDate since, boolean isLost) {
            LocalDate last = a.end() == null || a.end().isAfter(asOf) ? asOf : a.end();
            due += a.until(null).renewals(last).stream()
                    .filter(d -> !d.isBefore(since))
                    .count();
            lost += isLost ? 1 : 0;
            if (a.runs(asOf)) {
                running.add(a);
            }
            return this;
        }

        double stays() {
            // Fewer tell no rate of their own plan: the night would take that of all plans of the term.
            assertThat(lost).isGreaterThanOrEqualTo(FEWEST_ENDINGS);
            return 1 - (double) lost / due;
        }

        /** @param next the share that stays at the next renewal */
        static double worth(Agreement a, LocalDate asOf, double stays, double next) {
            double sum = 0;
            for (LocalDate day : a.payments(asOf.plusDays(Company.HORIZON))) {
                if (day.isAfter(asOf)) {
                    long faced = a.renewals(day).stream()
                            .filter(d -> d.isAfter(asOf))
                            .count();
                    double there = faced == 0 ? 1 : next * Math.pow(stays, faced - 1.0);
                    double years = ChronoUnit.DAYS.between(asOf, day) / 365.25;
                    sum += a.price() * a.units() * there / Math.pow(1 + DISCOUNT, years);
                }
            }
            return sum;
        }

        double worth() {
            return running.stream()
                    .mapToDouble(a -> worth(a, asOf, stays(), stays()))
                    .sum();
        }
    }

    private static LocalDate start(Company c, Random r, int months) {
        return c.asOf().minusDays(20 + r.nextInt(30 * months));
    }

    /** The first renewal that is not made, each with the same odds; null where all so far were. */
    private static LocalDate end(Agreement a, LocalDate asOf, double stays, Random r) {
        return a.renewals(asOf).stream()
                .filter(d -> r.nextDouble() > stays)
                .findFirst()
                .orElse(null);
    }

    /** Ended or not, and named by it. */
    private static Agreement lived(Company c, Agreement a, double stays, Random r) {
        LocalDate end = end(a, c.asOf(), stays, r);
        return a.until(end).of((end == null ? c.named("runs") : c.named("left")) + a.customer(), a.plan());
    }

    private static Agreement one(Company c, Random r, int i, int months, int ago) {
        String who = c.named("%03d".formatted(i));
        return new Agreement(who, c.named("plan"), start(c, r, ago), null, months, months, 30 + r.nextInt(20), 1);
    }

    private static void leavers(Company c, Random r, Ledger ledger, int months, double stays) {
        Book book = new Book(c.asOf());
        c.plan(c.named("plan"), months == 1 ? "monthly" : "quarterly", 1);
        for (int i = 0; i < 200; i++) {
            Agreement a = one(c, r, i, months, 12 * months);
            Agreement b = lived(c, a, stays, r);
            ledger.write(c, b);
            book.add(b, b.start(), b.end() != null);
        }
        c.worthTogether(c.named("runs"), book.worth(), ROOM);
    }

    /** Begun on the first of a month; what ends ends on the last day that is paid. */
    private static void lastDays(Company c, Random r) {
        Book book = new Book(c.asOf());
        c.plan(c.named("plan"), "monthly", 1);
        for (int i = 0; i < 200; i++) {
            Agreement a = one(c, r, i, 1, 9);
            a = a.since(a.start().withDayOfMonth(1));
            LocalDate end = end(a, c.asOf().plusDays(1), .88, r);
            ContractShapes.write(c, end == null ? a : a.until(end.minusDays(1)));
            // As of the last day the renewal of tomorrow is not due yet, for those that end and those that stay.
            book.add(a.until(end), a.start(), end != null && !end.isAfter(c.asOf()));
            if (end != null && end.isAfter(c.asOf())) {
                book.running.remove(book.running.size() - 1);
            }
        }
        c.worthTogether(c.named(""), book.worth(), ROOM);
    }

    private static void yearly(Company c, Random r) {
        Book book = new Book(c.asOf());
        c.plan(c.named("plan"), "monthly", 1);
        for (int i = 0; i < 150; i++) {
            Agreement a = one(c, r, i, 1, 60).renewedEvery(12);
            Agreement b = a.until(end(a, c.asOf(), .75, r));
            ContractShapes.write(c, b, "renews_at", b.end() == null ? b.renewal(c.asOf()) : b.end());
            book.add(b, b.start(), b.end() != null);
        }
        c.worthTogether(c.named(""), book.worth(), ROOM);
    }

    /** Two plans of a family side by side from the first week on: each ends for itself. */
    private static void alongside(Company c, Random r) {
        Book[] books = {new Book(c.asOf()), new Book(c.asOf())};
        double worth = 0;
        for (int p = 0; p < 2; p++) {
            c.row(
                    "products",
                    "product_id",
                    c.named("plan" + p),
                    "name",
                    "P",
                    "billing",
                    "monthly",
                    "family",
                    c.named("f"));
        }
        for (int i = 0; i < 150; i++) {
            Agreement first = one(c, r, i, 1, 12);
            for (int p = 0; p < 2; p++) {
                Agreement a = first.of(first.customer(), c.named("plan" + p)).since(first.start());
                Agreement b = a.until(end(a, c.asOf(), p == 0 ? .85 : .9, r));
                ContractShapes.write(c, b);
                books[p].add(b, b.start(), b.end() != null);
            }
        }
        for (Book book : books) {
            worth += book.worth();
        }
        c.worthTogether(c.named(""), worth, ROOM);
    }

    /** Of those who do not renew the lower plan most leave, and some take the higher one instead. */
    private static void changes(Company c, Random r) {
        Book low = new Book(c.asOf());
        Book high = new Book(c.asOf());
        for (String plan : new String[] {c.named("plan"), c.named("high")}) {
            c.row("products", "product_id", plan, "name", plan, "billing", "monthly", "family", c.named("f"));
        }
        for (int i = 0; i < 600; i++) {
            Agreement a = one(c, r, i, 1, 12);
            LocalDate end = end(a, c.asOf(), .82, r);
            boolean moves = end != null && r.nextInt(2) == 0;
            ContractShapes.write(c, a.until(end));
            low.add(a.until(end), a.start(), end != null && !moves);
            if (moves) {
                Agreement b = a.of(a.customer(), c.named("high")).since(end);
                b = b.until(end(b, c.asOf(), .92, r));
                ContractShapes.write(c, b);
                high.add(b, b.start(), b.end() != null);
            }
        }
        c.worthTogether(c.named(""), low.worth() + high.worth(), ROOM);
    }

    /** A fortnight for nothing, after which most are gone; of those who pay few leave. */
    private static void trials(Company c, Random r) {
        Book book = new Book(c.asOf());
        for (String plan : new String[] {c.named("plan"), c.named("trial")}) {
            c.row("products", "product_id", plan, "name", plan, "billing", "monthly", "family", c.named("f"));
        }
        for (int i = 0; i < 800; i++) {
            Agreement a = one(c, r, i, 1, 10);
            LocalDate paid = a.start().plusDays(14);
            boolean stays = r.nextInt(3) == 0;
            boolean known = !paid.isAfter(c.asOf());
            ContractShapes.write(
                    c, a.of(a.customer(), c.named("trial")).priced(0).until(known ? paid : null));
            if (stays && known) {
                Agreement b = a.since(paid);
                b = b.until(end(b, c.asOf(), .96, r));
                ContractShapes.write(c, b);
                book.add(b, b.start(), b.end() != null);
            }
        }
        c.worthTogether(c.named(""), book.worth(), ROOM);
    }

    /** The same, of one plan: a row at price 0 and one that is paid, or one row that says when the trial ends. */
    private static void trialsOfOnePlan(Company c, Random r, boolean oneRow) {
        Book book = new Book(c.asOf());
        c.plan(c.named("plan"), "monthly", 1);
        for (int i = 0; i < 800; i++) {
            Agreement a = one(c, r, i, 1, 10);
            LocalDate paid = a.start().plusDays(14);
            boolean stays = r.nextInt(3) == 0;
            if (paid.isAfter(c.asOf())) {
                continue;
            }
            Agreement b = a.since(paid);
            b = b.until(stays ? end(b, c.asOf(), .96, r) : paid);
            if (oneRow) {
                ContractShapes.write(c, b.since(a.start()), "trial_ends_at", paid);
            } else {
                ContractShapes.write(c, a.priced(0).until(paid));
                if (stays) {
                    ContractShapes.write(c, b);
                }
            }
            if (stays) {
                book.add(b, b.start(), b.end() != null);
            }
        }
        c.worthTogether(c.named(""), book.worth(), ROOM);
    }

    private static void paidQuarterly(Company c, Random r) {
        Book book = new Book(c.asOf());
        c.plan(c.named("plan"), "quarterly", 1);
        for (int i = 0; i < 400; i++) {
            Agreement a = one(c, r, i, 3, 20).renewedEvery(12);
            Agreement b = a.until(end(a, c.asOf(), .75, r));
            ContractShapes.write(c, b, "renews_at", b.end() == null ? b.renewal(c.asOf()) : b.end());
            book.add(b, b.start(), b.end() != null);
        }
        c.worthTogether(c.named(""), book.worth(), ROOM);
    }

    /** A new row for each change of seats: none of them is a loss. */
    private static void seatsChange(Company c, Random r) {
        Book book = new Book(c.asOf());
        c.plan(c.named("plan"), "monthly", 1);
        for (int i = 0; i < 200; i++) {
            Agreement a = one(c, r, i, 1, 12);
            a = a.until(end(a, c.asOf(), .9, r));
            LocalDate since = a.start();
            for (LocalDate day : a.renewals(a.end() == null ? c.asOf() : a.end().minusDays(1))) {
                if (r.nextInt(3) == 0) {
                    ContractShapes.write(c, a.since(since).until(day));
                    since = day;
                    a = a.times(1 + r.nextInt(5));
                }
            }
            ContractShapes.write(c, a.since(since));
            book.add(a, a.start(), a.end() != null);
        }
        c.worthTogether(c.named(""), book.worth(), ROOM);
    }

    /**
     * Of those who asked to cancel one in four is still there; some asked this week, and the year's one payment is at the
     * renewal that they are asked about. Who asked a year ago and stayed asks no more.
     */
    private static void requests(Company c, Random r) {
        c.plan(c.named("plan"), "annual", 1);
        int asked = 0;
        int stayed = 0;
        List<Agreement> open = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Agreement a = one(c, r, i, 12, 40);
            List<LocalDate> renewals = a.renewals(c.asOf());
            if (i % 10 == 1) {
                open.add(a.of(c.named("asks" + i), a.plan()));
            } else if (i % 3 == 0 && !renewals.isEmpty()) {
                LocalDate renewal = renewals.get(renewals.size() - 1);
                boolean stays = r.nextInt(4) == 0;
                asked++;
                stayed += stays ? 1 : 0;
                String who = stays ? c.named("stayed" + i) : a.customer();
                ContractShapes.write(
                        c,
                        a.until(stays ? null : renewal).of(who, a.plan()),
                        "cancel_requested_at",
                        renewal.minusDays(5));
            } else {
                ContractShapes.write(c, a);
            }
        }
        // Three of ten by configuration, which counts like ten requests.
        double next = (stayed + 3.0) / (asked + 10);
        for (Agreement a : open) {
            ContractShapes.write(c, a, "cancel_requested_at", c.asOf());
            c.truth("ltv", a.customer(), "ltv_contract", Company.Between.about(Book.worth(a, c.asOf(), 1, next), 1e-4));
        }
    }

    /** What ended before the record begins is not on file; from then on the odds can be counted. */
    static void lateRecord(Company c, Random r) {
        Book book = new Book(c.asOf());
        LocalDate record = c.asOf().minusDays(300);
        c.plan(c.named("plan"), "monthly", 1);
        for (int i = 0; i < 1500; i++) {
            Agreement a = one(c, r, i, 1, 40);
            Agreement b = a.until(end(a, c.asOf(), .9, r));
            if (b.end() == null || !b.end().isBefore(record)) {
                ContractShapes.write(c, b);
                book.add(b, record, b.end() != null);
            }
        }
        c.worthTogether(c.named(""), book.worth(), ROOM);
    }
}
