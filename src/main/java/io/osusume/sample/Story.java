package io.osusume.sample;

import io.osusume.tables.Arm;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.time.LocalDateTime;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Writes the rows of one story customer, in words. All days are days before the last day. */
final class Story {
    private final World world;
    private final String id;
    private final RowsByTable rows;
    private String account;
    private String department;
    private String seniority;
    private int orders;
    private int tickets;

    Story(World world, String id, RowsByTable rows) {
        this.world = world;
        this.id = id;
        this.rows = rows;
    }

    /** A consenting private customer with NPS 8. */
    Story joined(int daysAgo) {
        return profile(daysAgo, "true", "8", null);
    }

    Story profile(int daysAgo, String consent, String nps, String arm) {
        String joined = world.period().daysAgo(daysAgo).toLocalDate().toString();
        String owner = Names.owner(id.hashCode() & 0xFF);
        return add(SampleTable.CUSTOMERS, id, "Story " + id, account, owner, joined, consent, "ja", nps, arm);
    }

    Story worksAt(String accountId, String inDepartment, String asSeniority) {
        account = accountId;
        department = inDepartment;
        seniority = asSeniority;
        return this;
    }

    /** One order of these, at list price; contracts at price 0. */
    Story buys(int daysAgo, String... roles) {
        orders++;
        for (int i = 0; i < roles.length; i++) {
            Product product = world.product(roles[i]);
            double price = product.recurring() ? 0 : product.price();
            LocalDateTime at = world.period().daysAgo(daysAgo);
            String orderId = id + "-o" + orders;
            put(SampleTable.ORDERS, new OrderLine(orderId, i + 1, id, product, at, 1, price, "web").row());
        }
        return this;
    }

    /** A running contract, and its line in the orders. */
    Story subscribes(int daysAgo, String role) {
        return contract(daysAgo, role, null).buys(daysAgo, role);
    }

    Story subscribesAndAsksToCancel(int daysAgo, String role, int requestedDaysAgo) {
        return contract(daysAgo, role, world.period().daysAgo(requestedDaysAgo)).buys(daysAgo, role);
    }

    private Story contract(int daysAgo, String role, LocalDateTime cancelRequested) {
        LocalDateTime started = world.period().daysAgo(daysAgo);
        Contract contract = new Contract(id, world.product(role), started, null, cancelRequested, 0, false);
        return put(SampleTable.SUBSCRIPTIONS, contract.row(world.period()));
    }

    /** Use from this day back, a row every so many days. */
    Story uses(String role, Use use) {
        for (int ago = use.until(); ago <= use.from(); ago += use.every()) {
            String day = world.period().daysAgo(ago).toLocalDate().toString();
            Product product = world.product(role);
            add(SampleTable.USAGE, id, product.id(), product.metric(), day, use.amount());
        }
        return this;
    }

    /** From so many days ago until so many days ago, a row every so many days with this amount. */
    record Use(int from, int until, int every, String amount) {}

    /** Four touches in 90 days, one of them in the last 30, each answered. */
    Story inTouch() {
        return contacted(75, "opened")
                .contacted(52, "clicked")
                .contacted(33, "replied")
                .contacted(12, "opened");
    }

    Story contacted(int daysAgo, String response) {
        LocalDateTime at = world.period().daysAgo(daysAgo);
        LocalDateTime responded = response.equals("none") ? null : at.plusHours(2);
        return put(SampleTable.CONTACTS, ContactHistory.row(id, at, "email", response, responded));
    }

    Story does(int daysAgo, String event, String role) {
        BehaviorHistory.Actor who = new BehaviorHistory.Actor(id, account, id, department, seniority);
        LocalDateTime at = world.period().daysAgo(daysAgo).minusHours(1);
        return put(SampleTable.BEHAVIOR, BehaviorHistory.row(who, at, event, world.product(role)));
    }

    /** An open ticket, or one closed a day later. */
    Story ticket(int daysAgo, String topic, String severity, String role) {
        boolean open = severity.equals("high");
        LocalDateTime opened = world.period().daysAgo(daysAgo);
        tickets++;
        return add(
                SampleTable.TICKETS,
                id + "-t" + tickets,
                id,
                Period.text(opened),
                open ? null : Period.text(opened.plusDays(1)),
                severity,
                topic,
                world.product(role).id(),
                open ? null : "5");
    }

    /** What became of a cross-sell offer that was delivered on this day. */
    Story offered(int daysAgo, String role, OfferEventType event, int eventDaysAgo) {
        return add(
                SampleTable.OFFER_EVENTS,
                id,
                OfferType.CROSS_SELL.wire(),
                world.product(role).id(),
                event.wire(),
                Period.text(world.period().daysAgo(eventDaysAgo)),
                Period.text(world.period().daysAgo(daysAgo)),
                Trigger.POST_PURCHASE.wire(),
                Segment.READY.wire(),
                Arm.TREATED.wire(),
                Double.toString(PlantedAcceptance.believed(OfferType.CROSS_SELL)));
    }

    private Story add(SampleTable table, String... values) {
        return put(table, RowFactory.create((Object[]) values));
    }

    private Story put(SampleTable table, Row row) {
        rows.put(table, row);
        return this;
    }
}
