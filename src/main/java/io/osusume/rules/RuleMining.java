package io.osusume.rules;

import static org.apache.spark.sql.functions.col;

import io.osusume.config.RulesConfig;
import io.osusume.tables.BasketKind;
import io.osusume.tables.Rules;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * From order lines to rules: baskets, itemsets, rules, and each rule's confidence then and now. Days are those of the
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

    /** Rules of both kinds of baskets. Runs jobs at once. */
    public MinedBaskets mine(Dataset<Row> orderLines) {
        return new MinedBaskets(ofOrders(orderLines), ofCustomers(orderLines));
    }

    /** Rules of products bought together in one order. Runs jobs at once. */
    MinedRules ofOrders(Dataset<Row> orderLines) {
        Dataset<Row> baskets = new Baskets(config, asOf).ofOrders(orderLines);
        MinedItemsets mined = new FrequentItemsets(config).mine(baskets);
        DerivedRules derived = new AssociationRules(config).derive(mined, BasketKind.ORDER);
        return new MinedRules(
                BasketKind.ORDER, shaped(Stability.add(derived.rules(), derived, baskets)), mined, derived);
    }

    /** Rules of products bought by one customer within {@code rules.customer.window_days}. Runs jobs at once. */
    MinedRules ofCustomers(Dataset<Row> orderLines) {
        Baskets sources = new Baskets(config, asOf);
        Dataset<Row> baskets = sources.ofCustomers(orderLines);
        MinedItemsets mined = new FrequentItemsets(config.ofCustomers()).mine(baskets);
        DerivedRules derived = new AssociationRules(config.ofCustomers()).derive(mined, BasketKind.CUSTOMER);
        Dataset<Row> stable = Stability.add(derived.rules(), derived, sources.ofCustomersBySlice(orderLines));
        ZoneId zone = ZoneId.of(orderLines.sparkSession().conf().get("spark.sql.session.timeZone"));
        Sequence sequence = new Sequence(
                Duration.ofDays(config.customer().followUpDays()),
                asOf.plusDays(1).atStartOfDay(zone).toInstant());
        return new MinedRules(BasketKind.CUSTOMER, shaped(sequence.add(stable, derived, baskets)), mined, derived);
    }

    private static Dataset<Row> shaped(Dataset<Row> rules) {
        return rules.select(
                Rules.TABLE.columns().stream().map(c -> col(c.name())).toArray(Column[]::new));
    }
}
