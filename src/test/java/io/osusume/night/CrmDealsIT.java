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
 * {@code init} on nothing but a CRM's exports, in which every table has a {@code Record ID} and calls the others' associated: forty deals of ten
 * companies with a licence each, of which 32 were won, at 10 % off every other time; persons, of whom a deal names one or two; and tickets.
 */
@Slow
class CrmDealsIT {
    private static final int DEALS = 40;

    @TempDir
    Path folder;

    @BeforeEach
    void session() {
        TestSession.spark();
    }

    @Test
    void dealsAreTheOrdersOfCompanies() throws IOException {
        ProposedNight crm = new ProposedNight(folder);
        StringBuilder deals =
                new StringBuilder("\"Record ID\",\"Deal Name\",\"Deal Stage\",\"Close Date\",\"Create Date\",Amount,"
                        + "\"Associated Contact IDs\",\"Associated Company IDs (Primary)\"\n");
        StringBuilder items = new StringBuilder(
                "\"Record ID\",Name,SKU,Quantity,\"Unit price\",\"Discount Percentage\",\"Product ID\","
                        + "\"Associated Deal IDs\",\"Create Date\",Currency\n");
        StringBuilder tickets = new StringBuilder(
                "\"Ticket ID\",\"Ticket status\",\"Create date\",Priority,\"Associated Company IDs (Primary)\",\"Close date\"\n");
        for (int i = 0; i < DEALS; i++) {
            String company = "91000" + (100 + 7 * (i % 10));
            String stage = i % 5 > 0 ? "Closed Won" : i % 2 == 0 ? "Closed Lost" : "Appointment Scheduled";
            String person = "510" + (100 + i % 10);
            deals.append("3100" + (1000 + 13 * i) + ",Company " + i % 10 + " - Deal " + i + "," + stage + ",2026-0"
                    + (1 + i / 8)
                    + "-1" + i % 8 + " 09:00,2025-12-01 09:00," + (i % 2 == 0 ? "1800.00" : "2000.00") + "," + person
                    + (i % 3 == 0 ? ";510" + (200 + i % 10) : "") + "," + company + "\n");
            items.append("4400" + (1000 + 17 * i) + ",Licence " + i % 4 + ",LIC-" + i % 4 + ",2,1000,"
                    + (i % 2 == 0 ? "10" : "") + ",275" + (300 + i % 4) + ",3100" + (1000 + 13 * i)
                    + ",2025-12-01 09:00,USD\n");
            tickets.append(
                    "88" + (1000 + i) + ",Closed,2026-04-1" + i % 8 + " 10:00,High," + company + ",2026-05-01 10:00\n");
        }
        StringBuilder companies =
                new StringBuilder("\"Record ID\",\"Company name\",\"Company owner\",\"Create Date\"\n");
        StringBuilder contacts = new StringBuilder(
                "\"Record ID\",\"First Name\",\"Last Name\",Email,\"Unsubscribed from all email\",\"Associated Company IDs (Primary)\"\n");
        for (int i = 0; i < 10; i++) {
            companies.append(
                    "91000" + (100 + 7 * i) + ",Company " + (char) ('A' + i) + ",Ada Chen,2025-01-1" + i + " 08:00\n");
            contacts.append("510" + (100 + i) + ",Anna,Miller,a" + i + "@x.test,,91000" + (100 + 7 * i) + "\n");
            contacts.append("510" + (200 + i) + ",Ben,Smith,b" + i + "@x.test," + (i == 2 ? "Yes" : "") + ",91000"
                    + (100 + 7 * i) + "\n");
        }
        crm.write("all-deals.csv", deals);
        crm.write("line-items.csv", items);
        crm.write("tickets.csv", tickets);
        crm.write("companies.csv", companies);
        crm.write("contacts.csv", contacts);
        assertThat(crm.proposed())
                .contains(
                        "# All 40 rows were read so.\n",
                        "customer_id = \"`Associated Company IDs (Primary)`\"",
                        "ordered_at = \"`Close Date`\"",
                        "less the percentage that Discount Percentage takes off",
                        "owner = \"`Company owner`\"",
                        "opened_at = \"`Create date`\"",
                        "contacts has Unsubscribed from all email (Yes), and is not read")
                .contains("nothing: Appointment Scheduled (4), Closed Lost (4)", "sales: Closed Won (32)")
                .doesNotContain("in no list", "an amount in cents?");
        SampleNight night = crm.run("2026-05-31", List.of("segments", "holdings"));
        // Deals 0, 5, 10, … are no sales: all of companies 0 and 5. Sixteen of 32 at 1,800, the others at 2,000.
        assertThat(night.query("SELECT count(DISTINCT customer_id), sum(net_quantity)::INT FROM {holdings}"))
                .containsExactly(List.of("8", "64"));
        assertThat(night.column("SELECT sum(results)::INT FROM {lwp_segments}")).containsExactly("60800");
    }

    /** Where persons are the customers, who unsubscribed from all refuses: the question of the others has the line that leaves them out. */
    @Test
    void whoUnsubscribedFromAllRefuses() throws IOException {
        ProposedNight crm = new ProposedNight(folder);
        StringBuilder orders = new StringBuilder("order_id,ordered_at,customer_id,sku,quantity,price\n");
        StringBuilder contacts =
                new StringBuilder("\"Record ID\",\"First Name\",\"Last Name\",\"Unsubscribed from all email\"\n");
        for (int i = 0; i < DEALS; i++) {
            orders.append((1 + i) + ",2026-05-1" + i % 10 + ",510" + (100 + i % 10) + ",S" + i % 4 + ",1,9.50\n");
        }
        for (int i = 0; i < 10; i++) {
            contacts.append("510" + (100 + i) + ",Anna,Miller " + i + "," + (i == 2 ? "Yes" : "") + "\n");
        }
        crm.write("orders.csv", orders);
        crm.write("contacts.csv", contacts);
        assertThat(crm.proposed())
                .contains(
                        "These refuse, or are no customers any more: Unsubscribed from all email = Yes.",
                        "# ? inputs.customers.columns.marketing_consent = \"NOT coalesce(`Unsubscribed from all email` IN ('Yes'), false)\"");
    }
}
