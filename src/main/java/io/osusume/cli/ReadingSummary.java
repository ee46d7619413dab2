package io.osusume.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.osusume.io.Manifest;
import io.osusume.pipeline.NightReport;
import io.osusume.tables.Offers;
import io.osusume.tables.SuppressedOffers;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a person wants to know of what was read, and of a night that offers nothing. */
final class ReadingSummary {
    private final PrintWriter out;

    ReadingSummary(PrintWriter out) {
        this.out = out;
    }

    /** What must be read before all else. */
    void headlines(NightReport report) {
        report.manifest().headlines().forEach(out::println);
        noOffers(report.tables()).ifPresent(out::println);
    }

    /** Why nobody is offered anything, where that is so. */
    private static Optional<String> noOffers(Map<String, Dataset<Row>> tables) {
        if (!tables.containsKey(Offers.TABLE.name())
                || !tables.get(Offers.TABLE.name()).isEmpty()) {
            return Optional.empty();
        }
        String reasons = tables
                .get(SuppressedOffers.TABLE.name())
                .groupBy(SuppressedOffers.REASON_CODE)
                .agg(count(lit(1)).as("rows"))
                .orderBy(col("rows").desc(), col(SuppressedOffers.REASON_CODE))
                .limit(3)
                .collectAsList()
                .stream()
                .map(r -> String.format(Locale.ROOT, "%s (%,d)", r.getString(0), r.getLong(1)))
                .collect(Collectors.joining(", "));
        return Optional.of("Nobody is offered anything tonight: "
                + (reasons.isEmpty() ? "there was no candidate." : "what stopped the candidates is " + reasons + "."));
    }

    /** How many ids of one input stand in another. */
    void matches(Manifest manifest) {
        if (!manifest.matches().isEmpty()) {
            out.println("Ids that match:                     rows          ids  in");
        }
        manifest.matches()
                .forEach((name, m) -> out.printf(
                        Locale.ROOT,
                        "  %-25s %10.1f %% %10.1f %%  %s%n",
                        name,
                        share(m.matchedRows(), m.rows()),
                        share(m.matchedIds(), m.ids()),
                        m.to()));
    }

    private static double share(long matched, long all) {
        return all == 0 ? 100 : 100.0 * matched / all;
    }

    /** Rows of each input. */
    void inputs(Manifest manifest) {
        out.println("Inputs:                         accepted     rejected  after as-of");
        manifest.inputs()
                .forEach((name, i) -> out.printf(
                        Locale.ROOT, "  %-25s %,12d %,12d %,12d%n", name, i.accepted(), i.rejected(), i.afterAsOf()));
        if (!manifest.absentInputs().isEmpty()) {
            out.println("Absent inputs: " + String.join(", ", manifest.absentInputs()));
        }
    }
}
