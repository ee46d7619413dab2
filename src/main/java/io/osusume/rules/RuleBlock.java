package io.osusume.rules;

import io.osusume.tables.Rules;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Rules by their numbers, arranged so that those whose antecedent stands in a given basket are found without looking at the others. */
final class RuleBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, Integer> codes = new HashMap<>();
    private final ItemTrie antecedents = new ItemTrie();
    private int[] consequents = new int[1 << 6];
    /** For each rule the next one with the same antecedent, or −1. */
    private int[] next = new int[1 << 6];
    /** For each node of the trie the first rule with that antecedent, or −1. */
    private int[] first = new int[0];

    private int size;

    /** Told of each rule whose antecedent stands in the basket. */
    interface Visitor {
        /**
         * Takes a rule whose antecedent stands in the basket.
         *
         * @param rule its number
         * @param consequent the code of its consequent
         * @param complete the latest time of the antecedent's items
         */
        void found(int rule, int consequent, long complete);
    }

    /** The rules of table {@code rules}, numbered as they stand. */
    static RuleBlock of(List<Row> rules) {
        RuleBlock block = new RuleBlock();
        int antecedent = Rules.TABLE.columnNames().indexOf(Rules.ANTECEDENT);
        int consequent = Rules.TABLE.columnNames().indexOf(Rules.CONSEQUENT);
        rules.forEach(rule -> block.add(rule.getList(antecedent), rule.getString(consequent)));
        return block;
    }

    private void add(List<String> antecedent, String consequent) {
        int[] items = antecedent.stream().mapToInt(this::codeOrNew).sorted().toArray();
        int node = ItemTrie.ROOT;
        for (int item : items) {
            node = antecedents.findOrCreate(node, item);
        }
        if (first.length < antecedents.capacity()) {
            int had = first.length;
            first = Arrays.copyOf(first, antecedents.capacity());
            Arrays.fill(first, had, first.length, -1);
        }
        if (size == next.length) {
            consequents = Arrays.copyOf(consequents, 2 * size);
            next = Arrays.copyOf(next, 2 * size);
        }
        consequents[size] = codeOrNew(consequent);
        next[size] = first[node];
        first[node] = size++;
    }

    int size() {
        return size;
    }

    int items() {
        return codes.size();
    }

    /** The code of an item, or −1 when no rule speaks of it. */
    int code(String item) {
        return codes.getOrDefault(item, -1);
    }

    /** Finds the rules whose antecedent stands in the basket. */
    void visit(BasketTimes basket, Visitor visitor) {
        descend(ItemTrie.ROOT, basket, 0, Long.MIN_VALUE, visitor);
    }

    private void descend(int node, BasketTimes basket, int from, long complete, Visitor visitor) {
        for (int i = from; i < basket.size(); i++) {
            int item = basket.code(i);
            int child = antecedents.find(node, item);
            if (child != ItemTrie.ROOT) {
                long latest = Math.max(complete, basket.at(item));
                for (int rule = first[child]; rule >= 0; rule = next[rule]) {
                    visitor.found(rule, consequents[rule], latest);
                }
                descend(child, basket, i + 1, latest, visitor);
            }
        }
    }

    private int codeOrNew(String item) {
        return codes.computeIfAbsent(item, k -> codes.size());
    }
}
