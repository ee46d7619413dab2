package io.osusume.tables;

import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/** Rounding of estimates, so that the last bits, which depend on the order of additions, are never seen or ranked by. */
public final class Rounding {
    private static final MathContext NINE_DIGITS = new MathContext(9);

    /** A function, since an expression would repeat its argument nine times, and grow with each nesting. */
    private static final UserDefinedFunction SIGNIFICANT =
            udf((UDF1<Double, Double>) Rounding::rounded, Types.ESTIMATE);

    private Rounding() {}

    /** The value with 9 significant digits, halves away from zero; null, 0, NaN and infinities stay as they are. */
    public static Column significant(Column x) {
        return SIGNIFICANT.apply(x);
    }

    /** As {@link #significant(Column)}, of a number. */
    public static double significant(double x) {
        return x == 0 || !Double.isFinite(x)
                ? x
                : new BigDecimal(x).round(NINE_DIGITS).doubleValue();
    }

    private static Double rounded(Double x) {
        return x == null ? null : Double.valueOf(significant(x.doubleValue()));
    }
}
