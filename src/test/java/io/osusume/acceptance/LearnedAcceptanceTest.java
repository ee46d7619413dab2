package io.osusume.acceptance;

import static io.osusume.stats.Logistic.expit;
import static io.osusume.stats.Logistic.logit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.acceptance.AcceptanceModel.Estimate;
import io.osusume.config.AcceptanceConfig;
import io.osusume.features.TestFacts;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LearnedAcceptanceTest {
    private static final AcceptanceConfig CONFIG = config();
    private static final double USUAL = .02;

    private static AcceptanceConfig config(String... set) {
        List<String> all = new ArrayList<>(List.of(
                "offers.acceptance.evidence_weight=0.5",
                "offers.acceptance.spread.type=0.5",
                "offers.acceptance.spread.p_buy_unknown=0.3"));
        all.addAll(List.of(set));
        return TestFacts.config(all.toArray(String[]::new)).offers().acceptance();
    }

    private static Asked plan(Trigger trigger, Segment segment, double evidence) {
        return new Asked(OfferType.UPSELL, trigger, segment, null, evidence, List.of());
    }

    private static Asked sale(Trigger trigger, Segment segment, double anyway) {
        return new Asked(OfferType.CROSS_SELL, trigger, segment, anyway, 1, List.of());
    }

    private static AcceptanceModel learned(List<Trial> trials) {
        return AcceptanceModel.learn(trials, CONFIG, USUAL, Map.of());
    }

    private static Trial trial(Asked asked, long count, long taken) {
        return new Trial(asked, true, new Outcome(count, taken));
    }

    @Test
    void withoutOutcomesItIsWhatIsConfigured() {
        AcceptanceModel none = learned(List.of());
        assertThat(none.of(plan(Trigger.USAGE_LIMIT, Segment.READY, 1)).p()).isCloseTo(.15, within(1e-9));
        assertThat(none.of(plan(Trigger.RENEWAL, Segment.READY, 1)).p()).isCloseTo(.04, within(1e-9));
        // Odds .15/.85, twice the usual evidence, weight ½: odds times √2.
        double odds = .15 / .85 * Math.sqrt(2);
        assertThat(none.of(plan(Trigger.USAGE_LIMIT, Segment.READY, 2)).p()).isCloseTo(odds / (1 + odds), within(1e-8));
        assertThat(none.of(plan(Trigger.USAGE_LIMIT, Segment.READY, 1e9)))
                .as("limited to four times the usual")
                .isEqualTo(none.of(plan(Trigger.USAGE_LIMIT, Segment.READY, 4)));
        // Bought anyway by 1 in 100, asked upon interest: odds 3/99, whatever is usual.
        assertThat(none.of(sale(Trigger.INTEREST, Segment.READY, .01)).p()).isCloseTo(3.0 / 102, within(1e-9));
        assertThat(AcceptanceModel.learn(List.of(), CONFIG, 0, Map.of())
                        .of(sale(Trigger.NONE, Segment.READY, .01))
                        .p())
                .isCloseTo(2.0 / 101, within(1e-9));
        assertThat(none.coefficients()).isEmpty();
    }

    /** Deviations .5, .4 and .3 of type, trigger and segment, .25 of the slope times its x. */
    @Test
    void howSureThePriorIsFollowsFromTheDeviations() {
        Estimate e = learned(List.of()).of(plan(Trigger.USAGE_LIMIT, Segment.READY, 2));
        double deviation = Math.sqrt(.25 + .16 + .09 + .0625 * Math.log(2) * Math.log(2));
        assertThat(logit(e.high()) - logit(e.p())).isCloseTo(1.6448536 * deviation, within(1e-6));
        assertThat(logit(e.p()) - logit(e.low())).isCloseTo(1.6448536 * deviation, within(1e-6));
        assertThat(e.strength()).isCloseTo(1 / (deviation * deviation * e.p() * (1 - e.p())), within(1e-6));
        assertThat(e.prior()).isEqualTo(e.p());
        assertThat(e.trials()).isZero();
    }

    @Test
    void whatHasNoTrialsTakesAfterTheLevelAbove() {
        AcceptanceModel learned = learned(List.of(trial(plan(Trigger.USAGE_LIMIT, Segment.READY, 1), 500, 150)));
        Estimate own = learned.of(plan(Trigger.USAGE_LIMIT, Segment.READY, 1));
        Estimate segment = learned.of(plan(Trigger.USAGE_LIMIT, Segment.WATCH, 1));
        Estimate trigger = learned.of(plan(Trigger.INTEREST, Segment.READY, 1));
        assertThat(own.p()).isBetween(.27, .30);
        assertThat(own.trials()).isEqualTo(500);
        assertThat(own.taken()).isEqualTo(150);
        assertThat(own.prior()).isCloseTo(.15, within(1e-9));
        assertThat(segment.p()).isBetween(.2, own.p());
        assertThat(logit(trigger.p()) - logit(.10)).isBetween(.1, logit(segment.p()) - logit(.15));
        assertThat(learned.of(sale(Trigger.NONE, Segment.READY, .01)).p())
                .as("another type is as before")
                .isCloseTo(2.0 / 101, within(1e-9));
    }

    /** Planted: logit p = logit(.06) + .6 · (logit anyway − logit .02), 20,000 trials of one kind. */
    @Test
    void withManyTrialsTheForecastStillCountsAndAsMuchAsItDoes() {
        Random random = new Random(3);
        List<Trial> trials = new ArrayList<>();
        ToDoubleFunction<Double> planted = anyway -> expit(logit(.06) + .6 * (logit(anyway) - logit(.02)));
        for (int i = 0; i < 20_000; i++) {
            double anyway = expit(logit(.02) + random.nextGaussian());
            trials.add(trial(
                    sale(Trigger.NONE, Segment.READY, anyway),
                    1,
                    random.nextDouble() < planted.applyAsDouble(anyway) ? 1 : 0));
        }
        AcceptanceModel learned = learned(trials);
        Coefficient slope = learned.coefficients().stream()
                .filter(c -> c.key().term().equals(Term.P_BUY))
                .findFirst()
                .orElseThrow();
        assertThat(Math.abs(slope.mean() - .6)).isLessThan(1.96 * slope.deviation());
        for (double anyway : new double[] {.005, .02, .08}) {
            Estimate e = learned.of(sale(Trigger.NONE, Segment.READY, anyway));
            double truth = planted.applyAsDouble(anyway);
            System.out.printf(
                    "bought anyway %.3f: planted %.4f, learned %.4f (%.4f to %.4f)%n",
                    anyway, truth, e.p(), e.low(), e.high());
            assertThat(e.p()).isCloseTo(truth, within(.15 * truth));
        }
        assertThat(slope.outcome().trials()).isEqualTo(20_000);
    }

    /** The history of a company that began only now: nobody knows what would have been bought anyway. */
    @Test
    void trialsWithoutAForecastMoveLessAndNeverBelowWhatIsBoughtAnyway() {
        Asked asked = sale(Trigger.NONE, Segment.READY, USUAL);
        AcceptanceModel told = learned(List.of(new Trial(asked, true, new Outcome(2000, 160))));
        AcceptanceModel untold = learned(List.of(new Trial(asked, false, new Outcome(2000, 160))));
        double known = told.of(asked).p();
        double unknown = untold.of(asked).p();
        assertThat(known).isBetween(.07, .082);
        assertThat(unknown).isBetween(.06, known - .005);
        assertThat(untold.of(asked).high()).isGreaterThan(.08);
        AcceptanceModel never = learned(List.of(new Trial(asked, false, new Outcome(20_000, 1))));
        assertThat(never.of(asked).p()).isCloseTo(USUAL, within(1e-8));
        assertThat(learned(List.of(new Trial(asked, true, new Outcome(20_000, 1))))
                        .of(asked)
                        .p())
                .as("what was forecast then and did not come says so")
                .isLessThan(.005);
    }

    @Test
    void noCoefficientMovesFarInOneNight() {
        AcceptanceConfig slow = config("offers.acceptance.most_movement=0.1");
        Asked asked = plan(Trigger.USAGE_LIMIT, Segment.READY, 1);
        List<Trial> trials = List.of(trial(asked, 500, 150));
        AcceptanceModel first = AcceptanceModel.learn(trials, slow, USUAL, Map.of());
        Map<Term.Key, Double> night = Map.of(first.coefficients().get(0).key(), 0.0);
        AcceptanceModel second = AcceptanceModel.learn(trials, slow, USUAL, night);
        for (int i = 0; i < first.coefficients().size(); i++) {
            Coefficient free = first.coefficients().get(i);
            Coefficient held = second.coefficients().get(i);
            assertThat(free.heldBack()).isZero();
            assertThat(Math.abs(held.moved())).isLessThanOrEqualTo(.1 + 1e-12);
            assertThat(held.mean() + held.heldBack()).isCloseTo(free.mean(), within(1e-12));
        }
        Map<Term.Key, Double> after =
                second.coefficients().stream().collect(Collectors.toMap(Coefficient::key, Coefficient::mean));
        assertThat(AcceptanceModel.learn(trials, slow, USUAL, after).coefficients())
                .filteredOn(c -> c.key().term().equals(Term.TYPE))
                .allSatisfy(c -> assertThat(c.mean()).isCloseTo(.2, within(1e-9)));
        AcceptanceModel old = AcceptanceModel.learn(
                List.of(), slow, USUAL, Map.of(new Term.Key(Term.TYPE, OfferType.UPSELL.wire()), .5));
        assertThat(old.coefficients()).singleElement().satisfies(c -> {
            assertThat(c.mean()).as("goes as slowly as it came").isCloseTo(.4, within(1e-12));
            assertThat(c.outcome().trials()).isZero();
        });
    }

    @Test
    void whatIsKnownBesideIsOnScalesThatAreAlike() {
        List<Term> terms = new Beside(.9, "A", "phone", 10, 1.5, 3.0).terms();
        assertThat(terms)
                .extracting(Term::name)
                .containsExactly("loyalty", "priority", "channel", "since_contact", "price", "ltv");
        assertThat(terms).extracting(Term::level).containsExactly("all", "A", "phone", "all", "all", "above");
        assertThat(terms.get(0).x()).isCloseTo(.8, within(1e-12));
        assertThat(terms.get(3).x()).isCloseTo(Math.log(11.0 / 31), within(1e-12));
        assertThat(terms.get(4).x()).isCloseTo(Math.log(1.5), within(1e-12));
        assertThat(terms.get(5).x()).isCloseTo(Math.log(3), within(1e-12));
        assertThat(new Beside(null, null, null, 10_000, .001, null).terms())
                .extracting(Term::x)
                .containsExactly(Math.log(4), -Math.log(4));
        for (double[] ltv : new double[][] {{1e6, 4}, {0, .25}, {-3, .25}}) {
            assertThat(new Beside(null, null, null, null, null, ltv[0]).terms())
                    .as("no customer, however large or worthless, counts more than four times the usual")
                    .containsExactly(new Term("ltv", ltv[1] < 1 ? "below" : "above", Math.log(ltv[1])));
        }
        assertThat(Beside.NOTHING.terms()).isEmpty();
    }

    /** Half the middle customer's worth takes 1 in 100, the middle one 10, twice as much 1 again: no one slope tells that. */
    @Test
    void whoIsWorthMostNeedNotBeWonMostEasily() {
        AcceptanceModel learned =
                learned(List.of(trial(worth(.5), 4000, 40), trial(worth(1), 4000, 400), trial(worth(2), 4000, 40)));
        assertThat(learned.of(worth(1)).p()).isBetween(.07, .10);
        assertThat(learned.of(worth(.5)).p()).isBetween(.01, .03);
        assertThat(learned.of(worth(2)).p()).isBetween(.01, .03);
    }

    private static Asked worth(double timesUsual) {
        Beside beside = new Beside(null, null, null, null, null, timesUsual);
        return new Asked(OfferType.CROSS_SELL, Trigger.NONE, null, .02, 1, beside.terms());
    }

    @Test
    void theTermsAddUpToTheLogit() {
        Beside beside = new Beside(.9, "A", "phone", 10, 1.5, 3.0);
        Asked asked = new Asked(OfferType.CROSS_SELL, Trigger.INTEREST, Segment.READY, .03, 1, beside.terms());
        AcceptanceModel learned = learned(List.of(trial(asked, 400, 60), trial(sale(Trigger.NONE, null, .01), 300, 3)));
        assertThat(learned.sum(asked))
                .extracting(s -> s.term().name())
                .containsExactly(
                        "prior",
                        "p_buy",
                        "type",
                        "trigger",
                        "segment",
                        "loyalty",
                        "priority",
                        "channel",
                        "since_contact",
                        "price",
                        "ltv");
        double sum = learned.sum(asked).stream()
                .mapToDouble(AcceptanceModel.Summand::adds)
                .sum();
        assertThat(expit(sum)).isCloseTo(learned.of(asked).p(), within(1e-8));
        assertThat(learned.of(asked).p()).isBetween(.10, .16);
    }

    /**
     * Truths of another form: part of the customers never take anything, the others by a threshold in what they buy anyway and by
     * loyalty times price. Learned of one half, right on the other.
     */
    @Test
    void itIsCalibratedWhereTheTruthIsOfAnotherForm() {
        double predicted = 0;
        double taken = 0;
        double[] best = new double[2];
        for (int seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            List<Trial> half = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                Asked asked = any(random);
                half.add(trial(asked, 1, otherForm(asked, random) ? 1 : 0));
            }
            AcceptanceModel learned = learned(half);
            for (int i = 0; i < 5000; i++) {
                Asked asked = any(random);
                double p = learned.of(asked).p();
                double y = otherForm(asked, random) ? 1 : 0;
                predicted += p;
                taken += y;
                if (p > .1) {
                    best[0] += p;
                    best[1] += y;
                }
            }
        }
        System.out.printf(
                "predicted / taken on the other half: %.3f, of those above .1: %.3f%n",
                predicted / taken, best[0] / best[1]);
        assertThat(predicted / taken).isBetween(.9, 1.1);
        assertThat(best[0] / best[1]).isBetween(.9, 1.1);
    }

    private static Asked any(Random random) {
        Trigger[] triggers = {Trigger.NONE, Trigger.INTEREST, Trigger.POST_PURCHASE};
        Segment[] segments = {Segment.READY, Segment.DEVELOP, Segment.WATCH, Segment.NURTURE};
        double loyalty = random.nextDouble();
        double price = Math.exp(random.nextGaussian());
        return new Asked(
                OfferType.CROSS_SELL,
                triggers[random.nextInt(3)],
                segments[random.nextInt(4)],
                expit(logit(.02) + random.nextGaussian()),
                1,
                new Beside(loyalty, null, null, null, price, null).terms());
    }

    private static boolean otherForm(Asked asked, Random random) {
        double loyalty = asked.beside().get(0).x();
        double price = asked.beside().get(1).x();
        double p = Math.sqrt(asked.anyway()) * (asked.trigger() == Trigger.NONE ? .4 : .7) * (1 + .4 * loyalty * price);
        double more = asked.segment() == Segment.READY && asked.anyway() > .03 ? .12 : 0;
        return random.nextDouble() < .8 && random.nextDouble() < p + more;
    }

    /** Truths drawn from what is believed: intervals of 90 % of p_accept hold it as often as they say. */
    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        int held = 0;
        int all = 0;
        for (int seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            Beliefs beliefs = new Beliefs(CONFIG, USUAL);
            Map<Term.Key, Double> truth = new java.util.HashMap<>();
            List<Trial> trials = new ArrayList<>();
            for (int i = 0; i < 800; i++) {
                Asked asked = any(random);
                trials.add(trial(asked, 1, random.nextDouble() < expit(eta(asked, beliefs, truth, random)) ? 1 : 0));
            }
            AcceptanceModel learned = learned(trials);
            for (int i = 0; i < 50; i++) {
                Asked asked = any(random);
                double p = expit(eta(asked, beliefs, truth, random));
                Estimate e = learned.of(asked);
                held += e.low() <= p && p <= e.high() ? 1 : 0;
                all++;
            }
        }
        System.out.printf("90 %% intervals of p_accept that hold the truth: %.3f%n", (double) held / all);
        assertThat((double) held / all).isBetween(.86, .94);
    }

    private static double eta(Asked asked, Beliefs beliefs, Map<Term.Key, Double> truth, Random random) {
        double eta = beliefs.offset(asked);
        for (Term t : beliefs.terms(asked)) {
            Beliefs.Normal b = beliefs.of(t.key());
            eta += t.x() * truth.computeIfAbsent(t.key(), k -> b.mean() + b.deviation() * random.nextGaussian());
        }
        return eta;
    }
}
