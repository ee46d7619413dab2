package io.osusume.intake.source;

import static org.apache.spark.sql.functions.col;

import io.osusume.intake.profile.GroupedReport;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The lines of {@link GroupedReport reports} with the name that they are of in the first column; names and totals are no rows. */
final class ReportRows {
    private static final String FILE = "_osusume_file";

    private ReportRows() {}

    /**
     * @param rows of files that are read whole, each by one task and from its first line to its last
     * @param totals whether names end in totals
     */
    static Dataset<Row> of(Dataset<Row> rows, boolean totals) {
        // Behind the fields stands what was noticed of a line.
        int fields = List.of(rows.columns()).indexOf(Sources.CORRUPT_LINE);
        return rows.withColumn(FILE, col("_metadata.file_path"))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) all -> lines(all, fields, totals),
                        Encoders.row(rows.schema()));
    }

    private static Iterator<Row> lines(Iterator<Row> all, int fields, boolean totals) {
        Walk walk = new Walk(fields, totals);
        Iterable<Row> rows = () -> all;
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(walk::next)
                .iterator();
    }

    /** Down one file after the other. */
    private static final class Walk {
        private final int fields;
        private final boolean totals;
        private GroupedReport.Walk report;
        private String file;

        Walk(int fields, boolean totals) {
            this.fields = fields;
            this.totals = totals;
        }

        Stream<Row> next(Row row) {
            String of = row.getString(row.size() - 1);
            if (!Objects.equals(of, file)) {
                file = of;
                report = new GroupedReport.Walk(totals);
            }
            List<String> texts = new ArrayList<>();
            IntStream.range(0, fields).forEach(i -> texts.add(row.isNullAt(i) ? null : String.valueOf(row.get(i))));
            return report.next(texts).map(name -> with(row, name)).stream();
        }

        private static Row with(Row row, String name) {
            Object[] values =
                    IntStream.range(0, row.size() - 1).mapToObj(row::get).toArray();
            values[0] = name;
            return RowFactory.create(values);
        }
    }
}
