package io.osusume.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in yen as text with two decimals. */
final class Money {
    private Money() {}

    static String text(double yen) {
        return BigDecimal.valueOf(yen).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
