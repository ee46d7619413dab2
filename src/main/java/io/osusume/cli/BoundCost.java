package io.osusume.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.Shelf;
import io.osusume.tables.SuppressedOffers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What it would cost to bound the share that one product has of its type's offers ({@code offers.max_share_per_product}), reckoned
 * from what was published: offers beyond the bound, those of the lowest rank score, are lost, and each target gets the best of
 * what was over its limit, of the same type and of nothing that is at the bound. About, since the bound itself goes on from there.
 */
final class BoundCost {
    static final List<Double> SHARES = List.of(.1, .05, .03);
    private static final List<String> BOUND = List.of(OfferType.CROSS_SELL.wire(), OfferType.BUNDLE.wire());
    private static final String[] TARGET = {Offers.OFFER_TYPE, Offers.TARGET_TYPE, Offers.TARGET_ID};
    private static final Column SUBJECT = coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID));

    private BoundCost() {}

    /**
     * Type → of the expected value of its offers, the share that each of {@link #SHARES} would cost.
     *
     * @param shelf rows of {@link Shelf} by type
     */
    static Map<String, List<Double>> of(Dataset<Row> offers, Dataset<Row> suppressed, Map<String, List<Row>> shelf) {
        List<String> types = BOUND.stream().filter(shelf::containsKey).toList();
        Map<String, List<Double>> costs = new TreeMap<>();
        if (types.isEmpty()) {
            return costs;
        }
        List<Column> lost = new ArrayList<>();
        List<Column> next = new ArrayList<>();
        List<Column> cost = new ArrayList<>();
        for (int i = 0; i < SHARES.size(); i++) {
            Column most = lit(Long.MAX_VALUE);
            Column full = lit(false);
            for (String type : types) {
                long allowed = most(shelf.get(type), SHARES.get(i));
                Column ofType = col(Offers.OFFER_TYPE).equalTo(type);
                most = when(ofType, allowed).otherwise(most);
                full = full.or(ofType.and(SUBJECT.isInCollection(full(shelf.get(type), allowed))));
            }
            lost.add(
                    sum(when(col("_made").gt(most), col(Offers.EXPECTED_VALUE))).as("_lost" + i));
            next.add(max(when(full.equalTo(false), greatest(col(Offers.EXPECTED_VALUE), lit(0))))
                    .as("_next" + i));
            cost.add(sum(col("_lost" + i).minus(coalesce(col("_next" + i), lit(0)))));
        }
        Column made = row_number()
                .over(Window.partitionBy(col(Offers.OFFER_TYPE), SUBJECT)
                        .orderBy(col(Offers.RANK_SCORE).desc(), col(Offers.TARGET_TYPE), col(Offers.TARGET_ID)));
        Dataset<Row> others = suppressed
                .where(col(SuppressedOffers.REASON_CODE).equalTo("over_limit"))
                .groupBy(columns())
                .agg(next.get(0), rest(next));
        offers.where(col(Offers.OFFER_TYPE).isInCollection(types))
                .withColumn("_made", made)
                .groupBy(columns())
                .agg(sum(Offers.EXPECTED_VALUE).as("_worth"), lost.toArray(Column[]::new))
                .join(others, TARGET, "left")
                .groupBy(Offers.OFFER_TYPE)
                .agg(sum("_worth"), cost.toArray(Column[]::new))
                .collectAsList()
                .forEach(row -> {
                    if (row.getDouble(1) > 0) {
                        costs.put(row.getString(0), shares(row));
                    }
                });
        return costs;
    }

    private static Column[] columns() {
        return List.of(TARGET).stream().map(c -> col(c)).toArray(Column[]::new);
    }

    private static Column[] rest(List<Column> columns) {
        return columns.subList(1, columns.size()).toArray(Column[]::new);
    }

    private static List<Double> shares(Row row) {
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < SHARES.size(); i++) {
            shares.add(row.isNullAt(2 + i) ? 0 : row.getDouble(2 + i) / row.getDouble(1));
        }
        return shares;
    }

    /** How many offers of one thing there may be, as the offers have it: nothing is held below twice its even share. */
    private static long most(List<Row> shelf, double share) {
        long offerable = Math.max(shelf.size(), shelf.get(0).<Long>getAs(Shelf.OFFERABLE));
        long offers =
                shelf.stream().mapToLong(row -> row.<Long>getAs(Shelf.OFFERS)).sum();
        return (long) Math.max(1, Math.floor(offers * Math.max(share, 2.0 / offerable)));
    }

    private static List<String> full(List<Row> shelf, long most) {
        return shelf.stream()
                .filter(row -> row.<Long>getAs(Shelf.OFFERS) >= most)
                .map(row -> row.<String>getAs(Shelf.SUBJECT_ID))
                .toList();
    }
}
