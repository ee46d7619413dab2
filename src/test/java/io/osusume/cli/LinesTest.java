package io.osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final String NOTE =
            "Note: of orders, 12 of 100 lines (12.0 %) have a status that no list names, and count as sales: shipped (7),"
                    + " 発送済みの注文はこのように日本語でも長い文になることがあります、ここで折り返します (5).";

    private static String said() {
        StringWriter text = new StringWriter();
        new Lines(new PrintWriter(text)).say("  " + NOTE);
        return text.toString();
    }

    @Test
    void aFileHoldsASentenceAsOneLine() {
        assertThat(said()).isEqualTo("  " + NOTE + System.lineSeparator());
    }
}
