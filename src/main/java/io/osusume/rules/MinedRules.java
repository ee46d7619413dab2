package io.osusume.rules;

import io.osusume.tables.BasketKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rules of one kind of basket, and how they came about.
 *
 * @param kind what makes one basket
 * @param rules one rule a row, with the columns of table {@code rules}
 * @param mined the itemsets that they were derived from, with what was seen on the way
 * @param derived how many rules there are, how many were redundant, and of how many pairs they were chosen
 */
public record MinedRules(BasketKind kind, Dataset<Row> rules, MinedItemsets mined, DerivedRules derived) {
    /** Baskets below which whatever sells together does so by chance. */
    private static final int FEWEST_REPEATS = 5;

    private static final String HARDLY_REPEATS =
            "What is sold hardly repeats, so that what sells together cannot be told from"
                    + " chance: let product_id be something coarser, such as a series or a kind (inputs.orders.columns).";

    /** What a person should know: nothing reached the support, or baskets were cut. Usually empty. */
    public List<String> notes() {
        MiningSummary seen = mined.summary();
        List<String> notes = new ArrayList<>();
        if (seen.frequentItems() == 0) {
            notes.add(nothingFrequent(seen));
        }
        if (seen.countNeeded() > seen.countAsked()) {
            notes.add(raised(seen));
        }
        if (derived.cut() > 0) {
            notes.add(said(
                    "%2$,d %1$s rules are not published: the %3$,d of the smallest q value are (rules.max_rules).",
                    derived.cut(), derived.kept()));
        }
        if (seen.basketsCut() > 0) {
            notes.add(said(
                    "%2$,d %1$s baskets held more than rules.max_basket_items products: their %3$,d least informative were"
                            + " left out.",
                    seen.basketsCut(), seen.itemsCut()));
        }
        return notes;
    }

    private String nothingFrequent(MiningSummary seen) {
        return said(
                "no %s rules: no product is in %,d of the %,d baskets; the commonest is in %,d (support %.3g). "
                        + (seen.highestCount() < FEWEST_REPEATS
                                ? HARDLY_REPEATS
                                : "Lower rules.min_support or rules.min_count."),
                seen.countNeeded(),
                seen.baskets(),
                seen.highestCount(),
                seen.highestSupport());
    }

    private String raised(MiningSummary seen) {
        return said(
                "%s rules: support %.3g (%,d of %,d baskets) gives more than rules.max_itemsets; support %.3g (%,d baskets)"
                        + " was used instead.",
                seen.support(seen.countAsked()),
                seen.countAsked(),
                seen.baskets(),
                seen.support(seen.countNeeded()),
                seen.countNeeded());
    }

    /** A sentence whose first value is the kind of basket. */
    private String said(String sentence, Object... figures) {
        return String.format(
                Locale.ROOT,
                sentence,
                Stream.concat(Stream.of(kind.wire()), Stream.of(figures)).toArray());
    }
}
