package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each optional input left out, a few at a time, and all of them: the night says what is missing, and only what depends on it changes. */
@Execution(ExecutionMode.CONCURRENT)
@Slow
class OptionalInputsIT {
    /** Inputs that are left out together, and the tables that none of them says anything for; {@code rejects} lists rows of every input. */
    private static final Map<List<String>, Set<String>> UNTOUCHED = Map.of(
            List.of("products", "subscriptions"), Set.of("account_scores"),
            List.of("accounts", "offer_events"), Set.of("rules", "bundles", "ltv", "ranked_products", "ranker_trees"),
            List.of("behavior", "customers"), Set.of("rules", "bundles", "ltv"),
            List.of("contacts", "tickets", "usage"), Set.of("rules", "bundles", "ltv", "account_scores"));

    private static final Path DATA = SmallWorld.DATA;
    private static final List<String> SETTINGS = SmallWorld.SETTINGS;
    private static SampleNight all;
    private static Map<String, List<String>> digests;

    @BeforeAll
    static void generate() throws IOException {
        all = SmallWorld.NIGHT;
        digests = all.digests();
        assertThat(all.count("SELECT count(*) FROM {ranked_products}"))
                .as("what is compared")
                .isPositive();
    }

    static Stream<List<String>> together() {
        return UNTOUCHED.keySet().stream();
    }

    @Test
    void eachOptionalInputIsLeftOutOnce() {
        assertThat(together().flatMap(List::stream)).containsExactlyInAnyOrder(optional());
    }

    @ParameterizedTest
    @MethodSource("together")
    void leavingOut(List<String> inputs) throws IOException {
        SampleNight without = night("without-" + inputs.get(0), List.of(), inputs.toArray(String[]::new));
        assertThat(without.command.told())
                .contains("Absent inputs: "
                        + Stream.concat(
                                        inputs.stream(),
                                        Input.all().stream()
                                                .filter(i -> !SampleNight.has(i))
                                                .map(Input::name))
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + " Note: ");
        for (String input : inputs) {
            assertThat(without.command.told()).contains("Note: No " + input + ":");
        }
        Map<String, List<String>> tables = without.digests();
        assertThat(tables.keySet()).isEqualTo(digests.keySet());
        for (String table : UNTOUCHED.get(inputs)) {
            assertThat(tables.get(table)).as(table).isEqualTo(digests.get(table));
        }
        if (inputs.contains(Customers.INPUT.name())) {
            assertNobodyMayBeContacted(without);
        }
    }

    /** What the sample has beside orders. */
    private static String[] optional() {
        return Input.all().stream()
                .filter(i -> !i.equals(Orders.INPUT) && SampleNight.has(i))
                .map(Input::name)
                .toArray(String[]::new);
    }

    /** Orders alone: the rules are those of the whole night, and who may be contacted is offered what they say. */
    @Test
    void leavingAllOut() throws IOException {
        SampleNight ordersOnly = night("orders-only", List.of("consent.assume=true"), optional());
        assertThat(ordersOnly.command.told())
                .contains("Absent inputs: "
                        + Input.all().stream()
                                .filter(i -> !i.equals(Orders.INPUT))
                                .map(Input::name)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + " Note: ")
                .contains("Accounts are not scored: there is no input behavior.");
        String ofOrders = "SELECT * FROM {rules} WHERE basket_kind <> 'contract' ORDER BY rule_id";
        assertThat(ordersOnly.query(ofOrders)).isEqualTo(all.query(ofOrders));
        assertThat(ordersOnly.column(
                        "SELECT DISTINCT offer_type FROM {offers} WHERE offer_type <> 'nurture' ORDER BY 1"))
                .as("nothing is known of plans or of what is used up")
                .contains("cross_sell")
                .isSubsetOf("cross_sell", "bundle");
        assertThat(ordersOnly.count("SELECT count(*) FROM {lwp_segments} WHERE segment = 'opted_out'"))
                .isZero();
        // Nothing is offered without a ground in the orders: what is like it was bought, or a rule speaks of what was.
        assertThat(ordersOnly.count("SELECT count(*) FROM {offers} o WHERE offer_type = 'cross_sell'"
                        + " AND NOT EXISTS (FROM {ranked_products} r WHERE r.product_id = o.product_id"
                        + " AND r.customer_id = o.customer_id)"
                        + " AND NOT EXISTS (FROM {rules} r JOIN [orders] b ON list_contains(r.antecedent, b.product_id)"
                        + " WHERE r.consequent = o.product_id AND b.customer_id = o.customer_id)"))
                .isZero();
    }

    /** The sample's settings assume no consent. */
    private static void assertNobodyMayBeContacted(SampleNight night) {
        assertThat(night.count("SELECT count(*) FROM {offers}")).isZero();
        assertThat(night.column("SELECT DISTINCT segment FROM {lwp_segments}")).containsExactly("opted_out");
    }

    /** An event that names nothing but the row of an offer counts for the customer to whom that offer was made. */
    @Test
    void whoUnsubscribesFromAnOfferByItsRowIsOfferedNothingMore(@TempDir Path folder) throws IOException {
        List<String> offer = all.query("SELECT offer_row_id, customer_id FROM {offers} ORDER BY 1")
                .get(0);
        Path events = Files.writeString(
                folder.resolve("offer_events.csv"),
                "offer_row_id,event,event_at\n" + offer.get(0) + ",unsubscribed,2026-07-01T08:00:00Z\n"
                        + "never-published,unsubscribed,2026-07-01T08:00:00Z\n");
        Path warehouse = SmallWorld.warehouseIn(folder);
        Command next = Command.run(arguments(
                warehouse, "run.as_of=2026-07-01", "inputs.offer_events.path=" + events, "quality.min_volume_ratio=0"));
        assertThat(next.err()).isEmpty();
        assertThat(next.told()).contains("1 offer_events name an offer_row_id that no earlier night");
        String offers = "read_parquet('" + warehouse + "/offers/run_date=2026-07-01/*.parquet')";
        assertThat(all.count("SELECT count(*) FROM " + offers)).isPositive();
        assertThat(all.count("SELECT count(*) FROM " + offers + " WHERE customer_id = '" + offer.get(1) + "'"))
                .isZero();
    }

    private static SampleNight night(String name, List<String> settings, String... without) {
        List<String> all = new ArrayList<>(SETTINGS);
        all.addAll(settings);
        Stream.of(without).forEach(input -> all.add("inputs." + input + ".path=null"));
        return SampleNight.over(DATA, name, all.toArray(String[]::new));
    }

    private static String[] arguments(Path warehouse, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "nightly",
                "--conf",
                "conf/sample.conf",
                "--warehouse",
                warehouse.toString(),
                "--set",
                "vars.data=" + DATA));
        Stream.concat(SETTINGS.stream(), Stream.of(settings))
                .forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return arguments.toArray(String[]::new);
    }
}
