package io.osusume.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.TestSession;
import io.osusume.accounts.AccountActivity;
import io.osusume.config.OsusumeConfig;
import io.osusume.sample.SampleConfig;
import io.osusume.sample.SampleWorld;
import io.osusume.tables.Contacts;
import io.osusume.tables.Features;
import io.osusume.tables.Input;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Tickets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Features of a generated world: the future changes nothing, and an input left out changes only what it tells. */
class FeaturesIT {
    private static final LocalDate AS_OF = SampleConfig.DEFAULT_LAST_DAY;
    private static final String LATER = AS_OF.plusDays(1) + "T00:00:00Z";
    private static final OsusumeConfig CONFIG = TestFacts.config();
    private static final Map<String, Dataset<Row>> WORLD =
            inMemory(StagedFacts.raw(SampleWorld.generate(TestSession.spark(), SampleConfig.of(200, 3))));
    private static final Facts FACTS = staged(WORLD);
    private static final Map<String, Map<String, Object>> FEATURES = features(FACTS);

    /** What each input alone tells. */
    private static final Map<String, Set<String>> TOLD_BY = Map.of(
            "products", Set.of("utilisation", "owned_products"),
            "customers",
                    Set.of(
                            "name",
                            "account_id",
                            "owner",
                            "joined_at",
                            "marketing_consent",
                            "locale",
                            "nps",
                            "arm",
                            "may_contact",
                            "consent_known",
                            "tenure_days"),
            "usage",
                    Set.of(
                            "utilisation",
                            "usage_trend",
                            "active_periods",
                            "last_used_at",
                            "days_since_seen",
                            "tenure_days"),
            "subscriptions",
                    Set.of(
                            "owned_products",
                            "active_contracts",
                            "renews_at",
                            "cancel_requested",
                            "tenure_days",
                            "utilisation"),
            "contacts",
                    Set.of(
                            "contacts_30d",
                            "contacts_90d",
                            "reactions_30d",
                            "reactions_90d",
                            "response_rate",
                            "days_since_contact",
                            "last_two_negative",
                            "contact_cap_reached"),
            "behavior", Set.of("interest", "events_28d", "last_event_at", "needs_28d", "days_since_seen"),
            "tickets", Set.of("open_issues", "open_severe_tickets", "tickets_30d", "tickets_365d", "needs_28d"),
            "offer_events", Set.of("unsubscribed", "declined_90d", "may_contact", "consent_known"),
            "accounts", Set.of());

    @Test
    void whatComesLaterChangesNothing() {
        Map<String, Dataset<Row>> withFuture = new LinkedHashMap<>(WORLD);
        for (Input input : Input.all()) {
            input.timeColumn()
                    .ifPresent(t -> withFuture.computeIfPresent(input.name(), (n, rows) -> later(rows, input, t)));
        }
        withFuture.compute(
                "subscriptions",
                (n, rows) -> learned(learned(rows, Subscriptions.ENDED_AT), Subscriptions.CANCEL_REQUESTED_AT));
        withFuture.compute("tickets", (n, rows) -> learned(rows, Tickets.CLOSED_AT));
        withFuture.compute(
                "contacts",
                (n, rows) -> learned(
                        rows.withColumn(
                                Contacts.RESPONSE,
                                when(col(Contacts.RESPONDED_AT).isNull(), lit("clicked"))
                                        .otherwise(col(Contacts.RESPONSE))),
                        Contacts.RESPONDED_AT));
        Facts facts = staged(withFuture);
        assertThat(features(facts)).isEqualTo(FEATURES).hasSizeGreaterThan(150);
        assertThat(activity(facts)).isEqualTo(activity(FACTS)).isNotEmpty();
    }

    @Slow
    @Test
    void anInputLeftOutChangesOnlyWhatItTells() {
        TOLD_BY.forEach((input, told) -> assertThat(changed(features(without(Set.of(input)))))
                .as("without " + input)
                .isSubsetOf(told));
    }

    @Test
    void ordersAloneGiveEveryCustomerOfTheOrders() {
        Map<String, Map<String, Object>> alone = features(without(TOLD_BY.keySet()));
        assertThat(alone).isNotEmpty();
        assertThat(FEATURES.keySet()).containsAll(alone.keySet());
        assertThat(changed(alone))
                .isSubsetOf(TOLD_BY.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    private static Facts without(Set<String> inputs) {
        Map<Input, Dataset<Row>> rows = new LinkedHashMap<>();
        Map<Input, Set<String>> mapped = new LinkedHashMap<>();
        for (Input input : Input.all()) {
            if (inputs.contains(input.name())) {
                rows.put(
                        input,
                        TestSession.spark()
                                .createDataFrame(List.of(), input.table().schema()));
            } else {
                rows.put(input, FACTS.of(input));
                mapped.put(input, Set.copyOf(input.table().columnNames()));
            }
        }
        return Facts.of(rows, mapped);
    }

    /** The columns in which customers that are in both differ. */
    private static Set<String> changed(Map<String, Map<String, Object>> other) {
        Set<String> changed = new TreeSet<>();
        other.forEach((customer, row) -> row.forEach((column, value) -> {
            if (!java.util.Objects.equals(value, FEATURES.get(customer).get(column))) {
                changed.add(column);
            }
        }));
        return changed;
    }

    /** All rows once more, a day after the as-of date, under other keys. */
    private static Dataset<Row> later(Dataset<Row> rows, Input input, String time) {
        Dataset<Row> later = rows.withColumn(time, lit(LATER));
        for (String key : input.table().key()) {
            if (Arrays.asList(rows.columns()).contains(key)) {
                later = later.withColumn(key, concat(lit("later-"), col(key)));
            }
        }
        return rows.union(later);
    }

    /** What had not happened yet happens the day after. */
    private static Dataset<Row> learned(Dataset<Row> rows, String time) {
        return rows.withColumn(time, coalesce(col(time), lit(LATER)));
    }

    private static Map<String, Map<String, Object>> features(Facts facts) {
        Dataset<Row> holdings = StagedFacts.inMemory("holdings", TestFacts.holdings(facts, AS_OF));
        Dataset<Row> use = StagedFacts.inMemory("use", new ProductUse(CONFIG.features()).of(facts, holdings, AS_OF));
        Dataset<Row> features =
                new CustomerFeatures(CONFIG.features(), CONFIG.consent()).of(facts, holdings, use, AS_OF);
        List<String> names = List.of(features.columns());
        return features.collectAsList().stream()
                .collect(Collectors.toMap(r -> r.getAs(Features.CUSTOMER_ID), r -> names.stream()
                        .collect(LinkedHashMap::new, (m, n) -> m.put(n, r.getAs(n)), Map::putAll)));
    }

    private static Set<String> activity(Facts facts) {
        return new AccountActivity(CONFIG.accounts(), CONFIG.features())
                .of(facts, AS_OF).collectAsList().stream().map(Row::toString).collect(Collectors.toSet());
    }

    private static Facts staged(Map<String, Dataset<Row>> raw) {
        return StagedFacts.of(raw, CONFIG, AS_OF, StagedFacts::inMemory);
    }

    private static Map<String, Dataset<Row>> inMemory(Map<String, Dataset<Row>> raw) {
        Map<String, Dataset<Row>> kept = new LinkedHashMap<>();
        raw.forEach((name, rows) -> kept.put(name, StagedFacts.inMemory(name, rows)));
        return kept;
    }
}
