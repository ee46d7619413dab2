package io.osusume.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * Mining where all baskets fit into one place: the coded baskets are sent to every executor once, and one task per core
 * mines its share of the items. No shuffle, one job.
 */
final class InMemoryMining {
    private final MiningLimits limits;
    private final List<PartitionSurvey> surveys;

    InMemoryMining(MiningLimits limits, List<PartitionSurvey> surveys) {
        this.limits = limits;
        this.surveys = surveys;
    }

    MinedItemsets mine(SparkSession session) {
        Map<String, Long> counts = new HashMap<>();
        long baskets = 0;
        for (PartitionSurvey survey : surveys) {
            survey.addCountsTo(counts);
            baskets += survey.baskets();
        }
        int needed = limits.countNeeded(baskets);
        ItemCodes codes = ItemCodes.of(counts, needed);
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        Broadcast<ItemCodes> sharedCodes = spark.broadcast(codes);
        JavaRDD<TreeShare> trees = trees(spark, spark.broadcast(coded(codes)), codes.size());
        return MinedItemsets.within(
                limits, new MinedItemsets.Found(session, summary(codes, counts, baskets, needed), trees, sharedCodes));
    }

    private static JavaRDD<TreeShare> trees(JavaSparkContext spark, Broadcast<CodedBaskets> baskets, int items) {
        int tasks = spark.defaultParallelism();
        return spark.parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
                .map(task -> {
                    FpTree tree = new FpTree(IntStream.range(0, items).toArray());
                    baskets.value().insertInto(tree);
                    tree.seal();
                    return new TreeShare(tree, new MinedBlocks.Share(task, items, tasks));
                });
    }

    CodedBaskets coded(ItemCodes codes) {
        Map<String, Integer> index = codes.index();
        CodedBaskets coded = new CodedBaskets();
        int[] basket = new int[codes.size()];
        for (PartitionSurvey survey : surveys) {
            int[] translated = survey.translated(index);
            for (int b = 0; b < survey.baskets(); b++) {
                int frequent = 0;
                for (int at = survey.start(b); at < survey.end(b); at++) {
                    int code = translated[survey.code(at)];
                    if (code >= 0) {
                        basket[frequent++] = code;
                    }
                }
                frequent = BasketCoder.sortDistinct(basket, frequent);
                coded.add(basket, limits.coder().keptFrom(frequent, survey.end(b) - survey.start(b)), frequent);
            }
        }
        return coded.trimmed();
    }

    private MiningSummary summary(ItemCodes codes, Map<String, Long> counts, long baskets, long needed) {
        long highest = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long cut = 0;
        long lost = 0;
        for (PartitionSurvey survey : surveys) {
            for (int b = 0; b < survey.baskets(); b++) {
                int excess = limits.coder().excess(survey.end(b) - survey.start(b));
                cut += excess > 0 ? 1 : 0;
                lost += excess;
            }
        }
        return new MiningSummary(baskets, needed, needed, codes.size(), highest, cut, lost);
    }
}
