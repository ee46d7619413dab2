package io.osusume.ltv;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.LtvConfig;
import io.osusume.contracts.Contract;
import io.osusume.contracts.ContractRows;
import io.osusume.contracts.Payments;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.Rounding;
import io.osusume.tables.Types;
import java.time.LocalDate;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF7;
import org.apache.spark.sql.types.StructType;

/** Applies the fitted models to each customer and to each contract: one pass over the rows, nothing comes to the driver. */
final class Predictions {
    static final String MODEL = "at_will_model";
    static final String ORDERS = "at_will_orders";
    static final String RECENCY = "at_will_recency";
    static final String AGE = "at_will_age";
    static final String ALIVE = "alive";
    static final String EXPECTED = "expected";
    static final String MEAN_VALUE = "expected_value";
    /** Margin, with its interval. */
    static final String VALUE = "at_will_value";

    static final String LOW = "at_will_low";
    static final String HIGH = "at_will_high";
    static final String HISTORIC = "at_will_historic";

    static final String CONTRACT_MODEL = "contract_model";
    static final String CONTRACT_AGE = "contract_age";
    static final String CONTRACT_VALUE = "contract_value";
    /** Squared distances to the limits, summed over a customer's contracts. */
    static final String CONTRACT_BELOW = "contract_below";

    static final String CONTRACT_ABOVE = "contract_above";
    static final String CONTRACT_HISTORIC = "contract_historic";

    private static final String AT_WILL = "at_will";
    private static final StructType AT_WILL_TYPE = StructType.fromDDL("at_will_model STRING,"
            + " at_will_orders BIGINT, at_will_recency DOUBLE, at_will_age DOUBLE, alive DOUBLE, expected DOUBLE,"
            + " expected_value DOUBLE, at_will_value DOUBLE, at_will_low DOUBLE, at_will_high DOUBLE,"
            + " at_will_historic DOUBLE");
    private static final StructType CONTRACT = StructType.fromDDL(
            "customer_id STRING, step INT, age DOUBLE, value DOUBLE, below DOUBLE, above DOUBLE, historic DOUBLE");
    /** The most that fits a money column with room for sums. */
    private static final double MOST = 1e13;

    private Predictions() {}

    /** Of customers as {@link OrderDays} has them, and of others, of whom nothing is told; their further columns stay. */
    static Dataset<Row> atWill(Dataset<Row> customers, AtWill models, LtvConfig config) {
        double years = config.lifetimeYears();
        Broadcast<AtWill> shared = JavaSparkContext.fromSparkContext(
                        customers.sparkSession().sparkContext())
                .broadcast(models);
        UDF7<Long, Integer, Integer, Double, Double, Double, Integer, Row> told =
                (orders, last, age, revenue, repeatRevenue, margin, place) -> orders == null
                        ? null
                        : atWill(
                                shared.value().of(place),
                                new NonContractual.Past(orders, last, age, revenue, repeatRevenue),
                                margin,
                                years);
        // No pass of its own over rows as objects, which would lose how they are spread.
        return customers
                .withColumn(
                        AT_WILL,
                        udf(told, AT_WILL_TYPE)
                                .apply(
                                        col(OrderDays.ORDERS),
                                        col(OrderDays.LAST),
                                        col(OrderDays.AGE),
                                        col(OrderDays.REVENUE),
                                        col(OrderDays.REPEAT_REVENUE),
                                        col(OrderDays.MARGIN_RATE),
                                        models.place()))
                .select("*", AT_WILL + ".*");
    }

    private static Row atWill(NonContractual model, NonContractual.Past past, double margin, double years) {
        NonContractual.Value value = model.of(past);
        boolean bought = past.orders() > 0;
        double historic = bought
                ? HistoricValue.of(
                        past.revenue() / past.orders(),
                        HistoricValue.ordersPerYear(past.orders(), past.age()),
                        years,
                        margin)
                : 0;
        return RowFactory.create(
                value.model(),
                past.orders(),
                bought ? (Double) (past.age() - past.last()) : null,
                past.age(),
                value.alive(),
                value.orders(),
                bounded(value.meanValue()),
                bounded(value.value() * margin),
                bounded(value.low() * margin),
                bounded(value.high() * margin),
                bounded(historic));
    }

    /** Grain: one customer with a contract, running or ended. */
    static Dataset<Row> contracts(Dataset<Row> contracts, Retentions retentions, LtvConfig config, LocalDate asOf) {
        ContractValue value = new ContractValue(config, asOf);
        double years = config.lifetimeYears();
        return contracts
                .select(ContractRows.columns())
                .map(
                        (MapFunction<Row, Row>) row -> contract(
                                row.getAs(CustomerContracts.CUSTOMER_ID),
                                ContractRows.read(row),
                                new Worth(retentions, value, years, asOf)),
                        Encoders.row(CONTRACT))
                .groupBy(CustomerContracts.CUSTOMER_ID)
                .agg(
                        weakest().as(CONTRACT_MODEL),
                        max("age").as(CONTRACT_AGE),
                        exact("value").cast(Types.MONEY).as(CONTRACT_VALUE),
                        exact("below").cast("double").as(CONTRACT_BELOW),
                        exact("above").cast("double").as(CONTRACT_ABOVE),
                        exact("historic").cast("double").as(CONTRACT_HISTORIC));
    }

    private record Worth(Retentions retentions, ContractValue value, double years, LocalDate asOf) {}

    /** The name of the last resort taken among a customer's running contracts; null where none runs. */
    private static Column weakest() {
        Column name = lit(null).cast("string");
        for (int step = 0; step < Retention.STEPS.size(); step++) {
            name = when(max("step").equalTo(step), lit(Retention.STEPS.get(step)))
                    .otherwise(name);
        }
        return name;
    }

    /** A sum that does not depend on the order of rows. */
    private static Column exact(String name) {
        return sum(Rounding.significant(col(name)).cast("decimal(38,4)"));
    }

    private static Row contract(String customer, Contract contract, Worth worth) {
        double age = Math.max(0, worth.asOf().toEpochDay() - contract.started().toEpochDay());
        if (!contract.runs(worth.asOf())) {
            return RowFactory.create(customer, null, age, 0.0, 0.0, 0.0, 0.0);
        }
        if (contract.payment() == null || contract.margin() == null) {
            return RowFactory.create(customer, Retention.UNKNOWN, age, 0.0, 0.0, 0.0, 0.0);
        }
        Retention retention = worth.retentions().of(contract.plan(), contract.term(), contract.free());
        double next = contract.asksToEnd(worth.asOf()) ? worth.retentions().staysAfterRequest() : Double.NaN;
        double[] value = worth.value().of(Payments.after(worth.asOf(), contract), retention, next);
        double margin = contract.margin();
        double perYear = Math.rint(contract.payment().perYear());
        return RowFactory.create(
                customer,
                retention.step(),
                age,
                bounded(margin * value[0]),
                Math.pow(bounded(margin * (value[0] - value[1])), 2),
                Math.pow(bounded(margin * (value[2] - value[0])), 2),
                bounded(HistoricValue.of(margin, perYear, worth.years(), 1)));
    }

    private static double bounded(double value) {
        return Math.min(value, MOST);
    }
}
