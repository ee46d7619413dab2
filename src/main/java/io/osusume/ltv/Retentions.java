package io.osusume.ltv;

import io.osusume.config.LtvConfig;
import io.osusume.stats.Discount;
import io.osusume.tables.Billing;
import io.osusume.tables.Word;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** The retention of each plan: its own, else that of all plans with the same billing, else one rate, else the assumed one. */
final class Retentions implements Serializable {
    private final Map<String, Retention> byPlan = new TreeMap<>();
    private final Map<Billing, Retention> byBilling = new EnumMap<>(Billing.class);

    /** @param renewals see {@link Tenures#renewals} */
    Retentions(List<Row> renewals, LtvConfig config) {
        Map<String, Map<Integer, double[]>> plans = new TreeMap<>();
        Map<String, Map<Integer, double[]>> billings = new TreeMap<>();
        for (Row row : renewals) {
            add(plans, key(row.getString(0), row.getString(1)), row);
            add(billings, row.getString(1), row);
        }
        for (Billing billing : List.of(Billing.MONTHLY, Billing.ANNUAL)) {
            double days = Discount.DAYS_PER_YEAR / billing.periodsPerYear();
            byBilling.put(billing, Retention.assumed(config.contracts().assumedRetention(), days));
        }
        billings.forEach((billing, rows) -> {
            Retention fitted = Retention.fitted(1, table(rows), config.contracts());
            Retention found = fitted == null ? Retention.rate(table(rows), config) : fitted;
            if (found != null) {
                byBilling.put(Word.of(Billing.class, billing).orElseThrow(), found);
            }
        });
        plans.forEach((plan, rows) -> {
            Retention fitted = Retention.fitted(0, table(rows), config.contracts());
            if (fitted != null) {
                byPlan.put(plan, fitted);
            }
        });
    }

    Retention of(String plan, Billing billing) {
        Retention own = byPlan.get(key(plan, billing.wire()));
        return own == null ? byBilling.get(billing) : own;
    }

    private static String key(String plan, String billing) {
        return billing + '\n' + plan;
    }

    private static void add(Map<String, Map<Integer, double[]>> tables, String key, Row row) {
        int t = row.getInt(2);
        double[] sums =
                tables.computeIfAbsent(key, k -> new TreeMap<>()).computeIfAbsent(t, k -> new double[] {t, 0, 0});
        sums[1] += row.getLong(3);
        sums[2] += row.getLong(4);
    }

    private static double[][] table(Map<Integer, double[]> rows) {
        return new ArrayList<>(rows.values()).toArray(double[][]::new);
    }
}
