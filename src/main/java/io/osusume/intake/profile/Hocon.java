package io.osusume.intake.profile;

import java.util.regex.Pattern;

/** Writes values and comments of a configuration file. */
final class Hocon {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern WORD = Pattern.compile("(?i)null|true|false|on|off|yes|no|include.*");
    private static final Pattern EMAIL = Pattern.compile("\\b([\\w.+-])[\\w.+-]*@");
    private static final int LONGEST_EXAMPLE = 32;

    private Hocon() {}

    static String value(String text) {
        if (PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()) {
            return text;
        }
        if ((text.contains("\"") || text.contains("\\") || text.contains("\n"))
                && !text.contains("\"\"\"")
                && !text.endsWith("\"")) {
            return "\"\"\"" + text + "\"\"\"";
        }
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + "\"";
    }

    static String key(String text) {
        return text.matches("[A-Za-z0-9_-]+")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** An example of a value, as a comment shows it: in one line, not long, and of an address only where it is. */
    static String example(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ").strip();
        String shown = EMAIL.matcher(line).replaceAll("$1…@");
        return shown.length() > LONGEST_EXAMPLE ? shown.substring(0, LONGEST_EXAMPLE - 1) + "…" : shown;
    }
}
