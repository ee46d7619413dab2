package io.osusume.night;

import static io.osusume.night.Nights.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.osusume.Slow;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Bundles;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Input;
import io.osusume.tables.Ltv;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.RankerFacts;
import io.osusume.tables.RankerTrees;
import io.osusume.tables.Rejects;
import io.osusume.tables.Rules;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample's night as an independent reader sees it. */
class NightIT {
    /** Products that a customer owns: in force by contract, or bought, not returned and not consumable. */
    private static final String OWNED = """
            SELECT customer_id, product_id FROM [subscriptions]
            WHERE TRY_CAST(started_at AS TIMESTAMP) < '2026-07-01'
              AND (ended_at IS NULL OR TRY_CAST(ended_at AS TIMESTAMP) >= '2026-07-01')
            UNION
            SELECT o.customer_id, o.product_id FROM [orders] o JOIN [products] p USING (product_id)
            WHERE p.is_consumable = 'false' AND TRY_CAST(o.ordered_at AS TIMESTAMP) < '2026-07-01'
            GROUP BY ALL HAVING sum(TRY_CAST(o.quantity AS DOUBLE)) > 0""";

    static Stream<Table> published() {
        return Stream.of(
                Offers.TABLE,
                WithheldOffers.TABLE,
                SuppressedOffers.TABLE,
                Rules.TABLE,
                Bundles.TABLE,
                AccountScores.TABLE,
                CustomerHoldings.TABLE,
                LwpSegments.TABLE,
                Ltv.TABLE,
                RankedProducts.TABLE,
                RankerFacts.TABLE,
                RankerTrees.TABLE,
                Rejects.TABLE);
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyColumnOfTheContractIsThere(Table table) {
        assertThat(NIGHT.column("SELECT column_name FROM (DESCRIBE SELECT * FROM {" + table.name() + "})"))
                .containsExactlyElementsOf(table.columnNames());
    }

    @Test
    void everyCustomerHasOneSegment() {
        String known = """
                SELECT customer_id FROM [customers] WHERE customer_id IS NOT NULL AND coalesce(TRY_CAST(joined_at AS TIMESTAMP), '2000-01-01') < '2026-07-01'
                UNION SELECT customer_id FROM [orders] WHERE customer_id IS NOT NULL
                  AND TRY_CAST(ordered_at AS TIMESTAMP) BETWEEN '1970-01-01' AND '2026-06-30 23:59:59'
                  AND order_id IS NOT NULL AND product_id IS NOT NULL AND TRY_CAST(unit_price AS DOUBLE) >= 0
                  AND TRY_CAST(quantity AS DOUBLE) > 0""";
        assertThat(NIGHT.count("SELECT count(*) FROM {lwp_segments}"))
                .isEqualTo(NIGHT.count("SELECT count(DISTINCT customer_id) FROM {lwp_segments}"));
        assertThat(NIGHT.column(
                        "SELECT customer_id FROM (" + known + ") EXCEPT SELECT customer_id FROM {lwp_segments}"))
                .isEmpty();
    }

    @Test
    void ranksRunFromOneWithoutGapsUpToTheLimit() {
        for (String table : List.of("{offers}", "{withheld_offers}")) {
            assertThat(NIGHT.column("SELECT target_id FROM " + table
                            + " GROUP BY target_id HAVING min(rank) <> 1 OR max(rank) <> count(*)"
                            + " OR count(DISTINCT rank) <> count(*) OR count(*) > 3"))
                    .isEmpty();
        }
        assertThat(NIGHT.count("SELECT count(*) FROM {offers}")).isPositive();
    }

    /** Neither alone nor as a part of a bundle; and an account nothing that any of its people owns. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"offer_type <> 'bundle', customer", "offer_type = 'bundle', customer", "true, account"})
    void nobodyIsOfferedWhatTheyOwn(String kind, String target) {
        String offered = """
                SELECT target_id, unnest(coalesce(bundle_items, list_value(product_id))) AS product_id FROM (
                  SELECT * FROM {offers} UNION ALL BY NAME SELECT * FROM {withheld_offers})
                WHERE target_type = '%s' AND %s""".formatted(target, kind);
        String owned = "SELECT DISTINCT c." + target + "_id AS target_id, o.product_id FROM (" + OWNED
                + ") o JOIN [customers] c USING (customer_id)";
        assertThat(NIGHT.query("SELECT * FROM (" + offered + ") JOIN (" + owned + ") USING (target_id, product_id)"))
                .isEmpty();
        // The check can fail: those to whom this is offered own something.
        assertThat(NIGHT.count("SELECT count(*) FROM (" + offered + ") JOIN (" + owned + ") USING (target_id)"))
                .isPositive();
    }

    @Test
    void aCandidateEndsInOneTableAndControlsInNoneThatIsContacted() {
        String all = "SELECT offer_row_id FROM {offers} UNION ALL SELECT offer_row_id FROM {withheld_offers} UNION ALL"
                + " SELECT offer_row_id FROM {suppressed_offers}";
        assertThat(NIGHT.column("SELECT offer_row_id FROM (" + all + ") GROUP BY 1 HAVING count(*) > 1"))
                .isEmpty();
        assertThat(NIGHT.column("SELECT DISTINCT arm FROM {withheld_offers}")).containsExactly("control");
        assertThat(NIGHT.count("SELECT count(*) FROM {offers} WHERE arm = 'control'"))
                .isZero();
    }

    /** Each association that the generator planted is a significant rule, of about the strength that it was given. */
    @Test
    void plantedAssociationsAreFound() {
        String planted = """
                SELECT subject, product_id, CAST(figure AS DOUBLE) AS p FROM [truths]
                WHERE kind = 'association' AND other = 'together'""";
        String found = """
                SELECT antecedent[1] AS subject, consequent AS product_id, confidence, count / confidence AS n
                FROM {rules} WHERE basket_kind = 'order' AND len(antecedent) = 1 AND q_value < 1e-6""";
        assertThat(NIGHT.count("SELECT count(*) FROM (" + planted + ")")).isEqualTo(22);
        // Four standard errors, and a twentieth for what is owned already or comes by another way.
        assertThat(NIGHT.query("SELECT t.*, r.confidence FROM (" + planted + ") t LEFT JOIN (" + found
                        + ") r USING (subject, product_id)"
                        + " WHERE (abs(confidence - p) <= .05 + 4 * sqrt(p * (1 - p) / n)) IS NOT TRUE"))
                .isEmpty();
    }

    @Test
    void nobodyWithoutConsentIsOfferedAnything() {
        String silent =
                "SELECT customer_id FROM [customers] WHERE marketing_consent IS NULL OR marketing_consent <> 'true'";
        assertThat(NIGHT.count("SELECT count(*) FROM {offers} JOIN (" + silent + ") USING (customer_id)"))
                .isZero();
        assertThat(NIGHT.count("SELECT count(*) FROM (" + silent + ")")).isPositive();
    }

    @Test
    void acceptedRejectedAndLaterRowsAddUpToTheInput() throws IOException {
        JsonNode inputs = manifest().get("inputs");
        Map<String, Long> rejects = new TreeMap<>();
        inputs.properties().forEach(e -> {
            JsonNode n = e.getValue();
            assertThat(n.get("accepted").asLong()
                            + n.get("rejected").asLong()
                            + n.get("after_as_of").asLong())
                    .as(e.getKey())
                    .isEqualTo(NIGHT.count("SELECT count(*) FROM [" + e.getKey() + "]"));
            rejects.put(e.getKey(), n.get("rejected").asLong());
        });
        assertThat(inputs.size()).isEqualTo(10);
        rejects.forEach((input, rejected) -> assertThat(
                        NIGHT.count("SELECT count(*) FROM {rejects} WHERE input = '" + input + "'"))
                .isEqualTo(rejected));
        assertThat(rejects.values()).anyMatch(rejected -> rejected > 0);
    }

    /** The newest time of each input that has times, of the rows that count. */
    @Test
    void theManifestSaysHowFreshEachInputIs() throws IOException {
        JsonNode inputs = manifest().get("inputs");
        for (Input input : Input.all()) {
            if (inputs.has(input.name())) {
                JsonNode newest = inputs.get(input.name()).get("newest");
                String of = input.timeColumn().orElse("NULL");
                assertThat(
                                newest.isNull()
                                        ? null
                                        : newest.asText()
                                                .replaceAll("[TZ]", " ")
                                                .strip())
                        .as(input.name())
                        .isEqualTo(NIGHT.column("SELECT strftime(max(TRY_CAST(" + of
                                        + " AS TIMESTAMP)), '%Y-%m-%d %H:%M:%S')" + " FROM [" + input.name()
                                        + "] WHERE TRY_CAST(" + of + " AS TIMESTAMP) < '2026-07-01'")
                                .get(0));
            }
        }
        assertThat(inputs.get("orders").get("newest").asText()).startsWith("2026-06-30T");
        Command runs =
                Command.run("runs", "--json", "--conf", "conf/sample.conf", "--warehouse", NIGHT.warehouse.toString());
        assertThat(new ObjectMapper().readTree(runs.out()).at("/runs/0/inputs")).isEqualTo(inputs);
        assertThat(inputs.get("products").get("newest").isNull()).isTrue();
    }

    @Test
    void theManifestCountsWhatIsThere() throws IOException {
        JsonNode tables = manifest().get("tables");
        published().forEach(t -> assertThat(tables.get(t.name()).get("rows").asLong())
                .isEqualTo(NIGHT.count("SELECT count(*) FROM {" + t.name() + "}")));
        assertThat(manifest().get("stage_seconds").size()).isGreaterThan(15);
    }

    /** The same night twice gives the same bytes: neither the order of rows nor later rows change them, nor that it is planned first. */
    @Slow
    @Test
    void thePlanOfTheSameRowsInAnotherOrderWithLaterRowsIsAppliedAsTheSameBytes() throws IOException {
        SampleNight shuffled = SampleNight.plannedOfShuffledRowsWithTheFuture();
        assertThat(shuffled.command.out()).contains("after as-of");
        Map<String, List<String>> digests = NIGHT.digests();
        assertThat(shuffled.digests()).isEqualTo(digests);
        assertThat(digests).hasSize(22);
    }

    private static JsonNode manifest() throws IOException {
        try (Stream<Path> runs = Files.list(NIGHT.warehouse.resolve("_runs"))) {
            return new ObjectMapper().readTree(runs.findFirst().orElseThrow().toFile());
        }
    }

    /** The shelf recounted: every product and set that is offered, how often, its share and place. */
    @Test
    void theShelfIsWhatIsOffered() {
        assertThat(Nights.NIGHT.count("""
                SELECT count(*) FROM (
                  SELECT *, offers / sum(offers) OVER (PARTITION BY offer_type) AS share,
                    row_number() OVER (PARTITION BY offer_type ORDER BY offers DESC, subject_id) AS place
                  FROM (SELECT offer_type, coalesce(product_id, bundle_id) AS subject_id, count(*) AS offers,
                      sum(expected_value) AS worth
                    FROM {offers} WHERE offer_type <> 'nurture' GROUP BY 1, 2)) o
                FULL JOIN {shelf} s USING (offer_type, subject_id)
                WHERE NOT coalesce(s.offers = o.offers AND abs(s.share - o.share) < 1e-8 AND s.rank_of_share = o.place
                  AND abs(s.expected_value - o.worth) < 1e-5 * greatest(1, abs(o.worth)), false)""")).isZero();
        assertThat(Nights.NIGHT.count("SELECT count(*) FROM {shelf}")).isPositive();
    }

    /** Whoever is in a control arm is in no table of offers that go out. */
    @Test
    void nobodyOfTheControlArmIsOfferedAnything() {
        assertThat(Nights.NIGHT.count("SELECT count(*) FROM {withheld_offers}")).isPositive();
        assertThat(Nights.NIGHT.count("""
                SELECT count(*) FROM {offers} o JOIN {withheld_offers} w USING (target_type, target_id, offer_type)""")).isZero();
        assertThat(Nights.NIGHT.count("SELECT count(*) FROM {offers} WHERE arm = 'control'"))
                .isZero();
    }
}
