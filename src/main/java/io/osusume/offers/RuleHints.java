package io.osusume.offers;

import static org.apache.spark.sql.functions.col;

import io.osusume.catalogue.Item;
import io.osusume.catalogue.SaleRules;
import io.osusume.config.OffersConfig;
import io.osusume.offers.Proposal.Rule;
import io.osusume.tables.Rules;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rules that may speak for a cross-sell, by the first product of their antecedent: significant, to a product on sale of
 * another category (an unknown category counts as another) in the price band. Of the rules that start from one product the
 * strongest are kept, so a target with h products follows at most h × {@code offers.rules_per_product} of them.
 */
final class RuleHints implements Serializable {
    private static final Comparator<Rule> STRONGEST = Comparator.comparing(Rule::confidence)
            .thenComparing(Rule::lift)
            .reversed()
            .thenComparing(Rule::id);

    private final Map<String, List<Rule>> byFirst;

    private RuleHints(Map<String, List<Rule>> byFirst) {
        this.byFirst = byFirst;
    }

    /** Reads the rules of both kinds of baskets; what is kept grows with products, never with customers. */
    static RuleHints read(Dataset<Row> rules, SaleRules sale, OffersConfig config) {
        List<Rule> all = rules
                .where(col(Rules.Q_VALUE).leq(config.maxQValue()))
                .select(Rules.RULE_ID, Rules.ANTECEDENT, Rules.CONSEQUENT, Rules.CONFIDENCE, Rules.LIFT, Rules.Q_VALUE)
                .collectAsList()
                .stream()
                .map(r -> new Rule(
                        r.getString(0),
                        List.copyOf(r.<String>getList(1)),
                        r.getString(2),
                        r.getDouble(3),
                        r.getDouble(4),
                        r.getDouble(5)))
                .toList();
        return of(all, sale, config);
    }

    static RuleHints of(List<Rule> rules, SaleRules sale, OffersConfig config) {
        Map<String, List<Rule>> byFirst = new HashMap<>();
        for (Rule rule : rules) {
            if (crosses(rule, sale)) {
                byFirst.computeIfAbsent(rule.antecedent().get(0), k -> new ArrayList<>())
                        .add(rule);
            }
        }
        byFirst.replaceAll((first, of) ->
                of.stream().sorted(STRONGEST).limit(config.rulesPerProduct()).toList());
        return new RuleHints(byFirst);
    }

    /** The rules whose antecedent begins with a product. */
    List<Rule> from(String productId) {
        return byFirst.getOrDefault(productId, List.of());
    }

    private static boolean crosses(Rule rule, SaleRules sale) {
        Item to = sale.catalogue().item(rule.consequent());
        return to != null
                && to.terms().onSale()
                && rule.antecedent().stream()
                        .map(sale.catalogue()::item)
                        .noneMatch(from -> from != null
                                && from.category() != null
                                && from.category().equals(to.category()))
                && sale.isInBand(sale.dearest(rule.antecedent()), to);
    }
}
