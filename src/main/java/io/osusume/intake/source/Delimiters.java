package io.osusume.intake.source;

/** Delimiters in words, and as they are written in a configuration. */
final class Delimiters {
    private Delimiters() {}

    static String word(String delimiter) {
        return switch (delimiter) {
            case "," -> "commas";
            case ";" -> "semicolons";
            case "\t" -> "tabs";
            case "|" -> "bars (|)";
            default -> "\"" + delimiter + "\"";
        };
    }

    static String written(String delimiter) {
        return delimiter.replace("\t", "\\t");
    }
}
