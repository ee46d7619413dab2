package io.osusume.offers;

import static org.apache.spark.sql.functions.col;

import io.osusume.catalogue.Item;
import io.osusume.catalogue.SaleRules;
import io.osusume.config.OffersConfig;
import io.osusume.offers.Proposal.Rule;
import io.osusume.tables.BasketKind;
import io.osusume.tables.Rules;
import io.osusume.tables.Word;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The rules that may speak for a cross-sell, by the first product of their antecedent: significant, from products that may be
 * spoken of to one on sale of another category (an unknown category counts as another) in the price band. Of the rules that start from one product the
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

    /**
     * Reads the rules of both kinds of baskets. Each task keeps the strongest of its own, so what comes here grows with
     * products, however many rules there are.
     */
    static RuleHints read(Dataset<Row> rules, SaleRules sale, OffersConfig config) {
        Broadcast<SaleRules> shared = JavaSparkContext.fromSparkContext(
                        rules.sparkSession().sparkContext())
                .broadcast(sale);
        int most = config.rulesPerProduct();
        Dataset<Row> significant = rules.where(col(Rules.Q_VALUE).leq(config.maxQValue()))
                .select(
                        Rules.RULE_ID,
                        Rules.ANTECEDENT,
                        Rules.CONSEQUENT,
                        Rules.CONFIDENCE,
                        Rules.LIFT,
                        Rules.Q_VALUE,
                        Rules.BASKET_KIND,
                        Rules.COUNT,
                        Rules.SUPPORT);
        List<Row> strongest = significant
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) part -> strongest(part, shared.value(), most),
                        Encoders.row(significant.schema()))
                .collectAsList();
        shared.destroy();
        return of(strongest.stream().map(RuleHints::rule).toList(), sale, config);
    }

    private static Iterator<Row> strongest(Iterator<Row> rules, SaleRules sale, int most) {
        Map<String, Row> byId = new HashMap<>();
        List<Rule> all = new ArrayList<>();
        rules.forEachRemaining(row -> {
            all.add(rule(row));
            byId.put(row.getString(0), row);
        });
        return byFirst(all, sale, most).values().stream()
                .flatMap(of -> of.stream().map(rule -> byId.get(rule.id())))
                .iterator();
    }

    private static Rule rule(Row row) {
        return new Rule(
                row.getString(0),
                List.copyOf(row.<String>getList(1)),
                row.getString(2),
                row.getDouble(3),
                row.getDouble(4),
                row.getDouble(5),
                Word.of(BasketKind.class, row.getString(6)).orElseThrow(),
                row.getLong(7),
                row.getDouble(8));
    }

    static RuleHints of(List<Rule> rules, SaleRules sale, OffersConfig config) {
        return new RuleHints(byFirst(rules, sale, config.rulesPerProduct()));
    }

    private static Map<String, List<Rule>> byFirst(List<Rule> rules, SaleRules sale, int most) {
        Map<String, List<Rule>> byFirst = new HashMap<>();
        for (Rule rule : rules) {
            if (crosses(rule, sale)) {
                byFirst.computeIfAbsent(rule.antecedent().get(0), k -> new ArrayList<>())
                        .add(rule);
            }
        }
        byFirst.replaceAll(
                (first, of) -> of.stream().sorted(STRONGEST).limit(most).toList());
        return byFirst;
    }

    Stream<Rule> all() {
        return byFirst.values().stream().flatMap(List::stream);
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
                        .noneMatch(from -> from != null && (!from.speaks() || sameCategory(from, to)))
                && sale.isInBand(sale.dearest(rule.antecedent()), to);
    }

    private static boolean sameCategory(Item from, Item to) {
        return from.category() != null && from.category().equals(to.category());
    }
}
