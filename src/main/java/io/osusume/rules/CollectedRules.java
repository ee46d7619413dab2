package io.osusume.rules;

import io.osusume.tables.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The rules of one kind of basket, at most {@code rules.max_rules}, on the driver, while evidence is added to them. */
final class CollectedRules {
    private final List<Row> rows;
    private final List<Object[]> values = new ArrayList<>();

    /** @param rows with the columns of table {@code rules} */
    CollectedRules(List<Row> rows) {
        this.rows = rows;
        for (Row row : rows) {
            Object[] of = new Object[row.length()];
            for (int i = 0; i < of.length; i++) {
                of[i] = row.get(i);
            }
            values.add(of);
        }
    }

    /** As they came, without what was added. */
    List<Row> rows() {
        return rows;
    }

    /** Gives a column the value of each rule, by its number. */
    void set(String column, IntFunction<Object> value) {
        int at = Rules.TABLE.columnNames().indexOf(column);
        for (int rule = 0; rule < values.size(); rule++) {
            values.get(rule)[at] = value.apply(rule);
        }
    }

    /** Null where the whole is nothing. */
    static Double share(long part, long whole) {
        return whole > 0 ? (Double) ((double) part / (double) whole) : null;
    }

    /** The table {@code rules}. */
    Dataset<Row> table(SparkSession session) {
        return session.createDataFrame(values.stream().map(RowFactory::create).toList(), Rules.TABLE.schema());
    }
}
