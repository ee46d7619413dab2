package io.osusume.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * A table of a section, and the data of the chart above it. Its words stand under {@code grid.<id>}, {@code grid.<id>.how} and, where it
 * has no rows, {@code grid.<id>.<none>}: why.
 *
 * @param rows values in the order of the columns; null: not known
 * @param none the key of why there is nothing, where there is nothing
 */
record Grid(String id, List<Heading> columns, List<List<Object>> rows, String none) {
    /** Why there is nothing, where nothing is amiss: the table is there and has no such row. */
    static final String EMPTY = "empty";

    /** Why there is nothing: the table was not published. */
    static final String ABSENT = "absent";

    Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A column: its heading stands in the words under {@code column.<name>}; words of codes under {@code <vocabulary>.<code>}. */
    record Heading(String name, Kind kind, String vocabulary) {
        static Heading of(String name, Kind kind) {
            return new Heading(name, kind, name);
        }

        static Heading word(String name, String vocabulary) {
            return new Heading(name, Kind.WORD, vocabulary);
        }
    }

    static Grid of(String id, List<Heading> columns, List<Row> rows) {
        return new Grid(id, columns, rows.stream().map(Grid::values).toList(), EMPTY);
    }

    static Grid without(String id, List<Heading> columns, String why) {
        return new Grid(id, columns, List.of(), why);
    }

    /** The same, where there are no rows for another reason. */
    Grid orWhy(String why) {
        return new Grid(id, columns, rows, why);
    }

    /** The same without the columns that say who somebody is. */
    Grid nameless() {
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).kind() != Kind.WHO)
                .boxed()
                .toList();
        return new Grid(
                id,
                kept.stream().map(columns::get).toList(),
                rows.stream()
                        .map(row -> row(kept.stream().map(row::get).toArray()))
                        .toList(),
                none);
    }

    /** Values of a row, of which some may be null. */
    static List<Object> row(Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            values.add(row.get(i) instanceof scala.collection.Seq<?> ? List.copyOf(row.getList(i)) : row.get(i));
        }
        return Collections.unmodifiableList(values);
    }
}
