package io.osusume.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.osusume.Slow;
import io.osusume.config.RunConfig.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The report of a made-up night, in which every chart has something to show, in a real browser. */
@Slow
class BrowserTest {
    private static final Map<Language, Path> FILES = new TreeMap<>();
    private static Optional<Browser> browser = Optional.empty();

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.find();
        assumeTrue(browser.isPresent(), Browser.NONE);
        for (Map.Entry<Language, String> page :
                MadeUpNight.pages(MadeUpNight.full()).entrySet()) {
            Path file = Path.of(
                            "target", "report-made-up-" + page.getKey().name().toLowerCase(Locale.ROOT) + ".html")
                    .toAbsolutePath();
            FILES.put(page.getKey(), Files.writeString(file, page.getValue()));
        }
    }

    @AfterAll
    static void close() {
        browser.ifPresent(Browser::close);
    }

    @Test
    void everyPageRendersWhole() {
        FILES.forEach((language, file) -> {
            for (int width : List.of(390, 1440)) {
                Browser page = browser.orElseThrow();
                page.open(file, width, width == 390);
                assertThat(page.driver().getTitle()).doesNotContain("broken");
                assertThat(page.complaints()).as(language + " " + width).isEmpty();
                assertThat(page.requests()).as(language + " " + width).isEmpty();
                assertThat(page.overflow()).as(language + " " + width).isNotPositive();
                assertThat(page.emptyCharts()).as(language + " " + width).isEmpty();
            }
        });
    }

    @Test
    void everyoneCanUseIt() {
        FILES.forEach((language, file) -> {
            for (boolean dark : List.of(false, true)) {
                browser.orElseThrow().open(file, 1440, dark);
                assertThat(browser.orElseThrow().barriers())
                        .as(language + (dark ? " dark" : " light"))
                        .isEmpty();
            }
        });
    }

    /** Where the report names nobody, a column is missing; the chart still tells the same of each account. */
    @Test
    void theChartOfAccountsTellsTheSameWhoeverIsNamed() throws IOException {
        Path nameless = Path.of("target", "report-made-up-nameless.html").toAbsolutePath();
        Files.writeString(nameless, MadeUpNight.pages(MadeUpNight.full(), false).get(Language.EN));
        for (Path file : List.of(FILES.get(Language.EN), nameless)) {
            browser.orElseThrow().open(file, 1440, false);
            assertThat(all("#grid-surges .chart text").stream().map(WebElement::getText))
                    .contains("Own past", "Events in 28 days")
                    .doesNotContain("People");
        }
    }

    @Test
    void tablesAreSortedAndSearched() {
        browser.orElseThrow().open(FILES.get(Language.EN), 1440, false);
        List<WebElement> heads = all("#table-rules th button");
        WebElement lift = heads.get(5);
        lift.click();
        assertThat(first("rules", 5)).isEqualTo("41");
        lift.click();
        assertThat(first("rules", 5)).isEqualTo("2");
        assertThat(all("#table-rules tbody tr:not([hidden])")).hasSize(10);
        all("#grid-rules .more").get(0).click();
        assertThat(all("#table-rules tbody tr:not([hidden])")).hasSize(40);
        WebElement search = all("#grid-rules input").get(0);
        search.sendKeys("HYPERLINK");
        assertThat(all("#table-rules tbody tr:not([hidden])")).isNotEmpty().allSatisfy(row -> assertThat(row.getText())
                .contains("=HYPERLINK(\"http://example.com\")"));
        assertThat(all("#grid-rules .count").get(0).getText()).endsWith("of 40 rows");
    }

    private static List<WebElement> all(String selector) {
        return browser.orElseThrow().driver().findElements(By.cssSelector(selector));
    }

    private static String first(String grid, int column) {
        return all("#table-" + grid + " tbody tr")
                .get(0)
                .findElements(By.tagName("td"))
                .get(column)
                .getText();
    }
}
