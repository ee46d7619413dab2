package io.osusume.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.trim;

import io.osusume.tables.Products;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Products that only order lines name, and that are several in one cell: each part is a product of its own too. */
final class PackedProducts {
    private static final String SEPARATORS = "\\s*[,;|\\n]\\s*";
    private static final int FEWEST = 10;
    private static final int SHARE = 10;

    private PackedProducts() {}

    /** A sentence where a tenth of all products or more are such; none where an input has the products. */
    static List<String> notes(Facts facts) {
        if (facts.knows(Products.INPUT)) {
            return List.of();
        }
        Dataset<Row> all = facts.of(Products.INPUT)
                .select(trim(col(Products.PRODUCT_ID)).as("id"))
                .distinct();
        Row packed = all.select(col("id"), split(col("id"), SEPARATORS).as("parts"))
                .where(size(col("parts")).gt(1))
                .select(
                        col("id"),
                        size(col("parts")).as("of"),
                        explode(col("parts")).as("part"))
                .join(all.select(col("id").as("part")), "part")
                .groupBy("id")
                .agg(count(lit(1)).as("known"), max("of").as("of"))
                .where(col("known").equalTo(col("of")))
                .agg(count(lit(1)), min("id"))
                .first();
        long several = packed.getLong(0);
        long products = several < FEWEST ? 0 : all.count();
        return several < FEWEST || SHARE * several < products
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "%,d of %,d products are several in one cell, such as \"%s\", of which each is a product too: make a line of"
                                + " each by inputs.orders.query (split and explode; `osusume init` on the file writes it).",
                        several,
                        products,
                        packed.getString(1)));
    }
}
