package io.osusume.catalogue;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.round;

import io.osusume.config.CutOff;
import io.osusume.features.ProductUse;
import io.osusume.tables.Billing;
import io.osusume.tables.Products;
import io.osusume.tables.Word;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads the catalogue: prices and margins, ladders, what is heavy use of each product, and how its contracts stay on. */
public final class CatalogueReader {
    private static final String MARK = "mark";

    private final CutOff heavy;

    public CatalogueReader(CutOff heavy) {
        this.heavy = heavy;
    }

    /**
     * Brings the catalogue together; it grows with products, never with customers.
     *
     * @param priced {@link Pricing}
     * @param use {@code features.ProductUse}
     * @param retention {@code ltv.PlanRetention}
     */
    public Catalogue read(Dataset<Row> priced, Dataset<Row> use, Dataset<Row> retention) {
        Map<String, RetentionCurve> stays = new HashMap<>();
        retention.collectAsList().forEach(r -> stays.put(r.getAs(Products.PRODUCT_ID), retention(r)));
        Map<String, Map<String, Double>> marks = marks(use);
        return Catalogue.of(items(priced).stream()
                .map(i -> i.with(new Item.Observed(marks.getOrDefault(i.id(), Map.of()), stays.get(i.id()))))
                .toList());
    }

    /** The catalogue without what customers do: enough to tell what may be sold ({@link SaleRules}). */
    public static Catalogue read(Dataset<Row> priced) {
        return Catalogue.of(items(priced));
    }

    private static List<Item> items(Dataset<Row> priced) {
        return priced.collectAsList().stream().map(CatalogueReader::item).toList();
    }

    private static Item item(Row r) {
        int periods = Word.of(Billing.class, r.getAs(Products.BILLING))
                .map(Billing::periodsPerYear)
                .orElse(0);
        BigDecimal margin = r.getAs(Pricing.MARGIN);
        return Item.of(
                        new Item.Label(
                                r.getAs(Products.PRODUCT_ID),
                                r.getAs(Products.NAME),
                                r.getAs(Products.CATEGORY),
                                r.getAs(Products.CONTENT_TRACK)),
                        new Item.Tariff(r.getAs(Pricing.PRICE), margin == null ? 0 : margin.doubleValue(), periods),
                        new Item.SaleTerms(
                                r.<Boolean>getAs(Pricing.ON_SALE),
                                Boolean.TRUE.equals(r.<Boolean>getAs(Products.IS_CONSUMABLE)),
                                Products.ids(r.getAs(Products.REQUIRES)),
                                Products.ids(r.getAs(Products.EXCLUDES)),
                                r.getAs(Products.SUBSTITUTE_GROUP)))
                .with(new Item.Ladder(r.getAs(Products.FAMILY), r.getAs(Products.TIER), null, null));
    }

    private static RetentionCurve retention(Row r) {
        return new RetentionCurve(number(r, "period_days"), number(r, "alpha"), number(r, "beta"), number(r, "rate"));
    }

    private Map<String, Map<String, Double>> marks(Dataset<Row> use) {
        Map<String, Map<String, Double>> marks = new HashMap<>();
        Dataset<Row> unlimited = use.where(col(ProductUse.CAPACITY).isNull());
        Dataset<Row> found = heavy.absolute().isPresent()
                ? unlimited
                        .select(
                                col(ProductUse.PRODUCT_ID),
                                col(ProductUse.METRIC),
                                lit(heavy.absolute().get()).as(MARK))
                        .distinct()
                : unlimited
                        .groupBy(ProductUse.PRODUCT_ID, ProductUse.METRIC)
                        // Whole units bound the number of distinct values that the exact percentile keeps.
                        .agg(percentile(
                                        round(col(ProductUse.USE_28D)),
                                        lit(heavy.quantile().orElseThrow()))
                                .as(MARK));
        found.collectAsList().forEach(r -> marks.computeIfAbsent(r.getAs(ProductUse.PRODUCT_ID), p -> new TreeMap<>())
                .put(r.getAs(ProductUse.METRIC), r.getAs(MARK)));
        return marks;
    }

    private static double number(Row row, String column) {
        Double value = row.getAs(column);
        return value == null ? Double.NaN : value;
    }
}
