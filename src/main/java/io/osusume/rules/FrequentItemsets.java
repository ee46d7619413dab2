package io.osusume.rules;

import io.osusume.config.RulesConfig;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Frequent itemsets of baskets: every set of at most {@code rules.max_length} items that stands in enough baskets, with its
 * exact count. The same itemsets come out whatever the order and the partitions of the baskets.
 */
public final class FrequentItemsets {
    /** A partition of so many entries is always taken in: many small partitions are not large data. */
    private static final long ALWAYS = 1L << 16;

    private final RulesConfig config;

    public FrequentItemsets(RulesConfig config) {
        this.config = config;
    }

    /** As {@link #mine(SparkSession, JavaRDD)}. */
    public MinedItemsets mine(Dataset<Row> baskets) {
        return mine(baskets.sparkSession(), baskets.select(Itemsets.ITEMS).javaRDD());
    }

    /**
     * Mines baskets. Reads them at once, one Spark job where they fit into memory ({@code rules.in_memory_entries}), three
     * where they do not; another one counts the itemsets.
     *
     * @param rows one basket a row, first its items (array of strings, not null; repetitions count once)
     */
    MinedItemsets mine(SparkSession session, JavaRDD<Row> rows) {
        MiningLimits limits = MiningLimits.of(config);
        long most = config.inMemoryEntries() / Math.max(1, rows.getNumPartitions());
        long most1 = Math.max(most, Math.min(ALWAYS, config.inMemoryEntries()));
        List<PartitionSurvey> surveys = rows.mapPartitions(it ->
                        Collections.singletonList(PartitionSurvey.of(it, most1)).iterator())
                .collect();
        return surveys.stream().allMatch(Objects::nonNull)
                ? new InMemoryMining(limits, surveys).mine(session)
                : new GroupedMining(limits, rows).mine(session);
    }
}
