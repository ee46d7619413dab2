package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Subscriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Which of several rows of one key stays: the newest as of the day, where the input says from when on a row holds; among rows
 * as new as each other, a customer's that gives no consent; else the first by all columns. It never depends on the order of
 * rows.
 *
 * <p>Older rows, and rows that say the same, are {@link Staging#OLDER}: fit, but not used. What disagrees with the row that
 * stays is a reject. An order line's key is its order, line, customer and day: numbers may start anew. A contract's is its number
 * and the day on which it began: a row a period may carry one number.
 */
final class RowsOfOneKey {
    static final String DISAGREES = "duplicate_key";

    private static final String AGAIN = "_again";
    private static final String OLD = "_old";

    private final Input input;
    private final DayBounds bounds;

    RowsOfOneKey(Input input, DayBounds bounds) {
        this.input = input;
        this.bounds = bounds;
    }

    /** Marks the others of accepted rows with the same whole key. */
    Dataset<Row> settled(Dataset<Row> judged) {
        Column accepted = col(Staging.STATUS).equalTo(Staging.ACCEPTED);
        Column status = input.versionColumn()
                .map(v -> when(accepted.and(col(v).geq(bounds.end())), lit(Staging.LATER))
                        .otherwise(col(Staging.STATUS)))
                .orElse(col(Staging.STATUS));
        WindowSpec newestFirst =
                Window.partitionBy(keys().toArray(Column[]::new)).orderBy(order());
        Column again = row_number().over(newestFirst).gt(1).and(accepted).and(wholeKey());
        return judged.withColumn(Staging.STATUS, status)
                .withColumn(AGAIN, again)
                .withColumn(OLD, isOld(newestFirst))
                .withColumn(
                        Staging.STATUS,
                        when(col(AGAIN).and(col(OLD)), lit(Staging.OLDER))
                                .when(col(AGAIN), lit(Staging.REJECTED))
                                .otherwise(col(Staging.STATUS)))
                .withColumn(
                        Staging.REASON,
                        when(col(Staging.STATUS).equalTo(Staging.REJECTED).and(col(AGAIN)), lit(DISAGREES))
                                .otherwise(col(Staging.REASON)))
                .withColumn(
                        Staging.RAW,
                        when(col(Staging.REASON).equalTo(DISAGREES), to_json(struct(values())))
                                .otherwise(col(Staging.RAW)))
                .drop(AGAIN, OLD);
    }

    /** Of a row that does not stay: a newer one does, or one that says the same. */
    private Column isOld(WindowSpec newestFirst) {
        Column[] said = input.table().columnNames().stream()
                .filter(c -> !input.versionColumn().equals(Optional.of(c)))
                .map(c -> col(c))
                .toArray(Column[]::new);
        Column same = first(xxhash64(said)).over(newestFirst).equalTo(xxhash64(said));
        return input.versionColumn()
                .map(v -> {
                    Column newest = first(col(v)).over(newestFirst);
                    return same.or(newest.isNotNull().and(coalesce(col(v).lt(newest), lit(true))));
                })
                .orElse(same);
    }

    private Column[] order() {
        List<Column> order = new ArrayList<>();
        if (input.equals(Customers.INPUT)) {
            // Nobody knows since when it holds, so it may be the newest: where rows disagree, it is no.
            input.versionColumn()
                    .ifPresent(v -> order.add(
                            when(col(v).isNull().and(coalesce(not(col(Customers.MARKETING_CONSENT)), lit(false))), 0)
                                    .otherwise(1)));
        }
        input.versionColumn().ifPresent(v -> order.add(col(v).desc_nulls_last()));
        if (input.equals(Customers.INPUT)) {
            order.add(coalesce(col(Customers.MARKETING_CONSENT), lit(false)));
        }
        order.addAll(List.of(values()));
        return order.toArray(Column[]::new);
    }

    private List<Column> keys() {
        List<Column> keys = new ArrayList<>(List.of(col(Staging.STATUS)));
        input.table().key().forEach(k -> keys.add(col(k)));
        if (input.equals(Orders.INPUT)) {
            keys.add(col(Orders.CUSTOMER_ID));
            keys.add(to_date(col(Orders.ORDERED_AT)));
        }
        if (input.equals(Subscriptions.INPUT)) {
            keys.add(to_date(col(Subscriptions.STARTED_AT)));
        }
        return keys;
    }

    private Column wholeKey() {
        return input.table().key().stream()
                .map(k -> col(k).isNotNull())
                .reduce(Column::and)
                .orElseThrow();
    }

    private Column[] values() {
        return input.table().columnNames().stream().map(c -> col(c)).toArray(Column[]::new);
    }
}
