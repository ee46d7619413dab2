package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.config.OsusumeConfig;
import io.osusume.offers.Decider.Decision;
import io.osusume.offers.MadeUpTargets.People;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every target, drawn at random over a catalogue of plans, goods, consumables and sets of them. */
class DeciderPropertiesTest {
    private static final OsusumeConfig CONFIG = Shelf.config("offers.contact_cost=30", "offers.fatigue_cost=20");
    private static final String[] ALL_LISTED = {
        "offers.contact_cost=30", "offers.fatigue_cost=20", "offers.max_candidates=1000"
    };
    private static final Set<String> CHOICE = Set.of("contradictory", "over_limit");

    @Provide
    Arbitrary<Target> customers() {
        return MadeUpTargets.customers();
    }

    @Provide
    Arbitrary<Target> readyCustomers() {
        return MadeUpTargets.readyCustomers();
    }

    @Provide
    Arbitrary<People> accounts() {
        return MadeUpTargets.accounts();
    }

    @Property(tries = 500)
    void nobodyIsOfferedWhatTheyOwnOrDeclinedOrAnythingAgainstTheirState(@ForAll("customers") Target target) {
        for (Decision d : offered(decide(target, CONFIG))) {
            Proposal offer = d.candidate().proposal();
            assertThat(target.state().mayContact()).isTrue();
            assertThat(target.state().care()).isFalse();
            assertThat(target.touches().stream()
                            .filter(t -> t.day() > Shelf.TODAY - 30)
                            .map(t -> t.day() + " " + t.channel())
                            .distinct())
                    .hasSizeLessThan(4);
            if (offer.sells()) {
                assertThat(parts(offer)).noneMatch(target::owns);
                assertThat(target.past())
                        // The shortest silence is 30 days, and offers go out tomorrow.
                        .filteredOn(p -> p.event() == OfferEventType.DECLINED && p.day() + 30 > Shelf.TODAY + 1)
                        .extracting(Target.OfferEvent::subjectId)
                        .doesNotContain(offer.subject().key());
                if (offer.type() != OfferType.DOWNSELL) { // else the customer is lost
                    assertThat(d.candidate().expectedValue()).isNotNegative();
                }
            }
        }
    }

    @Property(tries = 300)
    void noAccountIsOfferedWhatAnyOfItsPeopleOwns(@ForAll("accounts") People people) {
        for (Decision d : offered(decide(people.account(), CONFIG))) {
            for (List<Holding> of : people.held()) {
                assertThat(of)
                        .filteredOn(Holding::owned)
                        .extracting(Holding::productId)
                        .doesNotContainAnyElementsOf(parts(d.candidate().proposal()));
            }
        }
    }

    private static List<String> parts(Proposal offer) {
        return offer.subject().items() != null
                ? offer.subject().items()
                : List.of(offer.subject().productId());
    }

    @Property(tries = 300)
    void everyCandidateIsEitherOfferedOrStoppedAndRanksRunFromOne(@ForAll("customers") Target target) {
        List<Decision> decisions = decide(target, CONFIG);
        List<Integer> ranks =
                offered(decisions).stream().map(Decision::rank).sorted().toList();
        assertThat(ranks)
                .isEqualTo(IntStream.rangeClosed(1, ranks.size()).boxed().toList());
        assertThat(ranks.size()).isLessThanOrEqualTo(CONFIG.offers().maxPerCustomer());
        assertThat(decisions.stream().mapToInt(d -> 1 + d.more()).sum())
                .isEqualTo(
                        decider(CONFIG, MadeUpTargets.ITEMS).candidates(target).size());
        assertThat(decisions).allMatch(d -> d.stopped().isPresent() == (d.rank() == 0));
    }

    /** What stands in the way of a contradictory candidate is itself offered, and says the opposite. */
    @Property(tries = 300)
    void onlyWhatIsOfferedKnocksOutOthers(@ForAll("customers") Target target) {
        Contradiction contradiction = new Contradiction(Catalogue.of(MadeUpTargets.ITEMS));
        List<Decision> decisions = decide(target, CONFIG);
        List<Decision> offered = offered(decisions);
        for (Decision d : decisions) {
            if (d.stopped().filter(s -> s.code().equals("contradictory")).isPresent()) {
                assertThat(offered)
                        .anyMatch(o -> o.candidate()
                                        .proposal()
                                        .subject()
                                        .key()
                                        .equals(d.stopped().orElseThrow().by())
                                && contradiction.between(
                                        o.candidate().proposal(), d.candidate().proposal()));
            }
        }
    }

    @Slow
    @Property(tries = 200)
    void tighteningAGuardrailOnlyShrinksWhatIsEligible(@ForAll("customers") Target target) {
        Set<String> eligible = eligible(decide(target, Shelf.config(ALL_LISTED)));
        for (String tighter : List.of(
                "offers.silence.declined_days.any=365",
                "offers.silence.ignored_days=120",
                "offers.silence.ignored_after_days=2",
                "features.contact_cap=2",
                "offers.silence.declines_per_type=1",
                "offers.upsell.min_loyalty=0.7",
                "offers.min_expected_value=500")) {
            OsusumeConfig config = Shelf.config(
                    Stream.concat(Stream.of(ALL_LISTED), Stream.of(tighter)).toArray(String[]::new));
            assertThat(eligible).as(tighter).containsAll(eligible(decide(target, config)));
        }
    }

    @Property(tries = 300)
    void raisingAMarginNeverLowersARank(
            @ForAll("readyCustomers") Target target,
            @ForAll @IntRange(max = 9) int which,
            @ForAll @DoubleRange(min = 1, max = 4) double factor) {
        List<Decision> before = offered(decide(target, CONFIG)).stream()
                .filter(d -> d.candidate().proposal().subject().productId() != null)
                .toList();
        Assume.that(!before.isEmpty());
        Decision chosen = before.get(which % before.size());
        String product = chosen.candidate().proposal().subject().productId();
        List<Item> raised = MadeUpTargets.ITEMS.stream()
                .map(i -> i.id().equals(product)
                        ? i.with(new Item.Tariff(i.price(), factor * i.margin(), i.periodsPerYear()))
                        : i)
                .toList();
        assertThat(offered(decide(target, CONFIG, raised)))
                .anyMatch(d -> d.rank() <= chosen.rank()
                        && d.candidate().proposal().type()
                                == chosen.candidate().proposal().type()
                        && product.equals(d.candidate().proposal().subject().productId()));
    }

    private static List<Decision> decide(Target target, OsusumeConfig config) {
        return decide(target, config, MadeUpTargets.ITEMS);
    }

    private static List<Decision> decide(Target target, OsusumeConfig config, List<Item> items) {
        return decider(config, items).decide(target, Set.of());
    }

    private static Decider decider(OsusumeConfig config, List<Item> items) {
        return Shelf.decider(Catalogue.of(items), config, MadeUpTargets.RULES, MadeUpTargets.BUNDLES);
    }

    private static List<Decision> offered(List<Decision> decisions) {
        return decisions.stream().filter(d -> d.stopped().isEmpty()).toList();
    }

    /** What no guardrail stops, before candidates are held against each other and limits. */
    private static Set<String> eligible(List<Decision> decisions) {
        return decisions.stream()
                .filter(d -> d.stopped().map(s -> CHOICE.contains(s.code())).orElse(true))
                .map(d -> d.candidate().proposal().type() + "/"
                        + d.candidate().proposal().subject().key())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
