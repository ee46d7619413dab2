package io.osusume.intake;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.ObjectType;
import scala.jdk.javaapi.CollectionConverters;

/** Columns that a Java method works out of a text; null of null. */
final class Calls {
    private Calls() {}

    static Column text(Serializable target, String method, Column text) {
        return of(target, method, DataTypes.StringType, text);
    }

    static Column flag(Serializable target, String method, Column text) {
        return of(target, method, DataTypes.BooleanType, text);
    }

    static Column number(Serializable target, String method, Column text) {
        return of(target, method, DataTypes.IntegerType, text);
    }

    private static Column of(Serializable target, String method, DataType result, Column text) {
        return ExpressionUtils.column(new Invoke(
                Literal$.MODULE$.fromObject(target, new ObjectType(target.getClass())),
                method,
                result,
                CollectionConverters.asScala(List.of(ExpressionUtils.expression(text)))
                        .toSeq(),
                CollectionConverters.asScala(List.<AbstractDataType>of()).toSeq(),
                true,
                true,
                true));
    }
}
