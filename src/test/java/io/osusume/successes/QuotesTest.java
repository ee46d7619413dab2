package io.osusume.successes;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.RunConfig.Language;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Which sentence on earlier offers an offer tells. */
class QuotesTest {
    private static final Dataset<Row> CASES = spark().createDataFrame(
                    List.of(
                            pattern("upsell", "team", "interest", "all", "all", 5.0, "Of this moment."),
                            pattern("upsell", "team", "all", "ready", "all", -5.0, "Of this segment."),
                            pattern("upsell", "team", "all", "all", "all", 5.0, "Of this product."),
                            pattern("upsell", "team", "renewal", "all", "all", null, "Of too few."),
                            pattern("upsell", "team", "all", "all", "basic", 5.0, "Of who had basic."),
                            pattern("upsell", "all", "all", "all", "all", 5.0, "Of any product."),
                            pattern("bundle", "set-1", "all", "all", "all", 5.0, "Of this set.")),
                    StructType.fromDDL("offer_type STRING, product_id STRING, trigger STRING, segment STRING,"
                            + " owned_product_id STRING, use_band STRING, value_gained DOUBLE, text STRING"));

    private static Row pattern(
            String type, String product, String trigger, String segment, String owned, Double gained, String text) {
        return row(type, product, trigger, segment, owned, "all", gained, text);
    }

    private static Map<String, String> told(Language language, Row... offers) {
        Dataset<Row> rows = spark().createDataFrame(
                        List.of(offers),
                        StructType.fromDDL(
                                "offer_row_id STRING, offer_type STRING, product_id STRING, bundle_id STRING,"
                                        + " trigger STRING, lwp_segment STRING, evidence_text STRING, rank INT"));
        Dataset<Row> quoted = new Quotes(language).in(rows, CASES);
        assertThat(quoted.columns()).containsExactly(rows.columns());
        Map<String, String> told = new TreeMap<>();
        quoted.collectAsList().forEach(r -> told.put(r.getString(0), r.getString(6)));
        return told;
    }

    private static Row offer(String id, String type, String product, String bundle, String trigger, String segment) {
        return row(id, type, product, bundle, trigger, segment, "Why.", 1);
    }

    @Test
    void theClosestPatternThatTellsWhatFollowedIsQuoted() {
        assertThat(told(
                        Language.EN,
                        offer("1", "upsell", "team", null, "interest", "ready"),
                        offer("2", "upsell", "team", null, "renewal", "ready"),
                        offer("3", "upsell", "team", null, "renewal", "watch"),
                        offer("4", "bundle", null, "set-1", "none", "ready"),
                        offer("5", "upsell", "other", null, "interest", "ready"),
                        offer("6", "nurture", null, null, "none", "ready")))
                .containsExactly(
                        Map.entry("1", "Why. Earlier offers: Of this moment."),
                        Map.entry("2", "Why. Earlier offers: Of this segment."),
                        Map.entry("3", "Why. Earlier offers: Of this product."),
                        Map.entry("4", "Why. Earlier offers: Of this set."),
                        Map.entry("5", "Why."),
                        Map.entry("6", "Why."));
        assertThat(told(Language.JA, offer("1", "upsell", "team", null, "interest", "ready")))
                .containsExactly(Map.entry("1", "Why.過去の提案：Of this moment."));
    }

    @Test
    void whatIsNotToldStaysUntold() {
        assertThat(told(Language.EN, row("1", "upsell", "team", null, "interest", "ready", null, 1))
                        .get("1"))
                .isNull();
    }
}
