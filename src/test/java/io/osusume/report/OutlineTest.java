package io.osusume.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.RunConfig.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static final Outline OUTLINE = new Outline(List.of(
            "Customer <b>x</b>",
            "  Has:",
            "    pc: 1 bought",
            "  Offers:",
            "    1. cross-sell: </li><script>alert(1)</script>",
            "        p_accept .1",
            "        Say this.",
            "    2. upsell: team",
            "  Nothing was stopped."));

    @Test
    void marginsMakeParts() {
        assertThat(OUTLINE.parts())
                .containsExactly(
                        new Outline.Part("Has:", List.of(new Outline.Item("pc: 1 bought", List.of()))),
                        new Outline.Part(
                                "Offers:",
                                List.of(
                                        new Outline.Item(
                                                "1. cross-sell: </li><script>alert(1)</script>",
                                                List.of("p_accept .1", "Say this.")),
                                        new Outline.Item("2. upsell: team", List.of()))),
                        new Outline.Part("Nothing was stopped.", List.of()));
    }

    @Test
    void whatLooksLikeMarkupIsText() {
        String page = OUTLINE.page(Language.JA);
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"ja\">")
                .contains("<title>Customer &lt;b&gt;x&lt;/b&gt;</title>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "http://", "https://");
        assertThat(page.split("<li>", -1)).hasSize(4);
    }

    @Test
    void nothingIsAPageToo() {
        assertThat(new Outline(List.of()).page(Language.EN)).contains("<main id=\"main\">");
    }
}
