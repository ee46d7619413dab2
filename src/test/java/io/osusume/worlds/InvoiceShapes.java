package io.osusume.worlds;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What happens to contracts and purchases that stand in {@code orders}. */
final class InvoiceShapes {
    private InvoiceShapes() {}

    static Map<String, Shape> all() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("sent-back", InvoiceShapes::sentBack);
        shapes.put("sent-back-in-part", InvoiceShapes::inPart);
        shapes.put("refund-of-a-month", InvoiceShapes::refund);
        shapes.put("upgrade-with-a-credit-line", InvoiceShapes::upgrade);
        shapes.put("invoices-that-wobble", InvoiceShapes::wobble);
        shapes.put("price-rise", InvoiceShapes::priceRise);
        shapes.put("invoice-is-late", InvoiceShapes::late);
        shapes.put("row-and-invoices-disagree", InvoiceShapes::disagree);
        shapes.put("free-month-among-invoices", InvoiceShapes::freeMonth);
        shapes.put("bought-beside-a-contract", InvoiceShapes::beside);
        shapes.put("a-left-and-invoices", InvoiceShapes::leftWithInvoices);
        shapes.put("used-up", InvoiceShapes::usedUp);
        return shapes;
    }

    private static Agreement some(Company c, Random r, String who) {
        return Agreement.monthly(
                c.named(who),
                c.named("plan"),
                c.asOf().minusDays(200 + r.nextInt(340)),
                10 + r.nextInt(900),
                1 + r.nextInt(20));
    }

    private static void is(Company c, Agreement a) {
        c.has(a.customer(), a.plan(), a.units()).worth(a.customer(), a.worth(c.asOf()));
    }

    private static void sentBack(Company c, Random r) {
        String thing = c.named("thing");
        LocalDate day = c.asOf().minusDays(20 + r.nextInt(100));
        c.line(c.named("a"), thing, day, 3, 50).line(c.named("a"), thing, day.plusDays(r.nextInt(15)), -3, 50);
        c.line(c.named("b"), thing, day, 3, 50);
        c.truth("holdings", c.named("a ") + thing, "owned", false)
                .truth("holdings", c.named("a ") + thing, "net_quantity", 0);
        c.truth("holdings", c.named("b ") + thing, "owned", true)
                .truth("holdings", c.named("b ") + thing, "net_quantity", 3);
        c.truth("ltv", c.named("a"), "ltv", 0).truth("ltv", c.named("a"), "orders", 0);
        c.truth("ltv", c.named("b"), "mean_value", 150);
    }

    private static void inPart(Company c, Random r) {
        String thing = c.named("thing");
        LocalDate day = c.asOf().minusDays(20 + r.nextInt(100));
        int back = 1 + r.nextInt(4);
        c.line(c.named("a"), thing, day, 5, 50).line(c.named("a"), thing, day.plusDays(3), -back, 50);
        c.truth("holdings", c.named("a ") + thing, "owned", true)
                .truth("holdings", c.named("a ") + thing, "net_quantity", 5 - back)
                .truth("ltv", c.named("a"), "mean_value", 50.0 * (5 - back));
    }

    /** A month in the middle is given back, by a line of its own: the contract goes on. */
    private static void refund(Company c, Random r) {
        Agreement a = some(c, r, "a");
        c.plan(a.plan(), "monthly", 1);
        Ledger.INVOICES.write(c, a);
        List<LocalDate> paid = a.payments(c.asOf());
        LocalDate month = paid.get(1 + r.nextInt(paid.size() - 3));
        c.line(a.customer(), a.plan(), month.plusDays(9), -a.units(), a.price());
        is(c, a);
    }

    /** In the middle of a year the rest of the lower plan is credited, and the higher one begins. */
    private static void upgrade(Company c, Random r) {
        String low = c.named("low");
        String high = c.named("high");
        LocalDate day = c.asOf().minusDays(30 + r.nextInt(60));
        for (String plan : new String[] {low, high}) {
            c.row("products", "product_id", plan, "name", plan, "billing", "annual", "family", c.named("family"));
        }
        Agreement a = new Agreement(c.named("a"), high, day, null, 12, 12, 900, 1);
        c.line(a.customer(), low, day.minusDays(100), 1, 300)
                .line(a.customer(), low, day, -1, 218)
                .line(a.customer(), high, day, 1, 900);
        c.truth("holdings", a.customer() + " " + low, "owned", false);
        is(c, a);
    }

    /** Invoices are written two days early or late; the subscription is paid twelve times a year all the same. */
    private static void wobble(Company c, Random r) {
        Agreement a = some(c, r, "a");
        c.plan(a.plan(), "monthly", 1);
        List<LocalDate> days = a.payments(c.asOf().minusDays(3));
        days.forEach(day -> c.line(a.customer(), a.plan(), day.plusDays(r.nextInt(5) - 2L), a.units(), a.price()));
        double month = (double) a.price() * a.units();
        c.has(a.customer(), a.plan(), a.units())
                .truth("ltv", a.customer(), "ltv_contract", new Company.Between(11.99 * month, 13.01 * month));
    }

    private static void priceRise(Company c, Random r) {
        Agreement a = some(c, r, "a");
        c.plan(a.plan(), "monthly", 1);
        LocalDate rise = c.asOf().minusDays(65);
        a.payments(c.asOf())
                .forEach(day -> c.line(
                        a.customer(),
                        a.plan(),
                        day,
                        a.units(),
                        day.isBefore(rise) ? a.price() * .8 : (double) a.price()));
        is(c, a);
    }

    /** A month and a bit without an invoice is no end yet. */
    private static void late(Company c, Random r) {
        Agreement a = some(c, r, "a").since(c.asOf().minusDays(3).minusMonths(8 + r.nextInt(9)));
        c.plan(a.plan(), "monthly", 1);
        a.payments(c.asOf().minusDays(10)).forEach(day -> c.line(a.customer(), a.plan(), day, a.units(), a.price()));
        is(c, a);
    }

    /** The row of subscriptions wins over invoices of another amount. */
    private static void disagree(Company c, Random r) {
        Agreement a = some(c, r, "a");
        c.plan(a.plan(), "monthly", 1);
        Ledger.ROW.write(c, a);
        Ledger.INVOICES.write(c, a.priced(a.price() * 4).times(a.units() + 2));
        is(c, a);
    }

    private static void freeMonth(Company c, Random r) {
        Agreement a = some(c, r, "a");
        c.plan(a.plan(), "monthly", 1);
        List<LocalDate> days = a.payments(c.asOf());
        days.forEach(day -> c.line(a.customer(), a.plan(), day, a.units(), day.equals(days.get(2)) ? 0 : a.price()));
        is(c, a);
    }

    /** A thing bought once is had for good, whatever became of the contract. */
    private static void beside(Company c, Random r) {
        Agreement a = some(c, r, "a").until(c.asOf().minusDays(100 + r.nextInt(30)));
        c.plan(a.plan(), "monthly", 1);
        Ledger.ROW.write(c, a);
        c.line(a.customer(), c.named("thing"), a.start(), 1, 80);
        c.hasLeft(a.customer(), a.plan()).truth("holdings", a.customer() + " " + c.named("thing"), "owned", true);
    }

    /** Who has left does not own the plan, however many invoices were paid. */
    private static void leftWithInvoices(Company c, Random r) {
        Agreement a = some(c, r, "a").until(c.asOf().minusDays(1 + r.nextInt(100)));
        c.plan(a.plan(), "monthly", 1);
        Ledger.ROW_AND_INVOICES.write(c, a);
        c.hasLeft(a.customer(), a.plan()).worth(a.customer(), 0);
        c.truth("holdings", a.customer() + " " + a.plan(), "net_quantity", 0);
    }

    private static void usedUp(Company c, Random r) {
        c.row("products", "product_id", c.named("beans"), "name", "Beans", "is_consumable", "true");
        c.line(c.named("a"), c.named("beans"), c.asOf().minusDays(10 + r.nextInt(50)), 4, 12);
        c.truth("holdings", c.named("a ") + c.named("beans"), "owned", false);
    }
}
