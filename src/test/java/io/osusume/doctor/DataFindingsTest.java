package io.osusume.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.doctor.Finding.Level;
import io.osusume.tables.Orders;
import io.osusume.tables.Tickets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each check of an input's rows passes, warns and fails where it should, and says what to do. */
class DataFindingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @Test
    void rowsThatAreFitPass() {
        assertFinding(about("orders", Trials.orders().accepted(100)), Level.PASS, "100 rows: 100 accepted", "");
    }

    @Test
    void aFewRejectsWarnWithAnExample() {
        Finding finding =
                about("orders", Trials.orders().accepted(97).rejected(3, "unreadable_quantity", "{\"qty\":\"three\"}"));
        assertFinding(
                finding,
                Level.WARN,
                "100 rows: 97 accepted, 3 rejected, 0 after 2026-06-30",
                "look at the examples; few rejects stop no night");
        assertThat(finding.says()).contains("unreadable_quantity (3): {\"qty\":\"three\"}");
    }

    @Test
    void manyRejectsFail() {
        assertFinding(
                about("orders", Trials.orders().accepted(90).rejected(10, "unreadable_quantity", "{}")),
                Level.FAIL_DATA,
                "10 rejected",
                "mend inputs.orders.columns or the rows, or raise quality.max_reject_rate");
    }

    @Test
    void noRowsFail() {
        assertFinding(
                about("tickets", Trials.of(Tickets.INPUT)),
                Level.FAIL_DATA,
                "no rows",
                "check inputs.tickets.path and .where, or take the input out");
    }

    @Test
    void ordersThatAllLieAheadFail() {
        assertFinding(
                about("orders", Trials.orders().later(5)),
                Level.FAIL_DATA,
                "5 after 2026-06-30",
                "choose a later --as-of, or mend inputs.orders.columns");
    }

    @Test
    void whatWasNoticedInTheFilesWarns() {
        assertFinding(
                about("orders files", Trials.orders().accepted(5).noting("2 of 3 files have no column status.")),
                Level.WARN,
                "2 of 3 files",
                "");
    }

    @Test
    void knownStatusesPassUnknownOnesWarnAndManyFail() {
        String fix = "orders.cancelled_statuses += \"geparkt\" (or another list), or orders.unknown_status = sale";
        Trials known = Trials.orders().accepted(990, "paid", "sale", null);
        assertFinding(about("statuses", known), Level.PASS, "sale 990", "");
        assertFinding(
                about(
                        "statuses",
                        Trials.orders().accepted(995, "paid", "sale", null).accepted(5, "geparkt", "unknown", null)),
                Level.WARN,
                "in no list: geparkt",
                fix);
        Trials many = Trials.orders().accepted(900, "paid", "sale", null).accepted(100, "geparkt", "unknown", null);
        assertFinding(about("statuses", many), Level.FAIL_DATA, "unknown 100", fix);
        assertFinding(about("statuses", many, "orders.unknown_status=sale"), Level.PASS, "sale 900, unknown 100", "");
    }

    @Test
    void oneCurrencyPassesAndSeveralWithoutRatesFail() {
        assertFinding(about("currency", Trials.orders().accepted(5)), Level.PASS, "all amounts are JPY", "");
        assertFinding(about("currency", Trials.orders().accepted(5, null, null, "EUR")), Level.PASS, "EUR", "");
        Trials two = Trials.orders().accepted(5, null, null, "JPY").accepted(2, null, null, "USD");
        assertFinding(
                about("currency", two),
                Level.FAIL,
                "JPY, USD; no rate into JPY for USD",
                "ltv.currency_rates { USD = <value of one unit in JPY> }, or keep one by inputs.orders.where");
        assertFinding(about("currency", two, "ltv.currency_rates.USD=148"), Level.PASS, "JPY, USD", "");
    }

    @Test
    void amountsWithoutACodeBesideOthersAreTwoCurrencies() {
        assertFinding(
                about("currency", Trials.orders().accepted(5, null, null, "EUR").accepted(2)),
                Level.FAIL,
                "EUR, JPY; no rate into JPY for EUR",
                "ltv.currency_rates { EUR = <value of one unit in JPY> }, or keep one by inputs.orders.where");
    }

    @Test
    void linesThatNameACustomerPassAndLinesOfNobodyWarn() {
        String about = "customers of orders";
        assertFinding(about(about, Trials.orders().accepted(100).of(40, 60, 10)), Level.PASS, "10.0 %", "");
        assertFinding(
                about(about, Trials.orders().accepted(100).of(4, 60, 60)),
                Level.WARN,
                "about 4 customers; 60.0 % of lines name none",
                "is inputs.orders.columns.customer_id right?");
        assertFinding(
                about(about, Trials.orders().accepted(100).without(Orders.CUSTOMER_ID)),
                Level.WARN,
                "customer_id is not mapped: nobody is offered anything",
                "inputs.orders.columns.customer_id = \"…\"");
    }

    @Test
    void freshOrdersPassOldOnesWarnAndWhatIsOlderThanAllowedFails() {
        String about = "orders freshness";
        Trials orders = Trials.orders().accepted(5);
        assertFinding(
                about(about, orders),
                Level.PASS,
                "1 days before the as-of day 2026-06-30; with inputs.orders.max_lag_days = 1 a late load stops the night",
                "");
        assertFinding(
                about(about, orders, LocalDate.of(2026, 7, 20)),
                Level.WARN,
                "newest row of 2026-06-29, 21 days",
                "load the missing days, or set run.as_of = 2026-06-29");
        assertFinding(
                about(about, orders, "inputs.orders.max_lag_days=0"),
                Level.FAIL_DATA,
                "(limit 0)",
                "load the missing days, or raise inputs.orders.max_lag_days");
        assertFinding(about(about, orders, "inputs.orders.max_lag_days=1"), Level.PASS, "1 days before", "");
    }

    private static void assertFinding(Finding finding, Level level, String says, String fix) {
        assertThat(finding.level()).as(finding.toString()).isEqualTo(level);
        assertThat(finding.says()).contains(says);
        assertThat(finding.fix()).isEqualTo(fix);
    }

    private static Finding about(String about, Trials trial, String... settings) {
        return about(about, trial, DAY, settings);
    }

    private static Finding about(String about, Trials trial, LocalDate day, String... settings) {
        List<Finding> findings = new DataFindings(Trials.config(settings), day).of(trial.done());
        return findings.stream()
                .filter(f -> f.about().equals(about))
                .findFirst()
                .orElseThrow();
    }
}
