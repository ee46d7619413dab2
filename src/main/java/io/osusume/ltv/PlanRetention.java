package io.osusume.ltv;

import static org.apache.spark.sql.functions.col;

import io.osusume.config.LtvConfig;
import io.osusume.stats.Discount;
import io.osusume.tables.Billing;
import io.osusume.tables.Products;
import io.osusume.tables.Word;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * How contracts of each plan stay on, for whoever weighs one plan against another. Grain: one product billed by month or
 * year.
 *
 * <p>Either α and β of the shifted-beta-geometric (Fader and Hardie 2007; retention at renewal t is (β+t−1)/(α+β+t−1)), or
 * one rate for all renewals, where too few contracts have ended; the other columns are null.
 */
public final class PlanRetention {
    public static final String PRODUCT_ID = Products.PRODUCT_ID;
    /** Days of one billing period. */
    public static final String PERIOD_DAYS = "period_days";

    public static final String ALPHA = "alpha";
    public static final String BETA = "beta";
    /** The share that stays at each renewal. */
    public static final String RATE = "rate";

    private static final StructType SCHEMA =
            StructType.fromDDL("product_id STRING, period_days DOUBLE, alpha DOUBLE, beta DOUBLE, rate DOUBLE");

    private final LtvConfig config;

    public PlanRetention(LtvConfig config) {
        this.config = config;
    }

    /** Estimates it from the contracts until {@code asOf}; runs as it is called. */
    public Dataset<Row> of(Dataset<Row> orders, Dataset<Row> subscriptions, Dataset<Row> products, LocalDate asOf) {
        Dataset<Row> tenures = Tenures.of(
                new Contracts(config).of(orders, subscriptions, products, asOf),
                asOf,
                config.contracts().changeGraceDays());
        Retentions retentions = new Retentions(Tenures.renewals(tenures).collectAsList(), config);
        List<Row> rows = products
                .where(col(Products.BILLING).isInCollection(Billing.byContract()))
                .select(Products.PRODUCT_ID, Products.BILLING)
                .collectAsList()
                .stream()
                .map(plan -> row(
                        plan.getString(0),
                        Word.of(Billing.class, plan.getString(1)).orElseThrow(),
                        retentions))
                .toList();
        return products.sparkSession().createDataFrame(rows, SCHEMA);
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
