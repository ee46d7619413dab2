package io.osusume.catalogue;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.round;

import io.osusume.config.CutOff;
import io.osusume.contracts.Cycle;
import io.osusume.tables.Billing;
import io.osusume.tables.MeasuredUse;
import io.osusume.tables.PlanRetentions;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads the catalogue: prices and margins, ladders, what is heavy use of each product, and how its contracts stay on. */
public final class CatalogueReader {
    private static final String MARK = "mark";
    private static final String USERS = "users";
    /** So many users beyond a quantile make it one: of fewer, the heaviest is merely the heaviest. */
    private static final double BEYOND = 2;
    /** Payments a year that differ by less are of one period. */
    private static final double SAME = 0.01;

    private final CutOff heavy;

    public CatalogueReader(CutOff heavy) {
        this.heavy = heavy;
    }

    /**
     * Brings the catalogue together; it grows with products, never with customers.
     *
     * @param priced {@link Prices}
     * @param use {@link MeasuredUse}
     * @param retention {@link PlanRetentions}
     */
    public Catalogue read(Dataset<Row> priced, Dataset<Row> use, Dataset<Row> retention) {
        Map<String, RetentionCurve> stays = new HashMap<>();
        retention.collectAsList().forEach(r -> stays.put(r.getAs(PlanRetentions.PRODUCT_ID), retention(r)));
        Map<String, Map<String, Double>> marks = marks(use);
        return Catalogue.of(items(priced).stream()
                .map(i -> i.with(new Observed(
                        marks.getOrDefault(i.id(), Map.of()),
                        stays.get(i.id()),
                        i.observed().perYear())))
                .toList());
    }

    /** The catalogue without what customers do: enough to tell what may be sold ({@link SaleRules}). */
    public static Catalogue read(Dataset<Row> priced) {
        return Catalogue.of(items(priced));
    }

    private static List<Item> items(Dataset<Row> priced) {
        return priced.collectAsList().stream()
                .map(row -> {
                    Item item = item(row);
                    return item.with(new Observed(Map.of(), null, perYear(row, item)));
                })
                .toList();
    }

    private static Map<String, Double> perYear(Row row, Item item) {
        Map<String, Double> perYear = new TreeMap<>();
        int column = row.fieldIndex(Prices.BY_PERIOD);
        if (!row.isNullAt(column)) {
            row.<String, BigDecimal>getJavaMap(column).forEach((period, price) -> {
                double payments = Cycle.ofIso(period).perYear();
                if (Math.abs(payments - item.periodsPerYear()) > SAME) {
                    perYear.put(period, price.doubleValue() * payments);
                }
            });
        }
        return perYear;
    }

    private static Item item(Row r) {
        double periods = Billing.periodsPerYear(r.getAs(Products.BILLING));
        BigDecimal margin = r.getAs(Prices.MARGIN);
        return Item.of(
                        new Item.Label(
                                r.getAs(Products.PRODUCT_ID),
                                r.getAs(Products.NAME),
                                r.getAs(Products.CATEGORY),
                                r.getAs(Products.CONTENT_TRACK)),
                        new Item.Tariff(r.getAs(Prices.PRICE), margin == null ? 0 : margin.doubleValue(), periods),
                        new Item.SaleTerms(
                                new Sale(
                                        r.<Boolean>getAs(Prices.ON_SALE),
                                        lastDay(r),
                                        !Boolean.FALSE.equals(r.<Boolean>getAs(Prices.MAY_BE_OFFERED)),
                                        !Boolean.FALSE.equals(r.<Boolean>getAs(Prices.MAY_BE_NAMED)),
                                        r.getAs(Products.SOLD_IN)),
                                Boolean.TRUE.equals(r.<Boolean>getAs(Products.IS_CONSUMABLE)),
                                new Item.Required(
                                        Products.ids(r.getAs(Products.REQUIRES)),
                                        Products.all(r.getAs(Products.REQUIRES))),
                                Products.ids(r.getAs(Products.EXCLUDES)),
                                r.getAs(Products.SUBSTITUTE_GROUP),
                                Boolean.FALSE.equals(r.<Boolean>getAs(Products.IS_CONSUMABLE))))
                .with(new Item.Ladder(r.getAs(Products.FAMILY), r.getAs(Products.TIER), null, null));
    }

    private static Integer lastDay(Row r) {
        Date last = r.getAs(Prices.LAST_DAY);
        return last == null ? null : (int) last.toLocalDate().toEpochDay();
    }

    private static RetentionCurve retention(Row r) {
        return new RetentionCurve(
                number(r, PlanRetentions.PERIOD_DAYS),
                number(r, PlanRetentions.ALPHA),
                number(r, PlanRetentions.BETA),
                number(r, PlanRetentions.RATE));
    }

    /** Product → metric → the use from which on it is heavy. */
    Map<String, Map<String, Double>> marks(Dataset<Row> use) {
        Map<String, Map<String, Double>> marks = new HashMap<>();
        Dataset<Row> unlimited = use.where(col(MeasuredUse.CAPACITY).isNull());
        Dataset<Row> found = heavy.absolute().isPresent()
                ? unlimited
                        .select(
                                col(MeasuredUse.PRODUCT_ID),
                                col(MeasuredUse.METRIC),
                                lit(heavy.absolute().get()).as(MARK))
                        .distinct()
                : unlimited
                        .groupBy(MeasuredUse.PRODUCT_ID, MeasuredUse.METRIC)
                        // Whole units bound the number of distinct values that the exact percentile keeps.
                        .agg(
                                percentile(
                                                round(col(MeasuredUse.USE_28D)),
                                                lit(heavy.quantile().orElseThrow()))
                                        .as(MARK),
                                count(col(MeasuredUse.USE_28D)).as(USERS))
                        .where(col(USERS)
                                .geq(BEYOND
                                                / Math.max(
                                                        1e-9,
                                                        1 - heavy.quantile().orElseThrow())
                                        - 1e-6));
        found.collectAsList().forEach(r -> marks.computeIfAbsent(r.getAs(MeasuredUse.PRODUCT_ID), p -> new TreeMap<>())
                .put(r.getAs(MeasuredUse.METRIC), r.getAs(MARK)));
        return marks;
    }

    private static double number(Row row, String column) {
        Double value = row.getAs(column);
        return value == null ? Double.NaN : value;
    }
}
