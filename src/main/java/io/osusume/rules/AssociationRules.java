package io.osusume.rules;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.RulesConfig;
import io.osusume.stats.BenjaminiHochberg;
import io.osusume.tables.BasketKind;
import io.osusume.tables.Field;
import io.osusume.tables.Rules;
import java.util.Arrays;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/**
 * Association rules with one consequent, their measures and their significance. Formulas are those collected by Hahsler
 * (mhahsler.github.io/arules): A the antecedent, C the consequent, s a share of all baskets.
 */
public final class AssociationRules {
    private static final UserDefinedFunction FISHER =
            udf((UDF4<Long, Long, Long, Long, Double>) FisherExact::log10P, DataTypes.DoubleType);

    /** Itemsets whose counts are sent to every executor, at about 30 bytes each; more are joined. */
    private static final long MOST_IN_MEMORY = 4_000_000;

    /** Evidence that {@link Sequence} and {@link Stability} add; null until then. */
    private static final Set<String> LATER = Set.of(
            Rules.COUNT_ORDERED,
            Rules.CONFIDENCE_ORDERED,
            Rules.COUNT_RECENT,
            Rules.CONFIDENCE_RECENT,
            Rules.CONFIDENCE_EARLIER);

    private final RulesConfig config;
    private final long mostInMemory;

    public AssociationRules(RulesConfig config) {
        this(config, MOST_IN_MEMORY);
    }

    AssociationRules(RulesConfig config, long mostInMemory) {
        this.config = config;
        this.mostInMemory = mostInMemory;
    }

    /**
     * Derives all rules of at least {@code rules.min_confidence} that predict better than every simpler antecedent (the empty
     * one included: improvement &gt; 0). q is over all pairs of a frequent antecedent and a frequent consequent; those that
     * are not among the rules count as p = 1. Runs jobs at once, since q needs the rank of each p among all.
     *
     * @param mined frequent itemsets of baskets of one kind, with all their subsets
     */
    public DerivedRules derive(MinedItemsets mined, BasketKind kind) {
        long baskets = mined.summary().baskets();
        JavaRDD<int[]> runs = mined.runs().map(block -> block).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            long[] lengths = mined.lengths();
            Dataset<Row> candidates = shorter(lengths) <= mostInMemory
                    ? new CandidatesInMemory(config.minConfidence(), baskets).of(mined, runs, config.maxLength())
                    : CandidatesByJoins.of(mined.itemsets(), baskets, config.minConfidence());
            long hypotheses = hypotheses(lengths, config.maxLength());
            BenjaminiHochberg.Adjusted adjusted = new BenjaminiHochberg(Rules.LOG10_P, Rules.RULE_ID, Rules.Q_VALUE)
                    .adjust(measured(candidates, baskets, kind), hypotheses);
            Dataset<Row> rules = adjusted.rows()
                    .select(Rules.TABLE.columns().stream()
                            .map(AssociationRules::column)
                            .toArray(Column[]::new));
            long cut = Math.max(0, adjusted.count() - config.maxRules());
            Dataset<Row> best = cut == 0
                    ? rules
                    : rules.orderBy(Rules.Q_VALUE, Rules.RULE_ID).limit(config.maxRules());
            return new DerivedRules(best.collectAsList(), cut, adjusted.dropped(), hypotheses);
        } finally {
            runs.unpersist();
        }
    }

    /** Itemsets that may be an antecedent or a simpler rule: all but the longest. */
    private long shorter(long[] lengths) {
        return Arrays.stream(lengths).limit(config.maxLength()).sum();
    }

    /** m: for each frequent itemset short enough to be an antecedent, the frequent items outside of it. */
    static long hypotheses(long[] lengths, int maxLength) {
        long pairs = 0;
        for (int length = 1; length < Math.min(lengths.length, maxLength); length++) {
            pairs += lengths[length] * (lengths[1] - length);
        }
        return pairs;
    }

    /** All measures; redundant rules get no p. */
    private static Dataset<Row> measured(Dataset<Row> candidates, long baskets, BasketKind kind) {
        Column n = lit((double) baskets);
        Column sA = col(CandidateColumns.COUNT_A).divide(n);
        Column sC = col(CandidateColumns.COUNT_C).divide(n);
        Column s = col(Rules.COUNT).divide(n);
        Column confidence = col(Rules.CONFIDENCE);
        Column leverage = s.minus(sA.multiply(sC));
        Column zhangScale = greatest(s.multiply(lit(1.0).minus(sA)), sA.multiply(sC.minus(s)));
        return candidates
                .withColumn(Rules.BASKET_KIND, lit(kind.wire()))
                .withColumn(Rules.RULE_ID, id())
                .withColumn(Rules.SUPPORT, s)
                .withColumn(Rules.LIFT, confidence.divide(sC))
                .withColumn(Rules.LEVERAGE, leverage)
                .withColumn(
                        Rules.CONVICTION,
                        when(confidence.lt(1), lit(1.0).minus(sC).divide(lit(1.0).minus(confidence))))
                .withColumn(Rules.ZHANG, when(zhangScale.gt(0), leverage.divide(zhangScale)))
                .withColumn(Rules.IMPROVEMENT, confidence.minus(col(CandidateColumns.SIMPLER)))
                .withColumn(Rules.LOG10_P, when(col(Rules.IMPROVEMENT).gt(0), p(baskets)));
    }

    private static Column p(long baskets) {
        return FISHER.apply(
                lit(baskets), col(CandidateColumns.COUNT_A), col(CandidateColumns.COUNT_C), col(Rules.COUNT));
    }

    /** The same rule has the same id every night: a hash of what it says and of its kind. */
    private static Column id() {
        Column says = to_json(struct(col(Rules.ANTECEDENT), col(Rules.CONSEQUENT), col(Rules.BASKET_KIND)));
        return left(sha2(says, 256), lit(32));
    }

    private static Column column(Field column) {
        return LATER.contains(column.name()) ? lit(null).cast(column.type()).as(column.name()) : col(column.name());
    }
}
