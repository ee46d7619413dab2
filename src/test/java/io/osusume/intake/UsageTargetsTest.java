package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Usage;
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
        Dataset<Row> contracts =
                rows("subscription_id STRING, customer_id STRING, product_id STRING", row("s1", "c1", "plan"));
        Dataset<Row> filled = new UsageTargets().fill(usage, contracts);
        List<String> whose = filled.select(Usage.CUSTOMER_ID, Usage.PRODUCT_ID).collectAsList().stream()
                .map(r -> r.mkString(" "))
                .toList();
        assertThat(whose).containsExactlyInAnyOrder("c1 plan", "c1 feature", "null null", "c2 plan");
        assertThat(filled.where(UsageTargets.isUnknown()).count()).isEqualTo(1);
    }
}
