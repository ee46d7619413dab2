package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.osusume.config.ConfigLoader;
import io.osusume.config.RankerTrainingConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BoostingTest {
    private static final int[] TWO = {0, 1};

    /** A constant and one tree of depth 1, step .1. */
    private static Boosting boosting(double windowWeight) {
        return new Boosting(new RankerTrainingConfig(2, windowWeight, 1, 10, 1, 2, 1, 0.1, 1, 0.1), 1);
    }

    private static void add(List<Example> to, int count, int window, boolean bought, float... features) {
        for (int i = 0; i < count; i++) {
            to.add(new Example(window, "c" + to.size(), 1, features, bought, 1));
        }
    }

    /**
     * 100 bought at feature 1, 300 not at feature 0: p = 1/4, so G = 100 · 3/4 = 75 and H = 100 · 3/16 = 18.75 on the one side,
     * −75 and 56.25 on the other; leaves step · G / (H + 10).
     */
    @Test
    void oneSplitIsThatOfTheHand() {
        List<Example> examples = new ArrayList<>();
        add(examples, 100, 1, true, 1, 5);
        add(examples, 300, 1, false, 0, 5);
        Boosting.Boosted learned = boosting(1).learn(examples, new int[] {0});
        assertThat(learned.trees().margin(new float[] {1, 5}))
                .isCloseTo(Math.log(1 / 3.0) + 0.1 * 75 / 28.75, within(1e-8));
        assertThat(learned.trees().margin(new float[] {0, 5}))
                .isCloseTo(Math.log(1 / 3.0) - 0.1 * 75 / 66.25, within(1e-8));
    }

    @Test
    void aFeatureThatIsAlwaysTheSameTeachesNothing() {
        List<Example> examples = new ArrayList<>();
        add(examples, 100, 1, true, 1, 5);
        add(examples, 300, 1, false, 0, 5);
        Boosting.Boosted learned = boosting(1).learn(examples, TWO);
        assertThat(learned.importance()[1]).isZero();
        Boosting.Boosted ofTheConstant = boosting(1).learn(examples, new int[] {1});
        assertThat(ofTheConstant.trees().margin(new float[] {1, 5})).isCloseTo(Math.log(1 / 3.0), within(1e-8));
        assertThat(Arrays.stream(ofTheConstant.importance()).allMatch(Double::isFinite))
                .isTrue();
    }

    /** One window of 100 to 100 and an older one of 300 to 100 that weighs half: odds (100 + 150) : (100 + 50) = 5 : 3. */
    @Test
    void anOlderWindowWeighsLess() {
        List<Example> examples = new ArrayList<>();
        add(examples, 100, 1, true, 0, 5);
        add(examples, 100, 1, false, 0, 5);
        add(examples, 300, 2, true, 0, 5);
        add(examples, 100, 2, false, 0, 5);
        assertThat(boosting(0.5).learn(examples, TWO).trees().margin(new float[] {0, 5}))
                .isCloseTo(Math.log(5 / 3.0), within(1e-8));
    }

    @Test
    void whatMayBeLeftOutIsWhatThereIs() {
        String groups = Arrays.stream(Feature.Group.values())
                .map(Feature.Group::label)
                .sorted()
                .collect(Collectors.joining(", "));
        assertThat(ConfigLoader.load(Optional.empty(), settings(groups))
                        .config()
                        .ranker()
                        .leaveOut())
                .hasSize(Feature.Group.values().length);
        assertThatThrownBy(() -> ConfigLoader.load(Optional.empty(), settings("none")))
                .hasMessageEndingWith("groups: " + groups);
    }

    private static List<String> settings(String leftOut) {
        return List.of("inputs.orders.path=a.csv", "ranker.leave_out=[" + leftOut + "]");
    }
}
