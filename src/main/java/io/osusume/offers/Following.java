package io.osusume.offers;

import io.osusume.catalogue.CatalogueReader;
import io.osusume.catalogue.SaleRules;
import io.osusume.config.OffersConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What may be offered to whom has a product, since a rule leads to it or a set has both. */
public final class Following {
    private Following() {}

    /** Product → products, both ascending. Runs jobs at once. */
    public static Map<String, List<String>> of(
            OffersConfig config, Dataset<Row> prices, Dataset<Row> rules, Dataset<Row> bundles) {
        SaleRules sale = new SaleRules(CatalogueReader.read(prices), config.priceBand());
        Map<String, Set<String>> following = new TreeMap<>();
        RuleHints.read(rules, sale, config).all().forEach(rule -> rule.antecedent()
                .forEach(from -> add(following, from, List.of(rule.consequent()))));
        BundlesByItem.read(bundles).all().forEach(bundle -> bundle.items()
                .forEach(from -> add(following, from, bundle.items())));
        Map<String, List<String>> lists = new TreeMap<>();
        following.forEach((from, to) -> lists.put(from, List.copyOf(to)));
        return lists;
    }

    private static void add(Map<String, Set<String>> following, String from, List<String> to) {
        following.computeIfAbsent(from, k -> new TreeSet<>()).addAll(to);
    }
}
