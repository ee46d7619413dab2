package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.TestSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code init} on what a small service company exports: a report of an accounting program, whose lines stand below the names of
 * customers and end in totals, its list of products with categories before the names, an export of members who renew by
 * themselves or do not, and the three lists of a mailing service.
 */
class ReportsWithGroupsIT {
    private static final int PERSONS = 12;

    @TempDir
    Path folder;

    private ProposedNight company;

    @BeforeEach
    void company() {
        TestSession.spark();
        company = new ProposedNight(folder);
    }

    /**
     * Each of twelve persons buys two filters and pays an hour of work, of which person 4 gets a tenth off, the first six another
     * filter, which persons 1 and 2 give back.
     */
    @Slow
    @Test
    void linesBelowTheNamesOfCustomers() throws IOException {
        StringBuilder report = new StringBuilder("""
                Desert Air
                Sales by Customer Detail
                "March 1 - May 31, 2026"

                ,Date,Transaction Type,Num,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance
                """);
        int number = 1000;
        for (int i = 1; i <= PERSONS; i++) {
            report.append(person(i)).append(",,,,,,,,,\n");
            report.append(line(i, "Invoice", ++number, "Filters:Filter A", 2, 10));
            report.append(line(i, "Invoice", number, "Labor", 1, 95));
            report.append(i == 4 ? ",05/05/2026,Invoice," + number + ",,10% senior discount,,,-11.50,103.50\n" : "");
            report.append(i <= 6 ? line(i, "Sales Receipt", ++number, "Filters:Filter B", 1, 1200.5) : "");
            report.append(i <= 2 ? line(i + 3, "Refund Receipt", ++number, "Filters:Filter B", -1, 1200.5) : "");
            report.append("Total for " + person(i) + ",,,,,,,,\"$1,234.50\",\n");
        }
        report.append("TOTAL,,,,,,,,\"$9,999.00\",\n\n\n\"Monday, Jun 01, 2026 10:12:34 AM GMT-07:00 - Accrual Basis\","
                + ",,,,,,,,\n");
        company.write("Sales by Customer Detail.csv", report);
        members();
        lists();
        products();
        String text = company.proposed();
        assertThat(text)
                .contains(
                        "is a report: its 33 lines stand below 13 names",
                        "# All 33 rows were read so.\n",
                        "no price, but an amount below 0 (1) are read as what is taken off their orders",
                        "customer_id = _c0",
                        "customer_id = Customer ",
                        "name = \"CASE WHEN startswith(`Product/Service Name`, concat(Category, ':')) THEN",
                        "list_price = \"`Sales Price / Rate`\"",
                        "unit_cost = \"`Purchase Cost`\"",
                        "offers.exclude = \"product_id IN ('Labor')\"",
                        "Did those agree to be contacted who are in subscribed_audience_export?",
                        "and ahead where it is not renewed by itself")
                .doesNotContain("looks like a second header", "looks like a total");
        String consent = text.lines()
                .filter(line -> line.startsWith("# ? inputs.customers.columns.marketing_consent"))
                .findFirst()
                .orElseThrow()
                .substring(4);
        SampleNight night = company.run("2026-06-01", List.of("holdings", "segments"), consent);
        assertThat(night.query(
                        "SELECT product_id, count(*), sum(net_quantity)::INT FROM {holdings} WHERE net_quantity > 0"
                                + " GROUP BY 1 ORDER BY 1"))
                .containsExactly(
                        List.of("Filters:Filter A", "12", "24"),
                        List.of("Filters:Filter B", "4", "4"),
                        List.of("Labor", "12", "12"));
        // Member 1 renews by herself, 2 runs until July, 3 is over since May.
        assertThat(night.query(
                        "SELECT customer_id, contract_ends_on FROM {holdings} WHERE contract_quantity > 0 ORDER BY 1"))
                .containsExactly(java.util.Arrays.asList(person(1), null), List.of(person(2), "2026-07-15"));
        // 1 to 6 are on the list, 5 unsubscribed and the mails to 6 came back.
        assertThat(night.column("SELECT customer_id FROM {lwp_segments} WHERE may_contact"))
                .containsExactlyInAnyOrder(person(1), person(2), person(3), person(4));
    }

    /** The same report by product: the names above the lines are what was bought. */
    @Slow
    @Test
    void linesBelowTheNamesOfProducts() throws IOException {
        StringBuilder report = new StringBuilder("""
                Desert Air
                Sales by Product/Service Detail
                All Dates

                ,Date,Transaction Type,Num,Client,Memo/Description,Qty,Sales Price,Amount,Balance
                """);
        int number = 1000;
        for (String filter : List.of("Filter A", "Filter B", "Filter C", "Filter D")) {
            report.append(filter).append(",,,,,,,,,\n");
            for (int i = 1; i <= PERSONS; i++) {
                report.append(line(i, "Invoice", ++number, person(i), filter.endsWith("A") ? 2 : 1, 10));
            }
            report.append("Total for " + filter + ",,,,,,,,\"$1,234.50\",\n");
        }
        report.append("TOTAL,,,,,,,,\"$9,999.00\",\n");
        company.write("Sales by Product Service Detail.csv", report);
        // A list without numbers: it is known by the names.
        company.write("ProductServiceList.csv", """
                Product/Service Name,Item type,Category,Sales Price / Rate
                Filter A,Inventory,Filters,10.00
                Filter B,Inventory,Filters,10.00
                Filter C,Inventory,Filters,12.00
                Filter D,Inventory,Filters,12.00
                Fan,Inventory,Parts,245.00
                """);
        assertThat(company.proposed())
                .contains(
                        "product_id = _c0",
                        "customer_id = Client",
                        "product_id = \"`Product/Service Name`\"",
                        "name = \"`Product/Service Name`\"",
                        "category = Category",
                        "list_price = \"`Sales Price / Rate`\"");
        SampleNight night = company.run("2026-06-01", List.of("holdings"));
        assertThat(night.query(
                        "SELECT product_id, count(*), sum(net_quantity)::INT FROM {holdings} GROUP BY 1 ORDER BY 1"))
                .containsExactly(
                        List.of("Filter A", "12", "24"),
                        List.of("Filter B", "12", "12"),
                        List.of("Filter C", "12", "12"),
                        List.of("Filter D", "12", "12"));
    }

    private static String person(int i) {
        return "Ann Person " + (char) ('A' + i);
    }

    private static String line(int day, String type, int number, String what, int pieces, double price) {
        return String.format(
                Locale.ROOT,
                ",0%d/%02d/2026,%s,%d,%s,as agreed,%d.00,\"%,.2f\",\"%,.2f\",\"%,.2f\"%n",
                3 + day % 3,
                1 + day,
                type,
                number,
                what,
                pieces,
                price,
                pieces * price,
                pieces * price);
    }

    private void members() throws IOException {
        company.write(
                "members.csv",
                "Member ID,Name,Email,Plan,Status,Start Date,Expiration Date,Billing Frequency,Amount,Auto Renew\n"
                        + "M-1," + person(1) + ",p1@x.test,Basic Plan,Active,04/15/2026,07/15/2026,Monthly,$9.90,Yes\n"
                        + "M-2," + person(2) + ",p2@x.test,Basic Plan,Active,04/15/2026,07/15/2026,Monthly,$9.90,No\n"
                        + "M-3," + person(3)
                        + ",p3@x.test,Total Plan,Cancelled,02/15/2026,05/15/2026,Monthly,$34.90,Yes\n");
    }

    private void lists() throws IOException {
        StringBuilder customers =
                new StringBuilder("Desert Air\nCustomer Contact List\n\nCustomer,Phone Numbers,Email,Full Name\n");
        StringBuilder subscribed = new StringBuilder("Email Address,First Name,OPTIN_TIME\n");
        for (int i = 1; i <= PERSONS; i++) {
            customers.append(person(i) + ",555-010" + i + ",p" + i + "@x.test," + person(i) + "\n");
            subscribed.append(i <= 6 ? "p" + i + "@x.test,Ann,2025-01-01 10:00:00\n" : "");
        }
        company.write("Customer Contact List.csv", customers);
        company.write("subscribed_audience_export.csv", subscribed);
        company.write(
                "unsubscribed_audience_export.csv",
                "Email Address,First Name,UNSUB_TIME\np5@x.test,Ann,2026-01-01 10:00:00\np9@x.test,Ann,2026-01-01 10:00:00\n");
        company.write(
                "cleaned_audience_export.csv",
                "Email Address,First Name,CLEAN_TIME\np6@x.test,Ann,2026-01-01 10:00:00\np8@x.test,Ann,2026-01-01 10:00:00\n");
    }

    private void products() throws IOException {
        company.write("ProductServiceList.csv", """
                Product/Service Name,Item type,Category,SKU,Sales Description,Sales Price / Rate,Purchase Cost,Quantity On Hand
                Filters:Filter A,Inventory,Filters,DA-1,Filter A,10.00,4.50,20
                Filters:Filter B,Inventory,Filters,DA-2,Filter B,1200.50,700.00,3
                Filters:Filter C,Inventory,Filters,DA-3,Filter C,12.00,5.00,7
                Parts:Fan,Inventory,Parts,DA-4,Fan,245.00,122.50,2
                Parts:Pump,Inventory,Parts,DA-5,Pump,80.00,40.00,9
                Labor,Service,,,Work,95.00,,
                """);
    }
}
