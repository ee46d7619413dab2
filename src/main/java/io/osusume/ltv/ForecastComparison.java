package io.osusume.ltv;

import io.osusume.stats.Discount;
import io.osusume.tables.LtvValidation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Compares one model's forecasts with what came, customers alike at once: rows {x, t_x, T, orders that came, customers}. */
final class ForecastComparison {
    private static final int MOST_ORDERS = 8;
    private static final int DECILES = 10;

    private final PurchaseFit fit;
    private final double days;

    /** @param fit null when the model could not be fitted: forecasts are then unknown */
    ForecastComparison(PurchaseFit fit, double days) {
        this.fit = fit;
        this.days = days;
    }

    private record Outcome(double repeats, double age, double came, double customers, double forecast) {}

    List<Row> rows(String model, double[][] outcomes) {
        List<Outcome> forecasts = new ArrayList<>();
        double customers = 0;
        for (double[] row : outcomes) {
            forecasts.add(new Outcome(row[0], row[2], row[3], row[4], forecast(row)));
            customers += row[4];
        }
        Group total = new Group();
        Map<Integer, Group> byOrders = new TreeMap<>();
        Map<Integer, Group> byDecile = new TreeMap<>();
        // The sort is stable and the rows come sorted, so that equal forecasts keep one order.
        forecasts.sort(Comparator.comparingDouble(Outcome::forecast));
        double before = 0;
        for (Outcome outcome : forecasts) {
            int orders = (int) Math.min(MOST_ORDERS, outcome.repeats() + 1);
            int decile = 1 + (int) ((before + outcome.customers() / 2) / customers * DECILES);
            before += outcome.customers();
            total.add(outcome);
            byOrders.computeIfAbsent(orders, k -> new Group()).add(outcome);
            byDecile.computeIfAbsent(decile, k -> new Group()).add(outcome);
        }
        List<Row> rows = new ArrayList<>();
        if (customers > 0) {
            rows.add(total.row(model, LtvValidation.TOTAL, 0));
        }
        byOrders.forEach((bucket, group) -> rows.add(group.row(model, LtvValidation.PAST_ORDERS, bucket)));
        byDecile.forEach((bucket, group) -> rows.add(group.row(model, LtvValidation.DECILE, bucket)));
        return rows;
    }

    private double forecast(double[] row) {
        return fit == null ? 0 : fit.expected(new PurchaseModel.History((int) row[0], row[1], row[2]), days);
    }

    private final class Group {
        private double customers;
        private double forecast;
        private double actual;
        private double error;
        private double naive;
        private double historic;

        void add(Outcome outcome) {
            double n = outcome.customers();
            double came = outcome.came();
            double goesOn = outcome.age() > 0 ? outcome.repeats() / outcome.age() * days : 0;
            double perDay =
                    HistoricValue.ordersPerYear((long) outcome.repeats() + 1, outcome.age()) / Discount.DAYS_PER_YEAR;
            customers += n;
            actual += n * came;
            forecast += n * outcome.forecast();
            error += n * Math.abs(outcome.forecast() - came);
            naive += n * Math.abs(goesOn - came);
            historic += n * Math.abs(perDay * days - came);
        }

        Row row(String model, String grouping, int bucket) {
            boolean known = fit != null;
            return RowFactory.create(
                    model,
                    grouping,
                    bucket,
                    Math.round(customers),
                    known ? (Double) forecast : null,
                    Math.round(actual),
                    known && actual > 0 ? (Double) (forecast / actual) : null,
                    known ? (Double) ((forecast - actual) / customers) : null,
                    known ? (Double) (error / customers) : null,
                    naive / customers,
                    historic / customers,
                    (int) days);
        }
    }
}
