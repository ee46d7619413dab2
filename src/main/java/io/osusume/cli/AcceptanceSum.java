package io.osusume.cli;

import io.osusume.tables.Offers;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Of what the logit of an offer's p_accept is the sum, as a person reads it. */
final class AcceptanceSum {
    private static final double SHOWN = 0.00005;
    /** The level of what is not told apart. */
    private static final String ALL = "all";

    private AcceptanceSum() {}

    /** Whether a row tells it. */
    static boolean isTold(Row row) {
        return List.of(row.schema().fieldNames()).contains(Offers.ACCEPTANCE_TERMS)
                && row.getAs(Offers.ACCEPTANCE_TERMS) != null;
    }

    /** The sum. */
    static String total(Row row) {
        return String.format(
                Locale.ROOT,
                "%.4f",
                terms(row).stream().mapToDouble(AcceptanceSum::adds).sum());
    }

    /** Its terms; those that add nothing are left out. */
    static String terms(Row row, ResourceBundle words) {
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
