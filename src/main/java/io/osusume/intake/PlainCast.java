package io.osusume.intake;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.osusume.intake.text.Cleaner;
import io.osusume.intake.text.NumberText;
import io.osusume.tables.Field;
import io.osusume.tables.Types;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Cast$;
import org.apache.spark.sql.types.*;

/**
 * What an expression gives → the type of its column, where nothing has to be guessed. Null where it cannot be read.
 *
 * <p>A text is cleaned first ({@link Cleaner}). A number becomes a text without the .0 that columns of doubles have. A
 * number is a yes or a no only as 1 or 0, a whole number only without a fraction, and a time only as seconds since 1970
 * from 1973 on: a smaller one is a date without signs, or one of Excel's.
 */
final class PlainCast {
    private static final double FIRST_EPOCH = 1e8;
    private static final double LAST_EPOCH = 1e10;

    private PlainCast() {}

    /** Refuses what can never be cast to the column's type. */
    static void requireCastable(DataType from, Field to) throws Analysis.Unfit {
        boolean fits = from instanceof NullType
                || from instanceof StringType
                || (from instanceof ArrayType array
                        ? to.type().equals(Types.TEXT) && array.elementType() instanceof AtomicType
                        : from instanceof AtomicType && Cast$.MODULE$.canAnsiCast(from, to.type()));
        if (!fits) {
            throw new Analysis.Unfit(
                    "it gives " + from.simpleString() + ", and " + to.name() + " is " + word(to)
                            + (from instanceof StructType ? "; name the field that holds it, as in name.field" : ""),
                    Optional.empty());
        }
    }

    private static String word(Field to) {
        if (to.type().equals(Types.TEXT)) {
            return "a text";
        }
        return to.type().equals(Types.INSTANT) ? "a time" : to.type().equals(Types.FLAG) ? "a yes or no" : "a number";
    }

    /** What there is to read: cleaned where it is a text; null where there is nothing. */
    static Column given(Column value, DataType type, Cleaner cleaner) {
        if (type instanceof StringType) {
            return Calls.text(cleaner, "clean", value);
        }
        return type instanceof DoubleType || type instanceof FloatType ? when(not(isnan(value)), value) : value;
    }

    /** The value in its column's type. */
    static Column typed(Column given, DataType type, Field to) {
        if (to.type().equals(Types.TEXT)) {
            return text(given, type);
        }
        if (to.type().equals(Types.WHOLE)) {
            Column number = type instanceof StringType ? given.try_cast("decimal(38,10)") : given;
            return hasFraction(type)
                    ? when(number.equalTo(floor(number)), number.try_cast(to.type()))
                    : number.try_cast(to.type());
        }
        if (to.type().equals(Types.FLAG) && type instanceof NumericType) {
            return when(given.equalTo(0).or(given.equalTo(1)), given.equalTo(1));
        }
        if (to.type().equals(Types.INSTANT) && type instanceof NumericType) {
            return when(given.geq(FIRST_EPOCH).and(given.lt(LAST_EPOCH)), given.try_cast(to.type()));
        }
        if (to.type().equals(Types.INSTANT) && type instanceof StringType) {
            return when(given.rlike("^[0-9]{4,}-[0-9]{1,2}-[0-9]"), given.try_cast(to.type()));
        }
        return given.try_cast(to.type());
    }

    private static boolean hasFraction(DataType type) {
        return type instanceof StringType
                || type instanceof DoubleType
                || type instanceof FloatType
                || type instanceof DecimalType;
    }

    private static Column text(Column given, DataType type) {
        if (type instanceof ArrayType) {
            return array_join(given.cast("array<string>"), ",");
        }
        return NumberText.of(given, type);
    }
}
