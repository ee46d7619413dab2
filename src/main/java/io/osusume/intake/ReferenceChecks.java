package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;

import io.osusume.config.Hocon;
import io.osusume.config.InputsConfig;
import io.osusume.config.MatchesConfig;
import io.osusume.intake.References.Found;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether the inputs speak of the same customers, products and companies, and of whom the orders speak most. */
final class ReferenceChecks {
    /** A customer of more than this share of all lines, and so many times the median's, is likely nobody. */
    private static final double MUCH = 0.05;

    private static final double TIMES = 10;
    private static final int NAMED = 3;

    private final StagedInputs staged;
    private final InputsConfig inputs;
    private final MatchesConfig config;

    ReferenceChecks(StagedInputs staged, InputsConfig inputs, MatchesConfig config) {
        this.staged = staged;
        this.inputs = inputs;
        this.config = config;
    }

    /** Why nothing may be published: nearly none of the buyers is known, where customers tell whom we may contact. */
    Optional<String> problem(List<Found> found) {
        return buyers(found)
                .filter(f -> f.rowShare() < config.stopBelow()
                        && staged.mapped()
                                .getOrDefault(Customers.INPUT, Set.of())
                                .contains(Customers.MARKETING_CONSENT))
                .map(f -> matches(f) + " Nobody else may be contacted, since customers tell who agreed (limit "
                        + percent(config.stopBelow()) + ", matches.stop_below).");
    }

    /** What a person should know. */
    List<String> notes(List<Found> found) {
        List<String> notes = new ArrayList<>();
        Optional<String> problem = problem(found);
        counted(found).stream()
                .filter(f -> Math.min(f.rowShare(), f.idShare()) < config.noteBelow())
                .filter(f -> problem.isEmpty() || !f.reference().equals(Reference.buyers()))
                .flatMap(f -> note(f).stream())
                .forEach(notes::add);
        buyers(found).ifPresent(f -> notes.addAll(nobodies(f)));
        return notes;
    }

    /** Why nobody at all can be offered anything; to be said before all else. */
    Optional<String> headline(List<Found> found) {
        long lines = lines();
        if (lines > 0 && buyers(found).isEmpty()) {
            return Optional.of(
                    "No order line names a customer, so orders tell of nobody: map inputs.orders.columns.customer_id"
                            + " to who bought.");
        }
        return buyers(found)
                .filter(f -> f.matchedRows() == 0 && staged.mapped().containsKey(Customers.INPUT))
                .map(f -> String.format(
                        Locale.ROOT,
                        "None of the %,d customers of the orders stands in customers, so what these say of consent, owners and"
                                + " companies holds for none of them.",
                        f.ids()));
    }

    /** Those whose input is there. */
    List<Found> counted(List<Found> found) {
        return found.stream()
                .filter(f -> staged.mapped().containsKey(f.reference().to()))
                .toList();
    }

    private static Optional<Found> buyers(List<Found> found) {
        return found.stream()
                .filter(f -> f.reference().equals(Reference.buyers()) && f.rows() > 0)
                .findFirst();
    }

    /** Of a loose reference only what is plainly wrong: others match when they are written otherwise, or none does. */
    private Optional<String> note(Found f) {
        Optional<String> mend = mend(f);
        return f.reference().isLoose() && mend.isEmpty() && f.matchedIds() > 0
                ? Optional.empty()
                : Optional.of(counted(f) + mend.orElse(""));
    }

    private String matches(Found f) {
        return counted(f) + mend(f).orElse("");
    }

    private String counted(Found f) {
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d ids (%s) and %,d of %,d rows (%s) stand in %s.",
                f.reference().name(),
                f.matchedIds(),
                f.ids(),
                percent(f.idShare()),
                f.matchedRows(),
                f.rows(),
                percent(f.rowShare()),
                staged.places(f.reference()));
    }

    /** What would make more of them match, and the lines to write. */
    private Optional<String> mend(Found f) {
        Reference r = f.reference();
        return IdForms.best(staged.accepted(r.from()).select(r.column()), staged.ids(r), f.matchedIds())
                .map(fit -> String.format(
                                Locale.ROOT,
                                " %,d of %,d match %s:",
                                fit.matched(),
                                f.ids(),
                                fit.form().words())
                        + (fit.changesFirst() ? line(r.from(), r.column(), fit.form()) : "")
                        + (fit.changesSecond() ? line(r.to(), r.column(), fit.form()) : ""));
    }

    private String line(Input input, String column, IdForm form) {
        return " write " + key(input, column) + " = " + Hocon.quoted(form.sql(mapped(input, column))) + ".";
    }

    private static String key(Input input, String column) {
        return "inputs." + input.name() + ".columns." + column;
    }

    private String mapped(Input input, String column) {
        return inputs.of(input).columns().getOrDefault(column, column);
    }

    private List<String> nobodies(Found buyers) {
        long lines = lines();
        if (buyers.commonestRows() <= MUCH * lines) {
            return List.of();
        }
        Dataset<Row> each = staged.accepted(Orders.INPUT)
                .where(col(Orders.CUSTOMER_ID).isNotNull())
                .groupBy(Orders.CUSTOMER_ID)
                .agg(count(lit(1)).as("lines"));
        double median = each.agg(percentile(col("lines"), lit(0.5))).first().getDouble(0);
        if (buyers.commonestRows() < TIMES * median) {
            return List.of();
        }
        return each
                .where(col("lines").gt(MUCH * lines).and(col("lines").geq(TIMES * median)))
                .orderBy(col("lines").desc(), col(Orders.CUSTOMER_ID))
                .limit(NAMED)
                .collectAsList()
                .stream()
                .map(r -> nobody(r.getString(0), r.getLong(1), lines, median))
                .toList();
    }

    private long lines() {
        return Optional.ofNullable(staged.counts().get(Orders.INPUT))
                .map(InputCounts::accepted)
                .orElse(0L);
    }

    private String nobody(String id, long rows, long lines, double median) {
        String literal = "'" + id.replace("\\", "\\\\").replace("'", "\\'") + "'";
        return String.format(
                Locale.ROOT,
                "Of orders, customer %s has %,d of all %,d lines (%s); half of the customers have %s or fewer. If that is guests"
                        + " or a till and no person, write %s = %s.",
                id,
                rows,
                lines,
                percent((double) rows / lines),
                BigDecimal.valueOf(median).stripTrailingZeros().toPlainString(),
                key(Orders.INPUT, Orders.CUSTOMER_ID),
                Hocon.quoted("nullif(" + mapped(Orders.INPUT, Orders.CUSTOMER_ID) + ", " + literal + ")"));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
