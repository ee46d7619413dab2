package io.osusume.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against Java's own functions, which lose no digits. */
class NearOneTest {
    private static final double FEW_ULPS = 1e-15;

    @Test
    void logarithmsKeepTheirDigits() {
        for (double x = 1e-320; x < 1e300; x *= 1.37) {
            assertThat(NearOne.log1p(x) / Math.log1p(x)).isCloseTo(1, within(FEW_ULPS));
        }
        assertThat(NearOne.log1p(0)).isZero();
    }

    @Test
    void powersKeepTheirDigits() {
        for (double y = 1e-300; y < 700; y *= 1.37) {
            assertThat(NearOne.expm1(y, Math.exp(y)) / Math.expm1(y)).isCloseTo(1, within(FEW_ULPS));
            assertThat(NearOne.expm1(-y, Math.exp(-y)) / Math.expm1(-y)).isCloseTo(1, within(FEW_ULPS));
        }
        assertThat(NearOne.expm1(0, 1)).isZero();
    }
}
