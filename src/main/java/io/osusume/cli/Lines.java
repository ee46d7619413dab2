package io.osusume.cli;

import io.osusume.text.Wrapping;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Prints lines that a terminal of 100 columns shows whole: what is longer goes on below, further in. In a file or a pipe a sentence
 * stays one line, to be searched and copied whole.
 */
final class Lines {
    private static final int WIDTH = 100;
    private static final int FURTHER = 2;
    private static final int CELL = 12;

    private final PrintWriter out;
    private final int width;

    /** For where the launcher says that the command prints: by OSUSUME_TERMINAL, that it is a terminal. */
    Lines(PrintWriter out) {
        this(out, System.getenv("OSUSUME_TERMINAL") == null ? Integer.MAX_VALUE : WIDTH);
    }

    /** @param width columns of the longest line */
    Lines(PrintWriter out, int width) {
        this.out = out;
        this.width = width;
    }

    /** A sentence, as far in as its leading blanks say. */
    void say(String text) {
        if (Wrapping.width(text) <= width) {
            out.println(text);
            return;
        }
        String margin = " ".repeat(text.length() - text.stripLeading().length());
        List<String> lines = Wrapping.lines(text, width - margin.length() - FURTHER);
        for (int i = 0; i < lines.size(); i++) {
            out.println((i == 0 ? margin : margin + " ".repeat(FURTHER)) + lines.get(i));
        }
    }

    /** A line that is made to fit, or that holds what must be copied whole, such as the path of a file: never broken. */
    void whole(String text) {
        out.println(text);
    }

    /** One line of a table: what it is of, in so many columns, and what is told of that, each to the right. */
    void row(int columns, String label, String... cells) {
        out.println("  " + Wrapping.padded(label, columns) + right(cells));
    }

    /** What stands above such lines. */
    void heading(int columns, String label, String... cells) {
        out.println(Wrapping.padded(label, FURTHER + columns) + right(cells));
    }

    private static String right(String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(' ')
                    .append(" ".repeat(Math.max(0, CELL - Wrapping.width(cell))))
                    .append(cell);
        }
        return line.toString();
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
