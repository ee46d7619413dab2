package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A company that sells by contract alone: no orders, and no list of products. Of 60 customers 01–40 have the accounting, 01–30
 * the payroll too, and 41–60 the newsletter; 36–40 left the payroll, and 31–35 never had it.
 */
class ContractsOnlyIT {
    private static SampleNight night;

    @BeforeAll
    static void carryOut() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "contracts-only-");
        Files.write(data.resolve("subscriptions.csv"), contracts());
        Path conf = Files.writeString(data.resolve("run.conf"), """
                run.as_of = 2026-06-30
                inputs.subscriptions.path = "%s"
                inputs.subscriptions.columns.signed_at = signed_at
                consent.assume = true
                ltv { currency = EUR, margin_rate = 1, discount_rate = 0, contracts.assumed_retention = 1 }
                ltv.contracts.min_ended = 1000000
                offers { price_band = 100, min_expected_value = -1000000 }
                segments { what_high { quantile = null, absolute = 0 }, pace_high { quantile = null, absolute = 0 } }
                """.formatted(data.resolve("subscriptions.csv")));
        night = SampleNight.by(conf, data, "contracts-only");
    }

    private static List<String> contracts() {
        List<String> rows = new ArrayList<>(
                List.of("subscription_id,customer_id,product_id,started_at,ended_at,billing,quantity,price,signed_at"));
        IntStream.rangeClosed(1, 40)
                .forEach(i ->
                        rows.add(row(i, "accounting", LocalDate.of(2025, 1, 15).plusDays(i), "", 100)));
        IntStream.rangeClosed(1, 30)
                .forEach(
                        i -> rows.add(row(i, "payroll", LocalDate.of(2025, 9, 1).plusDays(i), "", 40 + i % 3)));
        IntStream.rangeClosed(36, 40)
                .forEach(i -> rows.add(row(i, "payroll", LocalDate.of(2025, 6, 1), "2026-01-01", 40)));
        IntStream.rangeClosed(41, 60)
                .forEach(i ->
                        rows.add(row(i, "newsletter", LocalDate.of(2025, 3, 1).plusDays(i), "", 5)));
        return rows;
    }

    private static String row(int customer, String plan, LocalDate start, String ended, int price) {
        return "%s-%02d,c%02d,%s,%s,%s,monthly,1,%d,%s"
                .formatted(plan, customer, customer, plan, start, ended, price, start);
    }

    @Test
    void theNightSaysWhatItStandsOn() {
        assertThat(night.command.out())
                .contains("Note: No orders: what was bought is known from contracts alone.")
                .contains("subscriptions                       95            0            0");
        assertThat(night.count("SELECT count(*) FROM {lwp_segments}")).isEqualTo(60);
    }

    /** Held together: of 40 with the accounting 30 have the payroll, of all 60 with a contract 30: ¾, 1.5 times as many. */
    @Test
    void plansThatAreHeldTogetherMakeRules() {
        assertThat(night.query(
                        "SELECT array_to_string(antecedent, '+'), consequent, basket_kind, count, confidence, lift"
                                + " FROM {rules} ORDER BY 1"))
                .containsExactly(
                        List.of("accounting", "payroll", "contract", "30", "0.75", "1.5"),
                        List.of("payroll", "accounting", "contract", "30", "1.0", "1.5"));
    }

    /** 31–35 never had it; 36–40 left it half a year ago. */
    @Test
    void offersSayWhatIsTrueOfContracts() {
        String fit = " WHERE offer_type = 'cross_sell' AND rule_id IS NOT NULL";
        assertThat(night.column("SELECT customer_id FROM {offers}" + fit + " ORDER BY 1"))
                .containsExactly("c31", "c32", "c33", "c34", "c35", "c36", "c37", "c38", "c39", "c40");
        assertThat(night.query(
                        "SELECT DISTINCT product_id, price, currency, reason_text, evidence_text FROM {offers}" + fit))
                .containsExactly(List.of(
                        "payroll",
                        // The median of what 30 contracts cost: 40, 41 and 42 ten times each.
                        "41.0000",
                        "EUR",
                        "payroll goes with your accounting: many who have that have this too.",
                        "30 of 40 customers with accounting under contract have payroll too: 75 %. Of all 60 customers with a"
                                + " contract 50 % have it; 1.5 times as many."));
        // Everybody stays, nothing is discounted, all is margin: twelve payments of 41.
        assertThat(night.column("SELECT DISTINCT delta_ltv FROM {offers}" + fit))
                .containsExactly("492.0000");
    }

    @Test
    void whoLeftDoesNotOwn() {
        assertThat(night.query("SELECT product_id, count(*), count_if(owned) FROM {holdings} GROUP BY 1 ORDER BY 1"))
                .containsExactly(
                        List.of("accounting", "40", "40"),
                        List.of("newsletter", "20", "20"),
                        List.of("payroll", "35", "30"));
    }

    /** c03: accounting since 18 January 2025, payroll since 4 September: 18 and 10 payments of 100 and 40, twelve of each ahead. */
    @Test
    void contractsAreWorthTheirPayments() {
        assertThat(night.query("SELECT product_id, contract_paid FROM {holdings} WHERE customer_id = 'c03' ORDER BY 1"))
                .containsExactly(List.of("accounting", "1800.0000"), List.of("payroll", "400.0000"));
        assertThat(night.query("SELECT ltv_contract, ltv_at_will FROM {ltv} WHERE customer_id = 'c03'"))
                .containsExactly(List.of("1680.0000", "0.0000"));
    }
}
