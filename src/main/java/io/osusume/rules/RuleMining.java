package io.osusume.rules;

import io.osusume.config.RulesConfig;
import io.osusume.tables.BasketKind;
import io.osusume.tables.CustomerContracts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * From order lines and contracts to rules: baskets, itemsets, rules, and each rule's confidence then and now. Days are those of the
 * session's time zone.
 */
public final class RuleMining {
    private final RulesConfig config;
    private final LocalDate asOf;

    /** @param asOf the last day that counts */
    public RuleMining(RulesConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /** As {@link #mine(Dataset, Dataset)}, of who has no contracts. */
    public MinedBaskets mine(Dataset<Row> orderLines) {
        return mine(orderLines, orderLines.sparkSession().createDataFrame(List.of(), CustomerContracts.TABLE.schema()));
    }

    /**
     * Rules of all kinds of baskets. Runs jobs at once.
     *
     * @param contracts {@code contracts.ContractView}
     */
    public MinedBaskets mine(Dataset<Row> orderLines, Dataset<Row> contracts) {
        return new MinedBaskets(
                ofOrders(orderLines), ofCustomers(Baskets.withoutLeft(orderLines, contracts)), ofContracts(contracts));
    }

    /** Rules of products bought together in one order. Runs jobs at once. */
    MinedRules ofOrders(Dataset<Row> orderLines) {
        // The same RDD for every pass: what was shuffled for the first is there for the next.
        JavaRDD<Row> baskets = new Baskets(config, asOf)
                .ofOrders(orderLines)
                .select(Baskets.ITEMS, Baskets.IS_RECENT)
                .javaRDD();
        MinedItemsets mined = new FrequentItemsets(config).mine(orderLines.sparkSession(), baskets);
        DerivedRules derived = new AssociationRules(config).derive(mined, BasketKind.ORDER);
        CollectedRules rules = new CollectedRules(derived.rows());
        Stability.add(rules, baskets);
        return new MinedRules(BasketKind.ORDER, rules.table(orderLines.sparkSession()), mined, derived);
    }

    /** Rules of products bought by one customer within {@code rules.customer.window_days}. Runs jobs at once. */
    MinedRules ofCustomers(Dataset<Row> orderLines) {
        SparkSession session = orderLines.sparkSession();
        Baskets sources = new Baskets(config, asOf);
        JavaRDD<Row> baskets = sources.ofCustomers(orderLines)
                .select(Baskets.ITEMS, Baskets.FIRST_BOUGHT)
                .javaRDD();
        MinedItemsets mined = new FrequentItemsets(config.ofCustomers()).mine(session, baskets);
        DerivedRules derived = new AssociationRules(config.ofCustomers()).derive(mined, BasketKind.CUSTOMER);
        CollectedRules rules = new CollectedRules(derived.rows());
        Stability.add(rules, sources.ofCustomersBySlice(orderLines).javaRDD());
        ZoneId zone = ZoneId.of(session.conf().get("spark.sql.session.timeZone"));
        new Sequence(
                        Duration.ofDays(config.customer().followUpDays()),
                        asOf.plusDays(1).atStartOfDay(zone).toInstant())
                .add(rules, baskets);
        return new MinedRules(BasketKind.CUSTOMER, rules.table(session), mined, derived);
    }

    /**
     * Rules of plans that one customer has under contract, with the support of customers' baskets. Who moved from one plan to
     * another has not both, so plans that replace each other make no rule. Runs jobs at once.
     */
    MinedRules ofContracts(Dataset<Row> contracts) {
        SparkSession session = contracts.sparkSession();
        JavaRDD<Row> baskets = new Baskets(config, asOf)
                .ofContracts(contracts)
                .select(Baskets.ITEMS)
                .javaRDD();
        MinedItemsets mined = new FrequentItemsets(config.ofCustomers()).mine(session, baskets);
        DerivedRules derived = new AssociationRules(config.ofCustomers()).derive(mined, BasketKind.CONTRACT);
        return new MinedRules(BasketKind.CONTRACT, new CollectedRules(derived.rows()).table(session), mined, derived);
    }
}
