package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.osusume.Slow;
import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import io.osusume.tables.Ltv;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class LifetimeValueTest {
    private static final String AS_OF = "2025-12-31";

    /** Customers who come back now and then, some of whom leave; values do not depend on frequency. */
    private static Shop busy(int customers) {
        Shop shop = new Shop();
        Random random = new Random(7);
        for (int i = 0; i < customers; i++) {
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(150));
            double usual = 1000 + random.nextInt(3000);
            double gap = 20 + random.nextInt(100);
            do {
                shop.order("c%04d".formatted(i), day.toString(), Math.rint(usual * (0.5 + random.nextDouble())));
                day = day.plusDays(1 + (long) (-gap * Math.log(1 - random.nextDouble())));
            } while (random.nextDouble() > 0.25 && day.isBefore(LocalDate.parse(AS_OF)));
        }
        return shop;
    }

    private static void sound(List<Row> rows) {
        assertThat(rows).isNotEmpty();
        for (Row row : rows) {
            assertThat(row.<String>getAs(Ltv.MODEL)).isNotBlank();
            for (String name : List.of(Ltv.P_ALIVE, Ltv.EXPECTED_ORDERS, Ltv.AGE_DAYS, Ltv.RECENCY_DAYS)) {
                Double value = row.getAs(name);
                assertThat(value == null || (Double.isFinite(value) && value >= 0))
                        .as(name)
                        .isTrue();
            }
            assertThat(money(row, Ltv.LTV_LOW)).isNotNegative().isLessThanOrEqualTo(money(row, Ltv.LTV));
            assertThat(money(row, Ltv.LTV)).isLessThanOrEqualTo(money(row, Ltv.LTV_HIGH));
            assertThat(money(row, Ltv.LTV))
                    .isCloseTo(money(row, Ltv.LTV_AT_WILL) + money(row, Ltv.LTV_CONTRACT), within(1e-9));
        }
    }

    private static double money(Row row, String name) {
        return row.getDecimal(row.fieldIndex(name)).doubleValue();
    }

    private static String model(Row row) {
        return row.getAs(Ltv.MODEL);
    }

    @Test
    void everyCustomerGetsAModelledValue() {
        Shop shop = busy(400);
        Dataset<Row> table = shop.ltv(Shop.config(), shop.orders(), AS_OF);
        assertThat(table.schema().fieldNames()).isEqualTo(Ltv.TABLE.schema().fieldNames());
        for (int i = 0; i < table.schema().length(); i++) {
            assertThat(table.schema().apply(i).dataType())
                    .isEqualTo(Ltv.TABLE.schema().apply(i).dataType());
        }
        List<Row> rows = table.orderBy(Ltv.CUSTOMER_ID).collectAsList();
        assertThat(rows).hasSize(400);
        sound(rows);
        assertThat(rows).allSatisfy(row -> {
            assertThat(model(row)).isEqualTo("mbg_nbd+gamma_gamma");
            assertThat(row.<Double>getAs(Ltv.P_ALIVE)).isBetween(0.0, 1.0);
            // Undiscounted orders × value × margin is a little more than what they are worth today.
            double gross = row.<Double>getAs(Ltv.EXPECTED_ORDERS) * money(row, Ltv.MEAN_VALUE) * 0.3;
            assertThat(money(row, Ltv.LTV)).isBetween(gross / 1.1 - 0.001, gross + 0.001);
        });
    }

    /** Two repeats in 140 days each: nobody differs from anybody, so the rate of all is all there is to say. */
    @Test
    void whereAllAreAlikeTheRateOfAllIsTold() {
        Shop shop = new Shop();
        for (int i = 0; i < 120; i++) {
            for (String day : List.of("2025-08-13", "2025-10-02", "2025-11-11")) {
                shop.order("c%04d".formatted(i), day, 100);
            }
        }
        List<Row> rows = shop.ltv(Shop.config(), AS_OF);
        sound(rows);
        assertThat(rows).hasSize(120).allSatisfy(row -> {
            assertThat(model(row)).startsWith("segment");
            assertThat(row.<Double>getAs(Ltv.EXPECTED_ORDERS)).isCloseTo(2 / 140.0 * 365, within(.02));
        });
    }

    /** The same facts in another order and partitioning, and facts from after as-of, change no bit. */
    @Test
    void neitherOrderNorTheFutureMatters() {
        Shop shop = busy(300);
        List<Row> rows = shop.ltv(Shop.config(), AS_OF);
        Shop later = busy(300).order("c0001", "2026-01-01", 1e6).order("newcomer", "2026-02-01", 5);
        List<Row> again = later.ltv(
                        Shop.config(), later.orders().repartition(7).sortWithinPartitions("unit_price"), AS_OF)
                .orderBy(Ltv.CUSTOMER_ID)
                .collectAsList();
        assertThat(again).isEqualTo(rows);
    }

    @Slow
    @Test
    void otherModelsCanBeChosen() {
        for (String model : List.of("bg_nbd", "pareto_nbd")) {
            List<Row> rows = busy(120).ltv(Shop.config("model=" + model), AS_OF);
            sound(rows);
            assertThat(rows).allSatisfy(row -> assertThat(model(row)).isEqualTo(model + "+gamma_gamma"));
        }
    }

    /** Frequent customers who spend ever more: Gamma-Gamma would be wrong, and is not used. */
    @Test
    void correlatedValueFallsBackToMeanValues() {
        Shop shop = new Shop();
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            int orders = 1 + random.nextInt(6);
            for (int k = 0; k < orders; k++) {
                shop.order(
                        "c%03d".formatted(i),
                        LocalDate.of(2025, 1, 1).plusDays(i + 9L * k).toString(),
                        100.0 * orders);
            }
        }
        List<Row> rows = shop.ltv(Shop.config(), AS_OF);
        sound(rows);
        assertThat(rows).allSatisfy(row -> assertThat(model(row)).isEqualTo("mbg_nbd+mean_value"));
    }

    @Test
    void oneCustomerHasTheirHistory() {
        // Two orders of 1,000 and 3,000 in under a year: 2 a year, 2,000 each, margin 30 %.
        List<Row> rows = new Shop()
                .order("only", "2025-11-01", 1000)
                .order("only", "2025-12-01", 3000)
                .ltv(Shop.config("horizon_days=365", "discount_rate=0"), AS_OF);
        assertThat(rows).hasSize(1);
        sound(rows);
        Row row = rows.get(0);
        assertThat(model(row)).isEqualTo("historic");
        assertThat(row.<Long>getAs(Ltv.ORDERS)).isEqualTo(2);
        assertThat(row.<Double>getAs(Ltv.RECENCY_DAYS)).isEqualTo(30);
        assertThat(row.<Double>getAs(Ltv.AGE_DAYS)).isEqualTo(60);
        assertThat(row.<Double>getAs(Ltv.P_ALIVE)).isNull();
        assertThat(money(row, Ltv.LTV)).isCloseTo(2 * 2000 * 0.3 * 365 / 365.25, within(0.01));
        // 2,000 × 2 a year × 3 years × 30 %.
        assertThat(money(row, Ltv.HISTORIC_LTV)).isCloseTo(3600, within(0.01));
        assertThat(money(row, Ltv.LTV_HIGH)).isGreaterThan(money(row, Ltv.LTV));
    }

    @Test
    void oneTimeBuyersOnlyGetSegmentFigures() {
        Shop shop = new Shop();
        for (int i = 0; i < 60; i++) {
            shop.order(
                    "c%02d".formatted(i), LocalDate.of(2025, 3, 1).plusDays(i).toString(), 500);
        }
        List<Row> rows = shop.ltv(Shop.config(), AS_OF);
        assertThat(rows).hasSize(60);
        sound(rows);
        assertThat(rows).allSatisfy(row -> {
            assertThat(model(row)).isEqualTo("segment");
            // Nobody has come back in 16,000 days of customers: none expected, and not many more than none.
            assertThat(money(row, Ltv.LTV)).isZero();
            assertThat(money(row, Ltv.LTV_HIGH)).isBetween(1.0, 50.0);
        });
    }

    @Test
    void allBoughtOnOneDay() {
        Shop shop = new Shop();
        for (int i = 0; i < 60; i++) {
            shop.order("c%02d".formatted(i), "2025-12-01", 500).order("c%02d".formatted(i), "2025-12-01", 700);
        }
        List<Row> rows = shop.ltv(Shop.config(), AS_OF);
        assertThat(rows).hasSize(60);
        sound(rows);
        assertThat(rows).allSatisfy(row -> {
            assertThat(model(row)).isEqualTo("segment");
            // Orders of one day are one.
            assertThat(row.<Long>getAs(Ltv.ORDERS)).isEqualTo(1);
            assertThat(money(row, Ltv.MEAN_VALUE)).isEqualTo(1200);
        });
    }

    @Test
    void asOfOnTheFirstDay() {
        Shop shop = new Shop();
        for (int i = 0; i < 60; i++) {
            shop.order("c%02d".formatted(i), AS_OF, 500);
        }
        List<Row> rows = shop.ltv(Shop.config(), AS_OF);
        assertThat(rows).hasSize(60);
        sound(rows);
        assertThat(rows).allSatisfy(row -> assertThat(model(row)).isEqualTo("historic"));
    }

    /** Ten thousand orders in as many days, among ordinary customers. */
    @Test
    void tenThousandOrders() {
        Shop shop = busy(150);
        LocalDate first = LocalDate.parse(AS_OF).minusDays(9999);
        for (int i = 0; i < 10_000; i++) {
            shop.order("a-giant", first.plusDays(i).toString(), 1000);
        }
        List<Row> rows = shop.ltv(Shop.config(), AS_OF);
        assertThat(rows).hasSize(151);
        sound(rows);
        assertThat(rows.get(0).<Long>getAs(Ltv.ORDERS)).isEqualTo(10_000);
        assertThat(rows.get(0).<Double>getAs(Ltv.EXPECTED_ORDERS)).isBetween(200.0, 400.0);
    }

    /** A gift and a returned order are no purchases; who has nothing else is in the table with value 0. */
    @Test
    void zeroAndReturnedOrders() {
        List<Row> rows = new Shop()
                .line("a", "thing", "2025-10-01", 0, 1, "JPY")
                .line("b", "thing", "2025-10-01", 900, 0, "JPY")
                .line("c", "thing", "2025-10-01", 900, 0, "JPY")
                .order("c", "2025-10-05", 800)
                .line(null, "thing", "2025-10-05", 800, 1, "JPY")
                .ltv(Shop.config(), AS_OF);
        assertThat(rows).hasSize(3);
        sound(rows);
        assertThat(rows.get(0).<Long>getAs(Ltv.ORDERS)).isZero();
        assertThat(model(rows.get(0))).isEqualTo("no_paid_orders");
        assertThat(model(rows.get(1))).isEqualTo("no_paid_orders");
        assertThat(money(rows.get(1), Ltv.LTV_HIGH)).isZero();
        assertThat(rows.get(2).<Long>getAs(Ltv.ORDERS)).isEqualTo(1);
        assertThat(model(rows.get(2))).isEqualTo("historic");
        assertThat(money(rows.get(2), Ltv.MEAN_VALUE)).isEqualTo(800);
    }

    @Test
    void severalCurrenciesNeedRates() {
        Shop shop = new Shop().order("a", "2025-10-01", 900).line("b", "thing", "2025-10-01", 10, 1, "EUR");
        assertThatThrownBy(() -> shop.ltv(Shop.config(), AS_OF))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("amounts in 2 currencies (EUR, JPY)")
                .hasMessageContaining("ltv.currency_rates { EUR = <value of one unit in JPY>");
        assertThatThrownBy(() -> shop.ltv(Shop.config("currency_rates.USD=150"), AS_OF))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("amounts in EUR, for which there is no rate")
                .hasMessageContaining("Set ltv.currency_rates.EUR");
        List<Row> rows = shop.ltv(Shop.config("currency_rates.EUR=160.5"), AS_OF);
        assertThat(money(rows.get(1), Ltv.MEAN_VALUE)).isEqualTo(1605);
        assertThat(rows.get(1).<String>getAs(Ltv.CURRENCY)).isEqualTo("JPY");
    }

    /** One currency of the orders' own needs no setting, and names the figures. */
    @Test
    void theOrdersOwnCurrencyHolds() {
        List<Row> rows = new Shop()
                .line("a", "thing", "2025-10-01", 10, 1, "GBP")
                .line("b", "thing", "2025-10-01", 10, 1, "GBP")
                .ltv(Shop.config(), AS_OF);
        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.<String>getAs(Ltv.CURRENCY))
                .isEqualTo("GBP"));
    }

    /** Unit costs where known (600 of 1,000), the configured rate elsewhere; a loss is not carried forward. */
    @Test
    void marginComesFromCosts() {
        List<Row> rows = new Shop()
                .product("known", "one_time", null, null, 600.0)
                .product("loss", "one_time", null, null, 5000.0)
                .line("a", "known", "2025-10-01", 1000, 1, null)
                .line("b", "unknown", "2025-10-01", 1000, 1, null)
                .line("c", "loss", "2025-10-01", 1000, 1, null)
                .ltv(Shop.config("margin_rate=0.25", "lifetime_years=1"), AS_OF);
        assertThat(money(rows.get(0), Ltv.HISTORIC_LTV)).isEqualTo(400);
        assertThat(money(rows.get(1), Ltv.HISTORIC_LTV)).isEqualTo(250);
        assertThat(money(rows.get(2), Ltv.HISTORIC_LTV)).isZero();
        sound(rows);
    }
}
