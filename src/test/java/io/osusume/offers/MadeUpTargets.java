package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.offers.BundlesByItem.Bundle;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Targets drawn at random over one catalogue, for properties. */
final class MadeUpTargets {
    static final List<Item> ITEMS = items();
    static final List<Proposal.Rule> RULES = rules();
    /** Two products each: the dearest with the cheapest goods, and goods with consumables. */
    static final List<Bundle> BUNDLES = IntStream.range(0, 12)
            .mapToObj(i -> bundle("g" + i, i < 4 ? "c" + i : "g" + (i + 5) % 12))
            .toList();

    private static final List<String> IDS = ITEMS.stream().map(Item::id).toList();

    private MadeUpTargets() {}

    /** An account with what each of its people has. */
    record People(List<List<Holding>> held, Target account) {}

    static Arbitrary<Target> customers() {
        return customers(
                Arbitraries.of(
                        Segment.READY,
                        Segment.DEVELOP,
                        Segment.WATCH,
                        Segment.NURTURE,
                        Segment.AT_RISK,
                        Segment.FATIGUED,
                        Segment.CARE,
                        Segment.OPTED_OUT),
                5);
    }

    /** Those whom no state of theirs keeps from being offered anything, and who have something. */
    static Arbitrary<Target> readyCustomers() {
        return customers(Arbitraries.of(Segment.READY), 1).filter(t -> !t.held().isEmpty());
    }

    static Arbitrary<People> accounts() {
        Arbitrary<List<List<Holding>>> held = held().list().ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(held, Arbitraries.of(IDS)).as((of, product) -> {
            List<org.apache.spark.sql.Row> facts = new ArrayList<>();
            for (int person = 0; person < of.size(); person++) {
                String id = "c" + (person + 1);
                of.get(person).forEach(h -> facts.add(FactRows.held(id, h)));
            }
            return new People(of, TargetReader.read(FactRows.account(product, facts), Map.of()));
        });
    }

    private static Arbitrary<Target> customers(Arbitrary<Segment> segments, int mostTouches) {
        Arbitrary<int[]> touches =
                Arbitraries.integers().between(0, 59).array(int[].class).ofMaxSize(mostTouches);
        return Combinators.combine(
                        segments,
                        Arbitraries.doubles().between(0, 1),
                        held(),
                        uses(),
                        interests(),
                        likely(),
                        past(),
                        touches)
                .as((segment, loyalty, held, uses, interests, likely, past, touched) -> {
                    Shelf.Who who = Shelf.who(segment.wire()).loyal(loyalty).touched(touched);
                    held.forEach(who::has);
                    uses.forEach(who::uses);
                    interests.forEach(i -> who.likes(i.productId(), i.interest(), Shelf.TODAY - i.lastDay()));
                    likely.forEach(l -> who.likely(l.productId(), l.pBuy(), l.nearestId()));
                    past.forEach(who::past);
                    return segment == Segment.OPTED_OUT
                            ? who.optedOut().target()
                            : segment == Segment.CARE ? who.inCare().target() : who.target();
                });
    }

    private static Arbitrary<List<Holding>> held() {
        return Arbitraries.of(IDS)
                .flatMap(MadeUpTargets::holding)
                .list()
                .ofMaxSize(9)
                .uniqueElements(Holding::productId);
    }

    private static Arbitrary<Holding> holding(String id) {
        if (id.startsWith("c")) {
            return days(10, 39).map(step -> Shelf.consumed(id, 5 * step, 4 * step, 3 * step, 2 * step, step));
        }
        return id.startsWith("p")
                ? Combinators.combine(days(0, 499), days(0, 364), days(0, 19).injectNull(.8))
                        .as((started, renews, cancelled) -> Shelf.contract(id, started, renews, cancelled))
                : days(0, 299).map(ago -> Shelf.bought(id, ago));
    }

    private static Arbitrary<Integer> days(int from, int to) {
        return Arbitraries.integers().between(from, to);
    }

    private static Arbitrary<List<Target.Use>> uses() {
        Arbitrary<String> plans =
                Arbitraries.of(IDS.stream().filter(i -> i.startsWith("p")).toList());
        return Combinators.combine(
                        plans,
                        Arbitraries.doubles().between(0, 1.2),
                        Arbitraries.doubles().between(0, 2))
                .as((id, use, trend) -> new Target.Use(id, "seats", use, use, 100 * use, trend, 4))
                .list()
                .ofMaxSize(6)
                .uniqueElements(Target.Use::productId);
    }

    private static Arbitrary<List<Target.Interested>> interests() {
        return Combinators.combine(Arbitraries.of(IDS), Arbitraries.doubles().between(0, 6), days(0, 19))
                .as((id, interest, ago) -> new Target.Interested(id, interest, Shelf.TODAY - ago, 3))
                .list()
                .ofMaxSize(4)
                .uniqueElements(Target.Interested::productId);
    }

    /** The likeliest first: each probability is a share of the one before. */
    private static Arbitrary<List<Target.Likely>> likely() {
        return Combinators.combine(
                        Arbitraries.of(IDS),
                        Arbitraries.doubles().between(0.01, 1),
                        Arbitraries.of(IDS).injectNull(.5))
                .as(Tuple::of)
                .list()
                .ofMaxSize(7)
                .uniqueElements(Tuple.Tuple3::get1)
                .map(drawn -> {
                    List<Target.Likely> likely = new ArrayList<>();
                    double p = 0.2;
                    for (var d : drawn) {
                        p *= d.get2();
                        likely.add(new Target.Likely(d.get1(), likely.size() + 1, p, d.get3(), 0.3, 7));
                    }
                    return likely;
                });
    }

    private static Arbitrary<List<Target.OfferEvent>> past() {
        Arbitrary<OfferEventType> events = Arbitraries.of(
                OfferEventType.DECLINED, OfferEventType.DELIVERED, OfferEventType.CLICKED, OfferEventType.ACCEPTED);
        return Combinators.combine(
                        Arbitraries.of(OfferType.class).filter(t -> t != OfferType.NURTURE),
                        Arbitraries.of(IDS),
                        events,
                        days(0, 199))
                .as((type, id, event, ago) ->
                        new Target.OfferEvent(type, id, event, Trigger.NONE, Segment.READY, Shelf.TODAY - ago))
                .list()
                .ofMaxSize(5);
    }

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Item item = Shelf.goods("g" + i, 500 * (i + 1) * (i + 1));
            items.add(i % 4 == 3 ? Shelf.inGroup(item, "group" + i % 2) : item);
        }
        for (int i = 0; i < 4; i++) {
            items.add(Shelf.consumable("c" + i, 1_000 + 900 * i));
        }
        for (int family = 0; family < 3; family++) {
            for (int tier = 1; tier <= 3; tier++) {
                items.add(Shelf.plan("p" + family + tier, "family" + family, tier, 1_000 * tier * tier));
            }
        }
        return List.copyOf(items);
    }

    private static List<Proposal.Rule> rules() {
        List<Proposal.Rule> rules = new ArrayList<>();
        Random random = new Random(7);
        for (Item from : ITEMS) {
            for (Item to : ITEMS) {
                if (!from.equals(to) && random.nextDouble() < .3) {
                    rules.add(Shelf.rule(from.id(), to.id(), random.nextDouble(), 1 + 9 * random.nextDouble()));
                }
            }
        }
        return rules;
    }

    private static Bundle bundle(String a, String b) {
        return new Bundle(
                a + "+" + b, List.of(a, b), BigDecimal.valueOf(5_000), BigDecimal.valueOf(4_500), 900, 3, null);
    }
}
