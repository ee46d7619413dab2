package io.osusume.rules;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;

import io.osusume.tables.Rules;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The frequent itemsets that sell together significantly: those with a significant rule over exactly their items, and those
 * of which every two items have one. (Where one item always comes with another, the rules over all of the set are redundant,
 * and the set sells together none the less.)
 */
final class SignificantSets {
    /** The q of the set's own best rule, else the largest of its pairs. */
    static final String Q = "q";
    /** The highest confidence with which the rest of the set brings one of its items. */
    static final String CONFIDENCE = "confidence";

    private static final String PAIR = "pair";
    private static final String PAIRS = "pairs";
    private static final String OWN_Q = "own_q";
    private static final String ALL_PAIRS =
            "flatten(transform(items, (x, i) -> transform(slice(items, i + 2, size(items)), y -> array(x, y))))";
    private static final String ALL_BUT_ONE = "transform(items, x -> array_remove(items, x))";

    private SignificantSets() {}

    /** One set a row: {@code items}, {@code count}, {@code q}, {@code confidence}. */
    static Dataset<Row> of(Dataset<Row> rules, Dataset<Row> itemsets, double maxQValue) {
        Dataset<Row> own = rules.where(col(Rules.Q_VALUE).leq(maxQValue))
                .groupBy(array_sort(concat(col(Rules.ANTECEDENT), array(col(Rules.CONSEQUENT))))
                        .as(Itemsets.ITEMS))
                .agg(min(Rules.Q_VALUE).as(OWN_Q));
        Dataset<Row> sets = itemsets.where(size(col(Itemsets.ITEMS)).gt(1));
        Dataset<Row> significant = sets.join(own, new String[] {Itemsets.ITEMS}, "left")
                .join(ofPairs(sets, own), new String[] {Itemsets.ITEMS}, "left")
                .withColumn(Q, coalesce(col(OWN_Q), col(Q)))
                .where(col(Q).isNotNull())
                .drop(OWN_Q);
        return withConfidence(significant, itemsets);
    }

    private static Dataset<Row> ofPairs(Dataset<Row> sets, Dataset<Row> own) {
        Dataset<Row> pairs = own.where(size(col(Itemsets.ITEMS)).equalTo(2))
                .select(col(Itemsets.ITEMS).as(PAIR), col(OWN_Q).as(Q));
        return sets.where(size(col(Itemsets.ITEMS)).gt(2))
                .withColumn(PAIR, explode(expr(ALL_PAIRS)))
                .join(pairs, PAIR)
                .groupBy(Itemsets.ITEMS)
                .agg(max(Q).as(Q), count(lit(1)).as(PAIRS))
                .where(expr("pairs * 2 = size(items) * (size(items) - 1)"))
                .drop(PAIRS);
    }

    private static Dataset<Row> withConfidence(Dataset<Row> sets, Dataset<Row> itemsets) {
        Dataset<Row> rests = itemsets.select(
                col(Itemsets.ITEMS).as("rest"), col(Itemsets.COUNT).as("rest_count"));
        return sets.withColumn("rest", explode(expr(ALL_BUT_ONE)))
                .join(rests, "rest")
                .groupBy(Itemsets.ITEMS, Itemsets.COUNT, Q)
                .agg(min("rest_count").as("rest_count"))
                .withColumn(CONFIDENCE, col(Itemsets.COUNT).divide(col("rest_count")))
                .drop("rest_count");
    }
}
