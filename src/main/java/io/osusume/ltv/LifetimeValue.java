package io.osusume.ltv;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.LtvConfig;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.Ltv;
import io.osusume.tables.Orders;
import io.osusume.tables.Rounding;
import io.osusume.tables.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Lifetime value: the margin to expect of each customer within the horizon, discounted, from buying at will and from
 * contracts, with the interval of that expected value.
 *
 * <p>Sources: Fader, Hardie & Lee 2005; Batislam et al. 2007; Schmittlein et al. 1987; Fader & Hardie 2007 and 2013.
 */
public final class LifetimeValue implements AutoCloseable {
    private static final Column NOTHING = lit(0).cast(Types.MONEY);

    private final LtvConfig config;
    /** Read by the fits, and by the predictions: kept until this is closed. */
    private Dataset<Row> statistics;

    private FittedModels models = new FittedModels();
    private String currency;
    private final List<String> notes = new ArrayList<>();

    public LifetimeValue(LtvConfig config) {
        this.config = config;
    }

    /**
     * Table {@code ltv}. Grain: one customer with at least one order or contract until {@code asOf}; later rows change
     * nothing. {@code model} names the step taken for buying at will and for contracts, joined by +. Fits as it is called;
     * the rows are computed when they are read, which must be before this is closed.
     *
     * @param orders net order lines: orders with {@code net_quantity}
     * @param products with billing and unit cost where known; may be empty
     * @param contracts fitted to the same orders, as of the same day
     * @throws io.osusume.errors.UserException when amounts are in several currencies without rates
     */
    public Dataset<Row> estimate(Dataset<Row> orders, Dataset<Row> products, PlanRetention contracts, LocalDate asOf) {
        Currencies currencies = Currencies.of(orders, config, asOf);
        currency = currencies.common(config);
        OrderDays days = new OrderDays(config);
        int window = config.model() == LtvConfig.Model.AUTO ? days.windowDays(currencies.first(), asOf) : 0;
        Dataset<Row> lines = withoutPayments(orders, contracts.contracts());
        FirstOrders first = new FirstOrders(days, lines, products, asOf);
        statistics = days.of(lines, products, asOf, window).persist(StorageLevel.MEMORY_AND_DISK());
        CohortTotals totals = CohortTotals.of(statistics);
        notes.addAll(OutlierNote.of(totals, config));
        NonContractualFit fit = new NonContractualFit(config, window);
        AtWill atWill = fit.fit(statistics, totals, first);
        notes.addAll(fit.notes());
        models = fit.models();
        Dataset<Row> contracted = Predictions.contracts(contracts.contracts(), contracts.retentions(), config, asOf);
        Dataset<Row> known =
                atWill.toldApart(statistics, first).join(contracted, new String[] {Ltv.CUSTOMER_ID}, "full_outer");
        return table(Predictions.atWill(known, atWill, config), currency);
    }

    /**
     * Without the lines by which a contract is paid, which are no purchases at will: those of its customer and product while it
     * runs, whatever the product's own billing.
     */
    private static Dataset<Row> withoutPayments(Dataset<Row> orders, Dataset<Row> contracts) {
        Dataset<Row> paid = contracts
                .where(col(CustomerContracts.PAYMENT_PERIOD).isNotNull())
                .select(
                        col(CustomerContracts.CUSTOMER_ID).as("_customer"),
                        col(CustomerContracts.PRODUCT_ID).as("_product"),
                        col(CustomerContracts.STARTED),
                        col(CustomerContracts.ENDED));
        Column day = to_date(col(Orders.ORDERED_AT));
        Column pays = col(Orders.CUSTOMER_ID)
                .equalTo(col("_customer"))
                .and(col(Orders.PRODUCT_ID).equalTo(col("_product")))
                .and(day.geq(col(CustomerContracts.STARTED)))
                .and(coalesce(day.leq(col(CustomerContracts.ENDED)), lit(true)));
        return orders.join(paid, pays, "left_anti");
    }

    /** Table {@code ltv_models}: what was fitted, once {@link #estimate} was called. */
    public Dataset<Row> models(SparkSession spark) {
        return models.table(spark, currency);
    }

    /** What a person should know of the fits, once {@link #estimate} was called. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() {
        if (statistics != null) {
            statistics.unpersist();
        }
    }

    private Dataset<Row> table(Dataset<Row> predicted, String currency) {
        Column atWill = coalesce(money(col(Predictions.VALUE)), NOTHING);
        Column contract = coalesce(col(Predictions.CONTRACT_VALUE), NOTHING);
        // The two parts err independently: their deviations add up as squares.
        Column below = sqrt(square(col(Predictions.VALUE).minus(col(Predictions.LOW)))
                .plus(coalesce(col(Predictions.CONTRACT_BELOW), lit(0.0))));
        Column above = sqrt(square(col(Predictions.HIGH).minus(col(Predictions.VALUE)))
                .plus(coalesce(col(Predictions.CONTRACT_ABOVE), lit(0.0))));
        Column historic = coalesce(col(Predictions.HISTORIC), lit(0.0))
                .plus(coalesce(col(Predictions.CONTRACT_HISTORIC), lit(0.0)));
        Column[] columns = {
            col(Ltv.CUSTOMER_ID),
            model().as(Ltv.MODEL),
            coalesce(col(Predictions.ORDERS), lit(0L)).as(Ltv.ORDERS),
            col(Predictions.RECENCY).as(Ltv.RECENCY_DAYS),
            greatest(col(Predictions.AGE), col(Predictions.CONTRACT_AGE)).as(Ltv.AGE_DAYS),
            coalesce(money(col(Predictions.MEAN_VALUE)), NOTHING).as(Ltv.MEAN_VALUE),
            Rounding.significant(col(Predictions.ALIVE)).as(Ltv.P_ALIVE),
            Rounding.significant(coalesce(col(Predictions.EXPECTED), lit(0.0))).as(Ltv.EXPECTED_ORDERS),
            atWill.plus(contract).cast(Types.MONEY).as(Ltv.LTV),
            below.as(Ltv.LTV_LOW),
            above.as(Ltv.LTV_HIGH),
            atWill.as(Ltv.LTV_AT_WILL),
            contract.as(Ltv.LTV_CONTRACT),
            money(historic).as(Ltv.HISTORIC_LTV),
            lit(config.horizonDays()).as(Ltv.HORIZON_DAYS),
            lit(currency).as(Ltv.CURRENCY)
        };
        Column[] order = Arrays.stream(Ltv.TABLE.schema().fieldNames())
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new);
        return predicted
                .select(columns)
                .withColumn(
                        Ltv.LTV_LOW,
                        greatest(
                                NOTHING,
                                col(Ltv.LTV).minus(money(col(Ltv.LTV_LOW))).cast(Types.MONEY)))
                .withColumn(
                        Ltv.LTV_HIGH,
                        col(Ltv.LTV).plus(money(col(Ltv.LTV_HIGH))).cast(Types.MONEY))
                .select(order);
    }

    /** At will where there are paid orders, contracts where one runs; else what there is. */
    private static Column model() {
        Column both = concat_ws(
                "+", when(col(Predictions.ORDERS).gt(0), col(Predictions.MODEL)), col(Predictions.CONTRACT_MODEL));
        Column neither = when(col(Predictions.CONTRACT_AGE).isNotNull(), lit("ended_contract"))
                .otherwise(lit(NonContractual.NONE));
        return coalesce(nullif(both, lit("")), neither);
    }

    private static Column square(Column x) {
        Column known = coalesce(x, lit(0.0));
        return known.multiply(known);
    }

    private static Column money(Column x) {
        return Rounding.money(x);
    }
}
