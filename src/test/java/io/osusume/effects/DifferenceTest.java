package io.osusume.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected figures were worked out customer by customer, without sums of products, outside this project. */
class DifferenceTest {

    @Test
    void withoutCovariatesItIsWelchs() {
        Moments treated = alone(1, 2, 3);
        Moments control = alone(0, 0, 3);

        Difference found = Difference.of(treated, control);

        // 2 − 1; √(1/3 + 3/3); (4/3)²/((1/3)²/2 + 1²/2)
        assertThat(found.effect()).isCloseTo(1, within(1e-12));
        assertThat(found.error()).isCloseTo(Math.sqrt(4.0 / 3), within(1e-12));
        assertThat(found.freedom()).isCloseTo(3.2, within(1e-12));
        assertThat(found.clusters()).isEqualTo(6);
        assertThat(found.narrowed()).isZero();
    }

    @Test
    void whatWasKnownBeforeNarrowsIt() {
        Difference found = Difference.of(treated(i -> i), control(i -> i));

        assertThat(found.meanTreated()).isCloseTo(10.75, within(1e-12));
        assertThat(found.meanControl()).isCloseTo(6.7, within(1e-12));
        assertThat(found.effect()).isCloseTo(2.69021164021164, within(1e-10));
        assertThat(found.error()).isCloseTo(0.3698862225092476, within(1e-10));
        assertThat(found.freedom()).isCloseTo(49.99401810732304, within(1e-8));
        assertThat(found.narrowed()).isCloseTo(0.877644428047181, within(1e-10));
    }

    @Test
    void customersOfOneAccountCountTogether() {
        Difference found = Difference.of(treated(i -> i < 20 ? i / 2 : i), control(i -> i < 6 ? i / 3 : i));

        assertThat(found.effect()).isCloseTo(2.69021164021164, within(1e-10));
        assertThat(found.error()).isCloseTo(0.3014913999819235, within(1e-10));
        assertThat(found.freedom()).isCloseTo(35.97517611873895, within(1e-8));
        assertThat(found.clusters()).isEqualTo(40);
        assertThat(found.narrowed()).isCloseTo(0.8758390575018808, within(1e-10));
    }

    @Test
    void aCovariateThatTellsNothingOrTheSameAgainChangesNothing() {
        Moments treated = new Moments(3);
        Moments control = new Moments(3);
        for (int i = 0; i < 80; i++) {
            double x = (i * 7) % 10;
            treated.addAlone(2 + x * 1.5 + (i * 3) % 5, x, 2 * x, 4);
            control.addAlone(1 + x * 1.2 + (i * 7) % 4, x, 2 * x, 4);
        }
        Moments treatedOnce = new Moments(1);
        Moments controlOnce = new Moments(1);
        for (int i = 0; i < 80; i++) {
            double x = (i * 7) % 10;
            treatedOnce.addAlone(2 + x * 1.5 + (i * 3) % 5, x);
            controlOnce.addAlone(1 + x * 1.2 + (i * 7) % 4, x);
        }

        Difference found = Difference.of(treated, control);
        Difference once = Difference.of(treatedOnce, controlOnce);

        assertThat(found.effect()).isCloseTo(once.effect(), within(1e-10));
        assertThat(found.error()).isCloseTo(once.error(), within(1e-10));
    }

    @Test
    void tooFewToLearnASlopeFromAreNotAdjusted() {
        Moments treated = new Moments(1);
        Moments control = new Moments(1);
        for (int i = 0; i < 19; i++) {
            treated.addAlone(i, i);
            control.addAlone(i, i);
        }

        assertThat(Difference.of(treated, control).narrowed()).isZero();
    }

    private interface Cluster {
        int of(int i);
    }

    private static Moments treated(Cluster cluster) {
        Moments arm = new Moments(1);
        for (int i = 0; i < 30; i++) {
            if (i > 0 && cluster.of(i) != cluster.of(i - 1)) {
                arm.endCluster();
            }
            double x = (i * 7) % 10;
            arm.add(2 + x * 1.5 + (i * 3) % 5, x);
        }
        arm.endCluster();
        return arm;
    }

    private static Moments control(Cluster cluster) {
        Moments arm = new Moments(1);
        for (int i = 0; i < 24; i++) {
            if (i > 0 && cluster.of(i) != cluster.of(i - 1)) {
                arm.endCluster();
            }
            double x = (i * 5) % 8;
            arm.add(1 + x * 1.2 + (i * 7) % 4, x);
        }
        arm.endCluster();
        return arm;
    }

    private static Moments alone(double... outcomes) {
        Moments arm = new Moments(0);
        for (double y : outcomes) {
            arm.addAlone(y);
        }
        return arm;
    }
}
