package io.osusume.cli;

import io.osusume.tables.Offers;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Of what the logit of an offer's p_accept is the sum, and its uplift, as a person reads them. */
final class AcceptanceSum {
    private static final double SHOWN = 0.00005;
    /** The level of what is not told apart. */
    private static final String ALL = "all";

    private AcceptanceSum() {}

    /** What a row tells of them: rows of earlier versions, and of what was not worked out, tell less. */
    static List<String> lines(Row row, ResourceBundle words) {
        List<String> lines = new ArrayList<>();
        if (isTold(row, Offers.ACCEPTANCE_TERMS)) {
            lines.add(said(words, "acceptance.sum", total(row), terms(row, words)));
        }
        if (isTold(row, Offers.UPLIFT_SOURCE)) {
            String source = words.getString("uplift." + row.getAs(Offers.UPLIFT_SOURCE));
            lines.add(said(
                    words,
                    "uplift",
                    Cells.shown(row, Offers.UPLIFT),
                    Cells.shown(row, Offers.UPLIFT_LOW),
                    Cells.shown(row, Offers.UPLIFT_HIGH),
                    source));
        }
        return lines;
    }

    private static String said(ResourceBundle words, String key, Object... values) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
    }

    private static boolean isTold(Row row, String column) {
        return List.of(row.schema().fieldNames()).contains(column) && row.getAs(column) != null;
    }

    /** The sum. */
    private static String total(Row row) {
        return String.format(
                Locale.ROOT,
                "%.4f",
                terms(row).stream().mapToDouble(AcceptanceSum::adds).sum());
    }

    /** Its terms; those that add nothing are left out. */
    private static String terms(Row row, ResourceBundle words) {
        return terms(row).stream()
                .filter(t -> Math.abs(adds(t)) >= SHOWN)
                .map(t -> named(t, words) + String.format(Locale.ROOT, " %+.4f", adds(t)))
                .collect(Collectors.joining(", "));
    }

    private static String named(Row term, ResourceBundle words) {
        String key = "term." + term.getAs(Offers.TERM);
        String level = term.getAs(Offers.LEVEL);
        String name = words.containsKey(key) ? words.getString(key) : term.getAs(Offers.TERM);
        return level.equals(ALL) ? name : name + " (" + level + ")";
    }

    private static double adds(Row term) {
        return term.<Double>getAs(Offers.ADDS);
    }

    private static List<Row> terms(Row row) {
        return row.getList(row.fieldIndex(Offers.ACCEPTANCE_TERMS));
    }
}
