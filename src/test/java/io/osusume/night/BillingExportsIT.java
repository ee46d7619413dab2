package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.TestSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code init} on what a company has that sells by contract: the exports of a billing service, of the sales people's list of
 * deals and companies, and of a help desk, which know each other by ids of their own.
 */
class BillingExportsIT {
    private static final int CUSTOMERS = 40;
    private static final String[] PLANS = {"team-monthly", "team-yearly", "pro-monthly"};

    @TempDir
    Path folder;

    private ProposedNight export;
    private String text;

    @BeforeEach
    void session() {
        TestSession.spark();
        export = new ProposedNight(folder);
    }

    /**
     * Of eight contracts one ends with its term, one is over, two rest (one of them until August), and one owes. The first is of a
     * year, the others of a month. Lines name plans, and what is sold beside them, which stands in a list of its own.
     */
    @Test
    void plansAndWhatIsSoldBesideThem() throws IOException {
        billing();
        text = export.proposed();
        assertThat(text)
                .contains("\n    product_id = \"`Entity Id`\" ", "\n    product_name = Description ")
                .contains("# One product: Plans.csv, Addons.csv.", "# All 6 rows were read so.")
                .contains("\n    discontinued_at = \"parse_time(`Archived At`)\"", "NOT IN ('archived')\"")
                .contains("\n    unpaid_since = \"parse_time(`Due Since`)\"")
                .contains("Updated At at the latest", "without a day rests until further notice")
                .doesNotContain("are read as running");
    }

    /** Fourteen plans are no ladder that could be told. */
    @Test
    void stepsOfManyPlansAreAskedFor() throws IOException {
        StringBuilder plans = new StringBuilder("Plan Id,Plan Name,Price,Period Unit\n");
        StringBuilder contracts =
                new StringBuilder("Subscription Id,Customer Id,Plan Id,Plan Unit Price,Status,Started At\n");
        for (int i = 0; i < 56; i++) {
            plans.append(i < 14 ? "plan-" + i + ",Plan " + i + "," + (10 + i) + ".00,month\n" : "");
            contracts.append("sub_" + i + ",cus_" + i + ",plan-" + i % 14 + "," + (10 + i % 14) + ".00,active,2026-01-0"
                    + (1 + i % 9) + "\n");
        }
        export.write("Plans.csv", plans.toString());
        export.write("Subscriptions.csv", contracts.toString());
        text = export.proposed();
        assertThat(text)
                .contains(
                        "Which of the 14 plans are steps of one ladder? Without family and tier",
                        "# ? inputs.products.columns { family = <what plans of one ladder share>, tier = <1, 2, 3");
    }

    /**
     * Eighteen prices of three items, each by month, quarter and year in two currencies: three steps. By the month in euros they cost 10,
     * 25 and 60, though the first by the year costs more than the others by the month.
     */
    @Test
    void plansOfSeveralPricesAreOneStep() throws IOException {
        String[] items = {"basic", "team", "scale"};
        int[] prices = {10, 25, 60};
        StringBuilder plans =
                new StringBuilder("Plan Id,Plan Name,Item Id,Status,Currency Code,Price,Period,Period Unit\n");
        StringBuilder contracts =
                new StringBuilder("Subscription Id,Customer Id,Plan Id,Plan Unit Price,Status,Started At\n");
        for (int i = 0; i < 18; i++) {
            String period = new String[] {"month", "quarter", "year"}[i / 6];
            String id = items[i % 3] + "-" + (i % 2 == 0 ? "EUR" : "CHF") + "-" + period;
            int price = prices[i % 3] * new int[] {1, 3, 10}[i / 6];
            plans.append(id + "," + id.replace('-', ' ') + "," + items[i % 3] + "," + (i == 4 ? "archived" : "active")
                    + "," + (i % 2 == 0 ? "EUR" : "CHF") + "," + price + ".00,"
                    + (i / 6 == 1 ? "3,month" : "1," + period) + "\n");
            for (int c = 0; c < 4; c++) {
                contracts.append("sub_" + i + c + ",cus_" + i + c + "," + id + "," + price + ".00,active,2026-01-0"
                        + (1 + i % 9) + "\n");
            }
        }
        export.write("Plans.csv", plans.toString());
        export.write("Subscriptions.csv", contracts.toString());
        text = export.proposed();
        assertThat(text)
                .contains("steps of one ladder, by Item Id and", ": basic, team, scale.")
                .contains("'basic-CHF-year'", "THEN 1 WHEN `Plan Id` IN ('team-");
    }

    /** The same, as a night of the twentieth of June sees it. */
    @Slow
    @Test
    void whoLeavesRestsOrOwes() throws IOException {
        billing();
        text = export.proposed();
        SampleNight night = export.run("2026-06-20", List.of("holdings", "ltv"));
        // c0 asked before its row was changed last, on the day on which its year began; c8 and others before the tenth
        // of June.
        assertThat(night.query("SELECT customer_id, cancel_requested_at::DATE, contract_ends_on FROM {holdings}"
                        + " WHERE cancel_requested_at IS NOT NULL ORDER BY 1"))
                .containsExactly(
                        List.of("cust0", "2026-01-05", "2027-01-05"),
                        List.of("cust16", "2026-06-10", "2026-07-05"),
                        List.of("cust24", "2026-06-10", "2026-07-05"),
                        List.of("cust32", "2026-06-10", "2026-07-05"),
                        List.of("cust8", "2026-06-10", "2026-07-05"));
        assertThat(night.column("SELECT DISTINCT owned FROM {holdings} WHERE customer_id IN ('cust1', 'cust9')"))
                .containsExactly("false");
        // Who rests until somebody takes it up again pays nothing, and is asked for no renewal.
        assertThat(night.column(
                        "SELECT count(*) FROM {ltv} WHERE ltv_contract = 0 AND customer_id IN ('cust3', 'cust11')"))
                .containsExactly("2");
        assertThat(night.column(
                        "SELECT count(*) FROM {ltv} WHERE ltv_contract > 0 AND customer_id IN ('cust2', 'cust5')"))
                .containsExactly("2");
        assertThat(night.column("SELECT count(renews_at) FROM {holdings} WHERE customer_id IN ('cust3', 'cust11')"))
                .containsExactly("0");
        assertThat(night.column(
                        "SELECT DISTINCT renews_at::DATE FROM {holdings} WHERE customer_id IN ('cust2', 'cust10')"))
                .containsExactly("2026-07-05");
        // What invoices bring is the contract's, and nothing beside it; what is sold beside plans goes on by its
        // invoices.
        assertThat(night.query(
                        "SELECT product_id, contract_period FROM {holdings} WHERE customer_id = 'cust4' ORDER BY 1"))
                .containsExactly(List.of("sso-monthly", "P1M"), List.of("team-yearly", "P12M"));
    }

    /** The help desk knows persons and companies by ids of its own, and one of its files what the billing calls them. */
    @Test
    void companiesLeadToCustomers() throws IOException {
        billing();
        deals();
        StringBuilder organizations = new StringBuilder();
        StringBuilder tickets = new StringBuilder();
        for (int i = 0; i < CUSTOMERS; i++) {
            organizations.append("{\"id\":" + (360000000000L + i) + ",\"name\":\"Company " + i
                    + "\",\"external_id\":\"cust" + i + "\"}\n");
            tickets.append("{\"id\":" + (50000 + i) + ",\"created_at\":\"2026-05-1" + i % 10
                    + "T10:00:00Z\",\"priority\":\"" + (i % 3 == 0 ? "high" : "low") + "\",\"requester_id\":"
                    + (370000000000L + i) + ",\"organization_id\":" + (360000000000L + i / 2) + "}\n");
        }
        export.write("organizations.jsonl", organizations);
        export.write("tickets.jsonl", tickets);
        text = export.proposed();
        assertThat(text)
                .contains("# One product: Plans.csv, Addons.csv.", "# One company: Account.csv.")
                .contains(
                        "# organization_id leads to the ids that are known of customer_id by organizations; requester_id"
                                + " holds others.")
                .contains("LEFT JOIN organizations ON organizations.id = tickets.organization_id");
    }

    /** When a request was entered, told of some, is when it was made. */
    @Test
    void theDayOfARequestIsItsOwn() throws IOException {
        StringBuilder contracts =
                new StringBuilder("contract_id,customer_id,plan_id,status,started_at,current_term_end,"
                        + "cancelled_at,cancel_schedule_created_at,updated_at\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            boolean leaves = i % 4 == 0;
            contracts.append("K" + i + ",cust" + i + "," + PLANS[i % 3] + "," + (leaves ? "pending_cancel" : "active")
                    + ",2026-01-05 10:00:00,2026-07-05 10:00:00," + (leaves ? "2026-07-05 10:00:00" : "") + ","
                    + (i % 8 == 0 ? "2026-05-02 10:00:00" : "") + ",2026-06-10 10:00:00\n");
        }
        export.write("contracts.csv", contracts);
        text = export.proposed();
        assertThat(computed("cancel_requested_at", "pending_cancel", "'2026-07-05'", "'2026-05-02'"))
                .isEqualTo("2026-05-02");
        assertThat(computed("cancel_requested_at", "pending_cancel", "'2026-07-05'", "NULL"))
                .isEqualTo("2026-06-10");
        assertThat(computed("cancel_requested_at", "active", "NULL", "NULL")).isNull();
        assertThat(computed("ended_at", "pending_cancel", "'2026-04-05'", "NULL"))
                .isEqualTo("2026-07-05");
        assertThat(computed("ended_at", "active", "NULL", "NULL")).isNull();
    }

    private String computed(String column, String status, String cancelled, String entered) {
        java.util.regex.Matcher sql = java.util.regex.Pattern.compile("(?m)^ *" + column + " += \"(.*?)\"( #|$)")
                .matcher(text);
        assertThat(sql.find()).as(column).isTrue();
        return TestSession.spark()
                .sql(
                        "SELECT string(" + sql.group(1) + ") FROM VALUES ('" + status + "', '2026-07-05', " + cancelled
                                + ", "
                                + entered
                                + ", '2026-06-10') AS t (status, current_term_end, cancelled_at, cancel_schedule_created_at, updated_at)")
                .first()
                .getString(0);
    }

    private void billing() throws IOException {
        export.write("Plans.csv", """
                Plan Id,Plan Name,Price,Currency Code,Period,Period Unit,Status,Archived At
                team-monthly,Team Monthly,20.00,USD,1,month,active,
                team-yearly,Team Yearly,200.00,USD,1,year,active,
                pro-monthly,Pro Monthly,40.00,USD,1,month,archived,31-Mar-2026 09:00
                """);
        export.write("Addons.csv", """
                Addon Id,Addon Name,Pricing Model,Price,Currency Code,Period,Period Unit,Status
                sso-monthly,Single Sign-On,flat_fee,60.00,USD,1,month,active
                log-monthly,Audit Log,flat_fee,30.00,USD,1,month,active
                app-monthly,Mobile,flat_fee,15.00,USD,1,month,archived
                """);
        StringBuilder contracts = new StringBuilder(
                "Subscription Id,Customer Id,Plan Id,Plan Unit Price,Plan Quantity,"
                        + "Billing Period,Billing Period Unit,Status,Currency,Current Term Start,Current Term End,Next Billing At,"
                        + "Started At,Cancelled At,Pause Date,Resume Date,Due Invoices Count,Due Since,Total Dues,Updated At\n");
        StringBuilder lines = new StringBuilder("Line Item Id,Invoice Number,Invoice Date,Invoice Status,Customer Id,"
                + "Subscription Id,Entity Type,Entity Id,Description,Unit Amount,Quantity,Amount,Currency Code\n");
        StringBuilder customers = new StringBuilder("Customer Id,Company,Email,Created At,SFDC Account Id\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            contracts.append(contract(i));
            customers.append("cust" + i + ",Company " + i + ",p" + i + "@c" + i + ".example.com,05-Jan-2026 10:00,"
                    + account(i) + "\n");
            for (int month = 1; month <= 6; month++) {
                lines(lines, i, month);
            }
        }
        export.write("Subscriptions.csv", contracts);
        export.write("Invoice_Line_Items.csv", lines);
        export.write("Customers.csv", customers);
    }

    private static boolean isYear(int i) {
        return i == 0 || i == 4;
    }

    private static String plan(int i) {
        return isYear(i) ? "team-yearly" : i % 2 == 0 ? "team-monthly" : "pro-monthly";
    }

    private static String price(int i) {
        return isYear(i) ? "200.00" : i % 2 == 0 ? "20.00" : "40.00";
    }

    private static String account(int i) {
        return "0015g0000" + (100 + i) + "AAA";
    }

    private static String contract(int i) {
        String start = isYear(i) ? "05-Jan-2026 10:00" : "05-Jun-2026 10:00";
        String end = isYear(i) ? "05-Jan-2027 10:00" : "05-Jul-2026 10:00";
        String status =
                switch (i % 8) {
                    case 0 -> "non_renewing";
                    case 1 -> "cancelled";
                    case 2, 3 -> "paused";
                    default -> "active";
                };
        String cancelled = status.equals("non_renewing") ? end : status.equals("cancelled") ? "05-Apr-2026 10:00" : "";
        String updated = isYear(i) ? "05-Jan-2026 10:00" : "10-Jun-2026 10:00";
        return "sub" + i + ",cust" + i + "," + plan(i) + "," + price(i) + ",1,1," + (isYear(i) ? "year" : "month") + ","
                + status + ",USD," + start + "," + end + "," + (status.equals("active") ? end : "")
                + ",05-Jan-2026 10:00," + cancelled + "," + (status.equals("paused") ? "12-Jun-2026 10:00" : "") + ","
                + (i % 8 == 2 ? "05-Aug-2026 10:00" : "") + "," + (i % 8 == 5 ? "1,20-Jun-2026 10:00,40.00" : "0,,0.00")
                + "," + updated + "\n";
    }

    /** A plan's invoice each month, or each year; every fourth customer has something beside it. */
    private static void lines(StringBuilder lines, int i, int month) {
        // The newest row is of the twentieth.
        String day = (i == 7 ? "20-" : "05-")
                + List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun").get(month - 1) + "-2026 10:00";
        String head = "INV-" + (1000 + 10 * i + month) + "," + day + ",paid,cust" + i + ",sub" + i + ",";
        if (!(isYear(i) && month > 1) && !(i % 8 == 1 && month > 3)) {
            lines.append("li" + i + "p" + month + "," + head + "plan," + plan(i) + ",Team," + price(i) + ",1,"
                    + price(i) + ",USD\n");
        }
        if (i % 4 == 0) {
            String[] addon = i % 3 == 0 ? new String[] {"log-monthly", "30.00"} : new String[] {"sso-monthly", "60.00"};
            addon = i == 20 ? new String[] {"app-monthly", "15.00"} : addon;
            lines.append("li" + i + "a" + month + "," + head + "addon," + addon[0] + ",Extra," + addon[1] + ",1,"
                    + addon[1] + ",USD\n");
        }
    }

    /** Deals are no products, though they have an id, a name, a type and an amount. */
    private void deals() throws IOException {
        StringBuilder deals = new StringBuilder("Id,AccountId,Name,StageName,Amount,CloseDate,Type\n");
        StringBuilder accounts = new StringBuilder("Id,Name,Type,Industry,CreatedDate\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            deals.append(
                    "0065g0000" + (100 + i) + "AAA," + account(i) + ",Company " + i + " - New,Closed Won," + (100 + i)
                            + ".00,2026-01-0" + (1 + i % 9) + "," + (i % 2 == 0 ? "New Customer" : "Renewal") + "\n");
            accounts.append(account(i) + ",Company " + i + ",Customer," + (i % 2 == 0 ? "Retail" : "Education")
                    + ",2026-01-05 10:00:00\n");
        }
        export.write("Opportunity.csv", deals);
        export.write("Account.csv", accounts);
    }
}
