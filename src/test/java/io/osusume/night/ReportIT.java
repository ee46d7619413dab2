package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.osusume.Slow;
import io.osusume.report.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample's report: each of its figures and tables is worked out again by DuckDB, and its Japanese is all Japanese. */
class ReportIT {
    /** What the run wrote down, for the queries. */
    private static final String MANIFEST =
            "CREATE VIEW manifest AS SELECT content::JSON AS json FROM read_text('%s/_runs/*.json'); ";

    private static Command command;
    private static Document shared;
    private static Document english;
    private static Document japanese;
    private static Map<String, String> queries;

    @BeforeAll
    static void write() throws IOException {
        shared = page("en"); // as the night left it
        command = Command.run(
                "report",
                "--conf",
                "conf/sample.conf",
                "--warehouse",
                Nights.NIGHT.warehouse.toString(),
                "--set",
                "report.names=true",
                "--set",
                "report.keep_days=30");
        english = page("en");
        japanese = page("ja");
        queries = queries();
    }

    private static Path file(String language) {
        return Nights.NIGHT.warehouse.resolve("_reports/osusume-2026-06-30-" + language + ".html");
    }

    private static Document page(String language) throws IOException {
        return Jsoup.parse(Files.readString(file(language)));
    }

    private static Map<String, String> queries() throws IOException {
        try (InputStream in = ReportIT.class.getResourceAsStream("/claims/report.sql")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> queries = new TreeMap<>();
            Pattern.compile("(?m)^-- ")
                    .splitAsStream(all)
                    .filter(s -> !s.isBlank())
                    .forEach(s -> queries.put(
                            s.substring(0, s.indexOf('\n')).strip(),
                            s.substring(s.indexOf('\n')).strip()));
            return queries;
        }
    }

    private static List<List<String>> rows(String id) {
        return Nights.NIGHT.query(MANIFEST.formatted(Nights.NIGHT.warehouse) + queries.get(id));
    }

    @Test
    void bothPagesAreWrittenAndSmall() throws IOException {
        assertThat(command.err()).isEmpty();
        assertThat(command.exitCode()).isZero();
        for (String language : List.of("en", "ja")) {
            assertThat(command.out()).contains("Report: " + file(language).toAbsolutePath());
            assertThat(Files.size(file(language))).isLessThan(5_000_000);
        }
    }

    @Test
    void everyFigureEqualsAQuery() {
        for (Document page : List.of(english, japanese)) {
            assertThat(page.select("[data-figure]")).hasSizeGreaterThan(30).allSatisfy(figure -> {
                String id = figure.attr("data-figure");
                assertThat(queries).containsKey(id);
                same(id, figure.attr("data-value"), rows(id).get(0).get(0));
            });
        }
    }

    @Test
    void everyTableEqualsAQuery() {
        assertThat(english.select("[data-grid]")).hasSizeGreaterThan(18).allSatisfy(table -> {
            String id = "grid " + table.attr("data-grid");
            assertThat(queries).containsKey(id);
            List<List<String>> found = rows(id);
            List<List<String>> told = told(table);
            if (!id.equals("grid concentration")) { // which shows some of its points
                assertThat(told).as(id).hasSameSizeAs(found);
            }
            for (int i = 0; i < told.size(); i++) {
                sameRow(id, told.get(i), id.equals("grid concentration") ? nearest(found, told.get(i)) : found.get(i));
            }
        });
    }

    @Test
    void everyQueryIsOfSomethingThatTheReportTells() {
        Stream<String> told = Stream.concat(
                english.select("[data-figure]").stream().map(f -> f.attr("data-figure")),
                english.select("[data-grid]").stream().map(t -> "grid " + t.attr("data-grid")));
        assertThat(told).containsAll(queries.keySet());
    }

    private static List<List<String>> told(Element table) {
        return table.select("tbody tr").stream()
                .map(row ->
                        row.select("td").stream().map(c -> c.attr("data-value")).toList())
                .toList();
    }

    private static List<String> nearest(List<List<String>> points, List<String> told) {
        double x = Double.parseDouble(told.get(0));
        return points.stream()
                .min(java.util.Comparator.comparing(p -> Math.abs(Double.parseDouble(p.get(0)) - x)))
                .orElseThrow();
    }

    private static void sameRow(String id, List<String> told, List<String> found) {
        assertThat(told).as(id).hasSameSizeAs(found);
        for (int i = 0; i < told.size(); i++) {
            same(id, told.get(i), found.get(i));
        }
    }

    private static void same(String id, String told, String found) {
        if (found == null) {
            assertThat(told).as(id).isEmpty();
        } else if (found.matches("-?[0-9.]+(E-?[0-9]+)?") && !told.isEmpty()) {
            double number = Double.parseDouble(found);
            assertThat(Double.parseDouble(told)).as(id).isCloseTo(number, within(1e-9 + Math.abs(number) * 1e-9));
        } else {
            assertThat(told).as(id).isEqualTo(found);
        }
    }

    /** Names, codes of settings and commands, and the run's own sentences may be in Latin letters; nothing else. */
    @Test
    void theJapanesePageIsAllJapanese() {
        Document page = japanese.clone();
        page.select("bdi, [lang=en], script, style").remove();
        String text = page.title() + " " + page.body().text()
                + page.select("[aria-label]").eachAttr("aria-label")
                + page.select("main").eachAttr("data-more")
                + page.select("main").eachAttr("data-found");
        String words = text.replaceAll("scripts/osusume [a-z]+( --[a-z]+)?|[a-z]+([._-][a-z]+)+|rejects|backtest", "");
        assertThat(Pattern.compile("[A-Za-z]+").matcher(words).results().map(m -> m.group()))
                .isEmpty();
    }

    /** Unless report.names says so: neither in a table, nor in a sentence, nor in a row that was rejected. */
    @Test
    void whatIsSharedNamesNoCustomer() {
        Set<String> ids = Set.copyOf(Nights.NIGHT.column("SELECT customer_id FROM {lwp_segments} UNION"
                + " SELECT account_id FROM {account_briefs} UNION SELECT target_id FROM {offers}"));
        assertThat(words(shared)).doesNotContainAnyElementsOf(ids);
        assertThat(words(english)).containsAnyElementsOf(ids);
        assertThat(shared.select("[data-grid]")).hasSameSizeAs(english.select("[data-grid]"));
    }

    private static Set<String> words(Document page) {
        return Pattern.compile("[^\\w-]+").splitAsStream(page.body().text()).collect(Collectors.toSet());
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        for (Document page : List.of(english, japanese)) {
            assertThat(page.select("[src], link[href]:not([href^=data:]), a[href]:not([href^=#])"))
                    .isEmpty();
            assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                    .startsWith("default-src 'none'");
        }
    }

    @Slow
    @Test
    void bothPagesRenderInABrowser() {
        Optional<Browser> found = Browser.find();
        assumeTrue(found.isPresent(), Browser.NONE);
        try (Browser browser = found.get()) {
            for (String language : List.of("en", "ja")) {
                for (int width : List.of(390, 1440)) {
                    browser.open(file(language).toAbsolutePath(), width, false);
                    assertThat(browser.complaints()).isEmpty();
                    assertThat(browser.requests()).isEmpty();
                    assertThat(browser.overflow()).isNotPositive();
                    assertThat(browser.emptyCharts()).isEmpty();
                }
                assertThat(browser.barriers()).isEmpty();
            }
        }
    }

    @Test
    void whatIsNotThereSaysWhy() {
        assertThat(english.select("#grid-nights .none").text()).contains("first night");
        assertThat(english.select("#grid-deciles .none").text()).contains("ltv-validate");
        assertThat(english.select("#grid-ranking .none").text()).contains("backtest");
        assertThat(english.select("#grid-intervals .none").text()).contains("Nothing can be told yet");
    }

    @Test
    void anUnknownNightIsAnErrorOfTheUser() {
        Command none = Command.run(
                "report",
                "--conf",
                "conf/sample.conf",
                "--warehouse",
                Nights.NIGHT.warehouse.toString(),
                "--as-of",
                "2020-01-01");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("No night of 2020-01-01", "--as-of");
    }
}
