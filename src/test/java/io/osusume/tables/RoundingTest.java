package io.osusume.tables;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void nineSignificantDigitsAreKept() {
        double[][] cases = {
            {1.0 / 3, 0.333333333},
            {-2.0 / 3, -0.666666667},
            {123456789.4, 123456789.0},
            {1234567894.0, 1234567890.0},
            {9.87654321987e-12, 9.87654322e-12},
            {0.0, 0.0},
            {1.0, 1.0},
            {999999999.9, 1.0e9},
        };
        for (double[] c : cases) {
            Row result = rows("x DOUBLE", row(c[0]))
                    .select(Rounding.significant(col("x")))
                    .first();
            assertThat(result.getDouble(0)).isEqualTo(c[1]);
        }
    }

    @Test
    void nullAndInfinityStay() {
        assertThat(rows("x DOUBLE", row((Object) null))
                        .select(Rounding.significant(col("x")))
                        .first()
                        .isNullAt(0))
                .isTrue();
        assertThat(rows("x DOUBLE", row(Double.POSITIVE_INFINITY))
                        .select(Rounding.significant(col("x")))
                        .first()
                        .getDouble(0))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** Of all sizes that a column of money holds, and those that end near half of its last place. */
    @Test
    void moneyIsWhatDecimalNumbersSay() {
        SplittableRandom random = new SplittableRandom(12);
        MathContext nine = new MathContext(9);
        for (int i = 0; i < 100_000; i++) {
            double usual = Math.exp(60 * (random.nextDouble() - .5)) * (random.nextBoolean() ? 1 : -1);
            double nearHalf = (random.nextInt(-5_000, 5_000) + random.nextInt(20_000) / 10_000.0 + .5) / 1e4;
            for (double x : new double[] {usual, nearHalf, Math.nextUp(nearHalf), Math.nextDown(nearHalf), 0, -0.0}) {
                BigDecimal expected = new BigDecimal(
                                Double.toString(new BigDecimal(x).round(nine).doubleValue()))
                        .setScale(4, RoundingMode.HALF_UP);
                if (Rounding.money(x).compareTo(expected) != 0) {
                    fail(x + " is " + Rounding.money(x) + " and not " + expected);
                }
            }
        }
    }

    @Test
    void moneyIsWhatACastWouldMakeOfIt() {
        List<Row> amounts = rows(
                        "x DOUBLE", row(1.0 / 3), row(2.00005), row(-17.99995), row(1e13 / 3), row((Object) null))
                .select(Rounding.money(col("x")), Rounding.significant(col("x")).cast(Types.MONEY))
                .collectAsList();
        assertThat(amounts).allSatisfy(two -> assertThat(two.get(0)).isEqualTo(two.get(1)));
    }

    /** Of all sizes, and those that end near a half. */
    @Test
    void itIsWhatDecimalNumbersSay() {
        SplittableRandom random = new SplittableRandom(11);
        MathContext nine = new MathContext(9);
        for (int i = 0; i < 100_000; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            double usual = Math.exp(20 * (random.nextDouble() - .5)) * (random.nextBoolean() ? 1 : -1);
            double nearHalf = (random.nextInt(100_000_000, 1_000_000_000) + .5) / Math.pow(10, random.nextInt(20));
            for (double x : new double[] {any, usual, nearHalf, Math.nextUp(nearHalf), Math.nextDown(nearHalf)}) {
                if (Double.isFinite(x)
                        && Rounding.significant(x)
                                != new BigDecimal(x).round(nine).doubleValue()) {
                    fail(x + " is rounded to " + Rounding.significant(x));
                }
            }
        }
    }
}
