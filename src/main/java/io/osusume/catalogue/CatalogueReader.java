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
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads the catalogue: prices and margins, ladders, what is heavy use of each product, and how its contracts stay on. */
public final class CatalogueReader {
    private static final Comparator<Item> BY_TIER =
            Comparator.comparing(Item::tier).thenComparing(Item::id);

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
        retention
                .select("product_id", "period_days", "alpha", "beta", "rate")
                .collectAsList()
                .forEach(r -> stays.put(
                        r.getString(0), new RetentionCurve(r.getDouble(1), number(r, 2), number(r, 3), number(r, 4))));
        Map<String, Map<String, Double>> marks = marks(use);
        List<Item> items = priced.select(columns()).collectAsList().stream()
                .map(r -> item(r, stays, marks))
                .toList();
        return withLadders(items);
    }

    /** Links each product to the next ones on sale, up and down its family's ladder: the nearest tier that is different. */
    public static Catalogue withLadders(List<Item> items) {
        Map<String, List<Item>> families = new HashMap<>();
        items.stream()
                .filter(i -> i.family() != null && i.tier() != null && i.onSale())
                .sorted(BY_TIER)
                .forEach(i -> families.computeIfAbsent(i.family(), f -> new java.util.ArrayList<>())
                        .add(i));
        Map<String, Item> linked = new TreeMap<>();
        for (Item item : items) {
            List<Item> family = item.tier() == null ? List.of() : families.getOrDefault(item.family(), List.of());
            String higher = family.stream()
                    .filter(o -> o.tier() > item.tier())
                    .findFirst()
                    .map(Item::id)
                    .orElse(null);
            String lower = family.stream()
                    .filter(o -> o.tier() < item.tier())
                    .max(Comparator.comparing(Item::tier).thenComparing(Item::id, Comparator.reverseOrder()))
                    .map(Item::id)
                    .orElse(null);
            linked.put(item.id(), linked(item, higher, lower));
        }
        return new Catalogue(linked);
    }

    private static Item linked(Item i, String higher, String lower) {
        return new Item(
                i.id(),
                i.name(),
                i.category(),
                i.family(),
                i.tier(),
                i.price(),
                i.margin(),
                i.periodsPerYear(),
                i.consumable(),
                i.onSale(),
                i.requires(),
                i.excludes(),
                i.substituteGroup(),
                i.contentTrack(),
                higher,
                lower,
                i.heavyUse(),
                i.stay());
    }

    private static Column[] columns() {
        return Arrays.stream(new String[] {
                    Products.PRODUCT_ID, Products.NAME, Products.CATEGORY, Products.FAMILY, Products.TIER,
                    Pricing.PRICE, Pricing.MARGIN, Products.BILLING, Products.IS_CONSUMABLE, Pricing.ON_SALE,
                    Products.REQUIRES, Products.EXCLUDES, Products.SUBSTITUTE_GROUP, Products.CONTENT_TRACK
                })
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new);
    }

    private static Item item(Row r, Map<String, RetentionCurve> stays, Map<String, Map<String, Double>> marks) {
        String id = r.getString(0);
        int periods = Word.of(Billing.class, r.getString(7))
                .map(Billing::periodsPerYear)
                .orElse(0);
        BigDecimal margin = r.getDecimal(6);
        return new Item(
                id,
                r.getString(1),
                r.getString(2),
                r.getString(3),
                r.isNullAt(4) ? null : r.getInt(4),
                r.getDecimal(5),
                margin == null ? 0 : margin.doubleValue(),
                periods,
                !r.isNullAt(8) && r.getBoolean(8),
                r.getBoolean(9),
                Products.ids(r.getString(10)),
                Products.ids(r.getString(11)),
                r.getString(12),
                r.getString(13),
                null,
                null,
                marks.getOrDefault(id, Map.of()),
                stays.get(id));
    }

    private Map<String, Map<String, Double>> marks(Dataset<Row> use) {
        Map<String, Map<String, Double>> marks = new HashMap<>();
        Dataset<Row> unlimited = use.where(col(ProductUse.CAPACITY).isNull());
        Dataset<Row> found = heavy.absolute().isPresent()
                ? unlimited
                        .select(
                                col(ProductUse.PRODUCT_ID),
                                col(ProductUse.METRIC),
                                lit(heavy.absolute().get()))
                        .distinct()
                : unlimited
                        .groupBy(ProductUse.PRODUCT_ID, ProductUse.METRIC)
                        // Whole units bound the number of distinct values that the exact percentile keeps.
                        .agg(percentile(
                                round(col(ProductUse.USE_28D)),
                                lit(heavy.quantile().orElseThrow())));
        found.collectAsList().forEach(r -> marks.computeIfAbsent(r.getString(0), p -> new TreeMap<>())
                .put(r.getString(1), r.getDouble(2)));
        return marks;
    }

    private static double number(Row row, int column) {
        return row.isNullAt(column) ? Double.NaN : row.getDouble(column);
    }
}
