package io.osusume.ranking;

import java.math.BigDecimal;
import java.math.MathContext;

/** Nine significant digits, as published, so that nothing is ranked by bits that depend on the order of additions. */
final class Rounded {
    private static final MathContext NINE_DIGITS = new MathContext(9);

    private Rounded() {}

    static double significant(double x) {
        return x == 0 || !Double.isFinite(x)
                ? x
                : new BigDecimal(x).round(NINE_DIGITS).doubleValue();
    }
}
