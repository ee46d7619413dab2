package io.osusume.ltv;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.mode;

import io.osusume.config.LtvConfig;
import io.osusume.contracts.Cycle;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.PlanRetentions;
import io.osusume.tables.Products;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
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
    /** Plans that a note names. */
    private static final int NAMED = 5;

    private final Dataset<Row> contracts;
    private final Retentions retentions;
    private final Map<String, Cycle> terms;
    private final List<String> notes;

    private PlanRetention(Dataset<Row> contracts, Retentions retentions, Map<String, Cycle> terms, List<String> notes) {
        this.contracts = contracts;
        this.retentions = retentions;
        this.terms = terms;
        this.notes = List.copyOf(notes);
    }

    /**
     * Fits it to the contracts until {@code asOf}; runs as it is called.
     *
     * @param contracts {@code contracts.ContractView}
     */
    public static PlanRetention fit(LtvConfig config, Dataset<Row> contracts, Dataset<Row> products, LocalDate asOf) {
        Retentions retentions = new Retentions(new Renewals(asOf).of(contracts), config);
        List<Row> plans = plans(contracts);
        List<String> notes = new ArrayList<>(retentions.notes());
        untold(
                        plans,
                        2,
                        "nothing tells how often they are paid: no billing, no renews_at, no invoices. Map"
                                + " subscriptions.billing or products.billing")
                .ifPresent(notes::add);
        untold(plans, 3, "nothing tells their price. Map subscriptions.price or products.list_price")
                .ifPresent(notes::add);
        return new PlanRetention(contracts, retentions, terms(plans, products), notes);
    }

    /** From renewal to renewal, of each product billed by period: as most of its contracts have it, else by its billing. */
    private static Map<String, Cycle> terms(List<Row> plans, Dataset<Row> products) {
        Map<String, Cycle> terms = new TreeMap<>();
        products.where(col(Products.BILLING).isNotNull())
                .select(Products.PRODUCT_ID, Products.BILLING)
                .collectAsList()
                .forEach(plan -> Cycle.named(plan.getString(1)).ifPresent(term -> terms.put(plan.getString(0), term)));
        plans.stream()
                .filter(row -> !row.isNullAt(1))
                .forEach(row -> terms.put(row.getString(0), Cycle.ofIso(row.getString(1))));
        return terms;
    }

    /** Plan, its most frequent term, and how many running contracts cannot be valued: no period, no price. */
    private static List<Row> plans(Dataset<Row> contracts) {
        Column runs = col(CustomerContracts.RUNS);
        return contracts
                .groupBy(CustomerContracts.PRODUCT_ID)
                .agg(
                        mode(col(CustomerContracts.TERM), true),
                        count_if(runs.and(col(CustomerContracts.TERM).isNull())),
                        count_if(runs.and(col(CustomerContracts.MARGIN).isNull())))
                .orderBy(CustomerContracts.PRODUCT_ID)
                .collectAsList();
    }

    private static Optional<String> untold(List<Row> plans, int column, String what) {
        List<Row> found = plans.stream().filter(row -> row.getLong(column) > 0).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        long contracts = found.stream().mapToLong(row -> row.getLong(column)).sum();
        String names = found.stream().limit(NAMED).map(row -> row.getString(0)).collect(Collectors.joining(", "));
        return Optional.of(String.format(
                Locale.ROOT,
                "%,d running contracts have no value, because %s (plans: %s%s).",
                contracts,
                what,
                names,
                found.size() > NAMED ? ", …" : ""));
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
        return notes;
    }

    /** The contracts that it was fitted to. */
    public Dataset<Row> contracts() {
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
