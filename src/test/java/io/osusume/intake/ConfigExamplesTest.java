package io.osusume.intake;

import static io.osusume.TestSession.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.intake.TrialResult.Group;
import io.osusume.tables.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every configuration that the pages and conf/ show reads data, and one bad row in it is a reject and nothing else. */
class ConfigExamplesTest {
    private static final Pattern SHOWN = Pattern.compile("```hocon\n(.*?)```", Pattern.DOTALL);
    private static final Timestamp NOON = Timestamp.valueOf("2026-05-03 12:00:00");

    @TempDir
    Path folder;

    @Test
    void readme() throws IOException {
        lake(
                "order_number STRING, sku STRING, created_at TIMESTAMP, qty INT, net DECIMAL(12,2)",
                row("O1", "S1", NOON, 2, decimal("19.00")),
                row("O1", "S2", NOON, 0, decimal("5.00")),
                row("O2", null, NOON, 1, decimal("5.00")));
        List<String> shown = shown(Path.of("README.md"));
        assertThat(shown).as("blocks of README that configure inputs").hasSize(1);
        TrialResult orders = trial(shown.get(0));
        assertThat(orders.accepted()).isEqualTo(1);
        assertThat(reasons(orders)).isEqualTo(Map.of("failed_unit_price", 1L, "missing_product_id", 1L));
    }

    @Test
    void production() throws IOException {
        lake(
                "order_number STRING, line_number INT, buyer_id STRING, sku STRING, created_at TIMESTAMP, qty INT,"
                        + " net_amount DECIMAL(12,2), state STRING",
                row("O1", 1, "C1", "S1", NOON, 2, decimal("19.00"), "N"),
                row("O1", 2, "C1", "S2", NOON, 1, decimal("4.00"), "R"),
                row("O2", 1, "C2", "S2", NOON, 1, decimal("4.00"), "X"),
                row("O3", 1, null, "S2", NOON, 0, decimal("5.00"), null));
        TrialResult orders = trial(Files.readString(Path.of("conf/production.example.conf")));
        assertThat(orders.accepted()).isEqualTo(3);
        assertThat(reasons(orders)).isEqualTo(Map.of("failed_unit_price", 1L));
        assertThat(orders.groups()).extracting(g -> g.listed().orElse("")).contains("sale", "return", "cancelled");
    }

    /** The input that stands there as a comment, since it wants a database. */
    @Test
    void whatProductionShowsAsACommentIsAConfigurationToo() throws IOException {
        String text = Files.readString(Path.of("conf/production.example.conf"))
                .replaceAll("(?m)^  # (?=customers|  format|  options|  columns|})", "  ")
                .replace("${CRM_PASSWORD}", "secret");
        OsusumeConfig config = load(text);
        assertThat(config.inputs().of(io.osusume.tables.Customers.INPUT).options())
                .containsEntry("password", "secret");
    }

    @Test
    void onlineRetail() throws IOException {
        Path file = Files.writeString(folder.resolve("online-retail.csv"), """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
                C536379,85123A,HOLDER,-1,2010-12-01 09:41:00,2.55,17850.0,United Kingdom
                536370,POST,POSTAGE,3,2010-12-01 08:45:00,18.00,12583.0,France
                536380,gift_0001_20,VOUCHER,1,2010-12-01 09:45:00,16.67,,United Kingdom
                536381,22139,TEA SET,1,yesterday,4.25,15311.0,United Kingdom
                """);
        TrialResult orders = trial(
                Files.readString(Path.of("conf/online-retail.conf")) + "\ninputs.orders.path = \"" + file + "\"\n");
        assertThat(orders.accepted()).isEqualTo(2);
        assertThat(reasons(orders)).isEqualTo(Map.of("unreadable_ordered_at", 1L));
    }

    /** The lines in the comments of reference.conf that a person copies: files beside each other, joined by a query. */
    @Test
    void theQueryInTheManual() throws IOException {
        Path sales = Files.writeString(folder.resolve("sales.csv"), """
                order_id,item_id,customer_id,ordered_at,quantity
                O1,I1,C1,2026-05-03 10:00:00,2
                O2,I2,C2,2026-05-03 10:00:00,x
                """);
        TestSession.rows("item_id STRING, price DECIMAL(10,2)", row("I1", decimal("9.50")), row("I2", decimal("3.00")))
                .write()
                .parquet(folder.resolve("items").toString());
        String manual = Files.readString(Path.of("src/main/resources/reference.conf"));
        String shown = manual.lines()
                .filter(l -> l.matches("#   (sources\\.(sales|items)|inputs\\.orders\\.query).*"))
                .map(l -> l.substring(1))
                .collect(Collectors.joining("\n"));
        assertThat(shown.lines()).hasSize(3);
        TrialResult orders = trial(shown.replace("/lake/sales.csv", sales.toString())
                        .replace("/lake/items", folder.resolve("items").toString())
                + "\ninputs.orders.columns.product_id = item_id\n");
        assertThat(orders.accepted()).isEqualTo(1);
        assertThat(reasons(orders)).isEqualTo(Map.of("unreadable_quantity", 1L));
    }

    private static java.math.BigDecimal decimal(String text) {
        return new java.math.BigDecimal(text);
    }

    private void lake(String ddl, Row... rows) {
        TestSession.rows(ddl, rows)
                .write()
                .parquet(folder.resolve("sales").resolve("order_lines").toString());
    }

    private static List<String> shown(Path page) throws IOException {
        return SHOWN.matcher(Files.readString(page))
                .results()
                .map(r -> r.group(1))
                .filter(t -> t.contains("inputs"))
                .toList();
    }

    private TrialResult trial(String text) throws IOException {
        OsusumeConfig config = load(text.replace("/lake/sales/order_lines", folder + "/sales/order_lines"));
        return new InputTrial(TestSession.spark(), config).of(Orders.INPUT, LocalDate.of(2026, 6, 30), Long.MAX_VALUE);
    }

    private OsusumeConfig load(String text) throws IOException {
        Path conf = Files.writeString(folder.resolve("run.conf"), text);
        return ConfigLoader.load(Optional.of(conf), List.of()).config();
    }

    /** Reason → rows. */
    private static Map<String, Long> reasons(TrialResult trial) {
        Map<String, Long> reasons = new TreeMap<>();
        for (Group group : trial.groups()) {
            group.reason().ifPresent(r -> reasons.merge(r, group.rows(), Long::sum));
        }
        return reasons;
    }
}
