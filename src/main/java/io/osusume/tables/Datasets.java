package io.osusume.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of several tables, each found by the table that it is. Rows are held against their table as they come in, so that one
 * taken for another is refused at once, and not read wrong later. Immutable.
 */
public final class Datasets {
    private static final Datasets NONE = new Datasets(Map.of());

    private final Map<Table, Dataset<Row>> byTable;

    private Datasets(Map<Table, Dataset<Row>> byTable) {
        this.byTable = byTable;
    }

    public static Datasets none() {
        return NONE;
    }

    /**
     * These, and one more.
     *
     * @throws IllegalStateException when the rows are not those of the table, or its rows are there already: a bug
     */
    public Datasets with(Table table, Dataset<Row> rows) {
        if (byTable.containsKey(table)) {
            throw new IllegalStateException(table.name() + " is there already");
        }
        table.requireFits(rows.schema());
        Map<Table, Dataset<Row>> more = new LinkedHashMap<>(byTable);
        more.put(table, rows);
        return new Datasets(more);
    }

    /**
     * The rows of a table.
     *
     * @throws IllegalStateException when they are not there: a bug
     */
    public Dataset<Row> of(Table table) {
        Dataset<Row> rows = byTable.get(table);
        if (rows == null) {
            throw new IllegalStateException("No rows of " + table.name() + "; there are those of "
                    + String.join(
                            ", ", byTable.keySet().stream().map(Table::name).toList()));
        }
        return rows;
    }
}
