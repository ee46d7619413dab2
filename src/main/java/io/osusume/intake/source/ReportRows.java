package io.osusume.intake.source;

import io.osusume.intake.profile.GroupedReport;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The lines of {@link GroupedReport reports} with the name that they are of in the first column; names and totals are no rows. */
final class ReportRows {
    private ReportRows() {}

    /**
     * @param rows of files that are read whole
     * @param totals whether names end in totals
     */
    static Dataset<Row> of(Dataset<Row> rows, boolean totals) {
        return DownFiles.of(rows, () -> {
            GroupedReport.Walk walk = new GroupedReport.Walk(totals);
            return (row, texts) -> walk.next(texts).map(name -> with(row, name)).stream();
        });
    }

    private static Row with(Row row, String name) {
        return RowFactory.create(IntStream.range(0, row.size())
                .mapToObj(i -> i == 0 ? name : row.get(i))
                .toArray());
    }
}
