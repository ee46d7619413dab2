package io.osusume.ltv;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.LtvConfig;
import io.osusume.stats.Discount;
import io.osusume.tables.Billing;
import io.osusume.tables.PlanRetentions;
import io.osusume.tables.Products;
import io.osusume.tables.Word;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * How contracts of each plan stay on: fitted once a night, for the lifetime values and for whoever weighs one plan against
 * another. Grain of its {@link #rows}: one product billed by month or year.
 *
 * <p>Either α and β of the shifted-beta-geometric (Fader and Hardie 2007; retention at renewal t is (β+t−1)/(α+β+t−1)), or
 * one rate for all renewals, where too few contracts have ended; the other columns are null.
 */
public final class PlanRetention {
    private final SparkSession spark;
    private final Dataset<Row> tenures;
    private final Retentions retentions;
    private final Map<String, Billing> plans;

    private PlanRetention(SparkSession spark, Dataset<Row> tenures, Retentions retentions, Map<String, Billing> plans) {
        this.spark = spark;
        this.tenures = tenures;
        this.retentions = retentions;
        this.plans = plans;
    }

    /** Fits it to the contracts until {@code asOf}; runs as it is called. */
    public static PlanRetention fit(
            LtvConfig config, Dataset<Row> orders, Dataset<Row> subscriptions, Dataset<Row> products, LocalDate asOf) {
        Map<String, Billing> plans = plans(products);
        // Order lines state contracts only of what is billed by period: where nothing is, they need not be read.
        Dataset<Row> stating = plans.isEmpty() ? orders.where(lit(false)) : orders;
        Dataset<Row> tenures = Tenures.of(
                new Contracts(config).of(stating, subscriptions, products, asOf),
                asOf,
                config.contracts().changeGraceDays());
        Retentions retentions = new Retentions(Tenures.renewals(tenures).collectAsList(), config);
        return new PlanRetention(products.sparkSession(), tenures, retentions, plans);
    }

    private static Map<String, Billing> plans(Dataset<Row> products) {
        Map<String, Billing> plans = new TreeMap<>();
        products.where(col(Products.BILLING).isInCollection(Billing.byContract()))
                .select(Products.PRODUCT_ID, Products.BILLING)
                .collectAsList()
                .forEach(plan -> plans.put(
                        plan.getString(0),
                        Word.of(Billing.class, plan.getString(1)).orElseThrow()));
        return plans;
    }

    /** One row a plan, the columns of {@link PlanRetentions}. */
    public Dataset<Row> rows() {
        List<Row> rows = plans.entrySet().stream()
                .map(plan -> row(plan.getKey(), plan.getValue(), retentions))
                .toList();
        return spark.createDataFrame(rows, PlanRetentions.TABLE.schema());
    }

    /** The contracts that it was fitted to, with what each survived ({@link Tenures}). */
    Dataset<Row> tenures() {
        return tenures;
    }

    Retentions retentions() {
        return retentions;
    }

    private static Row row(String plan, Billing billing, Retentions retentions) {
        Retention retention = retentions.of(plan, billing);
        double period = Discount.DAYS_PER_YEAR / billing.periodsPerYear();
        if (retention.estimate() == null) {
            return RowFactory.create(plan, period, null, null, retention.rates()[0]);
        }
        double[] log = retention.estimate().logParameters();
        return RowFactory.create(plan, period, Math.exp(log[0]), Math.exp(log[1]), null);
    }
}
