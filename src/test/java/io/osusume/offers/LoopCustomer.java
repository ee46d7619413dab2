package io.osusume.offers;

import static io.osusume.offers.MadeUpCompany.NEVER;
import static io.osusume.offers.MadeUpCompany.PRODUCTS;

import io.osusume.config.OsusumeConfig;
import io.osusume.offers.Decider.Decision;
import io.osusume.tables.Arm;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One customer as the nights go by: what is bought, looked into, delivered; days count from the first night, 0. */
final class LoopCustomer {
    private static final int LOOKING_DAYS = 21;
    private static final int MOMENT_DAYS = 14;
    private static final int PATIENCE_DAYS = 30;
    private static final String CHANNEL = "email";

    private final MadeUpCompany.Person who;
    private final MadeUpCompany company;
    private final OsusumeConfig config;
    /** As the night before the first one forecasts it. */
    private final double ltv;
    /** Product → the night on which it was bought; {@link MadeUpCompany#NEVER} until then. */
    private final int[] bought = new int[PRODUCTS];

    private final int[] won = IntStream.range(0, PRODUCTS).map(j -> NEVER).toArray();
    private final int[] looked = IntStream.range(0, PRODUCTS).map(j -> -NEVER).toArray();
    private final List<Target.OfferEvent> past = new ArrayList<>();
    private final List<Integer> contacts = new ArrayList<>();
    private final Map<String, Delivered> delivered = new HashMap<>();
    private List<Standing> standing = List.of();
    private int deliveries;
    private int wasted;
    private double income;
    private boolean left;

    private record Delivered(int day, int product, Decision offer) {}

    LoopCustomer(MadeUpCompany.Person who, MadeUpCompany company, OsusumeConfig config) {
        this.who = who;
        this.company = company;
        this.config = config;
        this.ltv = IntStream.range(0, PRODUCTS)
                .mapToDouble(j -> 365 * who.daily()[j] * company.items.get(j).margin())
                .sum();
        for (int j = 0; j < PRODUCTS; j++) {
            bought[j] = who.had()[j] > 0 ? -who.had()[j] : NEVER;
        }
    }

    /** A day: what is bought anyway, what was won, what is looked into. */
    void live(int night) {
        for (int j = 0; j < PRODUCTS; j++) {
            boolean stays = !left || company.chance("stays", who.number(), j) < .7;
            if (bought[j] == NEVER && (won[j] == night || (who.anyway()[j] == night && stays))) {
                bought[j] = night;
                income += company.items.get(j).margin();
            }
            if (company.looks(who, j, night)) {
                looked[j] = night;
            }
        }
    }

    boolean mayGetMail(int night) {
        return !left
                && (contacts.isEmpty()
                        || night + 1
                                >= contacts.get(contacts.size() - 1)
                                        + config.offers().channels().gapDays());
    }

    /** One mail: what is in it may be won, and the customer may have enough. */
    void receive(List<Decision> offers, int day) {
        int before =
                (int) contacts.stream().filter(c -> c > day - PATIENCE_DAYS).count();
        int usual = usualPrice(day);
        for (Decision offer : offers) {
            deliver(offer, day, before, usual);
        }
        contacts.add(day);
        standing = offers.stream()
                .map(o -> o.candidate().proposal())
                .map(p -> new Standing(p.type().wire(), p.subject().productId(), null))
                .toList();
        if (company.chance("leaves", who.number(), contacts.size()) < MadeUpCompany.leaves(who, before)) {
            left = true;
            past.add(new Target.OfferEvent(null, null, OfferEventType.UNSUBSCRIBED, null, null, Shelf.TODAY + day));
        }
    }

    private void deliver(Decision offer, int day, int before, int usual) {
        Proposal proposal = offer.candidate().proposal();
        int product = MadeUpCompany.number(proposal.subject().productId());
        deliveries++;
        int window = config.offers().acceptance().windowDays();
        wasted += who.anyway()[product] >= day && who.anyway()[product] <= day + window ? 1 : 0;
        boolean first = delivered.putIfAbsent(proposal.subject().key(), new Delivered(day, product, offer)) == null;
        past.add(event(offer, OfferEventType.DELIVERED, day, first ? sent(offer) : Sent.AGAIN));
        boolean moment = looked[product] > day - LOOKING_DAYS || anchored(product, day);
        double timesUsual = company.items.get(product).price().doubleValue() / usual;
        double drawn = company.chance("won", who.number(), product, before);
        if (drawn < MadeUpCompany.won(who, product, moment, timesUsual, before)) {
            int when = day + (int) (5 * company.chance("when", who.number(), product));
            won[product] = Math.min(won[product], when);
        } else if (company.chance("declines", who.number(), product, before) < .05) {
            past.add(event(offer, OfferEventType.DECLINED, day, null));
        }
    }

    private boolean anchored(int product, int day) {
        return IntStream.of(1, 7)
                .map(step -> bought[(product - step + PRODUCTS) % PRODUCTS])
                .anyMatch(b -> b < day && b > day - MOMENT_DAYS);
    }

    private int usualPrice(int day) {
        int[] prices = IntStream.range(0, PRODUCTS)
                .filter(j -> bought[j] < day)
                .map(j -> company.items.get(j).price().intValue())
                .sorted()
                .toArray();
        return prices[prices.length / 2];
    }

    private static Target.OfferEvent event(Decision offer, OfferEventType event, int day, Sent sent) {
        Proposal proposal = offer.candidate().proposal();
        return new Target.OfferEvent(
                OfferType.CROSS_SELL,
                proposal.subject().key(),
                event,
                proposal.moment().trigger(),
                offer.candidate().asked().segment(),
                Shelf.TODAY + day,
                new Target.Way(CHANNEL, null),
                sent);
    }

    private static Sent sent(Decision offer) {
        ExpectedValue.Valued valued = offer.candidate();
        return new Sent(
                valued.asked().trigger(),
                valued.asked().segment(),
                valued.asked().anyway(),
                valued.asked().evidence(),
                valued.estimate().p(),
                valued.asked().beside());
    }

    /** As a night sees the customer. */
    Target target(int night) {
        String id = String.valueOf(who.number());
        List<Holding> held = IntStream.range(0, PRODUCTS)
                .filter(j -> bought[j] <= night)
                .mapToObj(j -> Shelf.bought(MadeUpCompany.id(j), -bought[j]))
                .toList();
        List<Target.Interested> interests = IntStream.range(0, PRODUCTS)
                .filter(j -> looked[j] > night - LOOKING_DAYS)
                .mapToObj(j -> new Target.Interested(MadeUpCompany.id(j), 3, Shelf.TODAY + looked[j], 3))
                .toList();
        return new Target(
                new Target.Recipient("customer", id, id, null, null, "en", Arm.TREATED),
                new Target.State(who.segment(), who.priority(), who.loyalty(), !left, true, false, null, ltv),
                new Target.Profile(
                        Target.Profile.byProduct(held, Holding::productId),
                        Map.of(),
                        Target.Profile.byProduct(interests, Target.Interested::productId),
                        Target.Profile.byProduct(likely(night), Target.Likely::productId),
                        List.copyOf(past),
                        List.of()),
                standing);
    }

    private List<Target.Likely> likely(int night) {
        List<Integer> ranked = IntStream.range(0, PRODUCTS)
                .filter(j -> bought[j] > night)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -who.pBuy(j, night)))
                .limit(config.ranker().keepPerCustomer())
                .toList();
        return IntStream.range(0, ranked.size())
                .mapToObj(i -> new Target.Likely(
                        MadeUpCompany.id(ranked.get(i)), i + 1, who.pBuy(ranked.get(i), night), null, 0, 7))
                .toList();
    }

    /** First deliveries, and whether they were taken as acceptance counts it. */
    List<ClosedLoop.Made> made() {
        int window = config.offers().acceptance().windowDays();
        return delivered.values().stream()
                .map(d -> new ClosedLoop.Made(
                        d.day() - 1,
                        d.offer().candidate().estimate(),
                        d.offer().rank(),
                        bought[d.product()] >= d.day() && bought[d.product()] <= d.day() + window))
                .toList();
    }

    static int number(Target target) {
        return Integer.parseInt(target.recipient().id());
    }

    int contacts() {
        return contacts.size();
    }

    int delivered() {
        return deliveries;
    }

    int wasted() {
        return wasted;
    }

    double income() {
        return income;
    }

    boolean left() {
        return left;
    }
}
