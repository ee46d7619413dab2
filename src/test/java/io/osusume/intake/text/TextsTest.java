package io.osusume.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, times, ids and words as the world writes them. */
class TextsTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1.280,50 | | 1280.5",
                "¥12,800 | | 12800",
                "１２，８００ | | 12800",
                "-\\12,800 | | -12800",
                "(12.00) | | -12",
                "12.00- | | -12",
                "1 280,50 | | 1280.5",
                "12.5% | | 0.125",
                "1'280.50 | | 1280.5",
                "1.280 | | 1.28",
                "1.280 | , | 1280",
                "12,8 | | 12.8",
                "12,800 | , | 12.8",
                "1.280.000 | | 1280000",
                "-€ 9,99 | | -9.99",
                "9.99 EUR | | 9.99",
                "2,500円 | | 2500",
                "$-3.50 | | -3.5",
                "1.5E3 | | 1500",
                "1,28,000.00 | | 128000"
            })
    void numbers(String text, String decimal, String number) {
        assertThat(Numbers.parse(text, decimal == null ? null : decimal.charAt(0)))
                .isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "twelve", "1.2.3,4,5", "12,34,5", "5 pcs", "--3", "(3", "1.280,50 XQZ", "12-5", "1e99"})
    void whatIsNoNumber(String text) {
        assertThatThrownBy(() -> Numbers.parse(text, null))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026年6月3日 | 2026-06-02T15:00:00Z",
                "令和8年6月3日 9時5分 | 2026-06-03T00:05:00Z",
                "令和元年5月1日 | 2019-04-30T15:00:00Z",
                "R8.6.3 | 2026-06-02T15:00:00Z",
                "2026年6月3日(水) 午後3:05 | 2026-06-03T06:05:00Z",
                "46176 | 2026-06-02T15:00:00Z",
                "46176.5 | 2026-06-03T03:00:00Z",
                "1780444800 | 2026-06-03T00:00:00Z",
                "1780444800123 | 2026-06-03T00:00:00.123Z",
                "1.7804448E9 | 2026-06-03T00:00:00Z",
                "2026/6/3 9:05 | 2026-06-03T00:05:00Z",
                "20260603 | 2026-06-02T15:00:00Z",
                "3 June 2026 | 2026-06-02T15:00:00Z",
                "Jun 3, 2026 9:05 PM | 2026-06-03T12:05:00Z",
                "2026-06-03T09:05:00-0900 | 2026-06-03T18:05:00Z",
                "2026-06-03 09:05:00 +0900 | 2026-06-03T00:05:00Z"
            })
    void timesThatCanBeReadInOneWayOnly(String text, Instant time) {
        assertThat(new Times(TOKYO, List.of()).parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"09:15", "2026", "202606", "2026-06", "03/06/2026", "2026-06-31", "now", "2026年6月", "12", ""})
    void whatIsNoTime(String text) {
        assertThatThrownBy(() -> new Times(TOKYO, List.of()).parse(text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void formatsAreTriedInTheirOrder() {
        Times times = new Times(TOKYO, List.of("d/M/yyyy H:mm", "d.M.yy", "excel"));
        assertThat(times.parse("03/06/2026 9:05")).isEqualTo("2026-06-03T00:05:00Z");
        assertThat(times.parse("3.6.26")).isEqualTo("2026-06-02T15:00:00Z");
        assertThat(times.parse("46176")).isEqualTo("2026-06-02T15:00:00Z");
        assertThatThrownBy(() -> times.parse("2026-06-03"))
                .hasMessageContaining("'2026-06-03' is no time of these forms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "12345.0 | 12345",
                "\" 007 \" | 007",
                "1.2345678E7 | 12345678",
                "A-1.0 | A-1.0",
                "1.5 | 1.5",
                "\u3000K１\u00a0 | K１"
            })
    void ids(String text, String id) {
        assertThat(Ids.parse(text)).isEqualTo(id);
    }

    @Test
    void namesOfTwoNormalFormsAreOne() {
        assertThat(Ids.parse("cafe\u0301")).isEqualTo("caf\u00e9");
        assertThat(clean("cafe\u0301")).isEqualTo(clean("caf\u00e9"));
        assertThat(clean("ハ\u3099")).isEqualTo("バ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y", "yes", "TRUE", "on", "はい", "subscribed", "Opted-In", "1.0", "１", " 同意する "})
    void yes(String word) {
        assertThat(YesNo.parse(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "No", "false", "OFF", "いいえ", "unsubscribed", "opt_out", "0.0"})
    void no(String word) {
        assertThat(YesNo.parse(word)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscribed?", "maybe", "2", "pending", "", "yes, but", "unconfirmed"})
    void anUnknownWordIsNeitherYesNorNo(String word) {
        assertThatThrownBy(() -> YesNo.parse(word)).hasMessage("'" + word + "' is neither a plain yes nor a plain no");
    }

    @Test
    void aTextIsCleanedAtItsEndsOnly() {
        assertThat(clean("\u3000 A\u00a0B \t\u0000")).isEqualTo("A\u00a0B");
        assertThat(clean("\ufeff\u200f1001\u200e")).isEqualTo("1001");
        assertThat(clean(" \u200b ")).isNull();
        assertThat(clean("\ud83d\udc69\u200d\ud83d\udc67")).isEqualTo("\ud83d\udc69\u200d\ud83d\udc67");
        assertThat(clean("a".repeat(1000))).hasSize(1000);
        assertThat(clean(" - ")).isNull();
        assertThat(clean("null")).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "NUMBER | 1.280,50 | a decimal comma: k = \"\"parse_number(c, ',')\"\"",
                "NUMBER | ¥12,800 | an amount with its currency: k = \"\"parse_number(c)\"\"",
                "NUMBER | １２ | full-width digits",
                "NUMBER | (12.00) | a negative number of bookkeepers",
                "TIME | 46176 | an Excel serial: k = \"\"parse_time(c, 'excel')\"\"",
                "TIME | 1780444800000 | milliseconds since 1970",
                "TIME | 31/12/2026 | a date with its day first: k = \"\"parse_time(c, 'd/M/yyyy')\"\"",
                "TIME | 12/31/2026 5:07 PM | a date with its month first: k = \"\"parse_time(c, 'M/d/yyyy h:mm a')\"\"",
                "TIME | 03/06/2026 | whose order cannot be told",
                "TIME | 令和8年6月3日 | a Japanese date",
                "TIME | 09:15 | a time without a day",
                "TIME | 2026 | a year without a day",
                "FLAG | はい | a yes or a no in other words: k = \"\"parse_yes(c)\"\"",
                "WHOLE | 5.5 | a fraction"
            })
    void whatATextLooksLikeIsSaidWithTheLineThatReadsIt(Looks.Kind kind, String text, String said) {
        String advice =
                new Advice(kind, "k", "c").whole(UTF8String.fromString(text)).toString();
        assertThat(advice)
                .startsWith("'" + text + "' is no " + kind.word() + "; it looks like ")
                .contains(said.replace("\"\"", "\""));
    }

    private static String clean(String text) {
        UTF8String cleaned = new Cleaner(List.of("NULL", "-")).clean(UTF8String.fromString(text));
        return cleaned == null ? null : cleaned.toString();
    }
}
