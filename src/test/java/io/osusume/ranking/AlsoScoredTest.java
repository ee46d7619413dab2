package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.features.Signals.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Customer d of {@link SmallShop} had bought product 0 alone before day 100. */
class AlsoScoredTest {
    private static final ProductCodes CODES = new ProductCodes(List.of("p0", "p1", "p2", "p3", "p4"));
    private static final History D = SmallShop.four().get(3);

    @Test
    void whatFollowsFromWhatIsHadAndWhatWasLookedAtIsScoredAndNothingThatIsHad() {
        AlsoScored also = new AlsoScored(
                Map.of("p0", List.of("p4", "p2", "p0", "never sold"), "p3", List.of("p1"), "never sold", List.of("p3")),
                CODES);
        assertThat(also.of(D, 100)).containsExactly(2, 4);
        History looked = new History(
                "d",
                D.day(),
                D.order(),
                D.product(),
                D.quantity(),
                D.price(),
                new ActivityLog(
                        new int[] {20, 95, 95},
                        new Kind[] {Kind.LOOK, Kind.LOOK, Kind.ACCOUNT_LOOK},
                        new int[] {3, ActivityLog.NO_PRODUCT, 1}));
        assertThat(also.of(looked, 100)).containsExactly(1, 2, 3, 4);
    }
}
