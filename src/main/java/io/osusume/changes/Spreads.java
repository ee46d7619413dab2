package io.osusume.changes;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Rounding;
import io.osusume.tables.Shelf;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the offers of each type spread over products, worked out from the shelf. */
final class Spreads {
    private static final int MOST_OFFERED = 10;

    private Spreads() {}

    static Map<String, Difference.ShelfChange> of(Dataset<Row> before, Dataset<Row> after) {
        Map<String, Difference.Spread> then = of(before);
        Map<String, Difference.Spread> now = of(after);
        TreeSet<String> types = new TreeSet<>(then.keySet());
        types.addAll(now.keySet());
        Map<String, Difference.ShelfChange> changes = new TreeMap<>();
        types.forEach(type -> changes.put(type, new Difference.ShelfChange(then.get(type), now.get(type))));
        return changes;
    }

    /** Gini of n things of which the i-th most offered is offered xᵢ times: Σᵢ (n + 1 − 2i) xᵢ ÷ (n Σ x). */
    private static Map<String, Difference.Spread> of(Dataset<Row> shelf) {
        Map<String, Difference.Spread> spreads = new TreeMap<>();
        shelf.groupBy(Shelf.OFFER_TYPE)
                .agg(
                        count(lit(1)),
                        greatest(max(Shelf.OFFERABLE), count(lit(1))),
                        sum(Shelf.OFFERS),
                        sum(when(col(Shelf.RANK_OF_SHARE).leq(MOST_OFFERED), col(Shelf.OFFERS))),
                        sum(col(Shelf.RANK_OF_SHARE).multiply(col(Shelf.OFFERS))))
                .collectAsList()
                .forEach(r -> {
                    double n = r.getLong(2);
                    double all = r.getLong(3);
                    spreads.put(
                            r.getString(0),
                            new Difference.Spread(
                                    r.getLong(1),
                                    r.getLong(2),
                                    Rounding.significant(r.getLong(4) / all),
                                    Rounding.significant(((n + 1) * all - 2.0 * r.getLong(5)) / (n * all))));
                });
        return spreads;
    }
}
