package io.osusume.contracts;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.months_between;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.LtvConfig;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.Orders;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The view: one row a contract, {@link CustomerContracts}. */
public final class ContractView {
    private final LtvConfig config;
    private final LocalDate asOf;
    private List<String> notes = List.of();

    public ContractView(LtvConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /**
     * What is under contract as of the day, and was. Counts the periods of plans as it is called; the rows are computed when
     * they are read.
     *
     * @param lines net order lines
     * @param subscriptions may be empty
     * @param products may be empty
     */
    public Dataset<Row> of(Dataset<Row> lines, Dataset<Row> subscriptions, Dataset<Row> products) {
        return of(written(lines, subscriptions, products), lines);
    }

    /** What is written of contracts, to be kept: it is read five times. The parameters are those of {@link #of(Dataset, Dataset, Dataset)}. */
    public Dataset<Row> written(Dataset<Row> lines, Dataset<Row> subscriptions, Dataset<Row> products) {
        return new Claims(config.marginRate(), asOf).of(lines, subscriptions, products);
    }

    /**
     * As {@link #of(Dataset, Dataset, Dataset)}, of what is written.
     *
     * @param claims {@link #written}
     */
    public Dataset<Row> of(Dataset<Row> claims, Dataset<Row> lines) {
        Plans plans = plans(claims, lines);
        OpenRows open = OpenRows.of(claims, plans);
        notes = open.notes();
        CustomerClaims written =
                new CustomerClaims(new Relations(plans, asOf, config.contracts().changeGraceDays()), open, asOf);
        Column[] all = Arrays.stream(claims.columns()).map(c -> col(c)).toArray(Column[]::new);
        Dataset<Row> contracts = claims.groupBy(Claims.CUSTOMER_ID)
                .agg(collect_list(struct(all)).as("claims"))
                .flatMap((FlatMapFunction<Row, Row>) written::contracts, Encoders.row(ContractRows.schema()));
        return ContractRows.asDays(contracts);
    }

    /** What a person should know of what was read. */
    public List<String> notes() {
        return notes;
    }

    private Plans plans(Dataset<Row> claims, Dataset<Row> lines) {
        Column months = coalesce(monthsFrom(Claims.STARTED), monthsFrom(Claims.TRIAL_ENDS));
        Plans plans = new Plans();
        Set<String> untold = new TreeSet<>();
        for (Row row : claims.groupBy(
                        col(Claims.PLAN),
                        months.as("months"),
                        col(Claims.RENEWS).isNotNull(),
                        col(Claims.BILLING))
                .agg(count(lit(1)), max(Claims.PLAN_BILLING))
                .collectAsList()) {
            Integer between = row.isNullAt(1) ? null : (Integer) row.getInt(1);
            String told = row.isNullAt(3) ? row.getString(5) : row.getString(3);
            plans.add(row.getString(0), between, row.getBoolean(2), told, row.getLong(4));
            plans.addProduct(row.getString(0), row.getString(5));
            if (Cycle.named(told).isEmpty()) {
                untold.add(row.getString(0));
            }
        }
        RowPeriods.tell(plans, claims, asOf);
        if (!untold.isEmpty()) {
            invoices(lines, untold).forEach(row -> plans.addInvoices(row.getString(0), row.getDouble(1)));
        }
        return plans;
    }

    /** Whole months from a day to the renewal; null where there are none. Three days more or less are a whole number of months. */
    private static Column monthsFrom(String day) {
        Column apart = months_between(date_from_unix_date(col(Claims.RENEWS)), date_from_unix_date(col(day)), false);
        Column whole = rint(apart);
        return when(abs(apart.minus(whole)).lt(0.1), whole.cast("int"));
    }

    /** Of plans whose billing nobody tells, the median of the customers' mean time between invoices. */
    private static List<Row> invoices(Dataset<Row> lines, Set<String> plans) {
        Column day = unix_date(to_date(col(Orders.ORDERED_AT)));
        Column between = max(day).minus(min(day)).divide(countDistinct(day).minus(1));
        return lines.where(col(Orders.PRODUCT_ID)
                        .isInCollection(plans)
                        .and(col(Orders.CUSTOMER_ID).isNotNull()))
                .groupBy(Orders.PRODUCT_ID, Orders.CUSTOMER_ID)
                .agg(when(countDistinct(day).gt(1), between).as("days"))
                .where(col("days").isNotNull())
                .groupBy(Orders.PRODUCT_ID)
                .agg(percentile(col("days"), lit(0.5)).as("days"))
                .collectAsList();
    }
}
