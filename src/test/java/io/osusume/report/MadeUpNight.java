package io.osusume.report;

import io.osusume.TestSession;
import io.osusume.changes.Difference;
import io.osusume.config.ReportConfig;
import io.osusume.config.RunConfig.Language;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Backtests;
import io.osusume.tables.Bundles;
import io.osusume.tables.Effects;
import io.osusume.tables.Ltv;
import io.osusume.tables.LtvModels;
import io.osusume.tables.LtvValidation;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Rejects;
import io.osusume.tables.Rules;
import io.osusume.tables.SuccessCases;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;

/** A night of few rows and awkward names, in which every chart has something to show. */
final class MadeUpNight {
    static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    /** Names that break pages which trust them. */
    static final List<String> NAMES = List.of(
            "</script><script>document.title='broken'</script>",
            "<img src=x onerror=\"document.title='broken'\">",
            "\"quoted\" & 'single' {{ 1 + 1 }}",
            "=HYPERLINK(\"http://example.com\")",
            "🎁 贈り物 كتاب عن الطبخ",
            "x".repeat(300));

    private MadeUpNight() {}

    static Map<Language, String> pages(Night night) {
        return pages(night, true);
    }

    /** @param names whether they name customers */
    static Map<Language, String> pages(Night night, boolean names) {
        ReportConfig config = new ReportConfig(true, List.of(Language.EN, Language.JA), 20, 5, Optional.empty(), names);
        return new Report(config).of(night, new Report.Origin("JPY", "test"));
    }

    /** With these tables alone. */
    static Night of(Map<Table, Dataset<Row>> tables) {
        Dataset<Row> none = TestSession.spark().emptyDataFrame();
        return new Night(DAY, tables, new Night.Earlier(none, 0, none, Optional.empty()), List.of());
    }

    static Night full() {
        Map<Table, Dataset<Row>> tables = new LinkedHashMap<>();
        tables.put(Offers.TABLE, offers());
        tables.put(WithheldOffers.TABLE, rows(WithheldOffers.TABLE, List.of()));
        tables.put(SuppressedOffers.TABLE, rows(SuppressedOffers.TABLE, List.of(stopped())));
        tables.put(LwpSegments.TABLE, segments("B"));
        tables.put(Ltv.TABLE, values());
        tables.put(LtvModels.TABLE, rows(LtvModels.TABLE, List.of(model())));
        tables.put(LtvValidation.TABLE, deciles());
        tables.put(Rules.TABLE, rules());
        tables.put(Bundles.TABLE, rows(Bundles.TABLE, List.of(bundle())));
        tables.put(AccountScores.TABLE, rows(AccountScores.TABLE, List.of(account())));
        tables.put(Effects.TABLE, rows(Effects.TABLE, List.of(effect("all", 0.021), effect("upsell", -0.004))));
        tables.put(
                SuccessCases.TABLE,
                rows(
                        SuccessCases.TABLE,
                        List.of(success("team", "basic", 8), success("team", "all", 8), success("all", "all", 9))));
        tables.put(Backtests.TABLE, rows(Backtests.TABLE, List.of(ranked("ranker", .21), ranked("popularity", .12))));
        tables.put(
                Rejects.TABLE,
                rows(
                        Rejects.TABLE,
                        List.of(Map.of(
                                Rejects.INPUT,
                                "orders",
                                Rejects.REASON,
                                "unreadable_ordered_at",
                                Rejects.RAW,
                                NAMES.get(0)))));
        Dataset<Row> nights = offers().withColumn(Night.RUN_DATE, functions.lit(DAY.minusDays(1)))
                .union(offers().withColumn(Night.RUN_DATE, functions.lit(DAY)));
        return new Night(
                DAY,
                tables,
                new Night.Earlier(nights, 2, segments("A"), Optional.of(DAY.minusDays(7))),
                List.of(reading(DAY, 120), reading(DAY.minusDays(1), 100)),
                Optional.of(plan()));
    }

    private static Difference plan() {
        return new Difference(
                "next",
                DAY.plusDays(1).toString(),
                null,
                "JPY",
                new Difference.Offers(30, 33, 5, 2, 0),
                new Difference.Value(735, 800),
                null,
                null,
                List.of(
                        new Difference.Move("gained", "upsell", "near_limit", 3, 50),
                        new Difference.Move("gained", "upsell", "interested", 2, 25),
                        new Difference.Move("lost", "bundle", "contact_cap", 2, -10)),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of());
    }

    private static Reading reading(LocalDate day, long accepted) {
        return new Reading(
                day,
                Map.of("orders", new Reading.Counts(accepted, 1, 2, Optional.of(day.minusDays(3)))),
                Map.of("orders.customer_id", new Reading.Match("customers", 10, 9, 5, 4)),
                List.of("usage"),
                List.of("A <b>headline</b>."),
                List.of("A note."));
    }

    static Dataset<Row> offers() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(Offers.OFFER_ROW_ID, "o" + i);
            row.put(Offers.TARGET_TYPE, Offers.CUSTOMER);
            row.put(Offers.TARGET_ID, NAMES.get(i % 6) + i);
            row.put(Offers.OWNER, NAMES.get(i % 6));
            row.put(Offers.OFFER_TYPE, i % 3 == 0 ? "upsell" : "cross_sell");
            row.put(Offers.PRODUCT_ID, "p" + i);
            row.put(Offers.PRODUCT_NAME, NAMES.get(i % 6));
            row.put(Offers.TRIGGER, i % 2 == 0 ? "none" : "renewal");
            row.put(Offers.LWP_SEGMENT, "ready");
            row.put(Offers.RANK, 1);
            row.put(Offers.RANK_SCORE, 10.0 + i);
            row.put(Offers.EXPECTED_VALUE, 10.0 + i);
            row.put(Offers.P_ACCEPT, 0.1 + i / 100.0);
            row.put(Offers.CONTACT_COST, 3.0);
            row.put(Offers.TRIALS, 40.0);
            row.put(Offers.TAKEN, 4.0 + i % 5);
            row.put(Offers.CURRENCY, "JPY");
            row.put(Offers.REASON_TEXT, NAMES.get(i % 6));
            row.put(Offers.EVIDENCE_TEXT, NAMES.get(i % 6));
            row.put(Offers.VALID_TO, Date.valueOf(DAY.plusDays(9)));
            row.put(Offers.UPDATED_AT, Timestamp.valueOf("2026-04-01 00:00:00"));
            rows.add(row);
        }
        return rows(Offers.TABLE, rows);
    }

    private static Map<String, Object> stopped() {
        return Map.of(
                SuppressedOffers.OFFER_ROW_ID,
                "s",
                SuppressedOffers.TARGET_ID,
                NAMES.get(0),
                SuppressedOffers.OFFER_TYPE,
                "upsell",
                SuppressedOffers.PRODUCT_ID,
                "p1",
                SuppressedOffers.REASON_CODE,
                "of_a_company's_own",
                SuppressedOffers.MORE,
                2L,
                SuppressedOffers.EXPECTED_VALUE,
                5.0,
                SuppressedOffers.RELEASE_DATE,
                Date.valueOf(DAY.plusDays(3)));
    }

    static Dataset<Row> segments(String priorityOfFirst) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(LwpSegments.CUSTOMER_ID, NAMES.get(i % 6) + i);
            row.put(LwpSegments.WHAT_SCORE, i % 10 / 10.0);
            row.put(LwpSegments.PACE_SCORE, i % 7 / 7.0);
            row.put(
                    LwpSegments.PRIORITY,
                    i == 0 ? priorityOfFirst : List.of("A", "B", "C", "D").get(i % 4));
            row.put(LwpSegments.SEGMENT, List.of("ready", "care", "at_risk").get(i % 3));
            row.put(LwpSegments.RESULTS, 100.0 * i);
            row.put(LwpSegments.WHAT_CUT, 0.4);
            row.put(LwpSegments.PACE_CUT, 0.5);
            rows.add(row);
        }
        return rows(LwpSegments.TABLE, rows);
    }

    private static Dataset<Row> values() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(Map.of(
                    Ltv.CUSTOMER_ID,
                    "c" + i,
                    Ltv.MODEL,
                    "mbg_nbd",
                    Ltv.LTV,
                    new BigDecimal(i * i * 100),
                    Ltv.LTV_CONTRACT,
                    BigDecimal.ZERO,
                    Ltv.HISTORIC_LTV,
                    new BigDecimal(i * 10),
                    Ltv.HORIZON_DAYS,
                    365));
        }
        return rows(Ltv.TABLE, rows);
    }

    private static Map<String, Object> model() {
        return Map.of(
                LtvModels.MODEL,
                "mbg_nbd",
                LtvModels.CHOSEN,
                true,
                LtvModels.HOLDOUT_DAYS,
                90,
                LtvModels.FORECAST_RATIO,
                1.02,
                LtvModels.HOLDOUT_ERROR,
                .8,
                LtvModels.HOLDOUT_ERROR_NAIVE,
                1.1);
    }

    private static Dataset<Row> deciles() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            rows.add(Map.of(
                    LtvValidation.MODEL,
                    "mbg_nbd",
                    LtvValidation.GROUPING,
                    LtvValidation.DECILE,
                    LtvValidation.BUCKET,
                    i,
                    LtvValidation.FORECAST_ORDERS,
                    i * 10.0,
                    LtvValidation.ACTUAL_ORDERS,
                    i * 9L));
        }
        return rows(LtvValidation.TABLE, rows);
    }

    private static Dataset<Row> rules() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(Map.of(
                    Rules.RULE_ID,
                    "r" + i,
                    Rules.ANTECEDENT,
                    List.of("p" + i % 6, "unnamed"),
                    Rules.CONSEQUENT,
                    "p" + (i + 1) % 6,
                    Rules.BASKET_KIND,
                    "order",
                    Rules.COUNT,
                    10L + i,
                    Rules.CONFIDENCE,
                    0.5,
                    Rules.LIFT,
                    2.0 + i,
                    Rules.LEVERAGE,
                    0.01 * i,
                    Rules.Q_VALUE,
                    0.0001));
        }
        return rows(Rules.TABLE, rows);
    }

    private static Map<String, Object> bundle() {
        return Map.of(
                Bundles.BUNDLE_ID,
                "b",
                Bundles.ITEMS,
                List.of("p0", "p1"),
                Bundles.COUNT,
                5L,
                Bundles.SUM_PRICE,
                new BigDecimal("1200"),
                Bundles.BUNDLE_PRICE,
                new BigDecimal("1000"),
                Bundles.DISCOUNT,
                0.1667,
                Bundles.LIFT,
                3.0,
                Bundles.RANK,
                1);
    }

    private static Map<String, Object> account() {
        return Map.of(
                AccountScores.ACCOUNT_ID,
                NAMES.get(0),
                AccountScores.EVENTS_28D,
                12L,
                AccountScores.BASELINE,
                2.5,
                AccountScores.PEOPLE,
                3L,
                AccountScores.SENIOR_PEOPLE,
                1L,
                AccountScores.Q_VALUE,
                0.001,
                AccountScores.SCORE,
                9.0,
                AccountScores.IS_SURGING,
                true,
                AccountScores.INTERESTS,
                List.of(RowFactory.create("p2", 4.0, 3L, 1L, List.of("sales"))));
    }

    private static Map<String, Object> effect(String type, double effect) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(Effects.EXPERIMENT_ID, NAMES.get(2));
        row.put(Effects.OFFER_TYPE, type);
        row.put(Effects.TRIGGER, "all");
        row.put(Effects.SEGMENT, "all");
        row.put(Effects.PRODUCT_ID, "all");
        row.put(Effects.OUTCOME, Effects.TAKEN);
        row.put(Effects.VERDICT, effect > 0 ? "works" : "harms");
        row.put(Effects.EFFECT, effect);
        row.put(Effects.ALWAYS_LOW, effect - .01);
        row.put(Effects.ALWAYS_HIGH, effect + .01);
        row.put(Effects.MEAN_TREATED, .08);
        row.put(Effects.MEAN_CONTROL, .06);
        row.put(Effects.N_TREATED, 900L);
        row.put(Effects.N_CONTROL, 300L);
        row.put(Effects.N_WAITING, 0L);
        return row;
    }

    private static Map<String, Object> success(String product, String owned, long accepted) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(SuccessCases.OFFER_TYPE, "upsell");
        row.put(SuccessCases.PRODUCT_ID, product);
        row.put(SuccessCases.TRIGGER, "all");
        row.put(SuccessCases.SEGMENT, "all");
        row.put(SuccessCases.OWNED_PRODUCT_ID, owned);
        row.put(SuccessCases.USE_BAND, "all");
        row.put(SuccessCases.OFFERED, 12L);
        row.put(SuccessCases.ACCEPTED, accepted);
        row.put(SuccessCases.FOLLOWED, 8L);
        row.put(SuccessCases.VALUE_GAINED, 184_425.0);
        row.put(SuccessCases.VALUE_LOW, 176_950.0);
        row.put(SuccessCases.VALUE_HIGH, 191_900.0);
        row.put(SuccessCases.OTHERS_GAINED, -30_000.0);
        return row;
    }

    private static Map<String, Object> ranked(String method, double value) {
        return Map.of(
                Backtests.AS_OF,
                Date.valueOf(DAY.minusDays(28)),
                Backtests.METHOD,
                method,
                Backtests.METRIC,
                "ndcg",
                Backtests.VALUE,
                value,
                Backtests.CUSTOMERS,
                500L);
    }

    /** Rows of a table, in which everything that is not told is null. */
    static Dataset<Row> rows(Table table, List<Map<String, Object>> told) {
        List<Row> rows = told.stream()
                .map(values ->
                        RowFactory.create(java.util.Arrays.stream(table.schema().fields())
                                .map(field -> fitting(field, values.get(field.name())))
                                .toArray()))
                .toList();
        return TestSession.spark().createDataFrame(rows, table.schema().asNullable());
    }

    private static Object fitting(StructField field, Object value) {
        if (value instanceof Number n && field.dataType() instanceof DecimalType) {
            return new BigDecimal(n.toString());
        }
        if (value instanceof Number n && field.dataType().equals(DataTypes.IntegerType)) {
            return n.intValue();
        }
        return value;
    }
}
