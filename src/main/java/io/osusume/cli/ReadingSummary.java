package io.osusume.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.RunConfig.Language;
import io.osusume.io.Manifest;
import io.osusume.pipeline.NightReport;
import io.osusume.tables.Rejects;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a person wants to know of what was read: first what is wrong with it. */
final class ReadingSummary {
    private static final int REJECTS = 20;
    private static final int REJECT = 70;
    private static final int INPUT = 25;
    private static final int REFERENCE = 32;

    private final Lines out;
    private final SummaryWords words;

    ReadingSummary(PrintWriter out, Language language) {
        this.out = new Lines(out);
        this.words = new SummaryWords(language);
    }

    /** What must be read before all else, what was rejected, does not match or is not there, and what the run noted. */
    void wrong(NightReport report) {
        Manifest manifest = report.manifest();
        manifest.headlines().forEach(headline -> out.say(words.say("headline", headline)));
        out.say(words.say(
                "rows",
                sum(manifest, Manifest.InputRows::accepted),
                sum(manifest, Manifest.InputRows::rejected),
                sum(manifest, Manifest.InputRows::afterAsOf)));
        if (report.tables().containsKey(Rejects.TABLE.name())) {
            rejects(report.tables().get(Rejects.TABLE.name()));
        }
        matches(manifest);
        if (!manifest.absentInputs().isEmpty()) {
            out.say(words.say("absent", inputs(manifest.absentInputs())));
        }
        manifest.notes().forEach(note -> out.say(words.say("note", note)));
    }

    private static long sum(Manifest manifest, ToLongFunction<Manifest.InputRows> rows) {
        return manifest.inputs().values().stream().mapToLong(rows).sum();
    }

    private void rejects(Dataset<Row> rejects) {
        List<Row> rows = rejects.groupBy(Rejects.INPUT, Rejects.REASON)
                .agg(count(lit(1)).as("rows"))
                .orderBy(col("rows").desc(), col(Rejects.INPUT), col(Rejects.REASON))
                .limit(REJECTS)
                .collectAsList();
        out.say(rows.isEmpty() ? words.say("none", words.say("rejected")) : words.say("rejected"));
        rows.forEach(r -> out.row(
                REJECT,
                words.word("input", r.getString(0)) + ": " + words.reject(r.getString(1)),
                Lines.number(r.getLong(2))));
    }

    /** Of which columns ids do not stand in the input that holds them. */
    private void matches(Manifest manifest) {
        if (manifest.matches().isEmpty()) {
            return;
        }
        long odd = manifest.matches().values().stream()
                .filter(ReadingSummary::lacks)
                .count();
        out.say(odd == 0 ? words.say("matched", manifest.matches().size()) : words.say("unmatched"));
        manifest.matches().forEach((name, m) -> {
            if (lacks(m)) {
                out.row(
                        REFERENCE,
                        name + " → " + words.word("input", m.to()),
                        share(m.matchedRows(), m.rows()),
                        share(m.matchedIds(), m.ids()));
            }
        });
    }

    private static boolean lacks(Manifest.Match match) {
        return match.matchedRows() < match.rows();
    }

    private static String share(long matched, long all) {
        return String.format(Locale.ROOT, "%.1f %%", all == 0 ? 100 : 100.0 * matched / all);
    }

    /** Rows of each input. */
    void inputs(Manifest manifest) {
        out.heading(
                INPUT,
                words.say("inputs"),
                words.say("accepted"),
                words.say("rejected.rows"),
                words.say("after_as_of"));
        manifest.inputs()
                .forEach((name, i) -> out.row(
                        INPUT,
                        words.word("input", name),
                        Lines.number(i.accepted()),
                        Lines.number(i.rejected()),
                        Lines.number(i.afterAsOf())));
    }

    private String inputs(List<String> names) {
        return String.join(
                ", ", names.stream().map(name -> words.word("input", name)).toList());
    }
}
