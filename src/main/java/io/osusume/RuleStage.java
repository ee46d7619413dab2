package io.osusume;

import io.osusume.config.RulesConfig;
import io.osusume.rules.MinedRules;
import io.osusume.rules.RuleMining;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Mines both kinds of baskets and notes what a person should know of it. */
final class RuleStage {
    private final RulesConfig config;
    private final LocalDate asOf;

    RuleStage(RulesConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    Dataset<Row> mine(Dataset<Row> lines, List<String> notes) {
        RuleMining mining = new RuleMining(config, asOf);
        MinedRules ofOrders = mining.ofOrders(lines);
        MinedRules ofCustomers = mining.ofCustomers(lines);
        notes.addAll(ofOrders.notes());
        notes.addAll(ofCustomers.notes());
        return ofOrders.rules().unionByName(ofCustomers.rules());
    }
}
