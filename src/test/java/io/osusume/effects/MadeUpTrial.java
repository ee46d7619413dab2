package io.osusume.effects;

import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.features.StagedFacts;
import io.osusume.tables.Episodes;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * 300 customers, each offered a mouse (or it is withheld) on 2026-05-01: every fifth is in control. Of the others every third
 * buys it on 5 May at 100, of the control every second.
 */
final class MadeUpTrial {
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    static final int CUSTOMERS = 300;

    private final List<Row> orders = new ArrayList<>();
    private final List<Row> customers = new ArrayList<>();
    private final List<Row> events = new ArrayList<>();
    private final List<Row> behavior = new ArrayList<>();
    private final List<Row> episodes = new ArrayList<>();

    static String id(int i) {
        return String.format("c%03d", i);
    }

    static boolean isControl(int i) {
        return i % 5 == 0;
    }

    static boolean buys(int i) {
        return isControl(i) ? i % 10 == 0 : i % 3 == 0;
    }

    MadeUpTrial() {
        for (int i = 1; i <= CUSTOMERS; i++) {
            customers.add(RowFactory.create(id(i), null));
            episode(i, "mouse", "post_purchase", isControl(i) ? "control" : "treated", FIRST);
            if (buys(i)) {
                order(i, "mouse", "2026-05-05 10:00:00", "100");
            }
        }
    }

    void order(int customer, String product, String at, String price) {
        orders.add(RowFactory.create("o" + orders.size(), id(customer), product, at, "1", price));
    }

    void offerEvent(int customer, String event, String at) {
        events.add(RowFactory.create(id(customer), "cross_sell", "mouse", event, at));
    }

    void did(int customer, String event, String at) {
        behavior.add(RowFactory.create(id(customer), event, at));
    }

    void episode(int customer, String product, String trigger, String arm, LocalDate first) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(Episodes.OFFER_ROW_ID, id(customer) + "-" + product);
        row.put(Episodes.TARGET_TYPE, "customer");
        row.put(Episodes.TARGET_ID, id(customer));
        row.put(Episodes.CUSTOMER_ID, id(customer));
        row.put(Episodes.OFFER_TYPE, "cross_sell");
        row.put(Episodes.PRODUCT_ID, product);
        row.put(Episodes.ITEMS, new String[] {product});
        row.put(Episodes.TRIGGER, trigger);
        row.put(Episodes.LWP_SEGMENT, "ready");
        row.put(Episodes.CELL, "cross_sell · " + trigger + " · ready");
        row.put(Episodes.DELIVERED, false);
        row.put(Episodes.EXPERIMENT_ID, "baseline");
        row.put(Episodes.ARM, arm);
        row.put(Episodes.IS_DRAWN, true);
        row.put(Episodes.ARM_NOW, arm);
        row.put(Episodes.FIRST_DAY, Date.valueOf(first));
        row.put(Episodes.LAST_DAY, Date.valueOf(first));
        row.put(Episodes.RANK, 1);
        row.put(Episodes.EVIDENCE, 1.0);
        row.put(Episodes.P_ACCEPT, .1);
        row.put(Episodes.CHANNEL, "email");
        episodes.add(RowFactory.create(Arrays.stream(Episodes.TABLE.schema().fieldNames())
                .map(row::get)
                .toArray()));
    }

    /** As a campaign of the company's own: its list tells the arms, and no night has been. */
    void giveArms() {
        episodes.clear();
        customers.clear();
        for (int i = 1; i <= CUSTOMERS; i++) {
            customers.add(RowFactory.create(id(i), isControl(i) ? "control" : "treated"));
        }
    }

    void removeControl() {
        int arm = Episodes.TABLE.columnNames().indexOf(Episodes.ARM);
        episodes.removeIf(r -> r.getString(arm).equals("control"));
    }

    void removeAll() {
        episodes.clear();
    }

    Dataset<Row> episodes() {
        return TestSession.spark().createDataFrame(episodes, Episodes.TABLE.schema());
    }

    OsusumeConfig config(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "inputs.orders.path=a.csv",
                "consent.assume=true",
                "experiment.control_share=0.2",
                "effects.outcomes=[taken,ordered,revenue,margin]"));
        all.addAll(List.of(settings));
        return ConfigLoader.load(Optional.empty(), all).config();
    }

    Facts facts(OsusumeConfig config) {
        Map<String, Dataset<Row>> raw = new LinkedHashMap<>();
        raw.put(
                "orders",
                rows(
                        "order_id STRING, customer_id STRING, product_id STRING, ordered_at STRING, quantity STRING,"
                                + " unit_price STRING",
                        orders));
        raw.put("customers", rows("customer_id STRING, arm STRING", customers));
        raw.put(
                "products",
                rows(
                        "product_id STRING, name STRING, category STRING, list_price STRING, unit_cost STRING",
                        List.of(
                                RowFactory.create("mouse", "Mouse", "pc", "100", "60"),
                                RowFactory.create("lamp", "Lamp", "home", "50", null))));
        if (!events.isEmpty()) {
            raw.put(
                    "offer_events",
                    rows(
                            "customer_id STRING, offer_type STRING, product_id STRING, event STRING, event_at STRING",
                            events));
        }
        if (!behavior.isEmpty()) {
            raw.put("behavior", rows("customer_id STRING, event STRING, event_at STRING", behavior));
        }
        return StagedFacts.of(raw, config, AS_OF, StagedFacts::inMemory);
    }

    private static Dataset<Row> rows(String ddl, List<Row> rows) {
        return TestSession.rows(ddl, rows.toArray(Row[]::new));
    }
}
