package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;

import io.osusume.config.Hocon;
import io.osusume.config.InputsConfig;
import io.osusume.intake.References.Found;
import io.osusume.tables.Orders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Of whom the orders speak most: guests, or a till. */
record Nobodies(StagedInputs staged, InputsConfig inputs) {
    /** A customer of more than this share of all lines, and so many times the median's, is likely nobody. */
    private static final double MUCH = 0.05;

    private static final double TIMES = 10;
    private static final int NAMED = 3;

    /** @param lines all order lines */
    List<String> among(Found buyers, long lines) {
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

    private String nobody(String id, long rows, long lines, double median) {
        String literal = "'" + id.replace("\\", "\\\\").replace("'", "\\'") + "'";
        return String.format(
                Locale.ROOT,
                "Of orders, customer %s has %,d of all %,d lines (%s); half of the customers have %s or fewer. If that is guests"
                        + " or a till and no person, write %s = %s.",
                id,
                rows,
                lines,
                String.format(Locale.ROOT, "%.1f %%", 100.0 * rows / lines),
                BigDecimal.valueOf(median).stripTrailingZeros().toPlainString(),
                "inputs." + Orders.INPUT.name() + ".columns." + Orders.CUSTOMER_ID,
                Hocon.quoted("nullif("
                        + inputs.of(Orders.INPUT).columns().getOrDefault(Orders.CUSTOMER_ID, Orders.CUSTOMER_ID) + ", "
                        + literal + ")"));
    }
}
