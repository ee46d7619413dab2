package io.osusume.intake.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.intake.text.NumberText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.AtomicType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Puts rows of several layouts together, each column by its name whatever its case; null where a layout has it not. */
final class ByName {
    private static final List<DataType> NUMBERS = List.of(
            DataTypes.ByteType,
            DataTypes.ShortType,
            DataTypes.IntegerType,
            DataTypes.LongType,
            DataTypes.FloatType,
            DataTypes.DoubleType);

    private ByName() {}

    static Dataset<Row> union(List<Dataset<Row>> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Map<String, StructField> columns = new LinkedHashMap<>();
        parts.forEach(part -> {
            for (StructField f : part.schema().fields()) {
                columns.merge(lower(f.name()), f, ByName::both);
            }
        });
        return parts.stream()
                .map(part -> part.select(columns.values().stream()
                        .map(c -> value(part.schema(), c).as(c.name()))
                        .toArray(Column[]::new)))
                .reduce((a, b) -> a.unionByName(b, true))
                .orElseThrow();
    }

    private static Column value(StructType layout, StructField wanted) {
        Map<String, StructField> own =
                List.of(layout.fields()).stream().collect(Collectors.toMap(f -> lower(f.name()), Function.identity()));
        return Optional.ofNullable(own.get(lower(wanted.name())))
                .map(f -> f.dataType().equals(wanted.dataType()) || !(wanted.dataType() instanceof AtomicType)
                        ? col(quoted(f.name()))
                        : cast(col(quoted(f.name())), f.dataType(), wanted.dataType()))
                .orElseGet(() -> lit(null).cast(wanted.dataType()));
    }

    private static Column cast(Column value, DataType from, DataType to) {
        return to.equals(DataTypes.StringType) ? NumberText.of(value, from) : value.cast(to);
    }

    private static StructField both(StructField a, StructField b) {
        return new StructField(a.name(), both(a.dataType(), b.dataType()), true, a.metadata());
    }

    /** The wider of two numbers; text where two types have nothing else in common. */
    private static DataType both(DataType a, DataType b) {
        if (a.equals(b) || (!(a instanceof AtomicType) && !(b instanceof AtomicType))) {
            return a;
        }
        int wider = Math.max(NUMBERS.indexOf(a), NUMBERS.indexOf(b));
        if (NUMBERS.contains(a) && NUMBERS.contains(b)) {
            return NUMBERS.get(wider);
        }
        List<DataType> times = List.of(DataTypes.DateType, DataTypes.TimestampType, DataTypes.TimestampNTZType);
        return times.contains(a) && times.contains(b) ? DataTypes.TimestampType : DataTypes.StringType;
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
