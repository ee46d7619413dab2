package io.osusume.rules;

import io.osusume.config.RulesConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Frequent itemsets of baskets: every set of at most {@code rules.max_length} items that stands in enough baskets, with its
 * exact count. The same rows come out whatever the order and the partitions of the baskets.
 */
public final class FrequentItemsets {
    private static final int MOST_IN_MEMORY = 1 << 24;
    private static final int LEAST_PER_PARTITION = 1 << 18;

    private final RulesConfig config;

    public FrequentItemsets(RulesConfig config) {
        this.config = config;
    }

    /**
     * Mines baskets; runs one Spark job over them at once.
     *
     * @param baskets one basket a row, with {@code items} (array of strings, in which repetitions count once)
     */
    public MinedItemsets mine(Dataset<Row> baskets) {
        JavaRDD<Row> rows = baskets.select(Itemsets.ITEMS).javaRDD();
        int most = Math.max(MOST_IN_MEMORY / Math.max(1, rows.getNumPartitions()), LEAST_PER_PARTITION);
        List<PartitionSurvey> surveys = rows.mapPartitions((FlatMapFunction<java.util.Iterator<Row>, PartitionSurvey>)
                        it -> Collections.singletonList(PartitionSurvey.of(it, most))
                                .iterator())
                .collect();
        if (surveys.stream().anyMatch(Objects::isNull)) {
            throw new UnsupportedOperationException("large data: to come");
        }
        return inMemory(baskets, surveys);
    }

    private MinedItemsets inMemory(Dataset<Row> baskets, List<PartitionSurvey> surveys) {
        long n = 0;
        int largest = 0;
        Map<String, Long> counts = new HashMap<>();
        for (PartitionSurvey survey : surveys) {
            n += survey.baskets();
            for (int i = 0; i < survey.items().length; i++) {
                counts.merge(survey.items()[i], (long) survey.counts()[i], Long::sum);
            }
            for (int b = 0; b < survey.baskets(); b++) {
                largest = Math.max(largest, survey.end(b) - survey.start(b));
            }
        }
        long needed = config.countNeeded(n);
        ItemCodes codes = ItemCodes.of(counts, needed);
        CodedBaskets coded = code(surveys, codes);
        long highest = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Dataset<Row> itemsets = itemsets(baskets, coded, codes, Math.toIntExact(needed));
        return new MinedItemsets(itemsets, n, needed, codes.size(), highest, largest, 0, 0);
    }

    private static CodedBaskets code(List<PartitionSurvey> surveys, ItemCodes codes) {
        Map<String, Integer> index = codes.index();
        CodedBaskets coded = new CodedBaskets();
        int[] basket = new int[codes.size()];
        for (PartitionSurvey survey : surveys) {
            int[] translated = Arrays.stream(survey.items())
                    .mapToInt(i -> index.getOrDefault(i, -1))
                    .toArray();
            for (int b = 0; b < survey.baskets(); b++) {
                int length = 0;
                for (int at = survey.start(b); at < survey.end(b); at++) {
                    int code = translated[survey.code(at)];
                    if (code >= 0) {
                        basket[length++] = code;
                    }
                }
                Arrays.sort(basket, 0, length);
                coded.add(basket, length);
            }
        }
        return coded.trimmed();
    }

    private Dataset<Row> itemsets(Dataset<Row> baskets, CodedBaskets coded, ItemCodes codes, int needed) {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(baskets.sparkSession().sparkContext());
        int tasks = spark.defaultParallelism();
        Broadcast<CodedBaskets> shared = spark.broadcast(coded);
        Broadcast<ItemCodes> sharedCodes = spark.broadcast(codes);
        int maxLength = config.maxLength();
        List<Integer> shares = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            shares.add(i);
        }
        JavaRDD<Row> rows = spark.parallelize(shares, tasks)
                .flatMap(share -> rows(shared.value(), sharedCodes.value(), needed, maxLength, share, tasks));
        return baskets.sparkSession().createDataFrame(rows, Itemsets.SCHEMA);
    }

    private static ItemsetRows rows(
            CodedBaskets coded, ItemCodes codes, int needed, int maxLength, int share, int tasks) {
        FpTree tree = new FpTree(IntStream.range(0, codes.size()).toArray());
        coded.insertInto(tree);
        tree.seal();
        ItemsetRuns runs = new ItemsetRuns();
        ItemsetMiner miner = new ItemsetMiner(tree, needed, maxLength, runs);
        return new ItemsetRows(
                codes,
                miner,
                runs,
                IntStream.range(0, codes.size()).filter(i -> i % tasks == share).iterator());
    }
}
