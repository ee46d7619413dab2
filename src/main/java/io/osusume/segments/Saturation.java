package io.osusume.segments;

import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/** Maps amounts from 0 upwards to [0, 1), one half at a configured amount. */
final class Saturation {
    private Saturation() {}

    /** x / (x + half): rises with x. */
    static Column rising(Column x, double half) {
        Column amount = x.cast("double");
        return amount.divide(amount.plus(half));
    }

    /** half / (x + half): falls with x, from 1. */
    static Column falling(Column x, double half) {
        return lit(half).divide(x.cast("double").plus(half));
    }
}
