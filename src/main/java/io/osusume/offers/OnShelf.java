package io.osusume.offers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.Prices;
import io.osusume.tables.Rounding;
import io.osusume.tables.Shelf;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/** How tonight's offers spread over products and sets: the table {@code shelf}. */
public final class OnShelf {
    private static final String TARGETS = "_targets";

    private OnShelf() {}

    /** How many products may be cross-sold, and how many sets there are. Runs jobs at once. */
    static Map<OfferType, Long> offerable(Dataset<Row> prices, Dataset<Row> bundles) {
        Column may = col(Prices.ON_SALE).and(col(Prices.MAY_BE_OFFERED));
        return Map.of(
                OfferType.CROSS_SELL, prices.where(may).count(),
                OfferType.BUNDLE, bundles.count());
    }

    /**
     * The table. Counts prices and bundles as it is called.
     *
     * @param offers tonight's, of {@link Offers}
     * @param prices all products
     * @param bundles all sets
     */
    public static Dataset<Row> of(Dataset<Row> offers, Dataset<Row> prices, Dataset<Row> bundles) {
        Map<OfferType, Long> offerable = offerable(prices, bundles);
        WindowSpec type = Window.partitionBy(Shelf.OFFER_TYPE);
        Dataset<Row> targets = offers.groupBy(Offers.OFFER_TYPE)
                .agg(count_distinct(struct(col(Offers.TARGET_TYPE), col(Offers.TARGET_ID)))
                        .as(TARGETS));
        Column place = row_number().over(type.orderBy(col(Shelf.OFFERS).desc(), col(Shelf.SUBJECT_ID)));
        Column share = col(Shelf.OFFERS).divide(sum(Shelf.OFFERS).over(type));
        return counted(offers)
                .join(targets, Shelf.OFFER_TYPE)
                .select(
                        col(Shelf.OFFER_TYPE),
                        col(Shelf.SUBJECT_ID),
                        col(Shelf.NAME),
                        col(Shelf.OFFERS),
                        Rounding.significant(share).as(Shelf.SHARE),
                        place.as(Shelf.RANK_OF_SHARE),
                        Rounding.significant(col(Shelf.OFFERS).divide(col(TARGETS)))
                                .as(Shelf.COVERAGE),
                        col(Shelf.EXPECTED_VALUE),
                        when(col(Shelf.OFFER_TYPE).equalTo(OfferType.BUNDLE.wire()), offerable.get(OfferType.BUNDLE))
                                .otherwise(offerable.get(OfferType.CROSS_SELL))
                                .as(Shelf.OFFERABLE),
                        col(Shelf.CURRENCY));
    }

    private static Dataset<Row> counted(Dataset<Row> offers) {
        // Of exact sums, so that the order of rows does not matter.
        Column worth = sum(col(Offers.EXPECTED_VALUE).cast(DataTypes.createDecimalType(38, 12)))
                .cast(DataTypes.DoubleType);
        return offers.where(col(Offers.OFFER_TYPE).notEqual(OfferType.NURTURE.wire()))
                .groupBy(
                        col(Offers.OFFER_TYPE).as(Shelf.OFFER_TYPE),
                        coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID)).as(Shelf.SUBJECT_ID))
                .agg(
                        min(Offers.PRODUCT_NAME).as(Shelf.NAME),
                        count(lit(1)).as(Shelf.OFFERS),
                        Rounding.significant(worth).as(Shelf.EXPECTED_VALUE),
                        min(Offers.CURRENCY).as(Shelf.CURRENCY));
    }
}
