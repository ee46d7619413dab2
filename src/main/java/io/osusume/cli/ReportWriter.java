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
        out.printf(Locale.ROOT, "The report took %.1f s%n", (System.nanoTime() - start) / 1e9);
        out.flush();
    }
}
