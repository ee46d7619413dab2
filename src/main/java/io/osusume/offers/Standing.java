package io.osusume.offers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.tables.Offers;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the newest earlier run offered a target. It is kept where it is nearly as good as what would replace it, and where it goes
 * {@code suppressed_offers} says why.
 */
record Standing(String type, String productId, String bundleId) {
    static final String COLUMN = "standing";

    static final String OWNED = "owned";
    static final String NOT_ON_SALE = "not_on_sale";
    static final String NO_LONGER_PROPOSED = "no_longer_proposed";

    /** By target, in a fixed order. */
    static Dataset<Row> of(Dataset<Row> earlier) {
        return earlier.groupBy(Offers.TARGET_TYPE, Offers.TARGET_ID)
                .agg(sort_array(collect_set(
                                struct(col(Offers.OFFER_TYPE), col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID))))
                        .as(COLUMN));
    }

    static List<Standing> read(Row row) {
        int column = row.fieldIndex(COLUMN);
        return row.isNullAt(column)
                ? List.of()
                : row.<Row>getList(column).stream()
                        .map(r -> new Standing(r.getString(0), r.getString(1), r.getString(2)))
                        .toList();
    }

    /** Whether a target was offered this last night. */
    static boolean stands(Proposal proposal, Target target) {
        return target.standing().stream().anyMatch(s -> s.key().equals(key(proposal)));
    }

    private String key() {
        return type + '\n' + (productId != null ? productId : bundleId != null ? bundleId : "");
    }

    private static String key(Proposal proposal) {
        return proposal.type().wire() + '\n' + proposal.subject().key();
    }

    /** Those of a target that are no candidates any more. */
    static List<Standing> gone(Target target, Collection<Proposal> candidates) {
        Set<String> still = candidates.stream().map(Standing::key).collect(Collectors.toSet());
        return target.standing().stream().filter(s -> !still.contains(s.key())).toList();
    }

    /** Why it is no candidate any more. */
    String why(Target target, Catalogue catalogue) {
        if (productId == null) {
            return NO_LONGER_PROPOSED;
        }
        Item item = catalogue.item(productId);
        return item == null || !item.terms().onSale()
                ? NOT_ON_SALE
                : target.had(productId) ? OWNED : NO_LONGER_PROPOSED;
    }
}
