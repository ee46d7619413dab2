package io.osusume.intake.profile;

import static io.osusume.intake.profile.InputGuessTest.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    private static final List<String> LANGUAGES = List.of("de", "en");

    /** Five things in two languages; the words of another file are English. */
    @Test
    void textsAreReadInTheLanguageOfOtherFiles() {
        TableProfile texts = table("item_text.csv", List.of("item", "lang", "label"), 10, i ->
                new String[] {"A" + i / 2, LANGUAGES.get(i % 2), (i % 2 == 0 ? "Ding " : "Thing ") + i / 2});
        TableProfile lines = table("lines.csv", List.of("order", "text"), 3, i -> new String[] {"B" + i, "Thing " + i});
        List<TableProfile> settled = Languages.settled(List.of(texts, lines));
        assertThat(settled.get(0).sample().rows()).hasSize(5).allSatisfy(row -> assertThat(row[1])
                .isEqualTo("en"));
        assertThat(settled.get(0).sample().where()).contains("lang = 'en'");
        assertThat(settled.get(1)).isSameAs(lines);
    }

    /** Prices of two countries are two prices, and not one in two languages. */
    @Test
    void pricesByLanguageAreNoTexts() {
        TableProfile prices = table("prices.csv", List.of("item", "locale", "price"), 10, i ->
                new String[] {"A" + i / 2, LANGUAGES.get(i % 2), (i % 2 == 0 ? "10." : "12.") + i / 2 + "0"});
        assertThat(Languages.settled(List.of(prices))).containsExactly(prices);
        assertThat(Languages.settled(List.of(prices)).get(0).sample().where()).isEmpty();
    }
}
