package io.osusume.intake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLayoutTest {
    @ParameterizedTest
    @CsvSource({
        "UTF-8, '注文番号,会員番号,商品名\n1,会員7,コーヒー豆\n'",
        "windows-31j, '注文番号,会員番号,商品名\n1,会員7,コーヒー豆①㈱\n'",
        "EUC-JP, '注文番号,会員番号,商品名\n1,会員7,コーヒー豆\n'",
        "windows-31j, '注文番号,注文日,数量\n1,令和8年5月1日,2個\n2,令和8年5月2日,3個\n3,令和8年5月3日,1個\n'",
        "windows-1252, 'numéro,prénom,prix\n1,Zoé,3 €\n2,René,5 €\n'",
        "UTF-16LE, 'order,customer,product\n1,2,3\n'"
    })
    void theEncodingIsTold(String encoding, String text) {
        assertThat(Encodings.of(text.getBytes(Charset.forName(encoding)))).isEqualTo(encoding);
    }

    @Test
    void aCharacterThatTheHeadCutsIsNoError() {
        byte[] bytes = "コーヒー".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Encodings.of(java.util.Arrays.copyOf(bytes, bytes.length - 1)))
                .isEqualTo("UTF-8");
    }

    @Test
    void theDelimiterIsTheOneThatGivesRecordsOfOneWidth() {
        TextLayout layout = TextLayout.of("UTF-8", "id;name;price\n1;a, b;1,5\n2;c;2,5\n3;d, e, f;3,5\n");
        assertThat(layout.delimiter()).isEqualTo(';');
        assertThat(layout.header()).isTrue();
        assertThat(layout.skipped()).isZero();
    }

    @Test
    void titlesBeforeTheHeaderAreCounted() {
        TextLayout layout =
                TextLayout.of("UTF-8", "Sales report\nJanuary\nid,name,price\n1,a,2\n2,b,3\n3,c,4\n4,d,5\n");
        assertThat(layout.skipped()).isEqualTo(2);
        assertThat(layout.header()).isTrue();
    }

    /** A spreadsheet fills up titles with delimiters. */
    @Test
    void titlesMayBeAsWideAsTheTable() {
        TextLayout layout =
                TextLayout.of("UTF-8", "Sales report,,,\n,,,\nid,name,name,price\n1,a,x,2\n2,b,,3\n3,c,y,4\n4,d,z,5\n");
        assertThat(layout.skipped()).isEqualTo(2);
        assertThat(layout.header()).isTrue();
        assertThat(TextLayout.of("UTF-8", "1,,,\n2,a,b,3\n3,c,d,4\n").skipped()).isZero();
    }

    @Test
    void withoutAHeaderTheFirstLineHoldsValues() {
        assertThat(TextLayout.of("UTF-8", "1001,2026-01-05,3\n1002,2026-01-06,1\n1003,2026-01-07,1\n")
                        .header())
                .isFalse();
    }

    @Test
    void aDoubledQuoteIsAQuoteAndQuotesHoldLineBreaks() throws IOException {
        Records records = new Records(
                new StringReader("a,b\r\n\"7\"\" frame, white\",\"two\nlines\"\r\n\r\n,\"\"\n\"never closed,1\n"), ',');
        List<List<String>> all = new ArrayList<>();
        for (List<String> record = records.next(); record != null; record = records.next()) {
            all.add(record);
        }
        assertThat(all)
                .containsExactly(
                        List.of("a", "b"),
                        List.of("7\" frame, white", "two\nlines"),
                        List.of("", ""),
                        List.of("never closed,1\n"));
    }
}
