package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Input;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Which of several rows of one key stays. */
final class RowsOfOneKey {
    private final Input input;

    RowsOfOneKey(Input input) {
        this.input = input;
    }

    /** Of accepted rows with the same whole key, the first by all columns stays; which one it is does not depend on order. */
    Dataset<Row> settled(Dataset<Row> judged) {
        Column[] values = input.table().columnNames().stream().map(c -> col(c)).toArray(Column[]::new);
        List<Column> keys = new ArrayList<>();
        keys.add(col(Staging.STATUS));
        Column wholeKey = lit(true);
        for (String name : input.table().key()) {
            keys.add(col(name));
            wholeKey = wholeKey.and(col(name).isNotNull());
        }
        Column again = row_number()
                .over(Window.partitionBy(keys.toArray(Column[]::new)).orderBy(values))
                .gt(1)
                .and(col(Staging.STATUS).equalTo(Staging.ACCEPTED))
                .and(wholeKey);
        return judged.withColumn("_again", again)
                .withColumn(
                        Staging.STATUS,
                        when(col("_again"), lit(Staging.REJECTED)).otherwise(col(Staging.STATUS)))
                .withColumn(
                        Staging.REASON,
                        when(col("_again"), lit("duplicate_key")).otherwise(col(Staging.REASON)))
                .withColumn(
                        Staging.RAW,
                        when(col("_again"), to_json(struct(values))).otherwise(col(Staging.RAW)))
                .select(Staging.output(input));
    }
}
