package io.osusume.intake;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.spark.sql.catalyst.expressions.*;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import scala.jdk.javaapi.CollectionConverters;

/** Whether an expression gives a value in every row, whatever the row holds: it need not be tried, and a source may filter by it. */
final class NeverFails {
    private static final Set<Class<?>> SAFE = Set.of(
            AttributeReference.class,
            Literal.class,
            Alias.class,
            GetStructField.class,
            EqualTo.class,
            EqualNullSafe.class,
            LessThan.class,
            LessThanOrEqual.class,
            GreaterThan.class,
            GreaterThanOrEqual.class,
            And.class,
            Or.class,
            Not.class,
            IsNull.class,
            IsNotNull.class,
            In.class,
            InSet.class,
            Coalesce.class,
            If.class,
            CaseWhen.class,
            Upper.class,
            Lower.class,
            StringTrim.class,
            StringTrimLeft.class,
            StringTrimRight.class,
            Concat.class,
            ConcatWs.class,
            StartsWith.class,
            EndsWith.class,
            Contains.class);

    private NeverFails() {}

    /** Of an expression that was analysed. */
    static boolean holds(Expression expression) {
        if (expression instanceof RuntimeReplaceable replaced) {
            return holds(replaced.replacement());
        }
        if (expression instanceof Cast cast) {
            return isSafe(cast.child().dataType(), cast.dataType()) && holds(cast.child());
        }
        if (expression instanceof Like like) {
            return like.right() instanceof Literal pattern
                    && !String.valueOf(pattern.value()).contains("\\")
                    && holds(like.left());
        }
        if (expression instanceof RegExpReplace replace) {
            return replace.regexp() instanceof Literal pattern
                    && replace.rep() instanceof Literal by
                    && isPattern(String.valueOf(pattern.value()))
                    && !String.valueOf(by.value()).matches("(?s).*[$\\\\].*")
                    && replace.pos() instanceof Literal
                    && holds(replace.subject());
        }
        return SAFE.contains(expression.getClass())
                && CollectionConverters.asJava(expression.children()).stream().allMatch(NeverFails::holds);
    }

    private static boolean isSafe(DataType from, DataType to) {
        return Cast$.MODULE$.canUpCast(from, to) || to instanceof StringType;
    }

    private static boolean isPattern(String text) {
        try {
            return Pattern.compile(text) != null;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** Whether a node of this kind lies in a tree. */
    static <T extends TreeNode<T>> long count(T tree, Class<?> kind) {
        return (kind.isInstance(tree) ? 1 : 0)
                + CollectionConverters.asJava(tree.children()).stream()
                        .mapToLong(child -> count(child, kind))
                        .sum();
    }
}
