package io.osusume.ltv;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.mode;

import io.osusume.config.LtvConfig;
import io.osusume.contracts.Cycle;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.PlanRetentions;
import io.osusume.tables.Products;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * How contracts of each plan stay on: fitted once a night, for the lifetime values and for whoever weighs one plan against
 * another. Grain of its {@link #rows}: one product billed by period.
 *
 * <p>Either α and β of the shifted-beta-geometric (Fader and Hardie 2007; retention at renewal t is (β+t−1)/(α+β+t−1)), or
 * one rate for all renewals, where too few contracts have ended; the other columns are null.
 */
public final class PlanRetention {
    private final Dataset<Row> contracts;
    private final Retentions retentions;
    private final Map<String, Cycle> terms;

    private PlanRetention(Dataset<Row> contracts, Retentions retentions, Map<String, Cycle> terms) {
        this.contracts = contracts;
        this.retentions = retentions;
        this.terms = terms;
    }

    /**
     * Fits it to the contracts until {@code asOf}; runs as it is called.
     *
     * @param contracts {@code contracts.ContractView}
     */
    public static PlanRetention fit(LtvConfig config, Dataset<Row> contracts, Dataset<Row> products, LocalDate asOf) {
        Retentions retentions = new Retentions(new Renewals(asOf).of(contracts), config);
        return new PlanRetention(contracts, retentions, terms(contracts, products));
    }

    /** From renewal to renewal, of each product billed by period: as most of its contracts have it, else by its billing. */
    private static Map<String, Cycle> terms(Dataset<Row> contracts, Dataset<Row> products) {
        Map<String, Cycle> terms = new TreeMap<>();
        products.where(col(Products.BILLING).isNotNull())
                .select(Products.PRODUCT_ID, Products.BILLING)
                .collectAsList()
                .forEach(plan -> Cycle.named(plan.getString(1)).ifPresent(term -> terms.put(plan.getString(0), term)));
        contracts
                .where(col(CustomerContracts.TERM).isNotNull())
                .groupBy(CustomerContracts.PRODUCT_ID)
                .agg(mode(col(CustomerContracts.TERM), true))
                .collectAsList()
                .forEach(row -> terms.put(row.getString(0), Cycle.ofIso(row.getString(1))));
        return terms;
    }

    /** One row a plan, with the columns of {@link PlanRetentions}. */
    public Dataset<Row> rows() {
        List<Row> rows = terms.entrySet().stream()
                .map(plan -> row(plan.getKey(), plan.getValue()))
                .toList();
        return contracts.sparkSession().createDataFrame(rows, PlanRetentions.TABLE.schema());
    }

    /** What a person should know of it. */
    public List<String> notes() {
        return retentions.notes();
    }

    /** The contracts that it was fitted to. */
    Dataset<Row> contracts() {
        return contracts;
    }

    Retentions retentions() {
        return retentions;
    }

    private Row row(String plan, Cycle term) {
        Retention retention = retentions.of(plan, term, false);
        if (retention.estimate() == null) {
            return RowFactory.create(
                    plan, term.lengthDays(), null, null, retention.rates()[0]);
        }
        double[] log = retention.estimate().logParameters();
        return RowFactory.create(plan, term.lengthDays(), Math.exp(log[0]), Math.exp(log[1]), null);
    }
}
