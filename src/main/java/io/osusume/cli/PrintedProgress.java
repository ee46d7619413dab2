package io.osusume.cli;

import io.osusume.io.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line a stage. On a terminal (the launcher says so by OSUSUME_TERMINAL) it stands while the stage runs, with Spark's
 * bar below it. */
final class PrintedProgress implements Progress {
    private final PrintWriter out;

    PrintedProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begins(int number, String stage) {
        if (System.getenv("OSUSUME_TERMINAL") != null) {
            out.printf(Locale.ROOT, "[%2d] %-22s …\r", number, stage);
            out.flush();
        }
    }

    @Override
    public void ends(int number, String stage, Duration took, long rows) {
        out.printf(Locale.ROOT, "[%2d] %-22s %,12d rows %8.1f s%n", number, stage, rows, took.toMillis() / 1000.0);
        out.flush();
    }
}
