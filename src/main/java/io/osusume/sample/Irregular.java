package io.osusume.sample;

import java.time.LocalDateTime;
import java.util.List;

/** Rows that real inputs have and a clean world has not: ten bad rows, rows after the last day, guests' orders. */
final class Irregular {
    static final int GUEST_ORDERS = 30;
    private static final String CUSTOMER = Ids.of("c", 1);

    private final World world;
    private final RowsByTable rows = new RowsByTable();

    private Irregular(World world) {
        this.world = world;
    }

    static RowsByTable of(World world) {
        Irregular irregular = new Irregular(world);
        irregular.bad();
        irregular.afterLastDay();
        irregular.guests();
        return irregular.rows;
    }

    private void bad() {
        String product = world.product("notebook").id();
        String at = Period.text(world.period().daysAgo(30));
        order("bad-1", product, at, "1", "-380.00");
        order("bad-2", product, at, "1", "-0.01");
        order("bad-3", null, at, "1", "380.00");
        order("bad-4", product, "31/02/2026", "1", "380.00");
        order("bad-5", product, "9999-12-31T00:00:00Z", "1", "380.00");
        order(null, product, at, "1", "380.00");
        rows.add(SampleTable.CUSTOMERS, null, "Nobody", null, null, "2026-01-01", "true", "ja", null, null);
        rows.add(SampleTable.USAGE, CUSTOMER, world.product("card-free").id(), "spend", day(30), "n/a");
        rows.add(SampleTable.CONTACTS, "bad-6", CUSTOMER, "yesterday", "email", "none", null);
        rows.add(SampleTable.TICKETS, "bad-7", CUSTOMER, "2026-13-01T00:00:00Z", null, "low", "problem", null, null);
    }

    private void afterLastDay() {
        for (int i = 1; i <= 5; i++) {
            order("late-" + i, world.product("penset").id(), Period.text(after(i)), "1", "980.00");
        }
        for (int i = 1; i <= 3; i++) {
            rows.add(SampleTable.USAGE, CUSTOMER, world.product("card-free").id(), "spend", day(-i), "5000");
            rows.add(
                    SampleTable.BEHAVIOR,
                    CUSTOMER,
                    null,
                    Period.text(after(i)),
                    "view_detail",
                    CUSTOMER,
                    null,
                    null,
                    world.product("pc").id());
        }
        rows.add(SampleTable.CONTACTS, "late-6", CUSTOMER, Period.text(after(1)), "email", "none", null);
        rows.add(SampleTable.CONTACTS, "late-7", CUSTOMER, Period.text(after(2)), "email", "none", null);
        rows.add(SampleTable.TICKETS, "late-8", CUSTOMER, Period.text(after(1)), null, "high", "problem", null, null);
    }

    /** Orders without a customer: they teach rules and count for nobody. */
    private void guests() {
        for (int i = 1; i <= GUEST_ORDERS; i++) {
            LocalDateTime at = world.period().daysAgo(7 * i);
            List<String> roles = i % 2 == 0 ? List.of("burger", "fries") : List.of("leather", "care-cream");
            for (int line = 0; line < roles.size(); line++) {
                Product product = world.product(roles.get(line));
                rows.put(
                        SampleTable.ORDERS,
                        new OrderLine(Ids.of("guest-", i), line + 1, null, product, at, 1, product.price(), "store")
                                .row());
            }
        }
    }

    private LocalDateTime after(int days) {
        return world.period().daysAgo(-days);
    }

    private String day(int daysAgo) {
        return world.period().daysAgo(daysAgo).toLocalDate().toString();
    }

    private void order(String id, String product, String at, String quantity, String price) {
        rows.add(SampleTable.ORDERS, id, "1", CUSTOMER, product, at, quantity, price, "JPY", "web", null);
    }
}
