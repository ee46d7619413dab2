package io.osusume.changes;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One night, as far as it is compared.
 *
 * @param offers the table {@code offers}
 * @param withheld the table {@code withheld_offers}
 * @param suppressed the table {@code suppressed_offers}
 * @param shelf the table {@code shelf}
 * @param rejects input → share of its rows that were rejected, of those not after the as-of day
 * @param matches column → share of its rows whose id stands in the input that holds it
 */
public record Night(
        Dataset<Row> offers,
        Dataset<Row> withheld,
        Dataset<Row> suppressed,
        Dataset<Row> shelf,
        Map<String, Double> rejects,
        Map<String, Double> matches) {}
