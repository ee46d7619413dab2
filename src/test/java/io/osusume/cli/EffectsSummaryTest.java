package io.osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.tables.Effects;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class EffectsSummaryTest {
    private static final StructType NULLABLE =
            new StructType(Arrays.stream(Effects.TABLE.schema().fields())
                    .map(f -> f.copy(f.name(), f.dataType(), true, f.metadata()))
                    .toArray(StructField[]::new));

    private static Row row(String outcome, String verdict, String why, Double more) {
        Map<String, Object> row = new HashMap<>();
        row.put(Effects.EXPERIMENT_ID, "baseline");
        Stream.of(Effects.OFFER_TYPE, Effects.TRIGGER, Effects.SEGMENT, Effects.PRODUCT_ID)
                .forEach(k -> row.put(k, Effects.ALL));
        row.put(Effects.OUTCOME, outcome);
        row.put(Effects.N_TREATED, 4000L);
        row.put(Effects.N_CONTROL, 1000L);
        row.put(Effects.N_WAITING, 12L);
        row.put(Effects.MEAN_TREATED, 12.5);
        row.put(Effects.MEAN_CONTROL, 10.0);
        row.put(Effects.EFFECT, 2.5);
        row.put(Effects.ALWAYS_LOW, 1.0);
        row.put(Effects.ALWAYS_HIGH, 4.0);
        row.put(Effects.SHARE_DELIVERED, .5);
        row.put(Effects.VERDICT, verdict);
        row.put(Effects.WHY, why);
        row.put(Effects.MORE_CUSTOMERS, more);
        row.put(Effects.MORE_NIGHTS, more == null ? null : Double.valueOf(7));
        return RowFactory.create(
                Arrays.stream(NULLABLE.fieldNames()).map(row::get).toArray());
    }

    private static String printed(String language, Row... rows) {
        OsusumeConfig config = ConfigLoader.load(
                        Optional.empty(),
                        List.of("inputs.orders.path=a.csv", "run.language=" + language, "offers.contact_cost=2"))
                .config();
        StringWriter out = new StringWriter();
        new EffectsSummary(new PrintWriter(out, true), config)
                .print(TestSession.spark().createDataFrame(List.of(rows), NULLABLE));
        return out.toString().replaceAll("\\s+", " "); // wide lines are broken
    }

    @Test
    void saysVerdictFiguresAndWhatOneUnitOfMoneyReturned() {
        assertThat(printed("en", row("margin", "works", null, null)))
                .contains("baseline, margin: works")
                .contains(
                        "effect 2.500 a customer (as often as you look: 1.000 to 4.000); 12.50 against 10.00; 4,000 and 1,000")
                // 2.5 a customer, of whom a half was contacted at 2.
                .contains("has brought back 2.50 in margin so far");
        assertThat(printed("ja", row("margin", "works", null, null))).contains("baseline、粗利：効果あり", "2.50 の粗利");
    }

    @Test
    void saysHowManyMoreAndWhyNot() {
        assertThat(printed("en", row("taken", "no_evidence_yet", null, 1481.0)))
                .contains("no evidence yet: about 1,481 more customers, about 7 nights, would show an effect of 20%");
        assertThat(printed("ja", row("taken", "no_evidence_yet", null, 1481.0))).contains("あと約 1,481 人（約 7 晩）");
        assertThat(printed("en", row("taken", "no_evidence_yet", null, 0.0)))
                .contains("an effect of 20% would most likely");
        for (String why : List.of(
                "nobody_in_control",
                "nobody_offered",
                "too_early",
                "too_few_customers",
                "too_few_outcomes",
                "sample_ratio",
                "nothing_delivered")) {
            for (String language : List.of("en", "ja")) {
                assertThat(printed(language, row("visit", "not_judged", why, null)))
                        .contains("visit")
                        .doesNotContain("2.5");
            }
        }
        assertThat(printed("en", row("taken", "not_judged", "too_early", null))).contains("all 12 customers");
    }
}
