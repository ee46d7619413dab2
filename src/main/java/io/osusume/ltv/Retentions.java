package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import io.osusume.contracts.Cycle;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;

/**
 * The retention of each plan: its own, else that of all plans of the same term, else the assumed one. Contracts at price 0
 * lend nothing to those that are paid.
 */
public final class Retentions implements Serializable {
    /** Renewals before the first ending on file are left out where so few endings would be this improbable. */
    private static final double IMPROBABLE = 0.001;

    private final LtvConfig config;
    private final Map<String, Retention> byPlan = new TreeMap<>();
    private final Map<String, Retention> byTerm = new TreeMap<>();
    private final boolean recordBeginsLate;
    private final double staysAfterRequest;

    /** @param renewals see {@link Renewals} */
    Retentions(List<Row> renewals, LtvConfig config) {
        this.config = config;
        this.recordBeginsLate = beginsLate(renewals);
        this.staysAfterRequest = afterRequest(renewals);
        Map<String, Map<Integer, double[]>> plans = new TreeMap<>();
        Map<String, Map<Integer, double[]>> terms = new TreeMap<>();
        for (Row row : renewals) {
            if (counts(row)) {
                add(plans, key(row.getString(0), row.getString(1), row.getBoolean(2)), row);
                add(terms, key("", row.getString(1), row.getBoolean(2)), row);
            }
        }
        terms.forEach((term, rows) -> Optional.ofNullable(Retention.fitted(Retention.ALL_PLANS, table(rows), config))
                .or(() -> Optional.ofNullable(Retention.rate(table(rows), config)))
                .ifPresent(found -> byTerm.put(term, found)));
        plans.forEach((plan, rows) -> {
            String term = plan.substring(0, plan.indexOf('\n', plan.indexOf('\n') + 1) + 1);
            Optional.ofNullable(Retention.fitted(Retention.PLAN, table(rows), config))
                    .or(() -> Optional.ofNullable(byTerm.get(term))
                            .map(all -> Retention.own(table(rows), table(terms.get(term)), config)))
                    .ifPresent(found -> byPlan.put(plan, found));
        });
    }

    Retention of(String plan, Cycle term, boolean free) {
        Retention own = byPlan.get(key(plan, term.iso(), free));
        Retention all = byTerm.get(key("", term.iso(), free));
        if (own != null || all != null) {
            return own == null ? all : own;
        }
        return Retention.assumed(config.contracts().assumedRetention(), term.lengthDays());
    }

    /** The share that stays at the renewal after a cancellation was requested. */
    double staysAfterRequest() {
        return staysAfterRequest;
    }

    /** What a person should know of it. */
    public List<String> notes() {
        return recordBeginsLate
                ? List.of(
                        "Contracts that ended before the first ending on file are missing, it seems: so many renewals without"
                                + " an ending would be improbable. Retention is counted from that day on.")
                : List.of();
    }

    private boolean counts(Row row) {
        return row.getString(3).equals(Renewals.FACED)
                || (row.getString(3).equals(Renewals.BEFORE_RECORD) && !recordBeginsLate);
    }

    /** Whether no ending among the renewals before the first one on file is improbable at the rate of those after it. */
    private static boolean beginsLate(List<Row> renewals) {
        double before = sum(renewals, row -> row.getString(3).equals(Renewals.BEFORE_RECORD), 5);
        double after = sum(renewals, row -> row.getString(3).equals(Renewals.FACED), 5);
        double left = sum(renewals, row -> row.getString(3).equals(Renewals.FACED), 6);
        return left > 0 && left < after && before * Math.log1p(-left / after) < Math.log(IMPROBABLE);
    }

    /** What the company's own requests led to, shrunk to the configured share. */
    private double afterRequest(List<Row> renewals) {
        double asked = sum(renewals, row -> row.getString(3).equals(Renewals.AFTER_REQUEST), 5);
        double left = sum(renewals, row -> row.getString(3).equals(Renewals.AFTER_REQUEST), 6);
        double weight = config.contracts().requestsWeight();
        return (asked - left + weight * config.contracts().staysAfterRequest()) / (asked + weight);
    }

    private static double sum(List<Row> rows, Predicate<Row> of, int column) {
        return rows.stream().filter(of).mapToLong(row -> row.getLong(column)).sum();
    }

    private static String key(String plan, String term, boolean free) {
        return term + '\n' + free + '\n' + plan;
    }

    private static void add(Map<String, Map<Integer, double[]>> tables, String key, Row row) {
        int t = row.getInt(4);
        double[] sums =
                tables.computeIfAbsent(key, k -> new TreeMap<>()).computeIfAbsent(t, k -> new double[] {t, 0, 0});
        sums[1] += row.getLong(5);
        sums[2] += row.getLong(6);
    }

    private static double[][] table(Map<Integer, double[]> rows) {
        return new ArrayList<>(rows.values()).toArray(double[][]::new);
    }
}
