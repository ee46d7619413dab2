package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code explain} against the published tables that it tells of, as DuckDB reads them. */
class ExplainIT {
    private static final SampleNight NIGHT = Nights.NIGHT;

    private static Command explain(String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("explain", "--conf", "conf/sample.conf", "--warehouse", NIGHT.warehouse.toString()));
        all.addAll(List.of(arguments));
        return Command.run(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"story-02", "story-06", "story-09", "story-11", "story-12"})
    void everyCandidateIsToldWithWhatBecameOfItAndItsArithmetic(String customer) {
        Command told = explain("--customer", customer, "--language", "en");
        assertThat(told.exitCode()).isZero();
        List<String> lines = told.out().lines().toList();
        List<List<String>> candidates = NIGHT.query("SELECT p_accept, CAST(unit_margin AS DOUBLE) + CAST(delta_ltv AS"
                + " DOUBLE), CAST(contact_cost AS DOUBLE), CAST(fatigue_cost AS DOUBLE), expected_value, reason_text, uplift FROM"
                + " (SELECT * FROM {offers} UNION ALL BY NAME SELECT * FROM {withheld_offers} UNION ALL BY NAME SELECT *"
                + " FROM {suppressed_offers}) WHERE customer_id = '" + customer + "'");
        assertThat(candidates).isNotEmpty();
        assertThat(lines.stream().filter(l -> l.contains("expected value")).count())
                .isGreaterThanOrEqualTo(candidates.size());
        for (List<String> c : candidates) {
            double p = Double.parseDouble(c.get(0));
            double expected = Double.parseDouble(c.get(6)) * Double.parseDouble(c.get(1))
                    - Double.parseDouble(c.get(2))
                    - (1 - p) * Double.parseDouble(c.get(3));
            assertThat(Double.parseDouble(c.get(4)))
                    .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-6 * (1 + Math.abs(expected))));
            double published = Double.parseDouble(c.get(4));
            String shown = String.format(
                    Locale.ROOT,
                    Math.abs(published) >= 100 || published == Math.rint(published) ? "%,.0f" : "%,.4f",
                    published);
            assertThat(lines).anyMatch(l -> l.contains("expected value " + shown));
            assertThat(lines).anyMatch(l -> l.strip().equals(c.get(5)));
        }
    }

    @Test
    void theTermsOfAcceptanceAddUpToItsLogit() {
        assertThat(NIGHT.column("SELECT count(*) FROM (SELECT p_accept, list_sum(list_transform(acceptance_terms, t ->"
                        + " t.adds)) AS eta FROM (SELECT * FROM {offers} UNION ALL BY NAME SELECT * FROM"
                        + " {withheld_offers})) WHERE eta IS NULL OR abs(1 / (1 + exp(-eta)) - p_accept) > 1e-6"))
                .containsExactly("0");
        assertThat(explain("--customer", "story-02", "--language", "en").out())
                .contains("ln(p / (1 - p)) = ")
                .contains("prior (upsell");
    }

    @Test
    void whatStoppedACandidateIsNamed() {
        assertThat(explain("--customer", "story-11", "--language", "en").out())
                .contains("an open problem: help first (open_issue)")
                .contains("No offers.");
        assertThat(explain("--customer", "story-11", "--language", "ja").out())
                .contains("open_issue")
                .containsPattern("[ぁ-ん]");
    }

    @Test
    void asAPageItSaysTheSame() {
        List<String> lines = explain("--customer", "story-02", "--language", "ja")
                .out()
                .lines()
                .toList();
        String page =
                explain("--customer", "story-02", "--language", "ja", "--html").out();
        assertThat(page).startsWith("<!DOCTYPE html>").doesNotContain("<script");
        String text = page.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        assertThat(lines).allSatisfy(line -> assertThat(text).contains(line.strip()));
        Command both = explain("--customer", "story-02", "--html", "--json");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("--html", "--json");
    }

    @Test
    void asJsonItIsTheRowsOfTheTables() throws IOException {
        JsonNode told = new ObjectMapper()
                .readTree(explain("--customer", "story-02", "--json").out());
        assertThat(told.get("customer_id").asText()).isEqualTo("story-02");
        for (String table : List.of("holdings", "ranked_products", "offers", "withheld_offers", "suppressed_offers")) {
            List<String> published =
                    NIGHT.column("SELECT count(*) FROM {" + table + "} WHERE customer_id = 'story-02'");
            assertThat(told.get(table)).as(table).hasSize(Integer.parseInt(published.get(0)));
        }
        assertThat(told.get("lwp").get("segment").asText())
                .isEqualTo(NIGHT.column("SELECT segment FROM {lwp_segments} WHERE customer_id = 'story-02'")
                        .get(0));
    }

    @Test
    void aCustomerOfNoTableIsAMistakeOfTheCommand() {
        Command told = explain("--customer", "nobody");
        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err()).contains("--customer nobody").doesNotContain("at io.osusume");
    }
}
