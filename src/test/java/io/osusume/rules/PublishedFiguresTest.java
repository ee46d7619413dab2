package io.osusume.rules;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.PublicData;
import io.osusume.Slow;
import io.osusume.TestSession;
import io.osusume.config.RulesConfig;
import io.osusume.tables.BasketKind;
import io.osusume.tables.Rules;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published examples of R package arules on 9,835 grocery baskets (Hahsler et al.), and counts of Online Retail (Chen
 * 2015) that brute force found; the files are {@link PublicData}.
 */
@Slow
class PublishedFiguresTest {
    private static Dataset<Row> groceries;
    private static Dataset<Row> onlineRetail;

    @BeforeAll
    static void read() {
        Path baskets = PublicData.file(PublishedFiguresTest.class, "groceries.csv");
        Path orders = PublicData.file(PublishedFiguresTest.class, "online-retail.csv.gz");
        groceries = TestSession.spark()
                .read()
                .text(baskets.toString())
                .select(split(col("value"), ",").as("items"))
                .persist();
        onlineRetail = TestSession.spark()
                .read()
                .option("header", true)
                .csv(orders.toString())
                .where("cast(Quantity AS INT) > 0 AND NOT InvoiceNo LIKE 'C%' AND cast(UnitPrice AS DOUBLE) >= 0")
                .groupBy("InvoiceNo")
                .agg(collect_list(col("StockCode")).as("items"))
                .persist();
    }

    @AfterAll
    static void release() {
        if (groceries != null) {
            groceries.unpersist();
            onlineRetail.unpersist();
        }
    }

    @Test
    void groceriesAtSupport001AndConfidence80() {
        RulesConfig config = new RuleSettings(.001, 1, 10, .8).inMemory();
        MinedItemsets mined = new FrequentItemsets(config).mine(groceries);
        assertThat(mined.summary().baskets()).isEqualTo(9835);
        assertThat(mined.itemsets().count()).isEqualTo(13_492);
        DerivedRules derived = new AssociationRules(config).derive(mined, BasketKind.ORDER);
        assertThat(derived.kept() + derived.redundant()).isEqualTo(410);
        RulesConfig ofThree = new RuleSettings(.001, 1, 3, .8).inMemory();
        DerivedRules bounded =
                new AssociationRules(ofThree).derive(new FrequentItemsets(ofThree).mine(groceries), BasketKind.ORDER);
        assertThat(bounded.kept() + bounded.redundant()).isEqualTo(29);
    }

    @Test
    void groceriesAtSupport006AndConfidence25() {
        RulesConfig config = new RuleSettings(.006, 1, 10, .25).inMemory();
        DerivedRules derived =
                new AssociationRules(config).derive(new FrequentItemsets(config).mine(groceries), BasketKind.ORDER);
        assertThat(derived.kept() + derived.redundant()).isEqualTo(463);
    }

    @Test
    void groceriesAtSupport01AndConfidence50() {
        RulesConfig config = new RuleSettings(.01, 1, 10, .5).inMemory();
        MinedItemsets mined = new FrequentItemsets(config).mine(groceries);
        assertThat(mined.itemsets().count()).isEqualTo(333);
        DerivedRules derived = new AssociationRules(config).derive(mined, BasketKind.ORDER);
        assertThat(derived.kept() + derived.redundant()).isEqualTo(15);
        assertThat(derived.rows().stream()
                        .filter(r -> r.getList(r.fieldIndex(Rules.ANTECEDENT)).size() > 2)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0.02, 100, 353",
        "0.01, 100, 1840",
        "0.01, 3, 1822",
        "0.005, 100, 16352",
        "0.005, 3, 13982",
        "0.003, 100, 174131",
        "0.003, 3, 88123"
    })
    void onlineRetailItemsets(double support, int maxLength, long itemsets) {
        RuleSettings settings = new RuleSettings(support, 1, maxLength, .5);
        MinedItemsets inMemory = new FrequentItemsets(settings.inMemory()).mine(onlineRetail);
        assertThat(inMemory.summary().baskets()).isEqualTo(20_726);
        assertThat(inMemory.itemsets().count()).isEqualTo(itemsets);
        MinedItemsets inGroups = new FrequentItemsets(settings.inGroups()).mine(onlineRetail);
        assertThat(inGroups.itemsets().except(inMemory.itemsets()).count()).isZero();
        assertThat(inGroups.itemsets().count()).isEqualTo(itemsets);
    }
}
