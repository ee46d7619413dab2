package io.osusume.worlds;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** How often a contract is paid, where no column says so. */
final class InferredShapes {
    private InferredShapes() {}

    static Map<String, Shape> all() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("billing-from-the-term", InferredShapes::fromTerm);
        shapes.put("billing-from-the-others", InferredShapes::fromOthers);
        shapes.put("billing-from-invoices", InferredShapes::fromInvoices);
        shapes.put("billing-that-nobody-knows", InferredShapes::unknown);
        return shapes;
    }

    private static Agreement some(Company c, Random r, String who) {
        return Agreement.monthly(
                c.named(who),
                c.named("plan"),
                c.asOf().minusDays(1 + r.nextInt(340)),
                10 + r.nextInt(900),
                1 + r.nextInt(20));
    }

    private static void is(Company c, Agreement a) {
        c.has(a.customer(), a.plan(), a.units()).worth(a.customer(), a.worth(c.asOf()));
    }

    /** From start to renewal is a year, and nobody speaks of payments. */
    private static void fromTerm(Company c, Random r) {
        c.row("products", "product_id", c.named("plan"), "name", c.named("plan"));
        for (int i = 0; i < 3; i++) {
            Agreement a = some(c, r, "a" + i).every(12);
            ContractShapes.write(c, a, "renews_at", a.renewal(c.asOf()));
            is(c, a);
        }
    }

    private static void fromOthers(Company c, Random r) {
        c.row("products", "product_id", c.named("plan"), "name", c.named("plan"));
        for (int i = 0; i < 5; i++) {
            Agreement a = some(c, r, "a" + i).every(3);
            ContractShapes.write(c, a, "billing", i == 2 ? "" : "quarterly");
            is(c, a);
        }
    }

    private static void fromInvoices(Company c, Random r) {
        c.row("products", "product_id", c.named("plan"), "name", c.named("plan"));
        for (int i = 0; i < 3; i++) {
            Agreement a = some(c, r, "a" + i)
                    .since(c.asOf().minusDays(300 + r.nextInt(100)))
                    .every(3);
            Ledger.ROW_AND_INVOICES.write(c, a);
            is(c, a);
        }
    }

    /** No value, and a word about it; it is had all the same. */
    private static void unknown(Company c, Random r) {
        c.row("products", "product_id", c.named("plan"), "name", c.named("plan"));
        Agreement a = some(c, r, "a");
        ContractShapes.write(c, a);
        c.has(a.customer(), a.plan(), a.units()).worth(a.customer(), 0).told(c.named("plan"));
    }
}
