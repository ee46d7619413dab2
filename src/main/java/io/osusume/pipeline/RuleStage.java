package io.osusume.pipeline;

import static org.apache.spark.sql.functions.col;

import io.osusume.catalogue.Pricing;
import io.osusume.config.OsusumeConfig;
import io.osusume.rules.BundleProposals;
import io.osusume.rules.MinedRules;
import io.osusume.rules.RuleMining;
import io.osusume.tables.BasketKind;
import io.osusume.tables.Products;
import io.osusume.tables.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Mines both kinds of baskets, makes bundles of what orders held together, and notes what a person should know of it. */
final class RuleStage {
    private final OsusumeConfig config;
    private final LocalDate asOf;
    private final List<String> notes = new ArrayList<>();
    private MinedRules ofOrders;

    RuleStage(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    Dataset<Row> mine(Dataset<Row> lines) {
        RuleMining mining = new RuleMining(config.rules(), asOf);
        ofOrders = mining.ofOrders(lines);
        MinedRules ofCustomers = mining.ofCustomers(lines);
        notes.addAll(ofOrders.notes());
        notes.addAll(ofCustomers.notes());
        return ofOrders.rules().unionByName(ofCustomers.rules());
    }

    /**
     * Bundles of what was mined.
     *
     * @param rules the rules as they were written
     * @param priced {@link Pricing}
     */
    Dataset<Row> bundles(Dataset<Row> rules, Dataset<Row> priced) {
        Dataset<Row> written = rules.where(col(Rules.BASKET_KIND).equalTo(BasketKind.ORDER.wire()));
        MinedRules read = new MinedRules(ofOrders.kind(), written, ofOrders.mined(), ofOrders.derived());
        return new BundleProposals(config.bundles(), config.ltv().marginRate())
                .propose(
                        read,
                        priced.select(
                                col(Products.PRODUCT_ID),
                                col(Pricing.PRICE).as(Products.LIST_PRICE),
                                col(Products.UNIT_COST)),
                        asOf);
    }

    List<String> notes() {
        return notes;
    }
}
