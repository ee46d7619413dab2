package io.osusume.intake;

import io.osusume.intake.profile.TableReader;
import io.osusume.intake.profile.TableSample;
import io.osusume.intake.source.Sources;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/** Reads the first rows of a table by Spark, every value as a text. */
public final class HeadReader implements TableReader {
    private final SparkSession spark;

    public HeadReader(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public TableSample read(String name, String path, String format, int rows) {
        Dataset<Row> all = new Sources(spark, Map.of()).plain(format, path);
        List<String> columns = Arrays.stream(all.schema().fields())
                .filter(f -> !(f.dataType() instanceof BinaryType
                        || f.dataType() instanceof MapType
                        || f.dataType() instanceof ArrayType
                        || f.dataType() instanceof StructType))
                .map(f -> f.name())
                .toList();
        int most = Math.min(rows, 3_000_000 / Math.max(1, columns.size()));
        List<Row> head = all.select(columns.stream().map(HeadReader::text).toArray(Column[]::new))
                .limit(most + 1)
                .collectAsList();
        return new TableSample(
                name,
                path,
                format,
                Optional.empty(),
                columns,
                head.stream().limit(most).map(HeadReader::values).toList(),
                head.size() <= most,
                Optional.empty(),
                Optional.empty());
    }

    private static Column text(String column) {
        return functions
                .col("`" + column.replace("`", "``") + "`")
                .cast("string")
                .as(column);
    }

    private static String[] values(Row row) {
        String[] values = new String[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getString(i);
        }
        return values;
    }
}
