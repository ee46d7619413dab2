package io.osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.RunConfig.Language;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.Word;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SummaryWordsTest {
    private static final SummaryWords JAPANESE = new SummaryWords(Language.JA);

    private static Properties sentences(String file, String language) throws IOException {
        Properties lines = new Properties();
        Path path = Path.of("src/main/resources/" + file + "_" + language + ".properties");
        try (Reader in = Files.newBufferedReader(path)) {
            lines.load(in);
        }
        return lines;
    }

    @Test
    void japaneseHasEverySentence() throws IOException {
        assertThat(sentences("summary", "ja").keySet())
                .containsAll(sentences("summary", "en").keySet());
    }

    @Test
    void everyCodeHasAWordInJapaneseAndIsItsOwnInEnglish() throws IOException {
        Word.wires(OfferType.class).forEach(code -> translated("type", code));
        Word.wires(Trigger.class).forEach(code -> translated("trigger", code));
        Word.wires(Segment.class).forEach(code -> translated("segment", code));
        sentences("reasons", "ja").stringPropertyNames().stream()
                .filter(code -> !code.contains("."))
                .forEach(code -> translated("because", code));
        assertThat(JAPANESE.word("type", "of_our_own")).isEqualTo("of_our_own");
    }

    private static void translated(String vocabulary, String code) {
        assertThat(JAPANESE.word(vocabulary, code))
                .doesNotContainPattern("[A-Za-z]")
                .isNotBlank();
        assertThat(new SummaryWords(Language.EN).word(vocabulary, code)).isEqualTo(code);
    }

    @Test
    void rejectsAreToldWithTheirColumn() {
        assertThat(JAPANESE.reject("missing_order_id")).isEqualTo("order_id がない");
        assertThat(JAPANESE.reject("unknown_event: seen, 'twice'")).isEqualTo("知らない値 event: seen, 'twice'");
        assertThat(JAPANESE.reject("duplicate_key")).isEqualTo("同じキーの行と食い違う");
        assertThat(new SummaryWords(Language.EN).reject("missing_order_id")).isEqualTo("missing_order_id");
    }

    @Test
    void whatIsTooWideGoesOnBelowFurtherIn() {
        StringWriter out = new StringWriter();
        Lines lines = new Lines(new PrintWriter(out, true), 100);
        lines.say("  " + "a word ".repeat(20).strip());
        lines.say("あ".repeat(51));
        lines.row(20, "all", "1,234", "12円");
        assertThat(out.toString().lines())
                .containsExactly(
                        "  " + "a word ".repeat(13).strip() + " a",
                        "    " + "word " + "a word ".repeat(6).strip(),
                        "あ".repeat(49),
                        "  ああ",
                        "  all                         1,234         12円");
    }
}
