package io.osusume.intake;

import io.osusume.errors.UserException;
import io.osusume.intake.text.Unreadable;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkThrowable;

/** Why an expression failed, in plain words: without Spark's codes, stack and advice about its own settings. */
final class Failure {
    private static final int SHOWN = 200;

    private Failure() {}

    static String plain(Throwable thrown) {
        Throwable cause = root(thrown);
        if (cause instanceof Unreadable || cause instanceof UserException) {
            return cause.getMessage();
        }
        if (cause instanceof SparkThrowable spark && spark.getCondition() != null) {
            return known(spark).orElseGet(() -> sentence(cause));
        }
        return sentence(cause);
    }

    /** What lies at the bottom: the first that says what is wrong with a value or an expression. */
    static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null
                && cause.getCause() != cause
                && !(cause instanceof Unreadable)
                && !(cause instanceof UserException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Optional<String> known(SparkThrowable spark) {
        Map<String, String> said = spark.getMessageParameters();
        String condition = spark.getCondition();
        if (condition.startsWith("UNRESOLVED_COLUMN") || condition.startsWith("UNRESOLVED_FIELD")) {
            return Optional.of("the source has no column " + said.getOrDefault("objectName", ""));
        }
        return Optional.ofNullable(
                switch (condition) {
                    case "DIVIDE_BY_ZERO", "REMAINDER_BY_ZERO" -> "division by zero";
                    case "CAST_INVALID_INPUT" -> said.get("expression") + " is no " + unquoted(said.get("targetType"));
                    case "CAST_OVERFLOW", "NUMERIC_VALUE_OUT_OF_RANGE.WITH_SUGGESTION" -> "a value is too large";
                    case "UNRESOLVED_ROUTINE" -> "there is no function " + said.get("routineName");
                    default -> null;
                });
    }

    private static String unquoted(String type) {
        return type == null ? "value of its type" : type.replace("\"", "");
    }

    private static String sentence(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String first = message.strip().lines().findFirst().orElse("");
        String plain = first.replaceFirst("^\\[[A-Z_0-9.]+\\] ", "")
                .replaceAll(" SQLSTATE: \\w+.*$", "")
                .replaceAll("\\. (?:If necessary|Use `try_|To return NULL|Please|Set `?spark).*$", "")
                .strip();
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }
}
