package io.osusume.intake.source;

import io.osusume.config.InputConfig;
import io.osusume.tables.Input;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import scala.jdk.javaapi.CollectionConverters;

/** Which columns of a source an input's mapping speaks of. */
final class UsedColumns {
    private UsedColumns() {}

    /** Their names, of a nested one that of the outermost, whatever their case. */
    static Set<String> of(Input input, InputConfig config) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String column : input.table().columnNames()) {
            String sql = config.columns().get(column);
            if (sql == null) {
                names.add(column);
            } else {
                add(names, sql);
            }
        }
        config.where().ifPresent(sql -> add(names, sql));
        return names;
    }

    private static void add(Set<String> names, String sql) {
        Expression expression = CatalystSqlParser$.MODULE$.parseExpression(sql);
        CollectionConverters.asJava(expression.references().toSeq())
                .forEach(a -> names.add(
                        a instanceof UnresolvedAttribute u ? u.nameParts().head() : a.name()));
    }
}
