package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static double[][] upTo(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(i -> new double[] {i, 1}).toArray(double[][]::new);
    }

    /** 2 % of 100 are two at either end: the third lowest and the third highest are the limits. */
    @Test
    void aShareLiesBeyondEachLimit() {
        assertThat(Limits.of(upTo(100), 0, 1, 0.02)).isEqualTo(new Limits(3, 98));
    }

    @Test
    void oneAtTheLeast() {
        assertThat(Limits.of(upTo(10), 0, 1, 0.02)).isEqualTo(new Limits(2, 9));
    }

    /** Ten customers of value 1 are the ten lowest. */
    @Test
    void customersAlikeAreCounted() {
        double[][] rows = {{1, 10}, {2, 5}, {1000, 1}};
        assertThat(Limits.of(rows, 0, 1, 0.05)).isEqualTo(new Limits(1, 2));
    }

    @Test
    void ofFewNobodyIsFarOut() {
        assertThat(Limits.of(upTo(4), 0, 1, 0.1).within(1e9)).isEqualTo(1e9);
        assertThat(Limits.of(new double[0][], 0, 1, 0.1).within(-5)).isEqualTo(-5);
        assertThat(Limits.of(upTo(100), 0, 1, 0).within(1e9)).isEqualTo(1e9);
    }
}
