package io.osusume;

import io.osusume.tables.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Rows of the product's tables of which a test tells only what matters to it; the rest is null. */
public final class TestTables {
    private TestTables() {}

    @SafeVarargs
    @SuppressWarnings("varargs") // the rows are read only
    public static Dataset<Row> rows(Table table, Map<String, Object>... rows) {
        StructType schema = new StructType(Arrays.stream(table.schema().fields())
                .map(f -> f.copy(f.name(), f.dataType(), true, f.metadata()))
                .toArray(StructField[]::new));
        List<Row> made = Arrays.stream(rows)
                .map(row -> {
                    if (!Arrays.asList(schema.fieldNames()).containsAll(row.keySet())) {
                        throw new IllegalArgumentException(table.name() + " has no " + row.keySet());
                    }
                    return RowFactory.create(
                            Arrays.stream(schema.fieldNames()).map(row::get).toArray());
                })
                .toList();
        return TestSession.spark().createDataFrame(made, schema);
    }
}
