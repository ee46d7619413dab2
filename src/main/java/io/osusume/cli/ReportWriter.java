package io.osusume.cli;

import io.osusume.pipeline.ReportPipeline;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;

/** Writes a night's report and says where it lies. */
final class ReportWriter {
    private final PrintWriter out;

    ReportWriter(PrintWriter out) {
        this.out = out;
    }

    void write(ReportPipeline pipeline, LocalDate night) {
        long start = System.nanoTime();
        pipeline.write(night).forEach(file -> out.println("Report: " + file));
        out.printf(Locale.ROOT, "Reported in %.1f s%n", (System.nanoTime() - start) / 1e9);
        out.flush();
    }

    /** After a night, which is published whatever becomes of its report. */
    void writeAfter(ReportPipeline pipeline, LocalDate night, PrintWriter err) {
        try {
            write(pipeline, night);
        } catch (RuntimeException e) {
            err.println(
                    "The night is published, but its report could not be written. scripts/osusume report tries again."
                            + " This is a bug in Osusume, or an error of the machine or the cluster it runs on:");
            e.printStackTrace(err);
            err.flush();
        }
    }
}
