package io.osusume.cli;

import io.osusume.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line a stage. On a terminal Spark draws its bar below while the stage runs. */
final class PrintedProgress implements Progress {
    private final PrintWriter out;

    PrintedProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begins(int number, int of, String stage) {
        if (System.console() != null) {
            out.printf(Locale.ROOT, "[%2d/%d] %-22s …\r", number, of, stage);
            out.flush();
        }
    }

    @Override
    public void ends(int number, int of, String stage, Duration took, long rows) {
        out.printf(
                Locale.ROOT, "[%2d/%d] %-22s %,12d rows %8.1f s%n", number, of, stage, rows, took.toMillis() / 1000.0);
        out.flush();
    }

    @Override
    public void note(String text) {
        out.println("Note: " + text);
        out.flush();
    }
}
