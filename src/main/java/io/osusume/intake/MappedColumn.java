package io.osusume.intake;

import io.osusume.tables.Field;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;

/**
 * One column of an input as the mapping makes it.
 *
 * @param key where the expression is set, such as inputs.orders.columns.quantity
 * @param sql the expression over the source's columns
 * @param type of what it gives
 * @param tried whether it may fail in some rows, so that it has to be tried
 * @param reads the source's columns that it reads
 */
record MappedColumn(Field field, String key, String sql, DataType type, boolean tried, List<String> reads) {

    Column expression() {
        return org.apache.spark.sql.functions.expr(sql);
    }

    boolean isText() {
        return type instanceof StringType;
    }
}
