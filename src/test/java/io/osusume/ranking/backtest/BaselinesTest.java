package io.osusume.ranking.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.config.ConfigLoader;
import io.osusume.config.RankerConfig;
import io.osusume.ranking.History;
import io.osusume.ranking.Neighbours;
import io.osusume.ranking.PurchaseSets;
import io.osusume.ranking.SmallShop;
import io.osusume.ranking.Snapshot;
import io.osusume.ranking.SnapshotBuilder;
import io.osusume.ranking.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static final RankerConfig CONFIG = ConfigLoader.load(
                    Optional.empty(),
                    List.of("inputs.orders.path=unused.csv", "ranker.rule_count=1", "ranker.factors=2"))
            .config()
            .ranker();
    private static final List<History> SHOP = SmallShop.four();
    private static final Snapshot WINDOW = new SnapshotBuilder(CONFIG, 5).build(SHOP, 100);
    private static final Neighbours COSINE = Neighbours.of(
            PurchaseSets.of(
                    SHOP.stream().map(h -> h.boughtBefore(100).product()).toList(), 5),
            Neighbours.COSINE,
            5);

    private static Baselines baselines(int... categories) {
        float[][] products = {{1, 0}, {0, 1}, {0.5f, 0.5f}, {0.9f, 0}, {1, 1}};
        return new Baselines(
                WINDOW, COSINE, new Baselines.AlsFactors(products, Map.of("d", new float[] {1, 0.1f})), categories);
    }

    private static int[] rank(Method method, int customer) {
        return baselines(0, 0, 1, 1, 0).rank(method, SHOP.get(customer), 10);
    }

    @Test
    void whatWasNotSoldLatelyOrIsOwnedIsNeverRanked() {
        assertThat(WINDOW.eligible()).containsExactly(true, true, true, true, false);
        for (Method method : List.of(Method.POPULARITY, Method.ITEM_COSINE, Method.NEW_BUYERS)) {
            assertThat(rank(method, 0)).containsExactly(3);
        }
    }

    @Test
    void popularityCountsBuyers() {
        assertThat(rank(Method.POPULARITY, 3)).containsExactly(1, 2, 3);
        // In the last 28 days (72 to 99) product 1 had b and c, product 2 a and b, product 3 b: the smaller code first.
        assertThat(rank(Method.RECENT_POPULARITY, 3)).containsExactly(1, 2, 3);
        assertThat(WINDOW.figures().buyers(Span.FOUR_WEEKS)).containsExactly(3, 2, 2, 1, 0);
        assertThat(WINDOW.figures().newBuyers(Span.FOUR_WEEKS)).containsExactly(3, 2, 2, 1, 0);
    }

    /** cos(0, 1) = 3/√(4·3), cos(0, 2) = 2/√(4·2), cos(0, 3) = 1/√(4·1), cos(0, 4) = 1/√(4·1). */
    @Test
    void cosineIsThatOfTheHand() {
        assertThat(COSINE.code()[0]).containsExactly(1, 2, 3, 4);
        double[] expected = {3 / Math.sqrt(12), 2 / Math.sqrt(8), 0.5, 0.5};
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) COSINE.weight()[0][i]).isCloseTo(expected[i], within(1e-6));
        }
        assertThat(rank(Method.ITEM_COSINE, 3)).containsExactly(1, 2, 3);
    }

    /** Orders with 0: {0, 1, 4}, {0, 1}, {0, 1}, {0}: confidence of 0 → 1 is 3/4; 2 and 3 are in no order with it. */
    @Test
    void rulesKnowOnlyWhatWasBoughtTogether() {
        assertThat(WINDOW.orderRules().code()[0]).containsExactly(1, 4);
        assertThat(WINDOW.orderRules().weight()[0]).containsExactly(0.75f, 0.25f);
        assertThat(rank(Method.RULES, 3)).containsExactly(1);
    }

    @Test
    void ownCategoriesComeFirst() {
        // Customer d bought product 0 only: 1 is of its category; then 2 (two buyers) and 3.
        assertThat(rank(Method.OWN_CATEGORIES, 3)).containsExactly(1, 2, 3);
        assertThat(baselines(1, 0, 0, 1, 0).rank(Method.OWN_CATEGORIES, SHOP.get(3), 10))
                .containsExactly(3, 1, 2);
        assertThat(baselines(-1, -1, -1, -1, -1).rank(Method.OWN_CATEGORIES, SHOP.get(3), 10))
                .containsExactly(1, 2, 3);
    }

    /** (1, .1) · (0, 1) = .1, · (.5, .5) = .55, · (.9, 0) = .9. */
    @Test
    void factorsAreMultiplied() {
        assertThat(rank(Method.ALS, 3)).containsExactly(3, 2, 1);
        assertThat(rank(Method.ALS, 2)).isEmpty();
    }
}
