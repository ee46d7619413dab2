package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.text.Wrapping;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a night prints into a file: first what matters, in its language, all but sentences in 100 columns. */
class SummaryIT {
    private static final SampleNight ENGLISH = Nights.NIGHT;
    private static final SampleNight JAPANESE = Nights.japanese();
    /** The lines of stages, which a terminal shows while they run. */
    private static final String STAGE = "\\[ ?\\d+].*";

    private static List<String> lines(SampleNight night) {
        return night.command.out().lines().toList();
    }

    /** What has columns; a sentence has no two blanks in a row. */
    @Test
    void everyLineOfATableFitsAHundredColumns() {
        for (SampleNight night : List.of(ENGLISH, JAPANESE)) {
            String warehouse = night.warehouse.toAbsolutePath().toString(); // which is shown whole, whatever its length
            assertThat(lines(night)).hasSizeGreaterThan(100).allSatisfy(line -> assertThat(
                            Wrapping.width(line.replace(warehouse, "/home/you/warehouse")) <= 100
                                    || !line.strip().contains("  "))
                    .as(line)
                    .isTrue());
        }
    }

    /** What is offered and worth, then what is wrong with the data, then the rest. */
    @Test
    void whatMattersComesFirst() {
        List<String> firsts = List.of(
                "\n"
                        + ENGLISH.query(
                                        "SELECT format('{:,} offers to {:,} customers and accounts, expected value ¥{:,}.',"
                                                + " count(*), count_if(rank = 1), round(sum(expected_value))::BIGINT) FROM {offers}")
                                .get(0)
                                .get(0),
                "(assumed: the 1:5 rule)",
                "Offers by type, and their expected value:",
                "cross_sell",
                "Data: ",
                "Rejected rows:",
                "All ids match: 15 columns",
                "Absent inputs: decisions",
                "Note: ",
                "The best offers of ten products, and why:",
                "Suppressed, by reason:",
                "Customers by segment:",
                "Customers by priority:",
                "The shelf ",
                "Customers without an offer: ",
                "Worklist: ",
                "Do the offers work?",
                "Inputs:",
                "Published tables:",
                "Published in ",
                "Report: ");
        int at = -1;
        for (String first : firsts) {
            int next = ENGLISH.command.out().indexOf(first, at + 1);
            assertThat(next).as(first).isGreaterThan(at);
            at = next;
        }
    }

    @Test
    void whatIsRejectedAndWorthIsAsPublished() {
        ENGLISH.query("SELECT input || ': ' || reason, count(*) FROM {rejects} GROUP BY ALL")
                .forEach(r -> assertThat(ENGLISH.command.told()).contains(r.get(0) + " " + r.get(1) + " "));
        ENGLISH.query(
                        "SELECT offer_type, format('{:,}', count(*)), format('{:,}', round(abs(sum(expected_value)))::BIGINT)"
                                + " FROM {offers} GROUP BY 1")
                .forEach(r -> assertThat(ENGLISH.command.told())
                        .containsPattern(r.get(0) + " " + r.get(1) + " -?¥" + r.get(2) + " "));
    }

    /**
     * Names and words of the company's own, paths, what a table, column, setting or command is called, and the run's own notes stay as they are;
     * nothing else.
     */
    @Test
    void theJapaneseSummaryIsAllJapanese() {
        String names = JAPANESE
                .column("SELECT name FROM [products] UNION SELECT product_id FROM [products] UNION"
                        + " SELECT target_id FROM {offers} UNION SELECT content_track FROM {offers} UNION"
                        + " SELECT name FROM [accounts] UNION SELECT department FROM [behavior] UNION"
                        + " SELECT metric FROM [usage] ORDER BY 1")
                .stream()
                .filter(name -> name != null && !name.isBlank())
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String told = lines(JAPANESE).stream()
                .filter(line -> !line.matches(STAGE))
                .collect(Collectors.joining("\n"))
                .replaceAll("注記：.*\n(  .*\n)*", "")
                .replaceAll("  [a-z_]+ +[0-9,]+ 行", "")
                .replaceAll("[^ ：]*/[^ 、]*", "")
                .replaceAll("おすすめ [^、]+、|[a-z_]+ (?=がない|が読めない|が範囲外)", "")
                .replaceAll("\\s+", " ")
                .replaceAll(names, "")
                .replaceAll("[A-Za-z]+…|run_date|[a-z]+(_[a-z]+)*[._][a-z_]+|unassigned|baseline|UTC", "");
        assertThat(Pattern.compile("[A-Za-z]{2,}").matcher(told).results().map(MatchResult::group))
                .isEmpty();
        assertThat(JAPANESE.command.out())
                .contains("基準日 2026年6月30日の終わりまで")
                .containsPattern("今夜の提案は[0-9,]+件、提案先は顧客と会社あわせて[0-9,]+、期待値は[0-9,]+円。")
                .contains("クロスセル", "注文: order_id がない", "期待値が下限未満", "解約の恐れ", "レポート：");
    }
}
