package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.config.OsusumeConfig;
import io.osusume.offers.Decider.Decision;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every target, drawn at random over a catalogue of plans, goods and consumables. */
class DeciderPropertiesTest {
    private static final OsusumeConfig CONFIG = Shelf.config("offers.contact_cost=30", "offers.fatigue_cost=20");
    private static final List<String> SEGMENTS =
            List.of("ready", "ready", "develop", "watch", "nurture", "at_risk", "fatigued", "care", "opted_out");
    private static final List<String> SELLING = List.of("cross_sell", "upsell", "downsell", "bundle", "subscribe");

    @Property(tries = 500)
    void nobodyIsOfferedWhatTheyOwnOrDeclinedOrAnythingAgainstTheirState(@ForAll long seed) {
        Target target = target(new Random(seed));
        for (Decision d : offered(decide(target, CONFIG))) {
            Proposal offer = d.candidate().proposal();
            assertThat(target.mayContact()).isTrue();
            assertThat(target.care()).isFalse();
            assertThat(target.touches())
                    .filteredOn(t -> t.day() > Shelf.TODAY - 30)
                    .hasSizeLessThan(4);
            if (offer.sells()) {
                assertThat(target.owns(offer.subject().key())).isFalse();
                assertThat(target.past())
                        .filteredOn(p -> p.event() == OfferEventType.DECLINED && p.day() > Shelf.TODAY - 30)
                        .extracting(Target.Past::subjectId)
                        .doesNotContain(offer.subject().key());
                assertThat(d.candidate().expectedValue()).isNotNegative();
            }
        }
    }

    @Property(tries = 300)
    void everyCandidateIsEitherOfferedOrStoppedAndRanksRunFromOne(@ForAll long seed) {
        List<Decision> decisions = decide(target(new Random(seed)), CONFIG);
        List<Integer> ranks =
                offered(decisions).stream().map(Decision::rank).sorted().toList();
        assertThat(ranks)
                .isEqualTo(IntStream.rangeClosed(1, ranks.size()).boxed().toList());
        assertThat(ranks.size()).isLessThanOrEqualTo(CONFIG.offers().maxPerCustomer());
        assertThat(decisions)
                .filteredOn(d -> d.candidate().proposal().sells())
                .hasSizeLessThanOrEqualTo(CONFIG.offers().maxCandidates());
        assertThat(decisions).allMatch(d -> d.stopped().isPresent() == (d.rank() == 0));
    }

    @Property(tries = 200)
    void tighteningAGuardrailOnlyShrinksWhatIsEligible(@ForAll long seed) {
        Target target = target(new Random(seed));
        Set<String> eligible = eligible(decide(target, CONFIG));
        for (String tighter : List.of(
                "offers.silence.declined_days.any=365",
                "offers.silence.ignored_days=120",
                "offers.silence.ignored_after_days=2",
                "offers.silence.max_touches=2",
                "offers.silence.declines_per_type=1",
                "offers.upsell.min_loyalty=0.7",
                "offers.min_expected_value=500")) {
            OsusumeConfig config = Shelf.config("offers.contact_cost=30", "offers.fatigue_cost=20", tighter);
            assertThat(eligible).as(tighter).containsAll(eligible(decide(target, config)));
        }
    }

    @Property(tries = 300)
    void raisingAMarginNeverLowersARank(@ForAll long seed) {
        Random random = new Random(seed);
        Target target = target(random);
        List<Item> items = items();
        List<Decision> before = offered(decide(target, CONFIG));
        if (before.isEmpty()) {
            return;
        }
        Decision chosen = before.get(random.nextInt(before.size()));
        String product = chosen.candidate().proposal().subject().productId();
        List<Item> raised = items.stream()
                .map(i -> i.id().equals(product) ? withMargin(i, i.margin() * (1 + 3 * random.nextDouble())) : i)
                .toList();
        List<Decision> after = offered(decide(target, CONFIG, raised));
        OfferType type = chosen.candidate().proposal().type();
        assertThat(after)
                .anyMatch(d -> d.rank() <= chosen.rank()
                        && d.candidate().proposal().type() == type
                        && d.candidate()
                                .proposal()
                                .subject()
                                .key()
                                .equals(chosen.candidate().proposal().subject().key()));
    }

    @Property(tries = 200)
    void theOrderOfWhatIsKnownChangesNothing(@ForAll long seed) {
        Target t = target(new Random(seed));
        Random shuffle = new Random(seed + 1);
        Target other = new Target(
                t.type(),
                t.id(),
                t.customerId(),
                t.accountId(),
                t.owner(),
                t.locale(),
                t.arm(),
                t.segment(),
                t.priority(),
                t.loyalty(),
                t.mayContact(),
                t.care(),
                t.surge(),
                shuffled(t.held(), shuffle),
                shuffled(t.uses(), shuffle),
                shuffled(t.interests(), shuffle),
                t.likely(),
                t.past(),
                t.touches());
        assertThat(told(decide(other, CONFIG))).isEqualTo(told(decide(t, CONFIG)));
    }

    private static List<String> told(List<Decision> decisions) {
        return decisions.stream()
                .map(d -> d.candidate().proposal().type() + " "
                        + d.candidate().proposal().subject().key() + " " + d.rank() + " " + d.stopped() + " "
                        + d.candidate().rankScore() + " "
                        + d.candidate().proposal().anchorId())
                .toList();
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static List<Decision> decide(Target target, OsusumeConfig config) {
        return decide(target, config, items());
    }

    private static List<Decision> decide(Target target, OsusumeConfig config, List<Item> items) {
        Catalogue catalogue = Catalogue.of(items);
        return Shelf.decider(catalogue, config, rules()).decide(target, Set.of());
    }

    private static List<Decision> offered(List<Decision> decisions) {
        return decisions.stream().filter(d -> d.stopped().isEmpty()).toList();
    }

    /** What no guardrail stops, before limits. */
    private static Set<String> eligible(List<Decision> decisions) {
        return decisions.stream()
                .filter(d -> d.stopped().map(s -> s.code().equals("over_limit")).orElse(true))
                .map(d -> d.candidate().proposal().type() + "/"
                        + d.candidate().proposal().subject().key())
                .collect(Collectors.toCollection(TreeSet::new));
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
        return items;
    }

    private static List<Hint.Rule> rules() {
        List<Hint.Rule> rules = new ArrayList<>();
        List<String> ids = items().stream().map(Item::id).toList();
        Random random = new Random(7);
        for (String from : ids) {
            for (String to : ids) {
                if (!from.equals(to) && random.nextDouble() < .3) {
                    rules.add(Shelf.rule(from, to, random.nextDouble(), 1 + 9 * random.nextDouble()));
                }
            }
        }
        return rules;
    }

    private static Target target(Random random) {
        Shelf.Who who = Shelf.who(SEGMENTS.get(random.nextInt(SEGMENTS.size())));
        List<String> ids = items().stream().map(Item::id).toList();
        for (String id : ids) {
            if (random.nextDouble() < .25) {
                who.has(holding(id, random));
                if (id.startsWith("p")) {
                    double u = random.nextDouble() * 1.2;
                    who.uses(new Target.Use(id, "seats", u, u, 100 * u, random.nextDouble() * 2, 4));
                }
            }
            if (random.nextDouble() < .1) {
                who.likes(id, random.nextDouble() * 6, random.nextInt(20));
            }
            if (random.nextDouble() < .15) {
                String event =
                        List.of("declined", "delivered", "clicked", "accepted").get(random.nextInt(4));
                who.past(SELLING.get(random.nextInt(SELLING.size())), id, event, random.nextInt(200));
            }
        }
        double p = 0.2 * random.nextDouble();
        for (String id : shuffled(ids, random).subList(0, random.nextInt(8))) {
            who.likely(id, p, random.nextBoolean() ? ids.get(random.nextInt(ids.size())) : null);
            p *= random.nextDouble();
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            who.touched(random.nextInt(60));
        }
        who.loyal(random.nextDouble());
        Target t = who.target();
        return t.segment() == Segment.OPTED_OUT
                ? who.optedOut().target()
                : t.segment() == Segment.CARE ? who.inCare().target() : t;
    }

    private static Held holding(String id, Random random) {
        if (id.startsWith("c")) {
            int step = 10 + random.nextInt(30);
            return Shelf.consumed(id, 5 * step, 4 * step, 3 * step, 2 * step, step);
        }
        return id.startsWith("p")
                ? Shelf.contract(
                        id,
                        random.nextInt(500),
                        random.nextInt(365),
                        random.nextDouble() < .2 ? random.nextInt(20) : null)
                : Shelf.bought(id, random.nextInt(300));
    }

    private static Item withMargin(Item i, double margin) {
        return i.with(new Item.Tariff(i.price(), margin, i.periodsPerYear()));
    }
}
