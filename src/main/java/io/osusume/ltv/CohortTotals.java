package io.osusume.ltv;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sums over customers by age: at most 4 small rows. What decides which models may be fitted, and
 * what segment figures are made of.
 */
final class CohortTotals implements Serializable {
    static final int ORDER_CLASSES = 5;
    static final int AGE_CLASSES = 4;

    private final Sum[] byAge = sums(AGE_CLASSES);
    private final Sum all = new Sum();
    private long distinctHistories;

    private CohortTotals(List<Row> rows) {
        for (Row row : rows) {
            all.add(row);
            byAge[row.getInt(row.fieldIndex("age_class"))].add(row);
            distinctHistories += row.getLong(row.fieldIndex("distinct_histories"));
        }
    }

    /** Of rows as {@link OrderDays} has them. */
    static CohortTotals of(Dataset<Row> customers) {
        Column distinct = approx_count_distinct(struct(OrderDays.REPEATS, OrderDays.LAST, OrderDays.AGE));
        return new CohortTotals(customers
                .groupBy(ageClass().as("age_class"))
                .agg(
                        sum(lit(1L)).as("customers"),
                        sum(when(col(OrderDays.REPEATS).gt(0), 1L).otherwise(0L))
                                .as("repeat_buyers"),
                        sum(when(col(OrderDays.REPEATS).gt(0), col(OrderDays.REPEATS))
                                        .otherwise(0)
                                        .cast("long"))
                                .as("repeats"),
                        sum(when(col(OrderDays.ORDERS).gt(0), col(OrderDays.AGE))
                                        .otherwise(0)
                                        .cast("long"))
                                .as("days"),
                        sum(col(OrderDays.REVENUE).cast("decimal(28,6)")).as("revenue"),
                        max(OrderDays.REVENUE).as("largest"),
                        distinct.as("distinct_histories"))
                .orderBy("age_class")
                .collectAsList());
    }

    private static Column ageClass() {
        return when(col(OrderDays.AGE).lt(90), 0)
                .when(col(OrderDays.AGE).lt(365), 1)
                .when(col(OrderDays.AGE).lt(730), 2)
                .otherwise(3);
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
    static int orderClass(long orders) {
        return orders < 2 ? 0 : orders < 4 ? 1 : orders < 8 ? 2 : orders < 16 ? 3 : 4;
    }

    /** Those who have been customers for about as long: under 90 days, a year, two years, longer. */
    static int ageClass(double days) {
        return days < 90 ? 0 : days < 365 ? 1 : days < 730 ? 2 : 3;
    }

    Sum ofAge(double days) {
        return byAge[ageClass(days)];
    }

    /** About how many distinct (x, t_x, T) there are. */
    long distinctHistories() {
        return distinctHistories;
    }

    /** Customers, repeat buyers, repeat orders, days since the first purchase and revenue, summed; the largest revenue of one. */
    static final class Sum implements Serializable {
        private long customers;
        private long repeatBuyers;
        private long repeats;
        private long days;
        private double revenue;
        private double largest;

        private void add(Row row) {
            customers += row.getLong(row.fieldIndex("customers"));
            repeatBuyers += row.getLong(row.fieldIndex("repeat_buyers"));
            repeats += row.getLong(row.fieldIndex("repeats"));
            days += row.getLong(row.fieldIndex("days"));
            revenue += row.getDecimal(row.fieldIndex("revenue")).doubleValue();
            largest = Math.max(largest, row.getDouble(row.fieldIndex("largest")));
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

        /** Of the revenue, what the one customer with the most brought. */
        double largestShare() {
            return revenue > 0 ? largest / revenue : 0;
        }
    }
}
