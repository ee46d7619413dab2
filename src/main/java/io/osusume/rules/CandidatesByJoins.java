package io.osusume.rules;

import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.udf;

import io.osusume.tables.Rules;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rule candidates by joins of the itemsets with themselves, for more itemsets than fit into memory: nothing bounds how many a
 * support of a few baskets finds in a catalogue of 100,000 products, and four million pairs are enough.
 */
final class CandidatesByJoins {
    private static final String SUBSET = "subset";
    private static final UserDefinedFunction PROPER_SUBSETS = udf(
            (UDF1<Seq<String>, List<List<String>>>) items -> properSubsets(CollectionConverters.asJava(items)),
            DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.StringType)));

    private CandidatesByJoins() {}

    /** Rules of at least this confidence. */
    static Dataset<Row> of(Dataset<Row> itemsets, long baskets, double minConfidence) {
        Dataset<Row> all = withConfidence(itemsets);
        Dataset<Row> singles = itemsets.where(size(col(Itemsets.ITEMS)).equalTo(1))
                .select(
                        col(Itemsets.ITEMS).getItem(0).as(Rules.CONSEQUENT),
                        col(Itemsets.COUNT).as(CandidateColumns.COUNT_C));
        Dataset<Row> candidates = all.where(col(Rules.CONFIDENCE).geq(minConfidence));
        Dataset<Row> simpler = bestOfSimpler(candidates, all);
        return candidates
                .join(singles, Rules.CONSEQUENT)
                .join(
                        simpler,
                        scala.jdk.javaapi.CollectionConverters.asScala(List.of(Rules.ANTECEDENT, Rules.CONSEQUENT))
                                .toSeq(),
                        "left")
                .withColumn(
                        CandidateColumns.SIMPLER,
                        greatest(
                                coalesce(col(CandidateColumns.SIMPLER), lit(0.0)),
                                col(CandidateColumns.COUNT_C).divide(lit((double) baskets))));
    }

    private static Dataset<Row> withConfidence(Dataset<Row> itemsets) {
        Dataset<Row> antecedents = itemsets.select(
                col(Itemsets.ITEMS).as(Rules.ANTECEDENT), col(Itemsets.COUNT).as(CandidateColumns.COUNT_A));
        return itemsets.where(size(col(Itemsets.ITEMS)).gt(1))
                .select(col(Itemsets.ITEMS), explode(col(Itemsets.ITEMS)).as(Rules.CONSEQUENT), col(Itemsets.COUNT))
                .select(
                        array_remove(col(Itemsets.ITEMS), col(Rules.CONSEQUENT)).as(Rules.ANTECEDENT),
                        col(Rules.CONSEQUENT),
                        col(Itemsets.COUNT).as(Rules.COUNT))
                .join(antecedents, Rules.ANTECEDENT)
                .withColumn(Rules.CONFIDENCE, col(Rules.COUNT).divide(col(CandidateColumns.COUNT_A)));
    }

    /** For antecedents of two or more items. */
    private static Dataset<Row> bestOfSimpler(Dataset<Row> candidates, Dataset<Row> all) {
        Dataset<Row> shorter = all.select(
                col(Rules.ANTECEDENT).as(SUBSET),
                col(Rules.CONSEQUENT),
                col(Rules.CONFIDENCE).as(CandidateColumns.SIMPLER));
        return candidates
                .where(size(col(Rules.ANTECEDENT)).gt(1))
                .select(
                        col(Rules.ANTECEDENT),
                        col(Rules.CONSEQUENT),
                        explode(PROPER_SUBSETS.apply(col(Rules.ANTECEDENT))).as(SUBSET))
                .join(
                        shorter,
                        CollectionConverters.asScala(List.of(SUBSET, Rules.CONSEQUENT))
                                .toSeq())
                .groupBy(Rules.ANTECEDENT, Rules.CONSEQUENT)
                .agg(max(CandidateColumns.SIMPLER).as(CandidateColumns.SIMPLER));
    }

    /** All subsets except the empty one and the whole. */
    static List<List<String>> properSubsets(List<String> items) {
        List<List<String>> subsets = new ArrayList<>();
        for (long bits = 1; bits < (1L << items.size()) - 1; bits++) {
            List<String> subset = new ArrayList<>(Long.bitCount(bits));
            for (int i = 0; i < items.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    subset.add(items.get(i));
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }
}
