package io.osusume.ranking.backtest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;

import io.osusume.ranking.Bought;
import io.osusume.ranking.Categories;
import io.osusume.ranking.History;
import io.osusume.ranking.ProductCodes;
import io.osusume.tables.Products;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Those guardrails of offers that need nothing but the catalogue and what the customer bought: a product must be on sale, of a
 * family that the customer has bought nothing of, and cost no more than so many times the dearest thing bought; one of those
 * that it requires must have been bought, and nothing that it excludes, is excluded by or substitutes; what was bought of
 * consumables is used up and stands in nobody's way.
 *
 * @param launched per product the day from which on it is on sale; discontinued: from which on it is not any more
 * @param family per product the number of its family, of its group of substitutes; negative where it has none
 * @param requires per product the codes of which one must be had; −1 is one that nobody has; empty: none
 * @param excludes per product the codes of what it does not go with
 * @param consumable per product whether it is used up
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record Guard(
        int[] launched,
        int[] discontinued,
        int[] family,
        int[] substitutes,
        int[][] requires,
        int[][] excludes,
        boolean[] consumable,
        double priceBand)
        implements Serializable {

    static Guard of(Dataset<Row> products, ProductCodes catalogue, double priceBand) {
        int size = catalogue.size();
        Guard guard = new Guard(
                new int[size],
                new int[size],
                Categories.of(products, Products.FAMILY, catalogue),
                Categories.of(products, Products.SUBSTITUTE_GROUP, catalogue),
                new int[size][0],
                new int[size][0],
                new boolean[size],
                priceBand);
        Arrays.fill(guard.launched, Integer.MIN_VALUE);
        Arrays.fill(guard.discontinued, Integer.MAX_VALUE);
        for (Row row : rows(products)) {
            int code = catalogue.code(row.getString(0));
            if (code >= 0) {
                guard.launched[code] = row.isNullAt(1) ? Integer.MIN_VALUE : row.getInt(1);
                guard.discontinued[code] = row.isNullAt(2) ? Integer.MAX_VALUE : row.getInt(2);
                guard.requires[code] = codes(row.getString(3), catalogue);
                guard.excludes[code] = codes(row.getString(4), catalogue);
                guard.consumable[code] = !row.isNullAt(5) && row.getBoolean(5);
            }
        }
        return guard;
    }

    private static List<Row> rows(Dataset<Row> products) {
        return products.select(
                        col(Products.PRODUCT_ID),
                        unix_date(to_date(col(Products.LAUNCHED_AT))),
                        unix_date(to_date(col(Products.DISCONTINUED_AT))),
                        col(Products.REQUIRES),
                        col(Products.EXCLUDES),
                        col(Products.IS_CONSUMABLE))
                .collectAsList();
    }

    private static int[] codes(String ids, ProductCodes catalogue) {
        return Products.ids(ids).stream().mapToInt(catalogue::code).toArray();
    }

    /** Whether a product may be shown, as of the day before {@code start}. */
    boolean allows(int product, Bought bought, int start) {
        return launched[product] < start
                && discontinued[product] >= start
                && (requires[product].length == 0
                        || Arrays.stream(requires[product]).anyMatch(r -> r >= 0 && !consumable[r] && bought.has(r)))
                && IntStream.of(bought.product()).noneMatch(has -> clash(has, product));
    }

    private boolean clash(int has, int product) {
        return isSame(family, has, product)
                || (!consumable[has]
                        && (isSame(substitutes, has, product)
                                || contains(excludes[product], has)
                                || contains(excludes[has], product)));
    }

    private static boolean isSame(int[] groups, int a, int b) {
        return groups[a] >= 0 && groups[a] == groups[b];
    }

    private static boolean contains(int[] codes, int code) {
        return Arrays.stream(codes).anyMatch(c -> c == code);
    }

    /** What a product may cost at most for a customer. */
    double highestPrice(History history, int start) {
        double dearest = 0;
        for (int i = 0; i < history.before(start); i++) {
            dearest = Math.max(dearest, history.price()[i]);
        }
        return dearest * priceBand;
    }
}
