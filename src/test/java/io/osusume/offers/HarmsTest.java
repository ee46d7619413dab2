package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.acceptance.Asked;
import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.SaleRules;
import io.osusume.config.OsusumeConfig;
import io.osusume.effects.Contrast;
import io.osusume.offers.Decider.Decision;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.UpliftSource;
import io.osusume.uplift.Followed;
import io.osusume.uplift.UpliftModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What control groups taught of cross-sells, in the night's own decisions: of 20,000 offers of the last weeks a fifth was withheld. */
class HarmsTest {
    private static final OsusumeConfig CONFIG = Shelf.config(
            "experiment.control_share=0.2", "offers.min_expected_value=-1000000", "offers.max_per_customer=9");
    private static final Catalogue CATALOGUE = Catalogue.of(
            List.of(Shelf.goods("pc", 1000, 500), Shelf.goods("mouse", 400, 100), Shelf.goods("pad", 400, 100)));

    /** Where it is withheld 4 in 100 buy. */
    private static UpliftModel taught(double asked, double unasked) {
        Random random = new Random(3);
        List<Followed> followed = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            boolean isTreated = random.nextDouble() >= .2;
            Segment segment = i % 2 == 0 ? Segment.READY : Segment.WATCH;
            double p = !isTreated ? .04 : segment == Segment.READY ? asked : unasked;
            followed.add(new Followed(
                    new Asked(OfferType.CROSS_SELL, Trigger.POST_PURCHASE, segment, .04, 1, List.of()),
                    .06,
                    new Contrast.Case("c" + String.format("%05d", i), isTreated, true, random.nextDouble() < p, .04),
                    isTreated));
        }
        return UpliftModel.learn(followed, CONFIG, .04);
    }

    private static List<Decision> decided(UpliftModel uplift, String segment) {
        Learned nothing = Shelf.nothingLearned(CONFIG);
        Learned learned = new Learned(nothing.past(), nothing.usual(), null, nothing.model(), uplift, .9);
        SaleRules sale = Shelf.sale(CATALOGUE, CONFIG);
        Decider decider = new Assembly(CONFIG, sale, learned, Shelf.AS_OF)
                .decider(
                        RuleHints.of(
                                List.of(Shelf.rule("pc", "mouse", .4, 5), Shelf.rule("pc", "pad", .3, 4)),
                                sale,
                                CONFIG.offers()),
                        BundlesByItem.of(List.of()));
        Target target = Shelf.who(segment)
                .has(Shelf.bought("pc", 3))
                .likely("mouse", .05, "pc")
                .likely("pad", .04, "pc")
                .target();
        return decider.decide(target, Set.of()).stream()
                .filter(d -> d.candidate().proposal().type() == OfferType.CROSS_SELL)
                .toList();
    }

    @Test
    void whatDoesHarmIsNotMadeAndWhatWorksIsWorthWhatWasMeasured() {
        UpliftModel taught = taught(.10, .01);
        List<Decision> ready = decided(taught, "ready");
        List<Decision> watch = decided(taught, "watch");
        List<Decision> assumed = decided(Shelf.unmeasured(CONFIG), "ready");

        assertThat(ready).hasSize(2).allSatisfy(d -> {
            assertThat(d.stopped()).isEmpty();
            assertThat(d.candidate().uplift().source()).isEqualTo(UpliftSource.MEASURED);
        });
        assertThat(watch).hasSize(2).allSatisfy(d -> {
            assertThat(d.rank()).isZero();
            assertThat(d.stopped().orElseThrow().code()).isEqualTo("harms");
            assertThat(d.candidate().uplift().value()).isNegative();
            assertThat(d.candidate().expectedValue()).isNegative();
        });
        assertThat(assumed).allSatisfy(d -> assertThat(d.stopped()).isEmpty());
    }

    @Test
    void halfOfWhatIsAssumedIsWorthHalf() {
        double half = value(decided(taught(.07, .07), "ready"));
        double assumed = value(decided(Shelf.unmeasured(CONFIG), "ready"));
        assertThat(half / assumed).isBetween(.35, .65);
    }

    private static double value(List<Decision> decisions) {
        return decisions.stream()
                .mapToDouble(d -> d.candidate().expectedValue())
                .sum();
    }
}
