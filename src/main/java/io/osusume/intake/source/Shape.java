package io.osusume.intake.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of one file that carries its schema.
 *
 * @param columns those that Spark reads
 * @param nanos those of nanoseconds, which are read as whole numbers → whether they are instants; else times of day in any zone
 * @param unreadable those that Spark does not read → what they are
 */
record Shape(Path path, StructType columns, Map<String, Boolean> nanos, Map<String, String> unreadable) {

    static Shape plain(Path path, StructType columns) {
        return new Shape(path, columns, Map.of(), Map.of());
    }

    List<String> names() {
        return List.of(columns.fieldNames());
    }

    /** With the columns of these names only. */
    Shape only(Set<String> names) {
        StructType some = new StructType();
        for (StructField field : columns.fields()) {
            some = names.contains(field.name()) ? some.add(field) : some;
        }
        Map<String, Boolean> times = new TreeMap<>(nanos);
        times.keySet().retainAll(List.of(some.fieldNames()));
        return new Shape(path, some, times, unreadable);
    }

    /** All as one, where no column is of two types: what a file lacks is null. */
    static Optional<Shape> together(List<Shape> shapes) {
        Map<String, StructField> columns = new LinkedHashMap<>();
        Map<String, Boolean> times = new TreeMap<>();
        for (Shape shape : shapes) {
            for (StructField field : shape.columns().fields()) {
                StructField known = columns.putIfAbsent(ByName.lower(field.name()), field);
                if (known != null && !known.dataType().equals(field.dataType())) {
                    return Optional.empty();
                }
                Boolean instant = shape.nanos().get(field.name());
                boolean alike = known == null || Objects.equals(times.get(known.name()), instant);
                if (!alike) {
                    return Optional.empty();
                }
                if (instant != null) {
                    times.put(known == null ? field.name() : known.name(), instant);
                }
            }
        }
        StructType all = new StructType(columns.values().toArray(StructField[]::new));
        return Optional.of(new Shape(shapes.get(0).path(), all, times, Map.of()));
    }

    /** What may be read together with this: the same types, whatever the file. */
    Object layout() {
        return List.of(columns, nanos);
    }

    static Set<String> anyCase() {
        return new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    }
}
