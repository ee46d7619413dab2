package io.osusume.replenishment;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.reverse;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.xxhash64;

import io.osusume.replenishment.IntervalFit.Observed;
import io.osusume.replenishment.IntervalModel.Usual;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Replenishment;
import io.osusume.tables.Rounding;
import io.osusume.tables.Types;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.storage.StorageLevel;

/**
 * When each customer needs each consumable again, see {@link IntervalModel}. The model is fitted on the driver, to the pairs
 * of a share of the customers where there are more than {@link #FITTED_TO}: more would not move it.
 */
public final class NextNeeds implements AutoCloseable {
    /** Of older intervals little is left in the next. */
    private static final int LATEST_DAYS = 16;

    private static final long FITTED_TO = 100_000;
    private static final long BUCKETS = 1_000_000;
    private static final double LEAST_AMOUNT = 1e-3;
    private static final String DAY = "day";
    private static final String AMOUNT = "amount";
    private static final String DAYS = "days";

    private Dataset<Row> pairs;

    /**
     * Table {@code replenishment}. Fits as it is called; the rows are computed when they are read, which must be before this
     * is closed.
     *
     * @param lines net order lines: orders with {@code net_quantity}
     * @param products with what is consumable, and categories where known; may be empty
     */
    public Dataset<Row> of(Dataset<Row> lines, Dataset<Row> products, LocalDate asOf) {
        pairs = pairs(lines, products, asOf).persist(StorageLevel.MEMORY_AND_DISK());
        int day = (int) asOf.toEpochDay();
        List<Observed> observed = new ArrayList<>();
        sample(pairs)
                .orderBy(Replenishment.CUSTOMER_ID, Replenishment.PRODUCT_ID)
                .collectAsList()
                .forEach(row -> observed.add(observed(row, day)));
        IntervalModel model = IntervalFit.of(observed);
        return pairs.mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> each(rows, model, day),
                        Encoders.row(Replenishment.TABLE.schema()))
                .select(Replenishment.TABLE.columns().stream()
                        .map(c -> c.type().equals(Types.ESTIMATE)
                                ? Rounding.significant(col(c.name())).as(c.name())
                                : col(c.name()))
                        .toArray(Column[]::new));
    }

    @Override
    public void close() {
        if (pairs != null) {
            pairs.unpersist();
        }
    }

    /** Grain: one customer and consumable, with the latest days of purchase and what was kept of it. */
    private static Dataset<Row> pairs(Dataset<Row> lines, Dataset<Row> products, LocalDate asOf) {
        Dataset<Row> consumables = products.where(col(Products.IS_CONSUMABLE))
                .select(
                        col(Products.PRODUCT_ID),
                        coalesce(col(Products.CATEGORY), lit("")).as(Products.CATEGORY));
        Column latest = reverse(slice(sort_array(collect_list(struct(DAY, AMOUNT)), false), 1, LATEST_DAYS));
        return lines.where(col(Orders.CUSTOMER_ID).isNotNull())
                .withColumn(DAY, to_date(col(Orders.ORDERED_AT)))
                .where(col(DAY).leq(lit(asOf)))
                .join(broadcast(consumables), new String[] {Products.PRODUCT_ID})
                .groupBy(col(Orders.CUSTOMER_ID), col(Products.PRODUCT_ID), col(Products.CATEGORY), col(DAY))
                .agg(sum(Orders.NET_QUANTITY).as(AMOUNT))
                .where(col(AMOUNT).gt(0))
                .select(
                        col(Orders.CUSTOMER_ID),
                        col(Products.PRODUCT_ID),
                        col(Products.CATEGORY),
                        unix_date(col(DAY)).as(DAY),
                        greatest(lit(LEAST_AMOUNT), col(AMOUNT).cast("double")).as(AMOUNT))
                .groupBy(Orders.CUSTOMER_ID, Products.PRODUCT_ID, Products.CATEGORY)
                .agg(latest.as(DAYS))
                .where(array_size(col(DAYS)).gt(1));
    }

    private static Dataset<Row> sample(Dataset<Row> pairs) {
        long count = pairs.count();
        Column bucket = pmod(xxhash64(col(Replenishment.CUSTOMER_ID)), lit(BUCKETS));
        return count <= FITTED_TO ? pairs : pairs.where(abs(bucket).lt(BUCKETS * FITTED_TO / count));
    }

    private static Observed observed(Row row, int asOf) {
        List<Row> bought = row.getList(row.fieldIndex(DAYS));
        int[] days = new int[bought.size()];
        double[] amounts = new double[days.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = bought.get(i).getInt(0);
            amounts[i] = bought.get(i).getDouble(1);
        }
        return new Observed(
                row.getAs(Products.PRODUCT_ID), row.getAs(Products.CATEGORY), Intervals.of(days, amounts, asOf));
    }

    private static Iterator<Row> each(Iterator<Row> rows, IntervalModel model, int asOf) {
        List<Row> needs = new ArrayList<>();
        rows.forEachRemaining(row -> needs.add(need(row, model, asOf)));
        return needs.iterator();
    }

    private static Row need(Row row, IntervalModel model, int asOf) {
        Observed pair = observed(row, asOf);
        Intervals one = pair.intervals();
        Usual usual = model.usual(pair.product(), pair.category());
        Need need = model.of(one, usual);
        return RowFactory.create(
                row.getAs(Replenishment.CUSTOMER_ID),
                pair.product(),
                (long) one.count(),
                day(asOf - one.running()),
                need.interval(),
                need.variation(),
                model.speedUp(one, usual),
                need.needed(),
                need.within(7),
                need.within(14),
                need.within(28),
                day(asOf + need.days(0.5)),
                day(asOf + need.days(0.1)),
                day(asOf + need.days(0.9)),
                day(asOf + need.likeliestMiddle()));
    }

    private static Date day(double epochDay) {
        return Date.valueOf(LocalDate.ofEpochDay(Math.round(epochDay)));
    }
}
