package io.osusume.tables;

import java.util.List;

/** Published {@code rejects}: one rejected input row, as it came, and why. Rows may repeat. */
public final class Rejects {
    public static final String INPUT = "input";
    public static final String REASON = "reason";
    public static final String DETAIL = "detail";
    public static final String RAW = "raw";

    public static final Table TABLE = Table.of(
            "rejects",
            "one rejected input row",
            List.of(),
            Field.text(INPUT, "The input that it came with"),
            Field.text(REASON, "Why it was rejected"),
            Field.text(DETAIL, "The expression, the value, what it looks like and the line that reads it")
                    .orNull("the reason says it all"),
            Field.text(RAW, "The row as it came, as JSON"));

    private Rejects() {}
}
