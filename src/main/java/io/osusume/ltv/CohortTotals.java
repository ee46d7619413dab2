package io.osusume.ltv;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Sums over customers by number of orders and by age: at most 20 small rows. What decides which models may be fitted, and
 * what segment figures are made of.
 */
final class CohortTotals implements Serializable {
    private static final int ORDER_CLASSES = 5;
    private static final int AGE_CLASSES = 4;

    private final Sum[] byOrders = sums(ORDER_CLASSES);
    private final Sum[] byAge = sums(AGE_CLASSES);
    private final Sum all = new Sum();
    private long distinctHistories;

    CohortTotals(List<Row> rows) {
        for (Row row : rows) {
            for (Sum sum : List.of(
                    all,
                    byOrders[row.getInt(row.fieldIndex("order_class"))],
                    byAge[row.getInt(row.fieldIndex("age_class"))])) {
                sum.add(row);
            }
            distinctHistories += row.getLong(row.fieldIndex("distinct_histories"));
        }
    }

    private static Sum[] sums(int n) {
        Sum[] sums = new Sum[n];
        for (int i = 0; i < n; i++) {
            sums[i] = new Sum();
        }
        return sums;
    }

    /** All customers. */
    Sum all() {
        return all;
    }

    /** Those with about as many orders: 1, 2–3, 4–7, 8–15, 16 or more. */
    Sum ofOrders(long orders) {
        return byOrders[orders < 2 ? 0 : orders < 4 ? 1 : orders < 8 ? 2 : orders < 16 ? 3 : 4];
    }

    /** Those who have been customers for about as long: under 90 days, a year, two years, longer. */
    Sum ofAge(double days) {
        return byAge[days < 90 ? 0 : days < 365 ? 1 : days < 730 ? 2 : 3];
    }

    /** About how many distinct (x, t_x, T) there are. */
    long distinctHistories() {
        return distinctHistories;
    }

    /** Customers, repeat buyers, orders, repeat orders, days since the first purchase and revenue, summed. */
    static final class Sum implements Serializable {
        private long customers;
        private long repeatBuyers;
        private long orders;
        private long repeats;
        private long days;
        private double revenue;

        private void add(Row row) {
            customers += row.getLong(row.fieldIndex("customers"));
            repeatBuyers += row.getLong(row.fieldIndex("repeat_buyers"));
            orders += row.getLong(row.fieldIndex("orders"));
            repeats += row.getLong(row.fieldIndex("repeats"));
            days += row.getLong(row.fieldIndex("days"));
            revenue += row.getDecimal(row.fieldIndex("revenue")).doubleValue();
        }

        long customers() {
            return customers;
        }

        long repeatBuyers() {
            return repeatBuyers;
        }

        long repeats() {
            return repeats;
        }

        long days() {
            return days;
        }

        double meanValue() {
            return orders == 0 ? 0 : revenue / orders;
        }
    }
}
