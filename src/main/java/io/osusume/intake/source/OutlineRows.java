package io.osusume.intake.source;

import io.osusume.intake.profile.Outline;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The rows of {@link Outline tables} that write what rows share in the first of them alone: each with what it has of those above. */
final class OutlineRows {
    private OutlineRows() {}

    /**
     * @param rows of files that are read whole
     * @param columns the places of what stands above
     */
    static Dataset<Row> of(Dataset<Row> rows, List<Integer> columns) {
        List<Integer> sent = List.copyOf(columns);
        return DownFiles.of(rows, () -> new Filled(sent));
    }

    private static final class Filled implements BiFunction<Row, List<String>, Stream<Row>> {
        private final List<Integer> columns;
        private final Outline.Walk walk;
        private Row above;

        Filled(List<Integer> columns) {
            this.columns = columns;
            this.walk = new Outline.Walk(columns);
        }

        @Override
        public Stream<Row> apply(Row row, List<String> texts) {
            Outline.Kind kind = walk.next(texts);
            if (kind == Outline.Kind.NONE) {
                return Stream.empty();
            }
            above = kind == Outline.Kind.FURTHER && above != null ? filled(row, texts) : row;
            return Stream.of(above);
        }

        private Row filled(Row row, List<String> texts) {
            return RowFactory.create(IntStream.range(0, row.size())
                    .mapToObj(i -> columns.contains(i) && Outline.isNothing(texts.get(i)) ? above.get(i) : row.get(i))
                    .toArray());
        }
    }
}
