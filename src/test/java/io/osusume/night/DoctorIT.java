package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private Command doctor(String orders) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), orders);
        Path conf = folder.resolve("run.conf");
        Files.writeString(
                conf,
                "run.as_of = 2026-06-30\ninputs.orders.path = \"" + file + "\"\nwarehouse.path = \"" + folder
                        + "/warehouse\"\n");
        return Command.run("doctor", "--conf", conf.toString());
    }
}
