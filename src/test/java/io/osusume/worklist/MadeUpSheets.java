package io.osusume.worklist;

import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.features.StagedFacts;
import io.osusume.tables.AccountScores;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Customers;
import io.osusume.tables.Datasets;
import io.osusume.tables.Features;
import io.osusume.tables.Ltv;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A few customers as of 30 June 2026, known by what each of them is about; the day of speaking is 1 July, a Wednesday. */
final class MadeUpSheets {
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    static final LocalDate TODAY = AS_OF.plusDays(1);

    private final Map<Table, List<Row>> evidence = new LinkedHashMap<>();
    private final List<Row> tickets = new ArrayList<>();
    private final List<Row> events = new ArrayList<>();
    private final List<Row> accounts = new ArrayList<>();
    private final OsusumeConfig config;

    MadeUpSheets(String... settings) {
        List<String> all = new ArrayList<>(List.of("inputs.orders.path=a.csv", "consent.assume=true"));
        all.addAll(List.of(settings));
        config = ConfigLoader.load(Optional.empty(), all).config();
        for (Table table : List.of(
                Prices.TABLE,
                CustomerContracts.TABLE,
                CustomerHoldings.TABLE,
                Features.TABLE,
                LwpSegments.TABLE,
                Ltv.TABLE,
                Offers.TABLE,
                WithheldOffers.TABLE,
                AccountScores.TABLE)) {
            evidence.put(table, new ArrayList<>());
        }
        product("pc", "PC");
        product("plan", "Plan Plus");
    }

    /** What is known of one row; "" is not known. */
    @SafeVarargs
    final void add(Table table, Map.Entry<String, Object>... values) {
        Map<String, Object> row = new HashMap<>();
        for (Map.Entry<String, Object> value : values) {
            row.put(value.getKey(), value.getValue());
        }
        add(table, row);
    }

    private void add(Table table, Map<String, Object> row) {
        row.values().removeIf(""::equals);
        evidence.get(table)
                .add(RowFactory.create(
                        Arrays.stream(table.schema().fieldNames()).map(row::get).toArray()));
    }

    void product(String id, String name) {
        add(Prices.TABLE, Map.entry(Products.PRODUCT_ID, id), Map.entry(Products.NAME, name));
    }

    /** A customer of long standing, spoken to 20 days ago, low in results; what else is known may say otherwise. */
    @SafeVarargs
    final void customer(String id, String segment, Map.Entry<String, Object>... known) {
        Map<String, Object> features = new HashMap<>(Map.of(
                Features.CUSTOMER_ID,
                id,
                Customers.OWNER,
                "sato",
                Features.TENURE_DAYS,
                400,
                Features.CONTACTS_90D,
                1L,
                Features.DAYS_SINCE_CONTACT,
                20,
                Features.NET_REVENUE,
                new BigDecimal("1000"),
                Features.OPEN_ISSUES,
                0L,
                Features.OPEN_SEVERE_TICKETS,
                0L));
        String priority = "D";
        for (Map.Entry<String, Object> entry : known) {
            features.put(entry.getKey(), entry.getValue().equals("") ? null : entry.getValue());
        }
        Object high = features.remove(LwpSegments.RESULTS_LEVEL);
        add(Features.TABLE, features);
        add(
                LwpSegments.TABLE,
                Map.entry(LwpSegments.CUSTOMER_ID, id),
                Map.entry(LwpSegments.SEGMENT, segment),
                Map.entry(LwpSegments.PRIORITY, high == null ? priority : "C"),
                Map.entry(LwpSegments.RESULTS_LEVEL, high == null ? LwpSegments.LOW : high));
    }

    void ltv(String id, String value) {
        add(Ltv.TABLE, Map.entry(Ltv.CUSTOMER_ID, id), Map.entry(Ltv.LTV, new BigDecimal(value)));
    }

    void contract(String id, String renews, String asked) {
        Map<String, Object> row = new HashMap<>(Map.of(
                CustomerHoldings.CUSTOMER_ID,
                id,
                CustomerHoldings.PRODUCT_ID,
                "plan",
                CustomerHoldings.NET_QUANTITY,
                BigDecimal.ZERO,
                CustomerHoldings.CONTRACT_QUANTITY,
                BigDecimal.ONE,
                CustomerHoldings.CONTRACT_PER_YEAR,
                new BigDecimal("120000")));
        row.put(CustomerHoldings.RENEWS_AT, renews == null ? "" : Timestamp.valueOf(renews + " 00:00:00"));
        row.put(CustomerHoldings.CANCEL_REQUESTED_AT, asked == null ? "" : Timestamp.valueOf(asked + " 09:00:00"));
        add(CustomerHoldings.TABLE, row);
    }

    void term(String id, String renews, String term) {
        add(
                CustomerContracts.TABLE,
                Map.entry(CustomerContracts.CUSTOMER_ID, id),
                Map.entry(CustomerContracts.PRODUCT_ID, "plan"),
                Map.entry(CustomerContracts.RUNS, true),
                Map.entry(CustomerContracts.RENEWS, Date.valueOf(renews)),
                Map.entry(CustomerContracts.NEXT_RENEWAL, Date.valueOf(renews)),
                Map.entry(CustomerContracts.TERM, term));
    }

    void bought(String id, String first, String last) {
        add(
                CustomerHoldings.TABLE,
                Map.entry(CustomerHoldings.CUSTOMER_ID, id),
                Map.entry(CustomerHoldings.PRODUCT_ID, "pc"),
                Map.entry(CustomerHoldings.NET_QUANTITY, BigDecimal.ONE),
                Map.entry(CustomerHoldings.FIRST_BOUGHT_AT, Timestamp.valueOf(first + " 10:00:00")),
                Map.entry(CustomerHoldings.LAST_BOUGHT_AT, Timestamp.valueOf(last + " 10:00:00")));
    }

    /** An offer of tonight that may go out at once. */
    void offer(String id, int rank, String type, String trigger, String product) {
        offer(Offers.CUSTOMER, id, rank, type, trigger, product, TODAY);
    }

    void offer(String target, String id, int rank, String type, String trigger, String product, LocalDate from) {
        add(Offers.TABLE, made(target, id, rank, type, trigger, product, from));
    }

    /** What somebody of a control arm would have got. */
    void withheld(String id, String type, String product) {
        add(WithheldOffers.TABLE, made(Offers.CUSTOMER, id, 1, type, "none", product, TODAY));
    }

    private static Map<String, Object> made(
            String target, String id, int rank, String type, String trigger, String product, LocalDate from) {
        Map<String, Object> row = new HashMap<>();
        row.put(Offers.OFFER_ROW_ID, "row-" + id + "-" + rank);
        row.put(Offers.TARGET_TYPE, target);
        row.put(Offers.TARGET_ID, id);
        row.put(Offers.CUSTOMER_ID, target.equals(Offers.ACCOUNT) ? "buyer" : id);
        row.put(Offers.ACCOUNT_ID, target.equals(Offers.ACCOUNT) ? id : "");
        row.put(Offers.OWNER, "sato");
        row.put(Offers.OFFER_TYPE, type);
        row.put(Offers.TRIGGER, trigger);
        row.put(Offers.PRODUCT_ID, product == null ? "" : product);
        row.put(Offers.PRODUCT_NAME, product == null ? "" : "The " + product);
        row.put(Offers.RANK, rank);
        row.put(Offers.EXPECTED_VALUE, 50.5);
        row.put(Offers.REASON_CODE, "also_bought");
        row.put(Offers.REASON_TEXT, "Say " + id + " " + rank + ".");
        row.put(Offers.EVIDENCE_TEXT, "Figures " + rank + ".");
        row.put(Offers.CHANNEL, "email");
        row.put(Offers.VALID_FROM, Date.valueOf(TODAY));
        row.put(Offers.VALID_TO, Date.valueOf(TODAY.plusDays(10)));
        row.put(Offers.NEXT_CONTACT_OK_AT, Date.valueOf(from));
        row.put(Offers.LWP_PRIORITY, "A");
        row.put(Offers.LWP_SEGMENT, "ready");
        return row;
    }

    void ticket(String id, String opened, String closed, String severity, String mark) {
        tickets.add(RowFactory.create(
                "t" + tickets.size() + "-" + id,
                id,
                opened + " 08:00:00",
                closed == null ? null : closed + " 08:00:00",
                severity,
                "problem",
                mark));
    }

    void event(String id, String product, String event, String day) {
        events.add(RowFactory.create(id, "cross_sell", product, event, day + " 12:00:00"));
    }

    void account(String id, String name) {
        accounts.add(RowFactory.create(id, name));
    }

    private static Dataset<Row> rows(String ddl, List<Row> rows) {
        return TestSession.spark().createDataFrame(rows, StructType.fromDDL(ddl));
    }

    private Facts facts() {
        Map<String, Dataset<Row>> raw = new LinkedHashMap<>();
        raw.put(
                "orders",
                rows(
                        "order_id STRING, customer_id STRING, product_id STRING, ordered_at STRING, quantity STRING,"
                                + " unit_price STRING",
                        List.of()));
        raw.put(
                "tickets",
                rows(
                        "ticket_id STRING, customer_id STRING, opened_at STRING, closed_at STRING, severity STRING,"
                                + " topic STRING, satisfaction STRING",
                        tickets));
        raw.put(
                "offer_events",
                rows(
                        "customer_id STRING, offer_type STRING, product_id STRING, event STRING, event_at STRING",
                        events));
        raw.put("accounts", rows("account_id STRING, name STRING", accounts));
        return StagedFacts.of(raw, config, AS_OF, StagedFacts::inMemory);
    }

    private Datasets evidence() {
        Datasets all = Datasets.none();
        for (Map.Entry<Table, List<Row>> table : evidence.entrySet()) {
            all = all.with(
                    table.getKey(),
                    TestSession.spark()
                            .createDataFrame(
                                    table.getValue(), nullable(table.getKey().schema())));
        }
        return all;
    }

    /** The rows here tell less than a night does. */
    private static StructType nullable(StructType schema) {
        return new StructType(Arrays.stream(schema.fields())
                .map(f -> f.copy(f.name(), f.dataType(), true, f.metadata()))
                .toArray(StructField[]::new));
    }

    Dataset<Row> subjects() {
        return new Subjects(config, AS_OF).of(facts(), evidence());
    }

    List<Row> worklist() {
        return new ThingsToDo(config, AS_OF)
                .of(subjects(), evidence().of(Offers.TABLE))
                .orderBy("target_type", "target_id", "task")
                .collectAsList();
    }

    List<Row> briefs() {
        return new Briefing(config.worklist().pool(), "JPY")
                .of(subjects(), facts(), evidence())
                .orderBy("account_id")
                .collectAsList();
    }
}
