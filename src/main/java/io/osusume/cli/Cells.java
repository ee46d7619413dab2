package io.osusume.cli;

import io.osusume.tables.Offers;
import java.math.BigDecimal;
import java.util.Locale;
import org.apache.spark.sql.Row;

/** What stands in a row, as a person reads it. */
final class Cells {
    private Cells() {}

    static String subject(Row row) {
        Object name = row.getAs(Offers.PRODUCT_NAME);
        Object id = row.getAs(Offers.PRODUCT_ID) != null ? row.getAs(Offers.PRODUCT_ID) : row.getAs(Offers.BUNDLE_ID);
        return name != null ? name + " (" + id + ")" : id == null ? "" : String.valueOf(id);
    }

    static String day(Row row, String column) {
        Object at = row.getAs(column);
        return at == null ? "?" : at.toString().substring(0, 10);
    }

    static String shown(Row row, String column) {
        Object x = row.getAs(column);
        if (x instanceof BigDecimal || x instanceof Double) {
            double v = ((Number) x).doubleValue();
            return String.format(Locale.ROOT, Math.abs(v) >= 100 || v == Math.rint(v) ? "%,.0f" : "%,.4f", v);
        }
        return x == null ? "-" : x.toString();
    }
}
