package io.osusume.intake.source;

import io.osusume.config.InputConfig;
import io.osusume.tables.Customers;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Which columns of a source matter.
 *
 * @param names of those that the mapping speaks of, of a nested one that of the outermost; whatever their case
 * @param needed those of them without which the mapping does not fit, or hardly says anything: whose line it is
 * @param all whether all others matter as well
 */
record UsedColumns(Set<String> names, Set<String> needed, boolean all) {

    /** Those of an input's mapping. */
    static UsedColumns of(Input input, InputConfig config) {
        Set<String> names = Shape.anyCase();
        Set<String> needed = Shape.anyCase();
        for (Field column : input.table().columns()) {
            String sql = config.columns().get(column.name());
            if (sql != null) {
                add(needed, sql);
            } else if (column.required() || column.name().equals(Customers.CUSTOMER_ID)) {
                needed.add(column.name());
            } else {
                names.add(column.name());
            }
        }
        config.where().ifPresent(sql -> add(needed, sql));
        names.addAll(needed);
        return new UsedColumns(names, needed, false);
    }

    /** All, of a table that a query reads. */
    static UsedColumns everything() {
        return new UsedColumns(Set.of(), Set.of(), true);
    }

    /** What is to be read of a source with these columns: all where the mapping does not fit, so that it can be told how. */
    Set<String> among(Set<String> there) {
        if (all || !there.containsAll(needed)) {
            return there;
        }
        Set<String> some = Shape.anyCase();
        some.addAll(there);
        some.retainAll(names);
        return some.isEmpty() ? there : some;
    }

    private static void add(Set<String> names, String sql) {
        Expression expression = CatalystSqlParser$.MODULE$.parseExpression(sql);
        for (Expression leaf : CollectionConverters.asJava(expression.collectLeaves())) {
            if (leaf instanceof UnresolvedAttribute column) {
                names.add(column.nameParts().head());
            }
        }
    }
}
