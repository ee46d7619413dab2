package io.osusume.cli;

import io.osusume.text.Wrapping;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints lines that a terminal of 100 columns shows whole: what is longer goes on below, further in. */
final class Lines {
    private static final int WIDTH = 100;
    private static final int FURTHER = 2;
    private static final int CELL = 12;

    private final PrintWriter out;

    Lines(PrintWriter out) {
        this.out = out;
    }

    /** A sentence, as far in as its leading blanks say. */
    void say(String text) {
        if (Wrapping.width(text) <= WIDTH) {
            out.println(text);
            return;
        }
        String margin = " ".repeat(text.length() - text.stripLeading().length());
        List<String> lines = Wrapping.lines(text, WIDTH - margin.length() - FURTHER);
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
