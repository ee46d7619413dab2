package io.osusume.intake.source;

import io.osusume.config.SourceConfig;
import io.osusume.errors.UserException;

/** What is said of a source that cannot be read. */
final class Unreadable {
    private Unreadable() {}

    static UserException source(String key, SourceConfig config, Exception e) {
        String what = config.table()
                .map(t -> key + ".table = " + t)
                .orElseGet(() -> key + ".path = " + config.path().orElse("") + " (format "
                        + config.format().orElse("csv") + ")");
        return UserException.configuration(
                what + ": cannot be read: " + reason(e) + " Check " + key + ".format and .options against the file.",
                e);
    }

    /** @param line of the query, counted from 1; 0 where it is not known */
    static UserException query(String key, String sql, int line, Throwable e) {
        String where = line == 0
                ? key
                : key + ", line " + line + " ("
                        + sql.lines().skip(line - 1).findFirst().orElse("").strip() + ")";
        return UserException.configuration(where + ": " + reason(e), e);
    }

    static String reason(Throwable e) {
        return e.getMessage() == null
                ? e.toString()
                : e.getMessage().lines().findFirst().orElse("").replaceAll(" SQLSTATE: \\w+", "");
    }
}
