package io.osusume.intake.text;

import io.osusume.errors.UserException;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.Cast$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.ObjectType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** The functions for what is awkward in SQL, as a session knows them. Null gives null; what is unreadable throws. */
public final class TextFunctions {
    private TextFunctions() {}

    /** Makes the functions known to a session, for its queries and mappings. */
    public static void register(SparkSession spark) {
        FunctionRegistry known = ((org.apache.spark.sql.classic.SparkSession) spark)
                .sessionState()
                .functionRegistry();
        register(known, "parse_number", a -> {
            List<String> rest = words("parse_number", a, 2);
            if (!rest.isEmpty() && !rest.get(0).matches("[.,]")) {
                throw UserException.configuration("parse_number(text, '" + rest.get(0)
                        + "'): the decimal sign is '.' or ','. Write parse_number(text, ',') where 1.280,50 is meant");
            }
            Character decimal = rest.isEmpty() ? null : rest.get(0).charAt(0);
            return call(
                    new NumberCall(decimal), DataTypes.createDecimalType(Numbers.PRECISION, Numbers.SCALE), a.get(0));
        });
        ZoneId zone = ZoneId.of(spark.conf().get("spark.sql.session.timeZone"));
        register(known, "parse_time", a -> {
            List<String> formats = words("parse_time", a, 21);
            return call(new TimeCall(times(zone, formats)), DataTypes.TimestampType, a.get(0));
        });
        register(known, "parse_id", a -> {
            words("parse_id", a, 1);
            return call(new IdCall(), DataTypes.StringType, a.get(0));
        });
        register(known, "parse_yes", a -> {
            words("parse_yes", a, 1);
            return call(new YesCall(), DataTypes.BooleanType, a.get(0));
        });
    }

    private static Times times(ZoneId zone, List<String> formats) {
        try {
            return new Times(zone, formats);
        } catch (IllegalArgumentException e) {
            throw UserException.configuration("parse_time(text, '" + String.join("', '", formats) + "'): "
                    + e.getMessage() + ". A format is one of " + String.join(", ", NamedForm.names())
                    + ", or a pattern such as 'd/M/yyyy H:mm'");
        }
    }

    private static void register(FunctionRegistry known, String name, Function<List<Expression>, Expression> made) {
        known.createOrReplaceTempFunction(
                name,
                new AbstractFunction1<Seq<Expression>, Expression>() {
                    @Override
                    public Expression apply(Seq<Expression> arguments) {
                        return made.apply(new ArrayList<>(CollectionConverters.asJava(arguments)));
                    }
                },
                "java_udf");
    }

    /** The arguments behind the first, which must be plain texts. */
    private static List<String> words(String name, List<Expression> arguments, int most) {
        if (arguments.isEmpty() || arguments.size() > most) {
            throw UserException.configuration(
                    name + " takes " + (most == 1 ? "one argument" : "1 to " + most + " arguments") + ", not "
                            + arguments.size() + ". Write, for example, " + name + "(`a column`)");
        }
        List<String> words = new ArrayList<>();
        for (Expression argument : arguments.subList(1, arguments.size())) {
            if (!(argument instanceof Literal text) || !(text.value() instanceof UTF8String)) {
                throw UserException.configuration(name + "(…, " + argument.sql()
                        + "): what stands behind the first argument must be a text in quotes, such as '.'");
            }
            words.add(text.value().toString());
        }
        return words;
    }

    private static Expression call(Serializable target, DataType result, Expression text) {
        Expression asText = Cast$.MODULE$.apply(text, DataTypes.StringType, true);
        return new Invoke(
                Literal$.MODULE$.fromObject(target, new ObjectType(target.getClass())),
                "call",
                result,
                CollectionConverters.asScala(List.of(asText)).toSeq(),
                CollectionConverters.asScala(List.<org.apache.spark.sql.types.AbstractDataType>of())
                        .toSeq(),
                true,
                true,
                true);
    }

    /** {@code parse_number}. */
    public static final class NumberCall implements Serializable {
        private static final long serialVersionUID = 1;
        private final Character decimal;

        NumberCall(Character decimal) {
            this.decimal = decimal;
        }

        public Decimal call(UTF8String text) {
            return Decimal.apply(Numbers.parse(text.toString(), decimal), Numbers.PRECISION, Numbers.SCALE);
        }
    }

    /** {@code parse_time}: microseconds since 1970. */
    public static final class TimeCall implements Serializable {
        private static final long serialVersionUID = 1;
        private final Times times;

        TimeCall(Times times) {
            this.times = times;
        }

        public long call(UTF8String text) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, times.parse(text.toString()));
        }
    }

    /** {@code parse_id}. */
    public static final class IdCall implements Serializable {
        private static final long serialVersionUID = 1;

        public UTF8String call(UTF8String text) {
            return UTF8String.fromString(Ids.parse(text.toString()));
        }
    }

    /** {@code parse_yes}. */
    public static final class YesCall implements Serializable {
        private static final long serialVersionUID = 1;

        public boolean call(UTF8String text) {
            return YesNo.parse(text.toString());
        }
    }
}
