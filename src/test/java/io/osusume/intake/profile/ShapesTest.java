package io.osusume.intake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.intake.profile.TimeShape.Order;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1280|PLAIN",
                "-3|PLAIN",
                "2.5|PLAIN",
                "1e3|PLAIN",
                "¥12,800|POINT",
                "１２，８００|POINT",
                "(12.00)|POINT",
                "12.00-|POINT",
                "$1,234.50|POINT",
                "12%|POINT",
                "1.280,50|COMMA",
                "1 280,50|COMMA",
                "R$ 12,90|COMMA",
                "1.280.000|COMMA",
                "1.280|AMBIGUOUS"
            })
    void numbersAreToldByHowTheyAreWritten(String text, NumberShape shape) {
        assertThat(NumberShape.of(text)).contains(shape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12 pieces", "2026-01-05", "1,2,3", "A-17", "10:30"})
    void otherTextsAreNoNumbers(String text) {
        assertThat(NumberShape.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-13|ISO|yyyy-M-d", "2026-01-13 10:38:00 +0900|ISO|yyyy-M-d H:mm:ss Z",
                "2026-01-13T10:38:00.123Z|ISO|yyyy-M-d'T'H:mm:ss.SSS Z", "2026/1/3 9:05|YEAR_FIRST|yyyy/M/d H:mm",
                "13/01/2026|DAY_FIRST|d/M/yyyy", "13.01.26 10:38|DAY_FIRST|d.M.yy H:mm",
                "1/13/26 3:05 PM|MONTH_FIRST|M/d/yy h:mm a", "03/04/2026|DAY_OR_MONTH|M/d/yyyy",
                "Jan 13, 2026|MONTH_NAME_FIRST|MMM d, yyyy", "9 Jan 2026|MONTH_NAME_SECOND|d MMM yyyy",
                "20260113|DIGITS|yyyyMMdd"
            })
    void timesAreToldByHowTheyAreWritten(String text, Order order, String pattern) {
        Optional<TimeShape> shape = TimeShape.of(text);
        assertThat(shape.map(TimeShape::order)).contains(order);
        assertThat(shape.map(TimeShape::pattern)).contains(pattern);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026年1月13日", "令和8年1月13日", "令和８年１月１３日 10時", "平成元年1月8日", "R8.6.3", "H31/4/30"})
    void japaneseDaysAreDays(String text) {
        assertThat(TimeShape.of(text).map(TimeShape::order)).contains(Order.JAPANESE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-01", "45/45/2026", "2026", "10:30", "12345678", "abc-def"})
    void whatNoCalendarHasIsNoDay(String text) {
        assertThat(TimeShape.of(text)).isEmpty();
    }

    @Test
    void oneDayAfterTheTwelfthTellsTheOrderOfAllOthers() {
        ColumnProfile column = ColumnProfile.of("date", List.of("03/04/2026", "05/04/2026", "17/04/2026"));
        assertThat(column.times()).extracting(TimeShape::pattern).containsExactly("d/M/yyyy");
        assertThat(ColumnProfile.of("date", List.of("03/04/2026", "05/04/2026")).times())
                .extracting(TimeShape::order)
                .containsExactly(Order.DAY_OR_MONTH);
    }

    /** What only other files tell is asked, with the line that reads it the other way. */
    @Test
    void daysThatOtherFilesTellAreAskedFor() {
        ColumnProfile open = ColumnProfile.of("date", List.of("03/04/2026", "05/04/2026"));
        assertThat(OrderTimes.question(open, "parse_time(date, 'M/d/yyyy')").orElse(""))
                .contains("No value tells. It is read as month/day; for day/month write", "'d/M/yyyy'");
        assertThat(OrderTimes.question(open.ordered(Order.DAY_FIRST), "parse_time(date, 'd/M/yyyy')")
                        .orElse(""))
                .contains("It is read as day/month, as other days in these files", "'M/d/yyyy'");
        ColumnProfile told = ColumnProfile.of("date", List.of("03/04/2026", "17/04/2026"));
        assertThat(OrderTimes.question(told, "parse_time(date, 'd/M/yyyy')")).isEmpty();
    }

    @Test
    void languagesInWhichNothingIsWrittenAreNamed() {
        ProposedColumn locale = new ProposedColumn("locale", "lang", 1, List.of(), "");
        assertThat(Locales.noted(locale, ColumnProfile.of("lang", List.of("en-GB", "ja", "de", "fr")))
                        .note())
                .isEqualTo("texts are written in en and ja: who has de, fr gets run.language");
        assertThat(Locales.noted(locale, ColumnProfile.of("lang", List.of("EN", "ja_JP", ""))))
                .isEqualTo(locale);
    }

    @Test
    void aPointBeforeThreeDigitsIsAmbiguousOnlyWhereEveryOneIs() {
        assertThat(ColumnProfile.of("price", List.of("1.280", "2.500", "12")).number())
                .contains(NumberShape.AMBIGUOUS);
        assertThat(ColumnProfile.of("price", List.of("1.280", "2.5")).number()).contains(NumberShape.PLAIN);
        assertThat(ColumnProfile.of("price", List.of("1.280", "2,50")).number()).contains(NumberShape.COMMA);
    }

    @Test
    void wordsForNothingAreNoValues() {
        ColumnProfile column = ColumnProfile.of("id", java.util.Arrays.asList("7.0", null, "", "NULL", "N/A", "9.0"));
        assertThat(column.filled()).isEqualTo(2);
        assertThat(column.filledShare()).isEqualTo(2 / 6.0);
        assertThat(column.isIdWithPoint()).isTrue();
    }

    @Test
    void anAddressInTwoSpellingsIsOnePerson() {
        ColumnProfile mixed = ColumnProfile.of("Email", List.of("Ann@shop.test", "ann@shop.test", "bo@shop.test"));
        ColumnProfile plain = ColumnProfile.of("Email", List.of("ann@shop.test", "bo@shop.test"));
        ColumnProfile codes = ColumnProfile.of("Code", List.of("Ab", "ab", "x"));
        assertThat(List.of(mixed, plain, codes))
                .extracting(c -> Sql.read(LineReader.field("customer_id"), new Ref(c, c.name())))
                .containsExactly("lower(trim(Email))", "Email", "Code");
        assertThat(Sql.read(LineReader.field("product_name"), new Ref(mixed, "Email")))
                .isEqualTo("Email");
    }

    @Test
    void aFewBrokenValuesDoNotHideWhatAColumnIs() {
        List<String> values = new java.util.ArrayList<>(java.util.Collections.nCopies(97, "5"));
        values.addAll(List.of("x", "y", "z"));
        assertThat(ColumnProfile.of("quantity", values).number()).contains(NumberShape.PLAIN);
        values.addAll(List.of("a", "b", "c"));
        assertThat(ColumnProfile.of("quantity", values).number()).isEmpty();
    }
}
