package io.osusume.rules;

import static org.apache.spark.sql.functions.col;

import io.osusume.tables.BasketKind;
import io.osusume.tables.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What all kinds of baskets gave: rules, and bundles of what orders held together. */
public record MinedBaskets(MinedRules ofOrders, MinedRules ofCustomers, MinedRules ofContracts) {

    /** The table {@code rules}. */
    public Dataset<Row> rules() {
        return ofOrders.rules().unionByName(ofCustomers.rules()).unionByName(ofContracts.rules());
    }

    /** How many rules there are. */
    public long count() {
        return ofOrders.derived().kept()
                + ofCustomers.derived().kept()
                + ofContracts.derived().kept();
    }

    /**
     * The table {@code bundles}.
     *
     * @param written {@link #rules} as they were written, so that they are not worked out again
     * @param products as {@link BundleProposals} takes them
     */
    public Dataset<Row> bundles(
            BundleProposals proposals, Dataset<Row> written, Dataset<Row> products, LocalDate asOf) {
        Dataset<Row> rules = written.where(col(Rules.BASKET_KIND).equalTo(BasketKind.ORDER.wire()));
        return proposals.propose(
                new MinedRules(ofOrders.kind(), rules, ofOrders.mined(), ofOrders.derived()), products, asOf);
    }

    /** What a person should know. */
    public List<String> notes() {
        return Stream.of(ofOrders, ofCustomers, ofContracts)
                .filter(mined -> mined.mined().summary().baskets() > 0)
                .flatMap(mined -> mined.notes().stream())
                .toList();
    }
}
