package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.osusume.text.Wrapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheets of the sample's night against the tables that they are made from, and what the command shows of them. */
class SheetsIT {
    private static final SampleNight NIGHT = Nights.NIGHT;

    @TempDir
    private Path folder;

    private static List<String> tasks(String target) {
        return NIGHT.column(
                "SELECT task || ' ' || reason_code FROM {worklist} WHERE target_id = '" + target + "' ORDER BY 1");
    }

    private static Command worklist(String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("worklist", "--conf", "conf/sample.conf", "--warehouse", NIGHT.warehouse.toString()));
        all.addAll(List.of(arguments));
        return Command.run(all.toArray(String[]::new));
    }

    @Test
    void theStoriesAreToldToWhoActs() {
        assertThat(tasks("story-11")).containsExactly("help severe_ticket");
        assertThat(NIGHT.column("SELECT evidence_text FROM {worklist} WHERE target_id = 'story-11'")
                        .get(0))
                .startsWith("Help first: open severe ticket story-11-t1");
        assertThat(tasks("story-16")).containsExactly("check_in content");
        assertThat(NIGHT.column("SELECT evidence_text FROM {worklist} WHERE target_id = 'story-16'")
                        .get(0))
                .startsWith("Content, no sale.");
        assertThat(tasks("story-09")).containsExactly("renewal cancel_request");
        assertThat(NIGHT.column("SELECT o.offer_type FROM {worklist} w JOIN {offers} o USING (offer_row_id) WHERE"
                        + " w.target_id = 'story-09'"))
                .containsExactly("downsell");
        assertThat(tasks("story-18")).isEmpty(); // opted out
        assertThat(tasks("story-19")).doesNotContain("offer also_bought").noneMatch(t -> t.startsWith("offer"));
        assertThat(tasks("story-acct-b")).containsExactly("offer account_interest");
    }

    @Test
    void theBriefOfTheCompanyThatSurgesNamesWhoIsActive() {
        assertThat(NIGHT.query("SELECT departments, seniors, is_surging, interests FROM {account_briefs} WHERE"
                        + " account_id = 'story-acct-b'"))
                .containsExactly(List.of("[human resources, management]", "2", "true", "[HR Standard]"));
    }

    @Test
    void everyOfferOfTonightThatMayGoOutIsOneOfTheThingsOrCountedThere() {
        // One row a target; an offer that waits for its day is not to be made today.
        assertThat(
                        NIGHT.query(
                                "SELECT target_id FROM {offers} WHERE offer_type <> 'nurture' AND valid_from <="
                                        + " '2026-07-01' AND next_contact_ok_at <= '2026-07-01' AND lwp_segment <> 'at_risk' AND (target_type,"
                                        + " target_id) NOT IN (SELECT (target_type, target_id) FROM {worklist} WHERE offer_row_id IS NOT NULL)"))
                .isEmpty();
        assertThat(NIGHT.query(
                        "SELECT target_id, sum(1 + more_offers) FROM {worklist} WHERE task = 'offer' GROUP BY ALL"
                                + " EXCEPT SELECT target_id, count(*) FROM {offers} GROUP BY ALL"))
                .isEmpty();
        assertThat(NIGHT.count("SELECT count(*) FROM {worklist} w LEFT JOIN {offers} o USING (offer_row_id) WHERE"
                        + " w.offer_row_id IS NOT NULL AND (o.target_id IS NULL OR o.target_id <> w.target_id)"))
                .isZero();
        assertThat(NIGHT.count(
                        "SELECT count(*) FROM {worklist} w JOIN {offers} o USING (offer_row_id) WHERE task = 'offer'"
                                + " AND (abs(value - o.expected_value) > .0001 OR due <> o.valid_to)"))
                .isZero();
    }

    @Test
    void controlIsNeverOfferedAnything() {
        assertThat(NIGHT.count("SELECT count(*) FROM {withheld_offers}")).isPositive();
        assertThat(NIGHT.column("SELECT target_id FROM {worklist} WHERE task = 'offer' AND (target_type, target_id) IN"
                        + " (SELECT (target_type, target_id) FROM {withheld_offers} EXCEPT SELECT (target_type, target_id)"
                        + " FROM {offers})"))
                .isEmpty();
        assertThat(NIGHT.column(
                        "SELECT w.offer_row_id FROM {worklist} w JOIN {withheld_offers} h USING (offer_row_id)"))
                .isEmpty();
    }

    @Test
    void ownersPrioritiesAndValuesAreThoseOfTheOtherTables() {
        assertThat(
                        NIGHT.count(
                                "SELECT count(*) FROM {worklist} w JOIN {lwp_segments} l ON l.customer_id = w.target_id"
                                        + " WHERE target_type = 'customer' AND (w.priority <> l.priority OR w.lwp_segment <> l.segment)"))
                .isZero();
        assertThat(NIGHT.count(
                        "SELECT count(*) FROM {worklist} w LEFT JOIN {ltv} l ON l.customer_id = w.target_id WHERE"
                                + " value_is = 'ltv' AND w.value IS DISTINCT FROM l.ltv"))
                .isZero();
        assertThat(NIGHT.count(
                        "SELECT count(*) FROM {worklist} w JOIN [customers] c ON c.customer_id = w.target_id WHERE"
                                + " w.owner <> coalesce(c.owner, 'unassigned') OR w.is_pool <> (c.owner IS NULL)"))
                .isZero();
        assertThat(NIGHT.column("SELECT DISTINCT task FROM {worklist} ORDER BY 1"))
                .containsExactly("check_in", "follow_up", "help", "offer", "renewal");
        assertThat(NIGHT.count("SELECT count(*) FROM {worklist} WHERE due < '2026-07-01'"))
                .isZero();
    }

    @Test
    void aBriefAddsUpTheTables() {
        assertThat(
                        NIGHT.query(
                                "SELECT account_id, value, offers, expected_value FROM {account_briefs} EXCEPT SELECT"
                                        + " a.account_id, (SELECT sum(ltv) FROM {ltv} l JOIN [customers] c USING (customer_id) WHERE"
                                        + " c.account_id = a.account_id), (SELECT count(*) FROM {offers} o WHERE o.account_id ="
                                        + " a.account_id), b.expected_value FROM [accounts] a JOIN {account_briefs} b USING (account_id)"))
                .isEmpty();
        assertThat(
                        NIGHT.count(
                                "SELECT count(*) FROM {account_briefs} b JOIN (SELECT account_id, sum(expected_value) AS v"
                                        + " FROM {offers} GROUP BY ALL) o USING (account_id) WHERE abs(b.expected_value - v) > .01"))
                .isZero();
        assertThat(NIGHT.count(
                        "SELECT count(*) FROM {account_briefs} b JOIN {account_scores} s USING (account_id) WHERE"
                                + " b.people <> s.people OR b.seniors <> s.senior_people OR"
                                + " len(coalesce(b.departments, [])) <> s.departments"))
                .isZero();
        assertThat(NIGHT.count(
                        "SELECT count(*) FROM {account_briefs} b WHERE contracts <> (SELECT count(*) FROM {holdings}"
                                + " h JOIN [customers] c USING (customer_id) WHERE c.account_id = b.account_id AND"
                                + " h.contract_quantity IS NOT NULL)"))
                .isZero();
    }

    @Test
    void theSummarySaysHowMuchThereIsAndWhatLiesInThePool() {
        long all = NIGHT.count("SELECT count(*) FROM {worklist}");
        long pool = NIGHT.count("SELECT count(*) FROM {worklist} WHERE is_pool");
        assertThat(NIGHT.command.told())
                .contains(String.format(
                        "Worklist: %,d things to do for 6 owners; %,d of them for nobody yet: they lie in the pool"
                                + " \"unassigned\" (worklist.pool).",
                        all, pool));
    }

    @Test
    void aPersonReadsItWithinAHundredColumns() {
        for (String language : List.of("en", "ja")) {
            Command told = worklist("--owner", "FUJITA", "--language", language, "--top", "0");
            assertThat(told.exitCode()).isZero();
            assertThat(told.out().lines())
                    .allSatisfy(line -> assertThat(Wrapping.width(line)).isLessThanOrEqualTo(100));
            assertThat(told.out()).contains("story-11", "fujita");
            assertThat(told.out().indexOf("story-11-t1")).isLessThan(told.out().indexOf("story-02"));
            Command overview = worklist("--language", language);
            assertThat(overview.out().lines())
                    .allSatisfy(line -> assertThat(Wrapping.width(line)).isLessThanOrEqualTo(100))
                    .hasSize(overview.out().contains("those of one.") ? 11 : 10);
        }
        assertThat(worklist("--owner", "fujita", "--top", "2").out()).contains("  2. ", "more: --top 0 shows all");
    }

    @Test
    void whoIsNotThereIsTold() {
        Command nobody = worklist("--owner", "nobody");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err())
                .isEqualTo(
                        "--owner nobody: nobody of that name has anything to do. Owners are: fujita, hasegawa, maeda,"
                                + " ogawa, okada, ueno, unassigned.\n");
        Command before = worklist("--as-of", "2020-01-01");
        assertThat(before.exitCode()).isEqualTo(2);
        assertThat(before.err()).startsWith("There is no worklist in ").contains("as of 2020-01-01");
    }

    @Test
    void filesHoldEveryRowOnce() throws IOException {
        Command written = worklist("--out", folder.toString(), "--format", "csv");
        assertThat(written.exitCode()).isZero();
        assertThat(written.out()).isEqualTo("14 files written to " + folder + "\n");
        assertThat(NIGHT.query("SELECT \"Id\" || \"Task\" FROM read_csv('" + folder
                        + "/worklist-*.csv', all_varchar = true) EXCEPT SELECT target_id || CASE task WHEN 'help' THEN"
                        + " 'Help first' WHEN 'renewal' THEN 'Renewal talk' WHEN 'follow_up' THEN 'Follow up' WHEN 'offer'"
                        + " THEN 'Offer' ELSE 'Check in' END FROM {worklist}"))
                .isEmpty();
        assertThat(NIGHT.count("SELECT count(*) FROM read_csv('" + folder + "/worklist-*.csv', all_varchar = true)"))
                .isEqualTo(NIGHT.count("SELECT count(*) FROM {worklist}"));
        assertThat(NIGHT.count("SELECT count(*) FROM read_csv('" + folder + "/accounts-*.csv', all_varchar = true)"))
                .isEqualTo(NIGHT.count("SELECT count(*) FROM {account_briefs}"));
        worklist("--out", folder.toString(), "--owner", "okada");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(f -> f.toString().endsWith(".xlsx"))
                            .map(f -> f.getFileName().toString()))
                    .containsExactly("worklist-okada.xlsx");
        }
    }

    @Test
    void asJsonItIsTheRows() throws IOException {
        List<String> lines =
                worklist("--owner", "okada", "--json").out().lines().toList();
        assertThat(lines).hasSize((int) NIGHT.count("SELECT count(*) FROM {worklist} WHERE owner = 'okada'"));
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("owner").asText()).isEqualTo("okada");
        assertThat(first.get("due").asText()).startsWith("2026-07-");
    }
}
