package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Usage;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class UsageTargetsTest {
    @Test
    void aMeasurementOfAContractIsOfItsCustomerAndPlan() {
        Dataset<Row> usage = rows(
                        "subscription_id STRING, customer_id STRING, product_id STRING",
                        row("s1", null, null),
                        row("s1", null, "feature"),
                        row("s9", null, null),
                        row(null, "c2", "plan"))
                .withColumn(Usage.METRIC, lit("seats"))
                .withColumn(Usage.USED_AT, lit("2026-01-01").cast("timestamp"))
                .withColumn(Usage.AMOUNT, lit(1).cast("decimal(18,4)"));
        Dataset<Row> contracts = rows(CONTRACT, row("s1", "c1", "plan", at("2026-01-01"), null));
        Dataset<Row> filled = new UsageTargets().fill(usage, contracts, products());
        List<String> whose = filled.select(Usage.CUSTOMER_ID, Usage.PRODUCT_ID).collectAsList().stream()
                .map(r -> r.mkString(" "))
                .toList();
        assertThat(whose).containsExactlyInAnyOrder("c1 plan", "c1 feature", "null null", "c2 plan");
        assertThat(filled.where(UsageTargets.isUnknown()).count()).isEqualTo(1);
    }

    private static final String CONTRACT = "subscription_id STRING, customer_id STRING, product_id STRING,"
            + " started_at TIMESTAMP, ended_at TIMESTAMP";

    private static Timestamp at(String day) {
        return Timestamp.valueOf(day + " 00:00:00");
    }

    private static Dataset<Row> products() {
        return rows(
                "product_id STRING, usage_metric STRING",
                row("basic", "visits"),
                row("best", "visits"),
                row("locker", null));
    }

    /**
     * Basic until the end of March, the better plan from April on, a locker from before all: the locker is not metered by visits,
     * but it is all that ran in January.
     */
    @Test
    void aMeasurementOfACustomerIsOfThePlanThatRanThen() {
        Dataset<Row> contracts = rows(
                CONTRACT,
                row("s0", "c1", "locker", at("2025-12-01"), null),
                row("s1", "c1", "basic", at("2026-02-01"), at("2026-03-31")),
                row("s2", "c1", "best", at("2026-04-01"), null));
        Dataset<Row> usage = rows(
                        "used_at TIMESTAMP, customer_id STRING",
                        row(at("2025-11-30"), "c1"),
                        row(at("2026-01-15"), "c1"),
                        row(at("2026-02-01"), "c1"),
                        row(at("2026-03-31"), "c1"),
                        row(at("2026-04-01"), "c1"),
                        row(at("2026-04-01"), "c2"))
                .withColumn(Usage.METRIC, lit("visits"))
                .withColumn(Usage.AMOUNT, lit(1).cast("decimal(18,4)"))
                .withColumn(Usage.PRODUCT_ID, lit(null).cast("string"))
                .withColumn(Usage.SUBSCRIPTION_ID, lit(null).cast("string"));
        assertThat(new UsageTargets().fill(usage, contracts, products()).collectAsList())
                .extracting(r -> r.getAs(Usage.CUSTOMER_ID) + " "
                        + r.<Timestamp>getAs(Usage.USED_AT).toLocalDateTime().toLocalDate() + " "
                        + r.getAs(Usage.PRODUCT_ID))
                .containsExactlyInAnyOrder(
                        "c1 2025-11-30 null",
                        "c1 2026-01-15 locker",
                        "c1 2026-02-01 basic",
                        "c1 2026-03-31 basic",
                        "c1 2026-04-01 best",
                        "c2 2026-04-01 null");
    }
}
