package io.osusume.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.SentByKryo;
import org.junit.jupiter.api.Test;

/** What Spark sends and stores of the ranking goes through {@code spark.serializer}, which a site may have set to Kryo. */
class KryoTest {
    @Test
    void historiesExamplesAndSnapshotsSurviveKryo() {
        int[] none = {};
        History history = new History(
                "c1",
                new int[] {7},
                new int[] {1},
                new int[] {3},
                new float[] {2},
                new float[] {9.5f},
                new ActivityLog(none, new io.osusume.features.Signals.Kind[0], none));
        assertThat(SentByKryo.of(history)).usingRecursiveComparison().isEqualTo(history);
        Example example = new Example(1, "c1", 3, new float[] {0.5f}, true, 1.0);
        assertThat(SentByKryo.of(example)).usingRecursiveComparison().isEqualTo(example);
        Snapshot window = new Snapshot(
                20_000,
                null,
                new ProductSales(new int[] {19_990}, new int[] {2}),
                new boolean[] {true, false},
                new int[] {4},
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(SentByKryo.of(window)).usingRecursiveComparison().isEqualTo(window);
        assertThat(SentByKryo.of(window.sales())).usingRecursiveComparison().isEqualTo(window.sales());
    }
}
