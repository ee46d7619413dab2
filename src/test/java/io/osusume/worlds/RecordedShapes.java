package io.osusume.worlds;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** The same agreement, written down in each way: the same is had, and the same is it worth. */
final class RecordedShapes {
    private static final Map<Integer, String> BILLING =
            Map.of(1, "monthly", 3, "quarterly", 6, "half_yearly", 12, "annual");

    private RecordedShapes() {}

    static Map<String, Shape> all() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Ledger ledger : Ledger.values()) {
            for (int months : new int[] {1, 3, 6, 12}) {
                String name = ledger.name().toLowerCase(java.util.Locale.ROOT) + "-every-" + months;
                shapes.put(name, (c, r) -> goesOnAndLeaves(c, r, ledger, months));
            }
        }
        return shapes;
    }

    private static void goesOnAndLeaves(Company c, Random r, Ledger ledger, int months) {
        String plan = c.named("plan");
        long price = 10L + r.nextInt(5_000);
        c.plan(plan, BILLING.get(months), price + 7);
        for (int i = 0; i < 3; i++) {
            LocalDate start = c.asOf().minusDays(70L * months + r.nextInt(35 * months));
            Agreement a =
                    new Agreement(c.named("stays" + i), plan, start, null, months, months, price, 1 + r.nextInt(9));
            ledger.write(c, a);
            c.has(a.customer(), plan, a.units())
                    .truth("holdings", a.customer() + " " + plan, "contract_price", (double) price)
                    .worth(a.customer(), a.worth(c.asOf()));
        }
        LocalDate start = c.asOf().minusMonths(5L * months).minusDays(r.nextInt(20));
        Agreement left = new Agreement(c.named("left"), plan, start, null, months, months, price, 2);
        LocalDate end = left.payments(c.asOf()).get(2);
        ledger.write(c, left.until(end));
        c.hasLeft(left.customer(), plan).worth(left.customer(), 0);
    }
}
