package io.osusume.intake;

import static org.apache.spark.sql.functions.expr;

import io.osusume.errors.UserException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.execution.CommandExecutionMode$;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.types.DataType;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark makes of an expression over a source's columns, before any row is read. */
final class Analysis {
    private final Dataset<Row> raw;

    Analysis(Dataset<Row> raw) {
        this.raw = raw;
    }

    /**
     * An expression that can work.
     *
     * @param mayFail whether some row may make it fail
     * @param reads the source's columns that it reads
     * @param window whether it looks at other rows
     */
    record Fit(DataType type, boolean mayFail, List<String> reads, boolean window) {}

    /** An expression that can never work: why, in plain words, and the name that the source does not have, if that is it. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Optional<String> unknown;

        Unfit(String reason, Optional<String> unknown) {
            super(reason);
            this.unknown = unknown;
        }

        Optional<String> unknown() {
            return unknown;
        }
    }

    Fit of(String sql) throws Unfit {
        LogicalPlan plan = analysed(sql);
        if (more(plan, Generate.class)) {
            throw new Unfit(
                    "it makes several rows of one, and a mapped column is one value a row; unfold the rows in the source or"
                            + " in a query",
                    Optional.empty());
        }
        if (more(plan, Aggregate.class)) {
            throw new Unfit(
                    "it adds up many rows, and a mapped column is one value a row; over the rows of a group write it with"
                            + " OVER (PARTITION BY …)",
                    Optional.empty());
        }
        boolean window = more(plan, Window.class);
        Expression expression = (Expression) ((Project) plan).projectList().head();
        Expression resolved = expression instanceof Alias alias ? alias.child() : expression;
        requireSomeRowWorks(sql, resolved);
        List<String> reads = CollectionConverters.asJava(resolved.references().toSeq()).stream()
                .map(a -> a.name())
                .filter(n -> List.of(raw.columns()).contains(n))
                .sorted(Comparator.comparing(n -> sql.toLowerCase(Locale.ROOT).indexOf(n.toLowerCase(Locale.ROOT))))
                .toList();
        return new Fit(resolved.dataType(), window || !NeverFails.holds(resolved), reads, window);
    }

    private LogicalPlan analysed(String sql) throws Unfit {
        try {
            return planned(raw, expr(sql)).analyzed();
        } catch (UserException e) {
            throw new Unfit(e.getMessage(), Optional.empty());
        } catch (Exception e) { // AnalysisException, undeclared
            Throwable root = Failure.root(e);
            Optional<String> unknown = root instanceof org.apache.spark.SparkThrowable spark
                            && String.valueOf(spark.getCondition()).startsWith("UNRESOLVED_COLUMN")
                    ? Optional.ofNullable(spark.getMessageParameters().get("objectName"))
                    : Optional.empty();
            throw new Unfit(Failure.plain(e), unknown.map(n -> n.replace("`", "")));
        }
    }

    private boolean more(LogicalPlan plan, Class<?> kind) {
        LogicalPlan below = ((org.apache.spark.sql.classic.Dataset<Row>) raw)
                .queryExecution()
                .analyzed();
        return NeverFails.count(plan, kind) > NeverFails.count(below, kind);
    }

    /** A constant part that fails, such as 1 / 0, fails in every row, and would stop Spark while it plans. */
    private void requireSomeRowWorks(String sql, Expression resolved) throws Unfit {
        if (NeverFails.holds(resolved)) {
            return;
        }
        try {
            optimised(raw, sql);
            if (resolved.foldable()
                    && optimised(raw.sparkSession().range(1).toDF(), sql) instanceof Project constant
                    && constant.projectList().head() instanceof Alias named
                    && named.child() instanceof Literal literal
                    && literal.value() instanceof InternalRow row
                    && !row.isNullAt(1)) {
                throw new Unfit("it fails in every row: " + row.getUTF8String(1), Optional.empty());
            }
        } catch (Unfit e) {
            throw e;
        } catch (Exception e) { // whatever Spark says of a constant
            throw new Unfit("it fails in every row: " + Failure.plain(e), Optional.empty());
        }
    }

    private static LogicalPlan optimised(Dataset<Row> rows, String sql) {
        return planned(rows, Tried.of(expr(sql))).optimizedPlan();
    }

    /** Not by {@code select}: of what does not fit, that tells every listener of the session, and they print it. */
    private static QueryExecution planned(Dataset<Row> rows, Column column) {
        org.apache.spark.sql.classic.SparkSession spark =
                (org.apache.spark.sql.classic.SparkSession) rows.sparkSession();
        NamedExpression named = (NamedExpression) spark.expression(column.as("_value"));
        LogicalPlan below = ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .analyzed();
        return spark.sessionState()
                .executePlan(
                        new Project(CollectionConverters.asScala(List.of(named)).toSeq(), below),
                        CommandExecutionMode$.MODULE$.ALL());
    }
}
