package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor}: what it says of fit and unfit data, and how it ends. */
class DoctorIT {
    private static final String HEADER = "order_id,customer_id,product_id,ordered_at,quantity,unit_price,status\n";

    @TempDir
    Path folder;

    @Test
    void fitDataPassesAndWhatIsAbsentIsTold() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 40; i++) {
            rows.append("O")
                    .append(i)
                    .append(",C")
                    .append(i % 7)
                    .append(",P")
                    .append(i % 3)
                    .append(",2026-06-")
                    .append(i % 30 < 9 ? "0" : "")
                    .append(i % 30 + 1)
                    .append(",1,9.5,paid\n");
        }
        Command doctor = doctor(rows.toString());
        assertThat(doctor.exitCode()).as(doctor.err()).isZero();
        assertThat(doctor.out())
                .contains("PASS  Java", "PASS  orders: 40 rows: 40 accepted", "PASS  statuses: sale 40")
                .contains("WARN  history for the ranking: 30 days", "NOTE  no usage", "A night can run");
        assertThat(Files.exists(folder.resolve("warehouse"))).isFalse();
    }

    @Test
    void unfitDataFailsWithAnExampleOfEachReason() throws IOException {
        Command doctor = doctor(HEADER + "O1,C1,P1,2026-06-01,1,9.5,paid\nO2,C1,P1,yesterday,1,9.5,paid\n");
        assertThat(doctor.exitCode()).isEqualTo(3);
        assertThat(doctor.out())
                .contains("FAIL  orders: 2 rows: 1 accepted, 1 rejected", "unreadable_ordered_at", "yesterday");
    }

    @Test
    void toolsReadOneObject() throws IOException {
        Command doctor =
                doctor(HEADER + "O1,C1,P1,2026-06-01,1,9.5,paid\nO2,C1,P1,yesterday,1,9.5,paid\n", "", "--json");
        JsonNode all = new ObjectMapper().readTree(doctor.out());
        assertThat(all.get("exit_code").asInt()).isEqualTo(doctor.exitCode()).isEqualTo(3);
        assertThat(all.get("findings").get(0).get("about").asText()).isEqualTo("configuration");
        assertThat(all.get("findings")).anySatisfy(finding -> {
            assertThat(finding.get("level").asText()).isEqualTo("fail_data");
            assertThat(finding.get("says").asText()).contains("1 accepted, 1 rejected");
            assertThat(finding.get("fix").asText()).isNotBlank();
        });
    }

    @Test
    void statusesThatNoListNamesFailWithTheLineToWrite() throws IOException {
        Command doctor = doctor(HEADER + "O1,C1,P1,2026-06-01,1,9.5,paid\nO2,C1,P1,2026-06-02,1,9.5,zwischenzustand\n");
        assertThat(doctor.exitCode()).isEqualTo(3);
        assertThat(doctor.out()).contains("orders.cancelled_statuses += \"zwischenzustand\"");
    }

    @Test
    void aMappingThatDoesNotFitFailsAsConfiguration() throws IOException {
        Command doctor = doctor("a,b\n1,2\n");
        assertThat(doctor.exitCode()).isEqualTo(2);
        assertThat(doctor.out()).contains("FAIL  orders");
    }

    @Test
    void idsThatAreWrittenDifferentlyAreToldWithTheLineThatMakesThemMatch() throws IOException {
        StringBuilder orders = new StringBuilder(HEADER);
        StringBuilder customers = new StringBuilder("customer_id,marketing_consent\n");
        for (int i = 1; i < 20; i++) {
            orders.append("O").append(i).append(",").append(i).append(".0,P1,2026-06-01,1,9.5,paid\n");
            customers.append(i).append(",true\n");
        }
        Path file = Files.writeString(folder.resolve("customers.csv"), customers.toString());
        Command doctor = doctor(orders.toString(), "inputs.customers.path = \"" + file + "\"\n");
        assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(3);
        assertThat(doctor.out())
                .contains("orders.customer_id: 0 of 19 ids (0.0 %)", "FAIL  match", "inputs.orders.columns.customer_id")
                .doesNotContain("PASS  match");
    }

    /** Codes in small letters are those that the night compares in capitals; ids of which none is known are no pass. */
    @Test
    void codesInSmallLettersAndIdsOfOthers() throws IOException {
        StringBuilder orders =
                new StringBuilder("order_id,customer_id,product_id,ordered_at,quantity,unit_price,currency\n");
        StringBuilder tickets = new StringBuilder("ticket_id,customer_id,opened_at,severity\n");
        for (int i = 0; i < 40; i++) {
            orders.append("O" + i + ",C" + i + ",P" + i % 3 + ",2026-06-0" + (1 + i % 9) + ",1,9.5,"
                    + (i % 2 == 0 ? "usd" : "eur") + "\n");
            tickets.append("T" + i + ",usr_" + i + ",2026-06-0" + (1 + i % 9) + ",low\n");
        }
        Path file = Files.writeString(folder.resolve("tickets.csv"), tickets.toString());
        String more = "inputs.tickets.path = \"" + file + "\"\nltv { currency = USD, currency_rates { EUR = 1.1 } }\n";
        Command doctor = doctor(orders.toString(), more);
        assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(3);
        assertThat(doctor.out())
                .contains("PASS  currency: EUR, USD", "FAIL  match: tickets.customer_id: 0 of 40 ids")
                .contains("Does another column hold the ids of orders.customer_id?")
                .doesNotContain("PASS  match: tickets");
    }

    private Command doctor(String orders) throws IOException {
        return doctor(orders, "");
    }

    private Command doctor(String orders, String more, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), orders);
        Path conf = folder.resolve("run.conf");
        Files.writeString(
                conf,
                "run.as_of = 2026-06-30\ninputs.orders.path = \"" + file + "\"\nwarehouse.path = \"" + folder
                        + "/warehouse\"\n" + more);
        return Command.run(Stream.concat(Stream.of("doctor", "--conf", conf.toString()), Stream.of(options))
                .toArray(String[]::new));
    }
}
