package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.config.RankerTrainingConfig;
import io.osusume.tables.RankerFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/**
 * Which model is used: five customers with three candidates each, of which the last one, and only it, is of feature 1, is
 * bought.
 */
class ModelSelectionTest {
    private static final LocalDate TONIGHT = LocalDate.of(2026, 6, 30);
    private static final LocalDate EARLIER = LocalDate.of(2026, 6, 20);
    private static final RankerModel RIGHT = stump(-1, 1);
    private static final RankerModel WRONG = stump(1, -1);

    /** One tree of one split at feature 0 = .5. */
    private static RankerModel stump(double low, double high) {
        TreeEnsemble trees = new TreeEnsemble(
                new int[] {0},
                new int[] {0, -1, -1},
                new double[] {0.5, 0, 0},
                new int[] {1, 0, 0},
                new int[] {2, 0, 0},
                new double[] {0, low, high});
        return new RankerModel(trees, new Calibration(1, 0));
    }

    private static Learning.Learned learned(RankerModel model) {
        List<Example> latest = new ArrayList<>();
        for (int c = 0; c < 5; c++) {
            for (int product = 0; product < 3; product++) {
                boolean bought = product == 2;
                latest.add(new Example(1, "c" + c, product, new float[] {bought ? 1 : 0}, bought, 1));
            }
        }
        double[] importance = new double[Feature.values().length];
        TreeMap<Integer, Long> windows = new TreeMap<>(Comparator.reverseOrder());
        windows.putAll(Map.of(20_000, 5L, 19_972, 7L));
        return new Learning.Learned(
                Optional.of(new Learning.Fitted(model, model, importance, Map.of(1, .8, 2, 1.1))),
                windows,
                latest,
                15,
                5,
                1,
                "");
    }

    private static ModelSelection between(RankerModel tonight, RankerModel earlier) {
        return ModelSelection.between(
                learned(tonight),
                Optional.of(new ModelRows.Dated(earlier, EARLIER)),
                TONIGHT,
                new RankerTrainingConfig(2, 1, 1, 10, 1, 2, 1, 0.1, 1, 0.1));
    }

    private static double metric(ModelSelection chosen, String name) {
        return chosen.facts().stream()
                .filter(f -> f.getString(1).equals(name))
                .mapToDouble(f -> f.getDouble(2))
                .findFirst()
                .orElseThrow();
    }

    private static String trainedOn(ModelSelection chosen) {
        Row state = chosen.facts().get(0);
        assertThat(state.getString(0)).isEqualTo(RankerFacts.STATE);
        return state.getString(3);
    }

    @Test
    void aModelThatRanksWorseThanTheOneBeforeItIsNotUsed() {
        ModelSelection chosen = between(WRONG, RIGHT);
        assertThat(chosen.model()).contains(RIGHT);
        assertThat(trainedOn(chosen)).isEqualTo("2026-06-20");
        // What was bought comes last of three: 1 / log2(4).
        assertThat(metric(chosen, "ndcg")).isCloseTo(0.5, within(1e-9));
        assertThat(metric(chosen, "ndcg_previous")).isEqualTo(1);
        assertThat(chosen.notes()).singleElement().asString().contains("2026-06-20", "used again");
    }

    @Test
    void oneThatRanksAsWellIs() {
        ModelSelection chosen = between(RIGHT, RIGHT);
        assertThat(chosen.facts())
                .contains(
                        RowFactory.create(RankerFacts.LEVEL, "2024-10-04", .8, null),
                        RowFactory.create(RankerFacts.LEVEL, "2024-09-06", 1.1, null));
        assertThat(trainedOn(chosen)).isEqualTo("2026-06-30");
        assertThat(chosen.notes()).isEmpty();
    }

    @Test
    void whereNothingCanBeLearnedTheEarlierOneIsUsedAndItIsSaid() {
        Learning.Learned nothing =
                new Learning.Learned(Optional.empty(), new TreeMap<>(), List.of(), 0, 0, 1, "too little");
        RankerTrainingConfig config = new RankerTrainingConfig(2, 1, 1, 10, 1, 2, 1, 0.1, 1, 0.1);
        ModelSelection chosen =
                ModelSelection.between(nothing, Optional.of(new ModelRows.Dated(RIGHT, EARLIER)), TONIGHT, config);
        assertThat(chosen.model()).contains(RIGHT);
        assertThat(chosen.notes()).containsExactly("too little");
        assertThat(ModelSelection.between(nothing, Optional.empty(), TONIGHT, config)
                        .model())
                .isEmpty();
    }
}
