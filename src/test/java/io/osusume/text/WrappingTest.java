package io.osusume.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
    @Test
    void aJapaneseLetterIsTwoColumnsWideAndAMarkNone() {
        assertThat(Wrapping.width("abc")).isEqualTo(3);
        assertThat(Wrapping.width("日本語")).isEqualTo(6);
        assertThat(Wrapping.width("e\u0301")).isEqualTo(1);
    }

    @Test
    void linesFitAndBreakBetweenWords() {
        assertThat(Wrapping.lines("one two three four", 9)).containsExactly("one two", "three", "four");
        assertThat(Wrapping.lines("これは長い文です。", 8))
                .allSatisfy(line -> assertThat(Wrapping.width(line)).isLessThanOrEqualTo(8));
        assertThat(String.join("", Wrapping.lines("これは長い文です。", 8))).isEqualTo("これは長い文です。");
        assertThat(Wrapping.lines("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
        assertThat(Wrapping.lines("", 4)).isEmpty();
    }

    @Test
    void aCellIsCutToItsWidthAndFilledUpToIt() {
        assertThat(Wrapping.fit("abcdef", 4)).isEqualTo("abc…");
        assertThat(Wrapping.fit("日本語", 4)).isEqualTo("日…");
        assertThat(Wrapping.padded("日本", 6)).isEqualTo("日本  ");
        assertThat(Wrapping.fit("a\u001B[31mred\tb", 20)).isEqualTo("a [31mred b");
    }
}
