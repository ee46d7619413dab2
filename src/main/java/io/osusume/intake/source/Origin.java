package io.osusume.intake.source;

import io.osusume.errors.UserException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.QueryContext;
import org.apache.spark.SparkThrowable;

/**
 * Where rows come from, to say so when they cannot be read.
 *
 * @param files one for each path that is read
 * @param query the setting that holds the query, if it is one, and the query
 */
record Origin(List<SourceFiles> files, Optional<String> query, String sql) {
    private static final Pattern FILE = Pattern.compile("(?:file|hdfs|s3a?|abfss?|gs|wasbs?):/[^\\s,\\]]*[^\\s,\\].]");

    static Origin of(SourceFiles files) {
        return new Origin(List.of(files), Optional.empty(), "");
    }

    void requireUnchanged() {
        files.forEach(SourceFiles::requireUnchanged);
    }

    /** The same failure in words for the person who runs Osusume, where it is the file's or the query's; else as it is. */
    RuntimeException explained(RuntimeException failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable e = failure; e != null && !causes.contains(e); e = e.getCause()) {
            causes.add(e);
        }
        if (causes.stream().anyMatch(UserException.class::isInstance)) {
            return failure;
        }
        return unreadable(causes).or(() -> ofQuery(causes)).orElse(failure);
    }

    private Optional<RuntimeException> unreadable(List<Throwable> causes) {
        Throwable last = causes.get(causes.size() - 1);
        boolean reading = causes.stream().anyMatch(e -> condition(e).startsWith("FAILED_READ_FILE"));
        if (!reading && !(last instanceof FileNotFoundException) && !(last instanceof EOFException)) {
            return Optional.empty();
        }
        String file = causes.stream()
                .map(e -> FILE.matcher(String.valueOf(e.getMessage())))
                .filter(Matcher::find)
                .map(m -> m.group().replaceFirst("^file:/+", "/"))
                .findFirst()
                .orElse("a file");
        String keys =
                String.join(", ", files.stream().map(f -> f.key() + ".path").toList());
        boolean gone = causes.stream()
                .anyMatch(
                        e -> e instanceof FileNotFoundException || condition(e).contains("FILE_NOT_EXIST"));
        return Optional.of(UserException.data(keys + ": " + file
                + (gone
                        ? " is gone: it was there when the run began. Run again when the load is over."
                        : " cannot be read to its end: " + Unreadable.reason(last)
                                + ". It may be cut off or damaged: copy it again, or leave it out.")));
    }

    private Optional<RuntimeException> ofQuery(List<Throwable> causes) {
        if (query.isEmpty()) {
            return Optional.empty();
        }
        for (Throwable e : causes) {
            if (e instanceof SparkThrowable spark
                    && !spark.isInternalError()
                    && !condition(e).isEmpty()) {
                int line = 0;
                for (QueryContext context : spark.getQueryContext()) {
                    line = line == 0 ? line(context) : line;
                }
                return Optional.of(Unreadable.query(query.get(), sql, line, e));
            }
        }
        return Optional.empty();
    }

    private int line(QueryContext context) {
        int at = sql.indexOf(context.fragment());
        return at < 0
                ? 0
                : 1 + (int) sql.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static String condition(Throwable e) {
        return e instanceof SparkThrowable s && s.getCondition() != null ? s.getCondition() : "";
    }
}
