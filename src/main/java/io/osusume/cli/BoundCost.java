package io.osusume.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.catalogue.ShelfShare;
import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.Shelf;
import io.osusume.tables.SuppressedOffers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private static final String[] TARGET = {Offers.OFFER_TYPE, Offers.TARGET_TYPE, Offers.TARGET_ID};
    /** The reason of candidates for which there was no room. */
    private static final String OVER_LIMIT = "over_limit";

    private static final String MADE = "_made";
    private static final Column SUBJECT = coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID));

    private BoundCost() {}

    /**
     * Type → of the expected value of its offers, the share that each of {@link #SHARES} would cost.
     *
     * @param shelf rows of {@link Shelf} by type
     */
    static Map<String, List<Double>> of(Dataset<Row> offers, Dataset<Row> suppressed, Map<String, List<Row>> shelf) {
        Map<String, List<Double>> costs = new TreeMap<>();
        Set<String> types =
                ShelfShare.BOUND.stream().map(OfferType::wire).collect(Collectors.toCollection(TreeSet::new));
        types.retainAll(shelf.keySet());
        if (types.isEmpty()) {
            return costs;
        }
        List<Column> lost = new ArrayList<>();
        List<Column> next = new ArrayList<>();
        List<Column> cost = new ArrayList<>();
        for (int i = 0; i < SHARES.size(); i++) {
            Map<String, Long> most = most(types, shelf, SHARES.get(i));
            lost.add(sum(when(beyond(most), col(Offers.EXPECTED_VALUE))).as("_lost" + i));
            next.add(max(when(full(most, shelf).equalTo(false), greatest(col(Offers.EXPECTED_VALUE), lit(0))))
                    .as("_next" + i));
            cost.add(sum(col("_lost" + i).minus(coalesce(col("_next" + i), lit(0)))));
        }
        Dataset<Row> others = suppressed
                .where(col(SuppressedOffers.REASON_CODE).equalTo(OVER_LIMIT))
                .groupBy(columns())
                .agg(next.get(0), next.subList(1, next.size()).toArray(Column[]::new));
        for (Row row : counted(offers.where(col(Offers.OFFER_TYPE).isInCollection(types)))
                .groupBy(columns())
                .agg(sum(Offers.EXPECTED_VALUE).as("_worth"), lost.toArray(Column[]::new))
                .join(others, TARGET, "left")
                .groupBy(Offers.OFFER_TYPE)
                .agg(sum("_worth"), cost.toArray(Column[]::new))
                .collectAsList()) {
            if (row.getDouble(1) > 0) {
                costs.put(row.getString(0), shares(row));
            }
        }
        return costs;
    }

    /** Each offer with its number among those of the same thing, the highest rank score first. */
    private static Dataset<Row> counted(Dataset<Row> offers) {
        return offers.withColumn(
                MADE,
                row_number()
                        .over(Window.partitionBy(col(Offers.OFFER_TYPE), SUBJECT)
                                .orderBy(
                                        col(Offers.RANK_SCORE).desc(),
                                        col(Offers.TARGET_TYPE),
                                        col(Offers.TARGET_ID))));
    }

    private static Map<String, Long> most(Set<String> types, Map<String, List<Row>> shelf, double share) {
        Map<String, Long> most = new TreeMap<>();
        for (String type : types) {
            List<Row> rows = shelf.get(type);
            long offers = rows.stream()
                    .mapToLong(row -> row.<Long>getAs(Shelf.OFFERS))
                    .sum();
            most.put(type, ShelfShare.most(offers, share, rows.get(0).<Long>getAs(Shelf.OFFERABLE)));
        }
        return most;
    }

    /** Whether an offer is more than there may be. */
    private static Column beyond(Map<String, Long> most) {
        Column beyond = lit(false);
        for (Map.Entry<String, Long> each : most.entrySet()) {
            beyond = beyond.or(
                    col(Offers.OFFER_TYPE).equalTo(each.getKey()).and(col(MADE).gt(each.getValue())));
        }
        return beyond;
    }

    /** Whether there are already as many of a thing as there may be. */
    private static Column full(Map<String, Long> most, Map<String, List<Row>> shelf) {
        Column full = lit(false);
        for (Map.Entry<String, Long> each : most.entrySet()) {
            List<String> subjects = shelf.get(each.getKey()).stream()
                    .filter(row -> row.<Long>getAs(Shelf.OFFERS) >= each.getValue())
                    .map(row -> row.<String>getAs(Shelf.SUBJECT_ID))
                    .toList();
            full = full.or(col(Offers.OFFER_TYPE).equalTo(each.getKey()).and(SUBJECT.isInCollection(subjects)));
        }
        return full;
    }

    private static Column[] columns() {
        return List.of(TARGET).stream().map(c -> col(c)).toArray(Column[]::new);
    }

    private static List<Double> shares(Row row) {
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < SHARES.size(); i++) {
            shares.add(row.isNullAt(2 + i) ? 0 : row.getDouble(2 + i) / row.getDouble(1));
        }
        return shares;
    }
}
