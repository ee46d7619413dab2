package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.osusume.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What plans tell of a small published night, one after the other in its warehouse. That a plan which is applied leaves the bytes of a
 * night is {@link NightIT}'s.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Slow
class PlanIT {
    @TempDir
    static Path folder;

    private static SmallNight night;

    @BeforeAll
    static void publish() throws IOException {
        night = SmallNight.copyTo(folder);
    }

    @Test
    @Order(1)
    void withoutAPlanThereIsNothingToApply() {
        Command none = night.run("apply");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).startsWith("There is no plan in ").contains("scripts/osusume plan");
    }

    /** A band so narrow that little fits: offers fall away, none is gained by it that costs more, and nothing is published. */
    @Test
    @Order(2)
    void aNarrowerPriceBandShowsItsDifference() throws IOException {
        Map<String, List<String>> before = night.digests();
        Command plan = night.run("plan", "--json", "--set", "offers.price_band=0.5");
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        JsonNode d = new ObjectMapper().readTree(plan.out());
        assertThat(d.at("/against/run_date").asText()).isEqualTo("2026-06-30");
        assertThat(d.at("/offers/before").asLong()).isEqualTo(night.count("SELECT count(*) FROM {offers}"));
        assertThat(d.at("/offers/after").asLong()).isEqualTo(night.count("SELECT count(*) FROM " + planned("offers")));
        assertThat(d.at("/offers/lost").asLong())
                .isPositive()
                .isEqualTo(night.count(
                        "SELECT count(*) FROM {offers} ANTI JOIN " + planned("offers") + " USING (offer_row_id)"));
        assertThat(d.at("/customers/newly_silent").asLong())
                .isEqualTo(night.count("SELECT count(*) FROM (SELECT coalesce(customer_id, target_id) FROM {offers}"
                        + " EXCEPT SELECT coalesce(customer_id, target_id) FROM " + planned("offers") + ")"));
        assertThat(types(d, "lost")).contains("cross_sell");
        assertThat(d.at("/swing/offers").asDouble()).isPositive();
        assertThat(d.at("/notes").toString())
                .contains("read other files, or they were written anew since: inputs.accounts, inputs.behavior");
        assertThat(night.digests()).isEqualTo(before);
        assertThat(night.run("apply").err())
                .startsWith("The plan of 2026-06-30 (")
                .contains("  offers.price_band is 2 here, 0.5 in the plan\n");
    }

    /** Two more what-ifs at once, told apart by their reasons; the night that would bring them stops, since it swings too far. */
    @Test
    @Order(3)
    void aLowerContactCapAndANewGuardrailStopANightThatMayNotSwing() throws IOException {
        Map<String, List<String>> before = night.digests();
        Command held = night.run("nightly", WHAT_IF);
        assertThat(held.exitCode()).as(held.err()).isEqualTo(5);
        assertThat(held.err())
                .startsWith("Nothing was published: the night of 2026-06-30 swings too far from the published one of"
                        + " 2026-06-30. publish.max_change is 1.0 %; offers swing ")
                .contains("scripts/osusume plan --show")
                .contains("scripts/osusume apply");
        assertThat(held.out())
                .contains("What the night of 2026-06-30 would change")
                .contains("contact_cap");
        assertThat(night.digests()).isEqualTo(before);
        Command shown = night.run("plan", "--show", "--json");
        JsonNode d = new ObjectMapper().readTree(shown.out());
        assertThat(reasons(d, "lost")).contains("contact_cap", "not_offerable");
        assertThat(d.at("/customers/newly_silent").asLong()).isPositive();
    }

    /** Each row of the report's page of the plan, worked out again from the published offers and those that wait. */
    @Test
    @Order(4)
    void theReportTellsThePlanThatWaits() throws IOException {
        Path reports = night.warehouse().resolve("_reports");
        assertThat(night.run("report", "--set", "report.languages=[en]").exitCode())
                .isZero();
        List<List<String>> told = Jsoup.parse(Files.readString(reports.resolve("osusume-2026-06-30-en.html")))
                .select("#table-plan tbody tr")
                .stream()
                .map(row -> row.select("td").eachAttr("data-value"))
                .toList();
        List<List<String>> found = night.query("""
                SELECT '2026-06-30', CASE WHEN b.row_hash IS NULL THEN 'gained' WHEN a.row_hash IS NULL THEN 'lost' ELSE 'changed' END,
                  coalesce(a.offer_type, b.offer_type), count(*),
                  coalesce(sum(a.expected_value), 0) - coalesce(sum(b.expected_value), 0)
                FROM %s a FULL JOIN {offers} b USING (offer_row_id)
                WHERE a.row_hash IS DISTINCT FROM b.row_hash GROUP BY ALL ORDER BY 2, 3""".formatted(planned("offers")));
        assertThat(told).hasSameSizeAs(found).isNotEmpty();
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i).subList(0, 4)).isEqualTo(found.get(i).subList(0, 4));
            // Moves are rounded by reason before they are added up.
            assertThat(Double.parseDouble(told.get(i).get(4)))
                    .isCloseTo(Double.parseDouble(found.get(i).get(4)), withinPercentage(0.001));
        }
    }

    @Test
    @Order(5)
    void aChangedInputIsRefusedByName() throws IOException {
        Path orders = night.data().resolve("orders.csv");
        FileTime then = Files.getLastModifiedTime(orders);
        Files.setLastModifiedTime(orders, FileTime.fromMillis(then.toMillis() + 60_000));
        Command refused = night.run("apply", WHAT_IF);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("since it was made something has moved:\n  inputs.orders: ")
                .contains("orders.csv was written anew (")
                .doesNotContain("inputs.products");
        Files.setLastModifiedTime(orders, then);
    }

    /** What was held is published as it lies, whatever publish.max_change says; once. */
    @Test
    @Order(6)
    void thePlanIsPublishedAsItLies() throws IOException {
        long planned = night.count("SELECT count(*) FROM " + planned("offers"));
        Command applied = night.run("apply", WHAT_IF);
        assertThat(applied.err()).isEmpty();
        assertThat(applied.exitCode()).isZero();
        assertThat(applied.out()).contains("Published in ");
        assertThat(night.count("SELECT count(*) FROM {offers}")).isEqualTo(planned);
        assertThat(night.run("apply", WHAT_IF).err()).startsWith("There is no plan in ");
    }

    private static final String[] WHAT_IF = {
        "--set", "publish.max_change=0.01",
        "--set", "features.contact_cap=1",
        "--set", "offers.exclude=category LIKE '%o%'"
    };

    private static String planned(String table) {
        return "read_parquet('" + night.warehouse() + "/_plan/tables/" + table + "/*.parquet')";
    }

    private static List<String> types(JsonNode difference, String change) {
        return moves(difference, change, "offer_type");
    }

    private static List<String> reasons(JsonNode difference, String change) {
        return moves(difference, change, "reason_code");
    }

    private static List<String> moves(JsonNode difference, String change, String field) {
        return StreamSupport.stream(difference.get("moves").spliterator(), false)
                .filter(move -> move.get("change").asText().equals(change))
                .map(move -> move.get(field).asText())
                .toList();
    }

    /** The small world's night in a warehouse of this test's own, over files of its own. */
    private record SmallNight(SampleNight night, Path data) {
        static SmallNight copyTo(Path folder) throws IOException {
            Path data = SmallWorld.dataIn(folder);
            return new SmallNight(SampleNight.lyingIn(SmallWorld.warehouseIn(folder), data), data);
        }

        Path warehouse() {
            return night.warehouse;
        }

        List<List<String>> query(String sql) {
            return night.query(sql);
        }

        long count(String sql) {
            return night.count(sql);
        }

        /** Of what is visible. */
        Map<String, List<String>> digests() throws IOException {
            Map<String, List<String>> digests = night.digests();
            digests.remove("_plan");
            return digests;
        }

        Command run(String command, String... more) {
            List<String> arguments = new ArrayList<>(
                    List.of(command, "--conf", "conf/sample.conf", "--warehouse", night.warehouse.toString()));
            Stream.concat(Stream.of("vars.data=" + data, "report.enabled=false"), SmallWorld.SETTINGS.stream())
                    .forEach(setting -> arguments.addAll(List.of("--set", setting)));
            arguments.addAll(List.of(more));
            return Command.run(arguments.toArray(String[]::new));
        }
    }
}
