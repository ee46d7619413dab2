package io.osusume.uplift;

import static io.osusume.stats.Logistic.expit;
import static io.osusume.stats.Logistic.logit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.acceptance.AcceptanceModel;
import io.osusume.acceptance.Asked;
import io.osusume.acceptance.Beside;
import io.osusume.config.OsusumeConfig;
import io.osusume.effects.Contrast;
import io.osusume.features.TestFacts;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.UpliftSource;
import io.osusume.uplift.Realised.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Offers of which is known what they change. A fifth of the customers is in control. */
class UpliftModelTest {
    private static final OsusumeConfig CONFIG = TestFacts.config("experiment.control_share=0.2");
    private static final double USUAL = .03;
    private static final AcceptanceModel PRIOR =
            AcceptanceModel.learn(List.of(), CONFIG.offers().acceptance(), USUAL, Map.of());

    /** How likely an offer is taken where it is made. */
    private interface Truth {
        double accepted(Asked asked, double believed);
    }

    private static Asked asked(Trigger trigger, double anyway, Double loyalty) {
        Beside beside = new Beside(loyalty, null, null, null, null, null);
        return new Asked(OfferType.CROSS_SELL, trigger, Segment.READY, anyway, 1, beside.terms());
    }

    private static Uplift uplift(UpliftModel model, Asked asked) {
        return model.of(asked, PRIOR.of(asked));
    }

    private static Followed followed(int i, Asked asked, boolean isTreated, boolean isTaken) {
        return new Followed(
                asked,
                PRIOR.of(asked).p() - asked.anyway(),
                new Contrast.Case(String.format("c%06d", i), isTreated, true, isTaken, asked.anyway()),
                isTreated);
    }

    /** Each of two cells has half of the customers. */
    private static List<Followed> played(int customers, Truth truth, long seed) {
        Random random = new Random(seed);
        List<Followed> followed = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            Trigger trigger = i % 2 == 0 ? Trigger.INTEREST : Trigger.NONE;
            Asked asked = asked(trigger, expit(logit(USUAL) + .7 * random.nextGaussian()), random.nextDouble());
            boolean isTreated = random.nextDouble() >= .2;
            double p = isTreated ? truth.accepted(asked, PRIOR.of(asked).p()) : asked.anyway();
            followed.add(followed(i, asked, isTreated, random.nextDouble() < p));
        }
        return followed;
    }

    @Test
    void withoutControlItIsAssumed() {
        List<Followed> made = played(4000, (a, believed) -> believed, 1).stream()
                .filter(f -> f.seen().isTreated())
                .toList();
        Asked asked = asked(Trigger.INTEREST, .03, .5);
        AcceptanceModel.Estimate p = PRIOR.of(asked);
        for (List<Followed> none : List.of(List.<Followed>of(), made)) {
            UpliftModel model = UpliftModel.learn(none, CONFIG, USUAL);
            Uplift uplift = uplift(model, asked);
            assertThat(uplift.source()).isEqualTo(UpliftSource.ASSUMED);
            assertThat(uplift.value()).isCloseTo(p.p() - .03, within(1e-9));
            assertThat(uplift.low()).isCloseTo(p.low() - .03, within(1e-9));
            assertThat(uplift.high()).isCloseTo(p.high() - .03, within(1e-9));
            assertThat(model.notes()).isEmpty();
        }
    }

    /**
     * 1,000 made of whom 120 take, 250 withheld of whom 10 do: .08 more, where all are alike and .12 − .03 was assumed. Variances .12·.88/999 and
     * .04·.96/249, ÷ .09². Believed before: 1 ± .5.
     */
    @Test
    void aTypesShareIsWorkedOutByHand() {
        List<Followed> followed = new ArrayList<>();
        for (int i = 0; i < 1250; i++) {
            boolean isTreated = i < 1000;
            boolean isTaken = isTreated ? i < 120 : i < 1010;
            Asked asked = asked(Trigger.INTEREST, .03, null);
            Contrast.Case seen = new Contrast.Case(String.format("c%06d", i), isTreated, true, isTaken, .03);
            followed.add(new Followed(asked, .09, seen, isTreated));
        }
        double share = .08 / .09;
        double variance = (.12 * .88 / 999 + .04 * .96 / 249) / (.09 * .09);
        double weight = .25 / (.25 + variance);
        Realised found = Cells.of(followed, CONFIG).of(OfferType.CROSS_SELL);
        assertThat(found.mean()).isCloseTo(1 + weight * (share - 1), within(1e-9));
        assertThat(found.deviation()).isCloseTo(Math.sqrt(weight * variance), within(1e-9));
        assertThat(found.measured()).isCloseTo(weight, within(1e-9));
    }

    /** Two cells of 1 ± .1 and 0 ± .1: q = 50, between (50 − 1)/(200 − 100) = .49; each keeps .49/.5 of what it found. */
    @Test
    void aCellIsShrunkTowardsItsType() {
        List<Found> cells = List.of(new Found(1, .01), new Found(0, .01));
        assertThat(Cells.between(cells)).isCloseTo(.49, within(1e-12));
        Realised type = new Realised(.5, .07, .9);
        Realised cell = type.ofCell(cells.get(0), .49);
        assertThat(cell.mean()).isCloseTo(.5 + .98 * .5, within(1e-12));
        assertThat(cell.measured()).isCloseTo(.98 + .02 * .9, within(1e-12));
        assertThat(type.ofCell(cells.get(0), 0)).as("cells that are alike").isEqualTo(type);
        assertThat(Cells.between(List.of(new Found(1, .01), new Found(1.1, .01))))
                .isZero();
        assertThat(Cells.between(cells.subList(0, 1))).isZero();
        assertThat(Cells.between(List.of())).isZero();
    }

    /** Upon interest half of what is assumed comes; without a trigger asking drives half of the buyers away. */
    @Test
    void whatControlTellsOfACellHolds() {
        UpliftModel model = UpliftModel.learn(
                played(
                        60_000,
                        (a, believed) -> a.trigger() == Trigger.INTEREST
                                ? a.anyway() + .5 * (believed - a.anyway())
                                : .5 * a.anyway(),
                        2),
                CONFIG,
                USUAL);
        Asked interested = asked(Trigger.INTEREST, .03, .5);
        Uplift works = uplift(model, interested);
        assertThat(works.source()).isEqualTo(UpliftSource.MEASURED);
        assertThat(works.value()).isCloseTo(.5 * (PRIOR.of(interested).p() - .03), within(.008));
        assertThat(works.low()).isLessThan(works.value());
        Uplift harms = uplift(model, asked(Trigger.NONE, .03, .5));
        assertThat(harms.source()).isEqualTo(UpliftSource.MEASURED);
        assertThat(harms.value()).isCloseTo(-.015, within(.008));
        assertThat(model.notes()).singleElement().asString().startsWith("Uplift of cross_sell: ");
        assertThat(uplift(model, new Asked(OfferType.UPSELL, null, null, null, 1, List.of()))
                        .source())
                .as("another type")
                .isEqualTo(UpliftSource.ASSUMED);
    }

    @Test
    void littleDataMeasuresPartly() {
        Uplift uplift = uplift(
                UpliftModel.learn(played(1500, (a, b) -> b, 3), CONFIG, USUAL), asked(Trigger.INTEREST, .03, .5));
        assertThat(uplift.source()).isEqualTo(UpliftSource.PARTLY);
    }

    /** Asking wins the disloyal and drives the loyal away, which p_accept does not know. */
    @Test
    void theDifferenceOfTheArmsIsUsedWhereItPredictsBetter() {
        Truth byLoyalty = (a, believed) -> a.beside().get(0).x() < 0 ? a.anyway() + .15 : .3 * a.anyway();
        UpliftModel model = UpliftModel.learn(played(20_000, byLoyalty, 4), CONFIG, USUAL);
        double disloyal = uplift(model, asked(Trigger.INTEREST, .03, .1)).value();
        double loyal = uplift(model, asked(Trigger.INTEREST, .03, .9)).value();
        assertThat(disloyal).isGreaterThan(loyal + .08);
        assertThat(model.notes()).singleElement().asString().contains("of each customer");
    }

    @Test
    void whereItDoesNotTheCellsIsUsed() {
        int personal = 0;
        for (int seed = 1; seed <= 20; seed++) {
            UpliftModel model = UpliftModel.learn(played(3000, (a, believed) -> believed, 100 + seed), CONFIG, USUAL);
            personal += model.notes().toString().contains("of each customer") ? 1 : 0;
        }
        System.out.printf("of 20 companies without differences of its own, taken for some: %d%n", personal);
        assertThat(personal).isLessThanOrEqualTo(3);
    }

    /** A half goes out: what came of it came of that half. */
    @Test
    void whatWasNotSentChangesNothing() {
        List<Followed> half = new ArrayList<>();
        List<Followed> all = played(40_000, (a, believed) -> believed, 5);
        Random random = new Random(6);
        for (int i = 0; i < all.size(); i++) {
            Followed f = all.get(i);
            boolean isSent = f.seen().isTreated() && random.nextBoolean();
            boolean isKept = f.seen().isTreated() && !isSent;
            boolean isTaken =
                    isKept ? random.nextDouble() < f.asked().anyway() : f.seen().isTaken();
            half.add(new Followed(
                    f.asked(),
                    f.assumed(),
                    new Contrast.Case(
                            f.seen().cluster(),
                            f.seen().isTreated(),
                            true,
                            isTaken,
                            f.seen().anyway()),
                    isSent));
        }
        Realised realised = Cells.of(half, CONFIG).of(OfferType.CROSS_SELL);
        assertThat(realised.mean()).isCloseTo(1, within(2.5 * realised.deviation()));
        assertThat(realised.deviation()).isLessThan(.2);
    }

    /** As above, but every second customer of control is lost on the way, or nobody takes anything, or three customers are all. */
    @Test
    void nothingIsMeasuredOfArmsThatAreNotAsTheyWereDrawnNorOfTooFew() {
        List<Followed> all = played(20_000, (a, believed) -> believed, 7);
        List<Followed> lost = all.stream()
                .filter(f -> f.seen().isTreated() || f.seen().cluster().hashCode() % 2 == 0)
                .toList();
        assertThat(UpliftModel.learn(lost, CONFIG, USUAL).notes()).isEmpty();
        List<Followed> nobody = all.stream()
                .map(f -> new Followed(
                        f.asked(),
                        f.assumed(),
                        new Contrast.Case(f.seen().cluster(), f.seen().isTreated(), true, false, 0),
                        f.isDelivered()))
                .toList();
        assertThat(UpliftModel.learn(nobody, CONFIG, USUAL).notes()).isEmpty();
        assertThat(UpliftModel.learn(all.subList(0, 3), CONFIG, USUAL).notes()).isEmpty();
    }
}
