package io.osusume.successes;

import static io.osusume.tables.SuccessCases.ACCEPTED;
import static io.osusume.tables.SuccessCases.FOLLOWED;
import static io.osusume.tables.SuccessCases.OFFERED;
import static io.osusume.tables.SuccessCases.OTHERS_FOLLOWED;
import static io.osusume.tables.SuccessCases.OTHERS_GAINED;
import static io.osusume.tables.SuccessCases.STILL_RUNNING;
import static io.osusume.tables.SuccessCases.STILL_USED;
import static io.osusume.tables.SuccessCases.TEXT;
import static io.osusume.tables.SuccessCases.VALUE_GAINED;
import static io.osusume.tables.SuccessCases.VALUE_HIGH;
import static io.osusume.tables.SuccessCases.VALUE_LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand. */
class SuccessPatternsTest {
    private static final String UPSELL = "upsell team all all basic ";

    /**
     * 8 of 12 customers of Basic (10,000 a month) take Team (24,000): a year's 168,000 more each. Customer k also buys tea for 900 k
     * within the 90 days, a year's 3,650 k. Of the 4 others one leaves Basic: −120,000, −30,000 each.
     */
    private static MadeUpPast upgrades(String... settings) {
        MadeUpPast past = new MadeUpPast(settings);
        for (int k = 1; k <= 12; k++) {
            String id = "c" + k;
            boolean takes = k <= 8;
            past.offered(id, "upsell", "team", "2026-01-10", takes);
            past.contract(id, "basic", "2025-03-01", takes ? "2026-01-12" : k == 9 ? "2026-02-01" : null, "10000");
            past.used(id, "basic", "2026-01-05", k <= 4 ? "4" : "5");
            if (takes) {
                past.contract(id, "team", "2026-01-12", k == 1 ? "2026-06-01" : null, "24000");
                past.bought(id, "tea", "2026-02-01", String.valueOf(900 * k));
                past.used(id, "team", k <= 6 ? "2026-06-20" : "2026-03-01", "6");
            }
        }
        return past;
    }

    @Test
    void whoTookItIsCountedAndWhatFollowedStandsBesideWhatCameWithoutIt() {
        Row row = upgrades("successes.least_cases=4").patterns().get(UPSELL + "all");
        assertThat(row.<Long>getAs(OFFERED)).isEqualTo(12);
        assertThat(row.<Long>getAs(ACCEPTED)).isEqualTo(8);
        assertThat(row.<Long>getAs(STILL_RUNNING)).isEqualTo(7);
        assertThat(row.<Long>getAs(STILL_USED)).isEqualTo(6);
        assertThat(row.<Long>getAs(FOLLOWED)).isEqualTo(8);
        assertThat(row.<Long>getAs(OTHERS_FOLLOWED)).isEqualTo(4);
        // 168,000 + 3,650 · 4.5; the deviation of 1 … 8 is √6, t(7) = 2.364624.
        double mean = 168_000 + 3_650 * 4.5;
        double half = 2.364624 * 3_650 * Math.sqrt(6) / Math.sqrt(8);
        assertThat(row.<Double>getAs(VALUE_GAINED)).isEqualTo(mean, within(1e-3));
        assertThat(row.<Double>getAs(VALUE_LOW)).isEqualTo(mean - half, within(1e-1));
        assertThat(row.<Double>getAs(VALUE_HIGH)).isEqualTo(mean + half, within(1e-1));
        assertThat(row.<Double>getAs(OTHERS_GAINED)).isEqualTo(-30_000, within(1e-6));
        assertThat(row.<String>getAs(TEXT))
                .isEqualTo(
                        "The team (upsell), who had The basic: 8 of 12 customers took it. After it those brought +¥184,425"
                                + " a year each (95 % interval +¥176,950 to +¥191,900, 8 customers), those who did not take it"
                                + " −¥30,000.");
    }

    @Test
    void useThenIsNearTheLimitOrBelow() {
        Map<String, Row> patterns = upgrades("successes.least_cases=4").patterns();
        // 4 of 5 seats are 80 %; of the eight with 5 of 5 four took it.
        assertThat(patterns.get(UPSELL + "near_limit").<Long>getAs(OFFERED)).isEqualTo(8);
        assertThat(patterns.get(UPSELL + "near_limit").<Long>getAs(ACCEPTED)).isEqualTo(4);
        assertThat(patterns.get(UPSELL + "below").<Long>getAs(OFFERED)).isEqualTo(4);
        assertThat(patterns.get(UPSELL + "below").<String>getAs(TEXT))
                .contains("who had The basic, not near its limit: 4 of 4");
    }

    @Test
    void ofFewCasesNothingIsClaimed() {
        assertThat(upgrades("successes.least_cases=9").patterns()).isEmpty();
        assertThat(upgrades().patterns().keySet())
                .containsExactlyInAnyOrder(
                        "upsell all all all all all",
                        "upsell team all all all all",
                        "upsell all all ready all all",
                        "upsell team all ready all all",
                        UPSELL + "all");
        Row row = upgrades().patterns().get(UPSELL + "all");
        assertThat(row.isNullAt(row.fieldIndex(OTHERS_GAINED)))
                .as("of four who did not take it nothing is said")
                .isTrue();
        assertThat(row.<String>getAs(TEXT)).endsWith("to +¥191,900, 8 customers).");
    }

    /** A customer is one case of a pattern, by the first offer that was taken. */
    @Test
    void nobodyCountsTwice() {
        MadeUpPast past = new MadeUpPast("successes.least_cases=2");
        for (String id : new String[] {"a", "b"}) {
            past.bought(id, "cup", "2025-01-01", "500");
            past.offered(id, "cross_sell", "tea", "2025-07-01", false);
            past.offered(id, "cross_sell", "tea", "2026-01-10", true);
            past.bought(id, "tea", "2026-01-10", "900");
            past.bought(id, "tea", "2025-11-01", "600"); // in the 90 days that end 30 days before
            past.bought(id, "cup", "2026-01-05", "5000"); // what made it timely, in neither
        }
        Row row = past.patterns().get("cross_sell tea all all all all");
        assertThat(row.<Long>getAs(OFFERED)).isEqualTo(2);
        assertThat(row.<Long>getAs(ACCEPTED)).isEqualTo(2);
        assertThat(row.<Double>getAs(VALUE_GAINED)).isEqualTo(300 * 365 / 90.0, within(0.01));
        assertThat(past.patterns()).containsKey("cross_sell tea all all cup all");
    }

    /** Neither who came later than the days before, nor whose days after are not over. */
    @Test
    void whatIsNotKnownAsAWholeIsNotFollowed() {
        MadeUpPast past = new MadeUpPast("successes.least_cases=2");
        past.bought("new", "cup", "2025-10-01", "500").offered("new", "cross_sell", "tea", "2026-01-10", true);
        past.bought("late", "cup", "2025-01-01", "500").offered("late", "cross_sell", "tea", "2026-04-03", true);
        Row row = past.patterns().get("cross_sell tea all all all all");
        assertThat(row.<Long>getAs(ACCEPTED)).isEqualTo(2);
        assertThat(row.<Long>getAs(FOLLOWED)).isZero();
        assertThat(row.isNullAt(row.fieldIndex(VALUE_GAINED))).isTrue();
        assertThat(row.<String>getAs(TEXT)).endsWith("Too few can be followed yet to say what came after.");
    }

    /** No customer is named, and that what followed came of the offer, is said nowhere. */
    @Test
    void noSentenceClaimsACause() {
        Stream.of("en", "ja")
                .flatMap(language ->
                        upgrades("run.language=" + language, "successes.least_cases=4").patterns().values().stream())
                .forEach(row -> assertThat(row.<String>getAs(TEXT))
                        .doesNotContainPattern("(?i)because|thanks to|led to|caused|effect|おかげ|によって|効果")
                        .doesNotContain("c1"));
    }

    @Test
    void theSentencesAreJapaneseWhereConfigured() {
        String texts = upgrades("run.language=ja", "successes.least_cases=4").patterns().values().stream()
                .map(row -> row.<String>getAs(TEXT))
                .collect(Collectors.joining("\n"));
        assertThat(texts.replaceAll("The (team|basic)", "")).doesNotContainPattern("[A-Za-z]");
        assertThat(texts).contains("提案した12名のうち8名が受け入れ");
    }
}
