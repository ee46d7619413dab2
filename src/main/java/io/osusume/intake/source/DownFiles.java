package io.osusume.intake.source;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of files in which some lean on those above them. */
final class DownFiles {
    private static final String FILE = "_osusume_file";

    private DownFiles() {}

    /** Begins a file: what becomes of each of its rows and the texts of its fields, from its first row to its last. */
    interface Walk extends Serializable {
        BiFunction<Row, List<String>, Stream<Row>> begin();
    }

    /** @param rows of files that are read whole, each by one task and from its first line to its last */
    static Dataset<Row> of(Dataset<Row> rows, Walk walk) {
        // Behind the fields stands what was noticed of a line.
        int fields = List.of(rows.columns()).indexOf(Sources.CORRUPT_LINE);
        return rows.withColumn(FILE, col("_metadata.file_path"))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) all -> walked(all, fields, walk),
                        Encoders.row(rows.schema()));
    }

    private static Iterator<Row> walked(Iterator<Row> all, int fields, Walk walk) {
        Walker walker = new Walker(fields, walk);
        Iterable<Row> rows = () -> all;
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(walker::next)
                .iterator();
    }

    /** Down one file after the other. */
    private static final class Walker {
        private final int fields;
        private final Walk walk;
        private BiFunction<Row, List<String>, Stream<Row>> here;
        private String file;

        Walker(int fields, Walk walk) {
            this.fields = fields;
            this.walk = walk;
        }

        Stream<Row> next(Row row) {
            String of = row.getString(row.size() - 1);
            if (!Objects.equals(of, file)) {
                file = of;
                here = walk.begin();
            }
            List<String> texts = new ArrayList<>();
            IntStream.range(0, fields).forEach(i -> texts.add(row.isNullAt(i) ? null : String.valueOf(row.get(i))));
            Object[] values =
                    IntStream.range(0, row.size() - 1).mapToObj(row::get).toArray();
            return here.apply(RowFactory.create(values), texts);
        }
    }
}
