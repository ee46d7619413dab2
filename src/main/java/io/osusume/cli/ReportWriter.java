package io.osusume.cli;

import io.osusume.config.RunConfig.Language;
import io.osusume.pipeline.ReportPipeline;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;

/** Writes a night's report and says where it lies. */
final class ReportWriter {
    private final PrintWriter out;
    private final SummaryWords words;

    ReportWriter(PrintWriter out, Language language) {
        this.out = out;
        this.words = new SummaryWords(language);
    }

    void write(ReportPipeline pipeline, LocalDate night) {
        long start = System.nanoTime();
        pipeline.write(night).forEach(file -> out.println(words.say("report", file)));
        out.println(words.say("reported", String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9)));
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
