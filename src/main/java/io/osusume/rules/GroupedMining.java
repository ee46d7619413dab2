package io.osusume.rules;

import io.osusume.rules.ItemTally.Tally;
import java.util.Collections;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * Mining of large data by item groups, after PFP (Li et al. 2008): items are divided into ranges of codes, each basket goes
 * to every group of which it holds an item, cut behind the last of these, and each group mines the itemsets whose rarest item
 * is its own. Baskets travel as blocks of ints, not one by one.
 */
final class GroupedMining {
    private final MiningLimits limits;
    private final JavaRDD<Row> rows;

    GroupedMining(MiningLimits limits, JavaRDD<Row> rows) {
        this.limits = limits;
        this.rows = rows;
    }

    MinedItemsets mine(SparkSession session) {
        BasketCoder coder = limits.coder();
        Tally tally = new ItemTally(coder).count(rows, limits::countNeeded);
        ItemCodes codes = ItemCodes.of(tally.frequent(), tally.countNeeded());
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        ItemGroups groups = ItemGroups.of(codes, tally.baskets(), spark.defaultParallelism());
        Broadcast<ItemCodes> sharedCodes = spark.broadcast(codes);
        JavaPairRDD<Integer, CodedBaskets> grouped = rows.mapPartitionsToPair(
                        it -> new GroupedBaskets(it, sharedCodes.value(), groups, coder))
                .partitionBy(new HashPartitioner(groups.size()));
        int items = codes.size();
        JavaRDD<TreeShare> trees = grouped.mapPartitionsWithIndex(
                (group, it) -> Collections.singletonList(new TreeShare(tree(it, items), groups.share(group)))
                        .iterator(),
                true);
        return MinedItemsets.within(
                limits, new MinedItemsets.Found(session, tally.summary(codes.size()), trees, sharedCodes));
    }

    private static FpTree tree(Iterator<Tuple2<Integer, CodedBaskets>> blocks, int items) {
        FpTree tree = new FpTree(IntStream.range(0, items).toArray());
        while (blocks.hasNext()) {
            blocks.next()._2().insertInto(tree);
        }
        tree.seal();
        return tree;
    }
}
