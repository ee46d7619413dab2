package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.ConfigLoader;
import io.osusume.config.RankerConfig;
import io.osusume.features.Signals.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The four customers of {@link SmallShop}, as of day 100; products sold lately: 0 to 3. */
class CandidateFinderTest {
    private static final History D = SmallShop.four().get(3);
    private static final int[] NO_CATEGORIES = {-1, -1, -1, -1, -1};

    private static RankerConfig config(String... settings) {
        List<String> all = new ArrayList<>(List.of("inputs.orders.path=unused.csv", "ranker.factors=2"));
        all.addAll(List.of(settings));
        return ConfigLoader.load(Optional.empty(), all).config().ranker();
    }

    private static Candidates of(RankerConfig config, History history) {
        Snapshot snapshot = new SnapshotBuilder(config, 5).build(SmallShop.four(), 100);
        return new CandidateFinder(snapshot, config, NO_CATEGORIES).of(history);
    }

    private static History looking(Kind kind, int... products) {
        int[] days = new int[products.length];
        Arrays.fill(days, 95);
        return with(kind, days, products);
    }

    private static History with(Kind kind, int[] days, int... products) {
        Kind[] kinds = new Kind[products.length];
        Arrays.fill(kinds, kind);
        return new History(
                "d", D.day(), D.order(), D.product(), D.quantity(), D.price(), new ActivityLog(days, kinds, products));
    }

    private static float[] happened(Kind kind, int... days) {
        int[] products = new int[days.length];
        Arrays.fill(products, ActivityLog.NO_PRODUCT);
        return of(config(), with(kind, days, products)).features()[0];
    }

    @Test
    void whatIsSimilarAndSoldLatelyIsACandidateAndNothingThatIsHad() {
        RankerConfig config = config("ranker.popular_candidates=0");
        // Who has 0 has 1 and 2 too (customers a, b, c), and b has 3; 4 is not sold any more.
        assertThat(of(config, D).product()).containsExactly(1, 2, 3);
        float[] first = of(config, D).features()[0];
        assertThat(first[Feature.NEAREST.index()]).isEqualTo((float) (3 / Math.sqrt(4 * 3)));
    }

    @Test
    void interestMakesACandidateAndIsCounted() {
        String[] alone = {
            "ranker.popular_candidates=0", "ranker.leave_out=[similarity, rules]", "ranker.candidates_per_source=5"
        };
        Candidates found = of(config(alone), looking(Kind.LOOK, 3, 3, 4, 0));
        assertThat(found.product()).containsExactly(3); // 4 is not sold any more, 0 is had
        assertThat(found.features()[0][Feature.LOOKS_7.index()]).isEqualTo(2);
        assertThat(found.features()[0][Feature.ALL_LOOKS_28.index()]).isEqualTo(4);
        alone[1] = "ranker.leave_out=[similarity, rules, interest]";
        assertThat(of(config(alone), looking(Kind.LOOK, 3, 3)).product()).isEmpty();
    }

    @Test
    void whatTheAccountIsInterestedInIsACandidateToo() {
        RankerConfig config = config("ranker.popular_candidates=0", "ranker.leave_out=[similarity, rules]");
        Candidates found = of(config, looking(Kind.ACCOUNT_LOOK, 3, ActivityLog.NO_PRODUCT, 2, 0));
        assertThat(found.product()).containsExactly(2, 3);
        assertThat(found.features()[1][Feature.ACCOUNT_LOOKS_28.index()]).isEqualTo(1);
        assertThat(found.features()[1][Feature.ACCOUNT_ALL_LOOKS_28.index()]).isEqualTo(4);
        assertThat(found.features()[1][Feature.LOOKS_28.index()]).isZero();
    }

    @Test
    void whatWasLookedAtLastComesFirst() {
        RankerConfig config = config(
                "ranker.popular_candidates=0",
                "ranker.leave_out=[similarity, rules]",
                "ranker.candidates_per_source=1");
        assertThat(of(config, with(Kind.LOOK, new int[] {90, 95, 96}, 3, 2, 3)).product())
                .containsExactly(3);
        assertThat(of(config, with(Kind.LOOK, new int[] {90, 95, 96}, 3, 3, 2)).product())
                .containsExactly(2);
    }

    /** As of day 100: 28 days begin with day 72, 84 with day 16. */
    @Test
    void whatMakesWhatAndPaceIsCountedInItsSpan() {
        float[] contacted = happened(Kind.CONTACT, 15, 16, 71, 72, 99, 100);
        assertThat(contacted[Feature.CONTACTS_28.index()]).isEqualTo(2);
        assertThat(contacted[Feature.CONTACTS_84.index()]).isEqualTo(4);
        assertThat(contacted[Feature.WELCOMES_84.index()]).isZero();
        float[] using = happened(Kind.USE, 15, 16, 71, 72);
        assertThat(using[Feature.USES_28.index()]).isEqualTo(1);
        assertThat(using[Feature.USES_84.index()]).isEqualTo(3);
        assertThat(happened(Kind.PROBLEM, 15, 16, 99)[Feature.PROBLEMS_84.index()])
                .isEqualTo(2);
        assertThat(happened(Kind.WELCOME, 15, 16, 99)[Feature.WELCOMES_84.index()])
                .isEqualTo(2);
        assertThat(happened(Kind.REFUSAL, 15, 16, 99)[Feature.REFUSALS_84.index()])
                .isEqualTo(2);
    }

    @Test
    void onlyWhatIsWantedIsWorkedOut() {
        RankerConfig config = config();
        Snapshot snapshot = new SnapshotBuilder(config, 5).build(SmallShop.four(), 100);
        assertThat(new CandidateFinder(snapshot, config, NO_CATEGORIES)
                        .of(D, p -> p == 2)
                        .product())
                .containsExactly(2);
    }
}
