package io.osusume.stats;

import static io.osusume.TestSession.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.TestSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenjaminiHochbergTest {
    private static final BenjaminiHochberg BH = new BenjaminiHochberg("log10_p", "id", "q");

    /** Table 1 of Benjamini & Hochberg (1995): of these 15, the four smallest are rejected at 0.05, the fifth is not. */
    @Test
    void decidesThePublishedExample() {
        double[] p = {
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.0
        };
        double[] q = adjusted(p, 15, 1);
        assertThat(q[0]).isCloseTo(.0015, within(1e-12));
        assertThat(q[3]).isCloseTo(.0095 * 15 / 4, within(1e-12));
        assertThat(q[3]).isLessThan(.05);
        assertThat(q[4]).isCloseTo(.0201 * 15 / 5, within(1e-12)).isGreaterThan(.05);
        assertThat(q[14]).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9})
    void agreesWithTheDefinitionOverPartitions(int partitions) {
        Random random = new Random(5);
        double[] p = new double[1000];
        for (int i = 0; i < p.length; i++) {
            // many ties, and some so small that p itself is not a double any more
            p[i] = i % 10 == 0 ? Math.round(random.nextDouble() * 20) / 20.0 + 1e-3 : random.nextDouble();
        }
        double[] q = adjusted(p, 5000, partitions);
        for (int i = 0; i < p.length; i++) {
            assertThat(q[i]).isCloseTo(byDefinition(p, i, 5000), within(1e-12));
        }
    }

    @Test
    void worksInLogarithmsAndDropsWhatHasNoP() {
        Dataset<Row> rows = TestSession.rows(
                "id STRING, log10_p DOUBLE", row("a", -1000.0), row("b", -320.0), row("c", null), row("d", -2.0));
        BenjaminiHochberg.Adjusted adjusted = BH.adjust(rows, 1000);
        assertThat(adjusted.count()).isEqualTo(3);
        assertThat(adjusted.dropped()).isEqualTo(1);
        Map<String, Double> q = adjusted.rows().collectAsList().stream()
                .collect(Collectors.toMap(r -> r.getString(0), r -> r.getDouble(2)));
        assertThat(q).containsOnlyKeys("a", "b", "d");
        assertThat(q.get("a")).isZero();
        assertThat(q.get("b")).isCloseTo(500e-320, within(1e-319));
        assertThat(q.get("d")).isEqualTo(1);
    }

    /** The published example again, its third and fourth p tied: both have the rank of the last of them. */
    @Test
    void aPMayStandForSeveralHypotheses() {
        double[] q = BenjaminiHochberg.qValues(new double[] {.3240, .0001, .0095, .0004}, new long[] {11, 1, 2, 1});
        assertThat(q[0]).isCloseTo(.3240, within(1e-12));
        assertThat(q[1]).isCloseTo(.0015, within(1e-12));
        assertThat(q[2]).isCloseTo(.0095 * 15 / 4, within(1e-12));
        assertThat(q[3]).isCloseTo(.0004 * 15 / 2, within(1e-12));
    }

    @Test
    void takesNoRows() {
        BenjaminiHochberg.Adjusted adjusted = BH.adjust(TestSession.rows("id STRING, log10_p DOUBLE"), 0);
        assertThat(adjusted.rows().collectAsList()).isEmpty();
        assertThat(adjusted.count()).isZero();
    }

    private static double byDefinition(double[] p, int i, double m) {
        double lowest = 1;
        for (double atLeast : p) {
            if (atLeast >= p[i]) {
                long rank = 0;
                for (double other : p) {
                    rank += other <= atLeast ? 1 : 0;
                }
                lowest = Math.min(lowest, atLeast * m / rank);
            }
        }
        return lowest;
    }

    private static double[] adjusted(double[] p, long m, int partitions) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            rows.add(row(String.valueOf(i), Math.log10(p[i])));
        }
        Dataset<Row> data = TestSession.spark()
                .createDataFrame(rows, StructType.fromDDL("id STRING, log10_p DOUBLE"))
                .repartition(partitions);
        double[] q = new double[p.length];
        BH.adjust(data, m).rows().collectAsList().forEach(r -> q[Integer.parseInt(r.getString(0))] = r.getDouble(2));
        return q;
    }
}
