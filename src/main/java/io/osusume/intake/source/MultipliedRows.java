package io.osusume.intake.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.planning.ExtractEquiJoinKeys$;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.JoinHint;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.classic.SparkSession;
import scala.Option;
import scala.Tuple8;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Joins of a query that make several rows of one, which count as many: where a key stands several times on both sides, or on a
 * side of which nothing is read. What adds up or chooses among the rows of a join may put that right, and is not judged; nor is
 * a join by more than equal keys, such as from one day to another.
 */
final class MultipliedRows {
    private static final Set<String> MAKING_ROWS = Set.of("Inner", "LeftOuter", "RightOuter", "FullOuter");
    private static final String LEFT = "_left";
    private static final String RIGHT = "_right";

    private final SparkSession spark;
    private final String key;

    MultipliedRows(SparkSession spark, String key) {
        this.spark = spark;
        this.key = key;
    }

    /**
     * A sentence for each such join. One scan of the smaller side of each, and of both where that has keys twice.
     *
     * @param read the columns of the query's result that are read
     */
    List<String> of(Dataset<Row> read) {
        LogicalPlan plan = ((org.apache.spark.sql.classic.Dataset<Row>) read)
                .queryExecution()
                .optimizedPlan();
        List<String> notes = new ArrayList<>();
        for (Join join : joins(plan, new ArrayList<>())) {
            note(join).ifPresent(notes::add);
        }
        return notes;
    }

    private static List<Join> joins(LogicalPlan plan, List<Join> found) {
        if (plan instanceof Aggregate || plan instanceof Window || plan instanceof GlobalLimit) {
            return found;
        }
        boolean whole = !(plan instanceof Join join)
                || MAKING_ROWS.contains(join.joinType().toString());
        if (whole && plan instanceof Join join) {
            found.add(join);
        }
        List<LogicalPlan> children = CollectionConverters.asJava(plan.children());
        children.subList(0, whole ? children.size() : 1).forEach(child -> joins(child, found));
        return found;
    }

    private Optional<String> note(Join join) {
        Option<
                        Tuple8<
                                org.apache.spark.sql.catalyst.plans.JoinType,
                                Seq<Expression>,
                                Seq<Expression>,
                                Option<Expression>,
                                Option<Expression>,
                                LogicalPlan,
                                LogicalPlan,
                                JoinHint>>
                equal = ExtractEquiJoinKeys$.MODULE$.unapply(join);
        if (equal.isEmpty() || equal.get()._4().isDefined()) {
            return Optional.empty();
        }
        JoinSide left = new JoinSide(
                spark, join.left(), CollectionConverters.asJava(equal.get()._2()), LEFT);
        JoinSide right = new JoinSide(
                spark, join.right(), CollectionConverters.asJava(equal.get()._3()), RIGHT);
        JoinSide smaller = left.bytes().compareTo(right.bytes()) < 0 ? left : right;
        Column several = left.onlyKeys()
                ? left.several()
                : right.onlyKeys() ? right.several() : left.several().and(right.several());
        boolean one = left.onlyKeys() || right.onlyKeys();
        JoinSide told = left.onlyKeys() ? left : right.onlyKeys() ? right : smaller;
        Dataset<Row> suspect = told.counts().where(told.several());
        if (suspect.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = left.names();
        JoinSide other = told.equals(left) ? right : left;
        Row found = suspect.join(
                        other.counts(), CollectionConverters.asScala(keys).toSeq())
                .where(several)
                .agg(
                        count(lit(1)),
                        sum(col(LEFT)),
                        sum(col(RIGHT)),
                        sum(col(LEFT).multiply(col(RIGHT))),
                        max(struct(
                                col(LEFT).multiply(col(RIGHT)),
                                col(LEFT),
                                col(RIGHT),
                                struct(keys.stream().map(k -> col(k)).toArray(Column[]::new)))))
                .first();
        return found.getLong(0) == 0 ? Optional.empty() : Optional.of(sentence(left, right, found, one));
    }

    private String sentence(JoinSide left, JoinSide right, Row found, boolean one) {
        Row most = found.getStruct(4);
        String values = IntStream.range(0, most.getStruct(3).size())
                .mapToObj(i -> String.valueOf(most.getStruct(3).get(i)))
                .collect(Collectors.joining(", "));
        String on = left.sql().equals(right.sql()) ? left.sql() : left.sql() + " = " + right.sql();
        return String.format(
                Locale.ROOT,
                "%s: the join on %s makes %,d rows of %,d and %,d: %,d of its keys stand several times %s (most of all %s: %d and"
                        + " %d rows). What is sold once counts as often. Join a query that keeps one row of each key, unless each"
                        + " of these rows is meant, as of the parts of a set.",
                key,
                on,
                found.getLong(3),
                found.getLong(1),
                found.getLong(2),
                found.getLong(0),
                one ? "in the table of which nothing is read" : "in both tables",
                values,
                most.getLong(1),
                most.getLong(2));
    }
}
