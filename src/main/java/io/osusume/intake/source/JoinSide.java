package io.osusume.intake.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.classic.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One side of a join.
 *
 * @param rows what the column is called that counts the rows of a key
 */
record JoinSide(SparkSession spark, LogicalPlan plan, List<Expression> keys, String rows) {
    /** As Spark estimates it. */
    scala.math.BigInt bytes() {
        return plan.stats().sizeInBytes();
    }

    /** Whether nothing is read of it but what it is joined by. */
    boolean onlyKeys() {
        return CollectionConverters.asJava(plan.output()).stream()
                .allMatch(a -> keys.stream().anyMatch(k -> k.semanticEquals(a)));
    }

    /** Whether a key, counted by {@link #counts}, has several rows. */
    Column several() {
        return col(rows).gt(1);
    }

    /** The columns of the key in {@link #counts}, the same on both sides. */
    List<String> names() {
        return IntStream.range(0, keys.size()).mapToObj(i -> "_key" + i).toList();
    }

    /** What it is joined by, as a person would write it. */
    String sql() {
        return keys.stream()
                .map(k -> k.sql().replaceAll("\\b\\w+\\.(?=\\w)|`", ""))
                .collect(Collectors.joining(", "));
    }

    /** The rows of each key; nobody's key is none. */
    Dataset<Row> counts() {
        List<String> names = names();
        Column[] columns = IntStream.range(0, keys.size())
                .mapToObj(i -> ExpressionUtils.column(keys.get(i)).as(names.get(i)))
                .toArray(Column[]::new);
        return org.apache.spark.sql.classic.Dataset.ofRows(spark, plan)
                .select(columns)
                .na()
                .drop(names.toArray(String[]::new))
                .groupBy(names.stream().map(n -> col(n)).toArray(Column[]::new))
                .agg(count(lit(1)).as(rows));
    }
}
