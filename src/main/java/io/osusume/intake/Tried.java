package io.osusume.intake;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenContext;
import org.apache.spark.sql.catalyst.expressions.codegen.CodegenFallback;
import org.apache.spark.sql.catalyst.expressions.codegen.ExprCode;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An expression tried in each row: its {@link #VALUE}, or the {@link #ERROR} with which it failed, in plain words. So a null
 * that is right and a failure are two things. It is evaluated as one piece, since a part that generated code works out once
 * for several expressions would fail outside of it.
 */
final class Tried extends Expression implements CodegenFallback, Serializable {
    static final String VALUE = "value";
    static final String ERROR = "error";
    private static final long serialVersionUID = 1;

    private final Expression child;

    private Tried(Expression child) {
        this.child = child;
    }

    /** A struct of {@link #VALUE} and {@link #ERROR}. */
    static Column of(Column expression) {
        return ExpressionUtils.column(new Tried(ExpressionUtils.expression(expression)));
    }

    @Override
    public Seq<Expression> children() {
        return CollectionConverters.asScala(List.of(child)).toSeq();
    }

    @Override
    public boolean foldable() {
        return child.foldable();
    }

    @Override
    public DataType dataType() {
        return new StructType().add(VALUE, child.dataType(), true).add(ERROR, DataTypes.StringType, true);
    }

    @Override
    public boolean nullable() {
        return false;
    }

    @Override
    public Object eval(InternalRow row) {
        try {
            return new GenericInternalRow(new Object[] {child.eval(row), null});
        } catch (Exception e) { // whatever a company's expression throws: the row is a reject, the night goes on
            return new GenericInternalRow(new Object[] {null, UTF8String.fromString(Failure.plain(e))});
        }
    }

    @Override
    public ExprCode doGenCode(CodegenContext context, ExprCode code) {
        return CodegenFallback.super.doGenCode(context, code);
    }

    @Override
    public Expression withNewChildrenInternal(IndexedSeq<Expression> newChildren) {
        return new Tried(newChildren.head());
    }

    @Override
    public int productArity() {
        return 1;
    }

    @Override
    public Object productElement(int n) {
        return child;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof Tried;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tried tried && tried.child.equals(child);
    }

    @Override
    public int hashCode() {
        return 31 * child.hashCode() + 1;
    }
}
