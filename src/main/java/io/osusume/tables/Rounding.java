package io.osusume.tables;

import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/** Rounding of estimates, so that the last bits, which depend on the order of additions, are never seen or ranked by. */
public final class Rounding {
    private static final int DIGITS = 9;
    private static final MathContext NINE_DIGITS = new MathContext(DIGITS);

    /** 10^0 to 10^22, all that a double holds exactly. */
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Ten times what scaling to nine digits may be off by. */
    private static final double NEAR_HALF = 1e-6;

    /** A function, since an expression would repeat its argument nine times, and grow with each nesting. */
    private static final UserDefinedFunction SIGNIFICANT =
            udf((UDF1<Double, Double>) Rounding::rounded, Types.ESTIMATE);

    private static final int MONEY_SCALE = 4;
    /** Below it a double tells every whole number from the next. */
    private static final double SURELY_WHOLE = 1e15;

    private static final UserDefinedFunction MONEY = udf((UDF1<Double, BigDecimal>) Rounding::money, Types.MONEY);

    private Rounding() {}

    /** The value with 9 significant digits, halves away from zero; null, 0, NaN and infinities stay as they are. */
    public static Column significant(Column x) {
        return SIGNIFICANT.apply(x);
    }

    /** An amount of money, of the value with 9 significant digits: what a cast would make of it, without decimal text between. */
    public static Column money(Column x) {
        return MONEY.apply(x);
    }

    /** As {@link #significant(Column)}, of a number. */
    public static double significant(double x) {
        if (x == 0 || !Double.isFinite(x)) {
            return x;
        }
        int power = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(x)));
        return Math.abs(power) < POWERS.length ? quickly(x, power) : exactly(x);
    }

    /**
     * Both whole numbers below 2^53 and powers of ten up to 10^22 are exact, so one multiplication or division of them is rounded as
     * the decimal number is. What is too near a half to tell is rounded exactly.
     *
     * @param power of ten that leaves nine digits before the point
     */
    private static double quickly(double x, int power) {
        double scaled = power >= 0 ? x * POWERS[power] : x / POWERS[-power];
        double whole = Math.rint(scaled);
        boolean sure = Math.abs(Math.abs(scaled - whole) - 0.5) > NEAR_HALF
                && Math.abs(scaled) >= POWERS[DIGITS - 1]
                && Math.abs(scaled) < POWERS[DIGITS];
        return !sure ? exactly(x) : power >= 0 ? whole / POWERS[power] : whole * POWERS[-power];
    }

    private static double exactly(double x) {
        return new BigDecimal(x).round(NINE_DIGITS).doubleValue();
    }

    private static BigDecimal money(Double x) {
        return x == null ? null : money(x.doubleValue());
    }

    /** Nine digits times 10^4 are off by far less than {@link #NEAR_HALF}, where they have more than four decimals at all. */
    static BigDecimal money(double x) {
        double rounded = significant(x);
        double scaled = rounded * POWERS[MONEY_SCALE];
        double whole = Math.rint(scaled);
        boolean sure = Math.abs(scaled) < SURELY_WHOLE && Math.abs(Math.abs(scaled - whole) - 0.5) > NEAR_HALF;
        return sure
                ? BigDecimal.valueOf((long) whole, MONEY_SCALE)
                : BigDecimal.valueOf(rounded).setScale(MONEY_SCALE, RoundingMode.HALF_UP);
    }

    private static Double rounded(Double x) {
        return x == null ? null : Double.valueOf(significant(x.doubleValue()));
    }
}
