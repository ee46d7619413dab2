package io.osusume.tables;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Rounding of estimates, so that the last bits, which depend on the order of additions, are never seen or ranked by. */
public final class Rounding {
    private static final int DIGITS = 9;

    private Rounding() {}

    /**
     * The value with 9 significant digits; null, 0, NaN and infinities stay as they are.
     *
     * <p>With e = ⌊log10 |x|⌋ the result is rint(x · 10^(8−e)) / 10^(8−e); for e > 8 the power would be a fraction, which
     * binary cannot hold, so the division and the multiplication change places.
     */
    public static Column significant(Column x) {
        Column shift = lit(DIGITS - 1).minus(floor(log10(abs(x))));
        Column up = pow(lit(10.0), shift);
        Column down = pow(lit(10.0), shift.multiply(-1));
        Column rounded = when(shift.geq(0), rint(x.multiply(up)).divide(up))
                .otherwise(rint(x.divide(down)).multiply(down));
        return when(x.isNull().or(x.equalTo(0.0)).or(x.isNaN()).or(abs(x).equalTo(Double.POSITIVE_INFINITY)), x)
                .otherwise(rounded);
    }
}
