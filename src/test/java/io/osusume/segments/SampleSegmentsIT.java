package io.osusume.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.accounts.AccountActivity;
import io.osusume.accounts.AccountAnalysis;
import io.osusume.accounts.Preconditions;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.CustomerFeatures;
import io.osusume.features.Facts;
import io.osusume.features.Holdings;
import io.osusume.features.ProductUse;
import io.osusume.features.StagedFacts;
import io.osusume.features.TestFacts;
import io.osusume.tables.AccountScores;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Rules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Segments and accounts of the committed sample: the stories, and the planted surges. */
class SampleSegmentsIT {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final OsusumeConfig CONFIG = TestFacts.config();
    private static final Facts FACTS = StagedFacts.of(StagedFacts.sampleData(), CONFIG, AS_OF, StagedFacts::inMemory);

    @Test
    void storiesAreInTheirSegments() {
        Dataset<Row> holdings = StagedFacts.inMemory("holdings", new Holdings().of(FACTS, AS_OF));
        Dataset<Row> use = StagedFacts.inMemory("use", new ProductUse(CONFIG.features()).of(FACTS, holdings, AS_OF));
        Dataset<Row> features = StagedFacts.inMemory(
                "features", new CustomerFeatures(CONFIG.features(), CONFIG.consent()).of(FACTS, holdings, use, AS_OF));
        Dataset<Row> rules = TestSession.spark().createDataFrame(List.of(), Rules.TABLE.schema());
        List<Row> rows = new LwpAnalysis(CONFIG.segments())
                .assign(features, holdings, rules, FACTS.products())
                .collectAsList();
        assertThat(rows).hasSize((int) features.count());
        System.out.println(
                "Priorities: " + count(rows, LwpSegments.PRIORITY) + "; segments: " + count(rows, LwpSegments.SEGMENT));
        Map<String, String> segments = rows.stream()
                .collect(Collectors.toMap(r -> r.getAs(LwpSegments.CUSTOMER_ID), r -> r.getAs(LwpSegments.SEGMENT)));
        assertThat(segments)
                .containsEntry("story-09", "at_risk")
                .containsEntry("story-11", "care")
                .containsEntry("story-16", "nurture")
                .containsEntry("story-17", "fatigued")
                .containsEntry("story-18", "opted_out");
        // A customer for each of the four priorities and all eight segments.
        assertThat(count(rows, LwpSegments.PRIORITY)).hasSize(4);
        assertThat(count(rows, LwpSegments.SEGMENT)).hasSize(8);
    }

    @Test
    void plantedSurgesAreFoundAndCalmAccountsAreLeftAlone() {
        Dataset<Row> activity = StagedFacts.inMemory(
                "activity", new AccountActivity(CONFIG.accounts(), CONFIG.features()).of(FACTS, AS_OF));
        assertThat(Preconditions.unmet(FACTS, activity)).isEmpty();
        Map<String, Row> surging = new AccountAnalysis(CONFIG.accounts())
                .score(activity).where(AccountScores.IS_SURGING).collectAsList().stream()
                        .collect(Collectors.toMap(r -> r.getAs(AccountScores.ACCOUNT_ID), r -> r));
        Set<String> planted = TestSession.spark()
                .read()
                .option("header", "true")
                .csv("sample-data/truths.csv")
                .where("kind = 'surge'")
                .collectAsList()
                .stream()
                .map(r -> r.<String>getAs("subject"))
                .collect(Collectors.toSet());
        System.out.println("Surging: " + surging.keySet() + " of planted " + planted);
        Row story = surging.get("story-acct-b");
        assertThat(story.<Long>getAs(AccountScores.PEOPLE)).isEqualTo(2);
        assertThat(story.<Long>getAs(AccountScores.SENIOR_PEOPLE)).isEqualTo(2);
        assertThat(story.<String>getAs(AccountScores.TOP_INTEREST_PRODUCT_ID)).isEqualTo("HR1");
        long found = planted.stream().filter(surging::containsKey).count();
        assertThat(found).isGreaterThanOrEqualTo(planted.size() - 1L);
        assertThat(surging.size() - found).isLessThanOrEqualTo(2);
    }

    private static Map<Object, Long> count(List<Row> rows, String column) {
        return rows.stream().collect(Collectors.groupingBy(r -> r.getAs(column), Collectors.counting()));
    }
}
