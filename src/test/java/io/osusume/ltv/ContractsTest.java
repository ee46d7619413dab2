package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.config.LtvConfig;
import io.osusume.tables.Ltv;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ContractsTest {
    private static final String AS_OF = "2025-12-31";

    private static double money(Row row, String name) {
        return row.getDecimal(row.fieldIndex(name)).doubleValue();
    }

    private static String model(Row row) {
        return row.getAs(Ltv.MODEL);
    }

    /** Everyone stays, no discount, all margin: a year of a plan is worth twelve times its month. */
    private static LtvConfig plain(String... more) {
        String[] all = new String[more.length + 3];
        System.arraycopy(more, 0, all, 3, more.length);
        all[0] = "margin_rate=1";
        all[1] = "discount_rate=0";
        all[2] = "contracts.assumed_retention=1";
        return Shop.config(all);
    }

    /** The worked figures: 10,000 → 30,000 a month is 120,000 → 360,000 a year; payroll beside accounting 240,000. */
    @Test
    void workedFiguresOfAYear() {
        List<Row> rows = new Shop()
                .product("basic", "monthly", "plan", 10_000.0, null)
                .product("team", "monthly", "plan", 30_000.0, null)
                .product("accounting", "monthly", null, 10_000.0, null)
                .product("payroll", "monthly", null, 10_000.0, null)
                .contract("a", "basic", "2025-06-15", null, null)
                .contract("b", "team", "2025-06-15", null, null)
                .contract("c", "accounting", "2025-06-15", null, null)
                .contract("c", "payroll", "2025-06-15", null, 10_000.0)
                .ltv(plain("lifetime_years=1"), AS_OF);
        assertThat(rows).extracting(row -> money(row, Ltv.LTV)).containsExactly(120_000.0, 360_000.0, 240_000.0);
        assertThat(rows)
                .extracting(row -> money(row, Ltv.HISTORIC_LTV))
                .containsExactly(120_000.0, 360_000.0, 240_000.0);
        assertThat(rows).allSatisfy(row -> {
            assertThat(model(row)).isEqualTo("assumed_retention");
            assertThat(money(row, Ltv.LTV_CONTRACT)).isEqualTo(money(row, Ltv.LTV));
            assertThat(row.<Long>getAs(Ltv.ORDERS)).isZero();
        });
    }

    @Test
    void lifetimeMultiplies() {
        double two = HistoricValue.of(10_000, 12, 2, 0.3);
        double five = HistoricValue.of(10_000, 12, 5, 0.3);
        assertThat(two).isCloseTo(72_000, within(1e-9));
        assertThat(five / two).isCloseTo(2.5, within(1e-12));
    }

    /** Boxes that are sold singly too: those of a contract are its payments, the others purchases at will. */
    @Test
    void whatPaysAContractIsNoPurchase() {
        Shop shop = new Shop()
                .product("box", null, null, 1_000.0, null)
                .contract("c", "box", "2025-07-10", null, 1_000.0)
                .line("c", "box", "2025-06-10", 1_000, 1, "JPY")
                .line("d", "box", "2025-06-10", 1_000, 1, "JPY");
        for (int month = 7; month <= 12; month++) {
            shop.line("c", "box", "2025-%02d-10".formatted(month), 1_000, 1, "JPY");
        }
        List<Row> rows = shop.ltv(plain("lifetime_years=1"), AS_OF);
        Row subscriber = rows.get(0);
        assertThat(subscriber.<Long>getAs(Ltv.ORDERS))
                .as("the one before the contract")
                .isEqualTo(1);
        assertThat(money(subscriber, Ltv.LTV_CONTRACT)).isEqualTo(12_000);
        assertThat(money(subscriber, Ltv.LTV_AT_WILL))
                .as("as who bought one box")
                .isEqualTo(money(rows.get(1), Ltv.LTV_AT_WILL));
    }

    /** A zero-price line states a contract and is no purchase; it is valued at the list price. */
    @Test
    void orderLinesStateContracts() {
        List<Row> rows = new Shop()
                .product("plan", "annual", null, 1000.0, null)
                .product("monthly", "monthly", null, 100.0, null)
                .line("a", "plan", "2025-06-01", 0, 1, null)
                .line("b", "monthly", "2025-09-30", 80, 2, null)
                .line("b", "monthly", "2025-10-31", 80, 2, null)
                .line("b", "monthly", "2025-11-30", 80, 2, null)
                .line("b", "monthly", "2025-12-30", 80, 2, null)
                .line("c", "monthly", "2025-06-30", 80, 1, null)
                .line("c", "monthly", "2025-07-30", 80, 1, null)
                .line("d", "plan", "2025-06-01", 1000, 0, null)
                .ltv(plain(), AS_OF);
        assertThat(rows).extracting(row -> row.<Long>getAs(Ltv.ORDERS)).containsOnly(0L);
        assertThat(money(rows.get(0), Ltv.LTV_CONTRACT)).isEqualTo(1000);
        // Two seats of 80, twelve months.
        assertThat(money(rows.get(1), Ltv.LTV_CONTRACT)).isEqualTo(1920);
        // No bill for five months: ended.
        assertThat(model(rows.get(2))).isEqualTo("ended_contract");
        assertThat(money(rows.get(2), Ltv.LTV)).isZero();
        // Wholly returned: no contract, and a customer all the same.
        assertThat(model(rows.get(3))).isEqualTo("no_paid_orders");
    }

    /** Invoices by quarter are one contract: four payments of 300 in a year; 52 of 10 by week. */
    @Test
    void otherPeriodsThanMonthsAndYears() {
        List<Row> rows = new Shop()
                .product("quarter", "quarterly", null, 300.0, null)
                .product("week", "weekly", null, 10.0, null)
                .line("a", "quarter", "2025-05-15", 300, 1, null)
                .line("a", "quarter", "2025-08-15", 300, 1, null)
                .line("a", "quarter", "2025-11-15", 300, 1, null)
                .contract("b", "week", "2025-12-01", null, null)
                .ltv(plain(), AS_OF);
        assertThat(rows).extracting(row -> money(row, Ltv.LTV_CONTRACT)).containsExactly(1200.0, 520.0);
    }

    /** Where nothing tells how often a contract is paid, or what, it has no value, and that is said. */
    @Test
    void whatCannotBeValuedIsSaid() {
        Shop shop = new Shop()
                .product("priceless", "monthly", null, null, null)
                .contract("a", "unheard-of", "2025-05-15", null, 100.0)
                .contract("b", "priceless", "2025-05-15", null, null);
        LocalDate asOf = LocalDate.parse(AS_OF);
        PlanRetention fitted = PlanRetention.fit(plain(), shop.contracts(plain(), asOf), shop.products(), asOf);
        assertThat(fitted.notes())
                .containsExactly(
                        "1 running contracts have no value, because nothing tells how often they are paid: no billing, no"
                                + " renews_at, no invoices. Map subscriptions.billing or products.billing (plans:"
                                + " unheard-of).",
                        "1 running contracts have no value, because nothing tells their price. Map subscriptions.price or"
                                + " products.list_price (plans: priceless).");
        assertThat(shop.ltv(plain(), AS_OF)).allSatisfy(row -> {
            assertThat(money(row, Ltv.LTV_CONTRACT)).isZero();
            assertThat(model(row)).isEqualTo("unknown_billing");
        });
    }

    /** Buying at will and a contract add up, and stand apart. */
    @Test
    void bothKindsAddUp() {
        Row row = new Shop()
                .product("plan", "annual", null, 1000.0, null)
                .contract("a", "plan", "2025-02-01", null, null)
                .order("a", "2025-03-01", 500)
                .ltv(plain(), AS_OF)
                .get(0);
        assertThat(model(row)).isEqualTo("historic+assumed_retention");
        assertThat(money(row, Ltv.LTV_CONTRACT)).isEqualTo(1000);
        assertThat(money(row, Ltv.LTV_AT_WILL)).isCloseTo(500 * 365 / 365.25, within(0.001));
        assertThat(money(row, Ltv.LTV)).isEqualTo(money(row, Ltv.LTV_AT_WILL) + money(row, Ltv.LTV_CONTRACT));
    }

    /** A requested cancellation: of those who asked 0.3 stay, as it is configured, where none of the company's has come due. */
    @Test
    void requestedCancellationMovesTheOdds() {
        List<Row> rows = new Shop()
                .product("plan", "annual", null, 900.0, null)
                .contract("a", "plan", "2025-02-01", null, null)
                .contract("b", "plan", "2025-02-01", null, null, "2025-12-01")
                .ltv(plain("contracts.assumed_retention=0.8"), AS_OF);
        assertThat(money(rows.get(0), Ltv.LTV)).isCloseTo(720, within(0.001));
        assertThat(money(rows.get(1), Ltv.LTV)).isCloseTo(270, within(0.001));
    }

    /** Moving to another plan of the family is no loss; moving away is. Tenure runs on over the change. */
    @Test
    void changeOfPlanIsNoChurn() {
        Shop shop = new Shop()
                .product("basic", "annual", "plan", 1000.0, null)
                .product("team", "annual", "plan", 3000.0, null)
                .contract("a", "basic", "2021-01-01", "2023-01-01", null)
                .contract("a", "team", "2023-01-10", null, null)
                .contract("b", "basic", "2021-01-01", "2023-01-01", null)
                .contract("c", "basic", "2021-01-01", "2023-01-01", null)
                .contract("c", "team", "2024-01-01", null, null);
        List<Row> renewals =
                new Renewals(LocalDate.parse(AS_OF)).of(shop.contracts(Shop.config(), LocalDate.parse(AS_OF)));
        // basic: three come to renewals 1 and 2; at 2 b and c leave, and a stays, on another plan. The first of them
        // lies before the first ending. team: a enters at 2 and survives 3 and 4; c begins anew and survives 1.
        assertThat(renewals)
                .extracting(Row::toString)
                .containsExactly(
                        "[basic,P12M,false,before_record,1,3,0]",
                        "[basic,P12M,false,faced,2,3,2]",
                        "[team,P12M,false,faced,1,1,0]",
                        "[team,P12M,false,faced,3,1,0]",
                        "[team,P12M,false,faced,4,1,0]");
    }

    /** Enough contracts of one plan: sBG; the longer a customer has stayed, the more the rest is worth. */
    @Test
    void enoughContractsAreModelled() {
        Shop shop =
                new Shop().product("plan", "annual", null, 1000.0, null).product("rare", "annual", null, 1000.0, null);
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            LocalDate start = LocalDate.of(2018 + i % 8, 3, 1);
            double p = i % 2 == 0 ? 0.5 : 0.05;
            LocalDate end = start.plusYears(1);
            while (random.nextDouble() > p) {
                end = end.plusYears(1);
            }
            String ended = end.isAfter(LocalDate.parse(AS_OF)) ? null : end.toString();
            shop.contract("c%03d".formatted(i), "plan", start.toString(), ended, null);
        }
        shop.contract("rare", "rare", "2025-03-01", null, null);
        shop.contract("zz-new", "plan", "2025-03-01", null, null).contract("zz-old", "plan", "2018-03-01", null, null);
        List<Row> rows = shop.ltv(plain(), AS_OF);
        assertThat(rows).hasSize(303);
        assertThat(rows).allSatisfy(row -> {
            assertThat(money(row, Ltv.LTV_LOW)).isLessThanOrEqualTo(money(row, Ltv.LTV));
            assertThat(money(row, Ltv.LTV)).isLessThanOrEqualTo(money(row, Ltv.LTV_HIGH));
            assertThat(model(row)).isIn("sbg", "sbg_all_plans", "ended_contract");
        });
        assertThat(model(rows.get(300))).isEqualTo("sbg_all_plans");
        Row fresh = rows.get(301);
        Row loyal = rows.get(302);
        // A new customer's first renewal: 1 − E[p] is about 0.725; after seven, nearly all left are of the loyal half.
        assertThat(money(fresh, Ltv.LTV)).isBetween(640.0, 810.0);
        assertThat(money(loyal, Ltv.LTV)).isBetween(880.0, 970.0);
        assertThat(money(fresh, Ltv.LTV_HIGH) - money(fresh, Ltv.LTV_LOW)).isBetween(20.0, 200.0);
    }

    /**
     * Nine of ten stay at every renewal: one rate, so that who has stayed for long is worth no more than that. By Jeffreys half
     * a contract more has stayed, and half a one more is lost.
     */
    @Test
    void contractsThatAreAlikeHaveOneRate() {
        Shop shop = new Shop().product("plan", "annual", null, 1000.0, null);
        LocalDate first = LocalDate.of(2016, 3, 1);
        int alive = 256;
        int due = 0;
        int lost = 0;
        for (int year = 1; year <= 8; year++) {
            int leave = Math.round(alive * 0.1f);
            due += alive;
            lost += leave;
            for (int i = 0; i < leave; i++) {
                shop.contract(
                        "left-%d-%02d".formatted(year, i),
                        "plan",
                        first.toString(),
                        first.plusYears(year).toString(),
                        null);
            }
            alive -= leave;
        }
        for (int i = 0; i < alive; i++) {
            shop.contract("stays-%03d".formatted(i), "plan", first.toString(), null, null);
        }
        List<Row> rows = shop.ltv(plain(), "2024-12-31").stream()
                .filter(row -> row.<String>getAs(Ltv.CUSTOMER_ID).startsWith("stays"))
                .toList();
        double stays = (due - lost + 0.5) / (due + 1);
        assertThat(rows).hasSize(alive).allSatisfy(row -> {
            assertThat(model(row)).isEqualTo("plan_rate");
            assertThat(money(row, Ltv.LTV)).isCloseTo(1000 * stays, within(0.01));
        });
    }
}
