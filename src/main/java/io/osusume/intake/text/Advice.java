package io.osusume.intake.text;

import java.io.Serializable;
import org.apache.spark.unsafe.types.UTF8String;

/** What a person is told of a text that could not be read, and the line that reads it. */
public final class Advice implements Serializable {
    private static final long serialVersionUID = 1;

    private final Looks.Kind kind;
    private final String key;
    private final String sql;

    /**
     * @param key of the setting that reads the column, such as inputs.orders.columns.quantity
     * @param sql the expression that gives the text
     */
    public Advice(Looks.Kind kind, String key, String sql) {
        this.kind = kind;
        this.key = key;
        this.sql = sql;
    }

    /** The whole sentence. */
    public UTF8String whole(UTF8String text) {
        return UTF8String.fromString("'" + Unreadable.shown(text.toString()) + "' is no " + kind.word() + line(text));
    }

    /** What it looks like and the line; empty where it looks like nothing known. */
    public UTF8String more(UTF8String text) {
        return UTF8String.fromString(line(text));
    }

    private String line(UTF8String text) {
        return Looks.of(text.toString(), kind)
                .map(looks -> "; it looks like " + looks.what()
                        + looks.call()
                                .map(call -> ": " + key + " = \""
                                        + call.formatted(sql)
                                                .replace("\\", "\\\\")
                                                .replace("\"", "\\\"") + "\"")
                                .orElse(""))
                .orElse("");
    }
}
