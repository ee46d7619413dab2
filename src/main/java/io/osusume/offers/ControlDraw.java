package io.osusume.offers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.config.ExperimentConfig;
import io.osusume.config.NamedExperimentConfig;
import io.osusume.tables.Arm;
import io.osusume.tables.Customers;
import io.osusume.tables.Offers;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who is in a control arm: first the universal draw, a seeded hash of experiment and account, else customer, which {@code
 * customers.arm} overrides; then, for the offers of who is treated by it, the first of the named experiments that covers
 * their type on the as-of day.
 */
record ControlDraw(ExperimentConfig experiment, List<NamedExperimentConfig> named) {
    /** Shares are told to a millionth. */
    private static final long PARTS = 1_000_000;

    private static final String GIVEN = "_given";

    /** The arm of a customer by the universal draw. */
    Column arm() {
        Column unit = coalesce(col(Customers.ACCOUNT_ID), col(Customers.CUSTOMER_ID));
        return coalesce(col(Customers.ARM), drawn(experiment.seed(), experiment.id(), unit, experiment.controlShare()));
    }

    private static Column drawn(long seed, String id, Column unit, double share) {
        Column draw = pmod(xxhash64(lit(seed), lit(id), unit), lit(PARTS));
        return when(draw.lt((long) (share * PARTS)), lit(Arm.CONTROL.wire())).otherwise(lit(Arm.TREATED.wire()));
    }

    /**
     * Sets experiment and arm of each decision.
     *
     * @param decisions {@link OfferRows}, with the arm of the universal draw
     * @param customers {@link Customers#CUSTOMER_ID} and the arm that the company gives, or null
     */
    Dataset<Row> assign(Dataset<Row> decisions, Dataset<Row> customers, LocalDate asOf) {
        List<NamedExperimentConfig> running =
                named.stream().filter(e -> e.runs(asOf)).toList();
        if (running.isEmpty()) {
            return decisions;
        }
        Dataset<Row> given = customers
                .where(col(Customers.ARM).isNotNull())
                .select(
                        col(Customers.CUSTOMER_ID).as(Offers.CUSTOMER_ID),
                        lit(true).as(GIVEN));
        Column isFree =
                col(Offers.ARM).equalTo(Arm.TREATED.wire()).and(col(GIVEN).isNull());
        Column id = col(Offers.EXPERIMENT_ID);
        Column arm = col(Offers.ARM);
        for (int i = running.size() - 1; i >= 0; i--) {
            NamedExperimentConfig e = running.get(i);
            Column covers = isFree.and(col(Offers.OFFER_TYPE).isin(e.types().toArray()));
            id = when(covers, lit(e.id())).otherwise(id);
            arm = when(covers, drawn(e.seed().orElse(1), e.id(), unit(e), e.share()))
                    .otherwise(arm);
        }
        return decisions
                .join(given, new String[] {Offers.CUSTOMER_ID}, "left")
                .withColumn("_id", id)
                .withColumn("_arm", arm)
                .drop(Offers.EXPERIMENT_ID, Offers.ARM, GIVEN)
                .withColumnRenamed("_id", Offers.EXPERIMENT_ID)
                .withColumnRenamed("_arm", Offers.ARM);
    }

    /** An offer to an account has an account in any case. */
    private static Column unit(NamedExperimentConfig experiment) {
        return experiment.ofAccounts()
                ? coalesce(col(Offers.ACCOUNT_ID), col(Offers.TARGET_ID))
                : coalesce(col(Offers.CUSTOMER_ID), col(Offers.TARGET_ID));
    }
}
