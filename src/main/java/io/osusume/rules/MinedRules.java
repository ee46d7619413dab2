package io.osusume.rules;

import io.osusume.tables.BasketKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** What a person should know: nothing reached the support, or baskets were cut. Usually empty. */
    public List<String> notes() {
        MiningSummary seen = mined.summary();
        List<String> notes = new ArrayList<>();
        if (seen.frequentItems() == 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "no %s rules: no product is in %,d of the %,d baskets; the commonest is in %,d (support %.3g)."
                            + " Lower rules.min_support or rules.min_count.",
                    kind.wire(),
                    seen.countNeeded(),
                    seen.baskets(),
                    seen.highestCount(),
                    seen.highestSupport()));
        }
        if (seen.countNeeded() > seen.countAsked()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s rules: support %.3g (%,d of %,d baskets) gives more than rules.max_itemsets; support %.3g (%,d baskets)"
                            + " was used instead.",
                    kind.wire(),
                    seen.support(seen.countAsked()),
                    seen.countAsked(),
                    seen.baskets(),
                    seen.support(seen.countNeeded()),
                    seen.countNeeded()));
        }
        if (derived.cut() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d %s rules are not published: the %,d of the smallest q value are (rules.max_rules).",
                    derived.cut(),
                    kind.wire(),
                    derived.kept()));
        }
        if (seen.basketsCut() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d %s baskets held more than rules.max_basket_items products: their %,d least informative were left"
                            + " out.",
                    seen.basketsCut(),
                    kind.wire(),
                    seen.itemsCut()));
        }
        return notes;
    }
}
