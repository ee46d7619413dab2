package io.osusume.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.RunConfig.Language;
import io.osusume.tables.BasketKind;
import io.osusume.tables.Input;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.Rules;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.Verdict;
import io.osusume.tables.Word;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The report of made-up nights: awkward names, tables that are not there, both languages. */
class ReportTest {
    @Test
    void namesAreShownAsTheyAreAndBreakNothing() {
        MadeUpNight.pages(MadeUpNight.full()).values().forEach(html -> {
            assertThat(html).doesNotContain("<script>document.title", "<img src=x", "<b>headline");
            Document page = Jsoup.parse(html);
            assertThat(page.select("script")).hasSize(2);
            assertThat(page.select("#table-best bdi").eachText())
                    .containsAll(MadeUpNight.NAMES.stream()
                            .map(name -> name.replaceAll(" +", " "))
                            .toList());
            assertThat(page.select("#table-rules td").get(0).text()).contains(" + unnamed");
            assertThat(page.select(".notes li").eachText()).contains("A <b>headline</b>.");
        });
    }

    /** Nobody is named unless that is wished: no column that says who, and no row as it came; the page says so. */
    @Test
    void whoSomebodyIsIsToldOnlyWhereThatIsWished() {
        Map<Language, String> shared = MadeUpNight.pages(MadeUpNight.full(), false);
        String who = "th.c-target_id, th.c-customer_id, th.c-account_id, th.c-example";
        Document named = page(MadeUpNight.full(), Language.EN);
        assertThat(named.select("header").text()).doesNotContain("report.names");
        assertThat(named.select(who)).isNotEmpty();
        shared.values().forEach(html -> {
            Document page = Jsoup.parse(html);
            assertThat(page.select("header").text()).contains("report.names");
            assertThat(page.select(who)).isEmpty();
            assertThat(page.select("#table-best thead th"))
                    .hasSize(named.select("#table-best thead th").size() - 1);
            assertThat(page.select("#table-best tbody tr:first-child td"))
                    .hasSameSizeAs(page.select("#table-best thead th"));
        });
    }

    @Test
    void figuresAreThoseOfTheTables() {
        Document page = page(MadeUpNight.full(), Language.EN);
        assertThat(figure(page, "tonight.offers")).isEqualTo("30");
        assertThat(figure(page, "tonight.expected_value")).isEqualTo("¥735");
        assertThat(figure(page, "tonight.contact_cost")).isEqualTo("¥90");
        assertThat(figure(page, "works.expected_return")).isEqualTo("8.17");
        assertThat(figure(page, "works.acquisition_cost")).isEqualTo("¥450");
        assertThat(figure(page, "stopped.candidates")).isEqualTo("3");
        assertThat(figure(page, "works.harms")).isEqualTo("1");
        assertThat(cells(page, "nights"))
                .containsExactly(List.of("2026-03-30", "30", "¥735"), List.of("2026-03-31", "30", "¥735"));
        assertThat(cells(page, "movers")).containsExactly(List.of("A", "B", "1", "¥0"));
        assertThat(cells(page, "reasons")).containsExactly(List.of("of_a_company's_own", "3", "2026-04-03", "1"));
        assertThat(cells(page, "plan"))
                .containsExactly(
                        List.of("2026-04-01", "gained", "upsell", "5", "¥75"),
                        List.of("2026-04-01", "lost", "set", "2", "-¥10"));
        // Of two patterns of the same customers the one that says more; what is of any product is no product's.
        assertThat(cells(page, "successes"))
                .containsExactly(List.of(
                        "team",
                        "upsell",
                        "basic",
                        "whatever",
                        "all",
                        "all",
                        "8",
                        "12",
                        "¥184,425",
                        "¥176,950",
                        "¥191,900",
                        "-¥30,000",
                        "8",
                        "–"));
        assertThat(cells(page, "inputs"))
                .containsExactly(List.of("orders", "120", "1", "2", "2026-03-28", "3", "100", "20%"));
        assertThat(cells(page, "matches")).containsExactly(List.of("orders.customer_id", "customers", "90%", "80%"));
    }

    /** Values of 0, 100, 400, … 152,100: the eight best of forty, 32² to 39², hold 49.5 % of Σ i² = 20,540. */
    @Test
    void theBestFifthHoldWhatTheyHold() {
        Section value = new ValueTopic().of(MadeUpNight.full());
        double told = (Double) value.figures().stream()
                .filter(f -> f.id().equals("value.top_share"))
                .findFirst()
                .orElseThrow()
                .value();
        double exact = 0;
        for (int i = 32; i < 40; i++) {
            exact += i * i / 20_540.0;
        }
        assertThat(told).isBetween(exact - 0.01, exact + 1e-9);
    }

    @Test
    void aTableThatIsNotThereSaysSo() {
        for (Language language : Language.values()) {
            Document nothing = page(MadeUpNight.of(Map.of()), language);
            assertThat(nothing.select("table")).isEmpty();
            assertThat(nothing.select(".none")).hasSizeGreaterThan(25).allSatisfy(p -> assertThat(p.text())
                    .isNotEmpty());
        }
        Document ordersAlone = page(
                MadeUpNight.of(Map.of(
                        Offers.TABLE, MadeUpNight.offers(),
                        Rules.TABLE, MadeUpNight.rows(Rules.TABLE, List.of()),
                        LwpSegments.TABLE, MadeUpNight.segments("A"))),
                Language.EN);
        assertThat(ordersAlone.select("#grid-nights .none").text()).contains("first night");
        assertThat(ordersAlone.select("#grid-rules .none").text()).isEqualTo("No rule passed the test against chance.");
        assertThat(ordersAlone.select("#grid-surges .none").text())
                .isEqualTo("Accounts were not published on this date.");
        assertThat(ordersAlone.select("#table-best tbody tr")).hasSize(20);
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(keys(Locale.ENGLISH)).containsAll(keys(Locale.JAPANESE));
        assertThat(keys(Locale.ENGLISH).stream()
                        .filter(k -> !keys(Locale.JAPANESE).contains(k))
                        .filter(k -> !k.matches("(trigger|segment|reason|outcome|verdict)\\..*")))
                .isEmpty();
    }

    @Test
    void everyCodeHasAWord() {
        for (Locale locale : List.of(Locale.US, Locale.JAPAN)) {
            Texts texts = new Texts(locale, "JPY");
            Map.<String, List<String>>of(
                            "type", Word.wires(OfferType.class),
                            "trigger", Word.wires(Trigger.class),
                            "segment", Word.wires(Segment.class),
                            "verdict", Word.wires(Verdict.class),
                            "basket", Word.wires(BasketKind.class),
                            "outcome", List.of("taken", "ordered", "revenue", "margin"),
                            "input", Input.all().stream().map(Input::name).toList(),
                            "adds", Input.all().stream().map(Input::name).toList())
                    .forEach((vocabulary, codes) -> assertThat(codes)
                            .allSatisfy(code -> assertThat(texts.word(vocabulary, code))
                                    .as(locale + " " + vocabulary + "." + code)
                                    .isPresent()));
        }
    }

    /** Groceries have many milks of one name. */
    @Test
    void productsOfOneNameAreToldApartByTheirIds() {
        assertThat(Names.apart(Map.of("1", "Milk", "2", "Milk", "3", "Bread")))
                .isEqualTo(Map.of("1", "Milk (1)", "2", "Milk (2)", "3", "Bread"));
    }

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        Texts yen = new Texts(Locale.JAPAN, "JPY");
        Texts pounds = new Texts(Locale.US, "GBP");
        assertThat(yen.number(Kind.MONEY, 1234.5)).isEqualTo("￥1,235");
        assertThat(pounds.number(Kind.MONEY, 1234.5)).isEqualTo("£1,234.50");
        assertThat(new Texts(Locale.US, "points").number(Kind.MONEY, 1234.5)).isEqualTo("1,234.5");
        assertThat(pounds.number(Kind.SHARE, 0.1234)).isEqualTo("12.3%");
        assertThat(pounds.number(Kind.NUMBER, 0.012345)).isEqualTo("0.0123");
        assertThat(pounds.number(Kind.NUMBER, 1234.5)).isEqualTo("1,235");
        assertThat(pounds.number(Kind.NUMBER, 0.00000339)).isEqualTo("< 0.001");
        assertThat(pounds.number(Kind.CHANCE, 0.0)).isEqualTo("< 0.001");
        assertThat(pounds.number(Kind.CHANCE, 0.012345)).isEqualTo("0.0123");
        assertThat(pounds.number(Kind.MONEY, 0.0)).isEqualTo("£0.00");
        assertThat(pounds.number(Kind.MONEY, 0.005)).isEqualTo("£0.01");
        assertThat(pounds.number(Kind.MONEY, 0.0049)).isEqualTo("< £0.01");
        assertThat(yen.number(Kind.MONEY, 0.3)).isEqualTo("< ￥1");
        assertThat(yen.number(Kind.MONEY, -0.3)).isEqualTo("> -￥1");
        assertThat(Texts.plain(1e-9)).isEqualTo("0.0000000010");
    }

    private static Set<String> keys(Locale locale) {
        return new TreeSet<>(ResourceBundle.getBundle(
                        "report",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet());
    }

    private static Document page(Night night, Language language) {
        return Jsoup.parse(MadeUpNight.pages(night).get(language));
    }

    private static String figure(Document page, String id) {
        return page.select("[data-figure=" + id + "]").text();
    }

    private static List<List<String>> cells(Document page, String grid) {
        return page.select("#table-" + grid + " tbody tr").stream()
                .map(row -> row.select("td").eachText())
                .toList();
    }
}
