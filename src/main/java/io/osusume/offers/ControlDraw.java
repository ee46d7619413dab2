package io.osusume.offers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.config.ExperimentConfig;
import io.osusume.tables.Arm;
import io.osusume.tables.Customers;
import org.apache.spark.sql.Column;

/** Who is in the control arm: a seeded hash of experiment and account, else customer; {@code customers.arm} overrides it. */
record ControlDraw(ExperimentConfig experiment) {
    /** Shares are told to a millionth. */
    private static final long PARTS = 1_000_000;

    Column arm() {
        Column unit = coalesce(col(Customers.ACCOUNT_ID), col(Customers.CUSTOMER_ID));
        Column draw = pmod(xxhash64(lit(experiment.seed()), lit(experiment.id()), unit), lit(PARTS));
        return coalesce(
                col(Customers.ARM),
                when(draw.lt((long) (experiment.controlShare() * PARTS)), lit(Arm.CONTROL.wire()))
                        .otherwise(lit(Arm.TREATED.wire())));
    }
}
