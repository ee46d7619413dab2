package io.osusume.examples;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.ConfigLoader;
import io.osusume.config.LtvConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.contracts.ContractView;
import io.osusume.ltv.LifetimeValue;
import io.osusume.ltv.PlanRetention;
import io.osusume.rules.RuleMining;
import io.osusume.tables.Ltv;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Rules;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** What docs/using-a-stage.md shows: two stages in a Spark program of one's own. {@link OwnProgramTest} runs it. */
final class OwnProgram {
    private OwnProgram() {}

    // [settings]
    /** All settings at their defaults but these; a file of one's own goes where nothing stands. */
    static OsusumeConfig settings() {
        return ConfigLoader.load(
                        Optional.empty(),
                        List.of(
                                "inputs.orders.path=unused", // nothing is read from it: the rows are handed over
                                "rules.min_count=2",
                                "ltv.discount_rate=0"))
                .config();
    }
    // [end]

    // [lines]
    /** Rows of one's own, (basket, shopper, article, at, pieces, price), as the order lines that stages read. */
    static Dataset<Row> lines(Dataset<Row> own) {
        Dataset<Row> lines = own.select(
                col("basket").as(Orders.ORDER_ID),
                col("shopper").as(Orders.CUSTOMER_ID),
                col("article").as(Orders.PRODUCT_ID),
                col("at").as(Orders.ORDERED_AT),
                col("pieces").cast("decimal(18,4)").as(Orders.QUANTITY),
                col("price").cast("decimal(18,4)").as(Orders.UNIT_PRICE),
                lit("JPY").as(Orders.CURRENCY),
                col("pieces").cast("decimal(18,4)").as(Orders.NET_QUANTITY), // what returns have left of it
                col("price").cast(Types.NET_PRICE).as(Orders.NET_PRICE)); // what vouchers of the order have left of it
        StructType all = Orders.LINES.schema();
        for (String name : all.fieldNames()) {
            if (!List.of(lines.columns()).contains(name)) {
                lines = lines.withColumn(name, lit(null).cast(all.apply(name).dataType()));
            }
        }
        return lines;
    }
    // [end]

    // [rules]
    /** What is said of those who bought {@code from}: what they bought with it, how often, and how sure that is. */
    static Dataset<Row> boughtWith(String from, Dataset<Row> lines, LocalDate asOf) {
        return new RuleMining(settings().rules(), asOf)
                .mine(lines)
                .rules()
                .where(col(Rules.BASKET_KIND).equalTo("order"))
                .where(col(Rules.ANTECEDENT).equalTo(array(lit(from))))
                .select(Rules.CONSEQUENT, Rules.COUNT, Rules.CONFIDENCE, Rules.LIFT, Rules.Q_VALUE);
    }
    // [end]

    // [ltv]
    /** What each shopper is worth; without contracts and without known costs (ltv.margin_rate stands in for them). */
    static List<Row> values(Dataset<Row> lines, LocalDate asOf) {
        SparkSession spark = lines.sparkSession();
        Dataset<Row> none = spark.createDataFrame(List.of(), Subscriptions.TABLE.schema());
        Dataset<Row> products = spark.createDataFrame(List.of(), Products.TABLE.schema());
        LtvConfig config = settings().ltv();
        Dataset<Row> view = new ContractView(config, asOf).of(lines, none, products);
        PlanRetention contracts = PlanRetention.fit(config, view, products, asOf);
        try (LifetimeValue model = new LifetimeValue(config)) {
            return model.estimate(lines, products, contracts, asOf)
                    .select(Ltv.CUSTOMER_ID, Ltv.MODEL, Ltv.LTV, Ltv.HISTORIC_LTV)
                    .collectAsList(); // or write them: before the model is closed, in any case
        }
    }
    // [end]
}
