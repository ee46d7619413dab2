package io.osusume.night;

import static io.osusume.TestSession.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.intake.InputTrial;
import io.osusume.intake.TrialResult;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of columns and files with points, blanks, backticks, quotes and Japanese: what init writes of them parses and works. */
class OddNamesIT {
    private static final int LINES = 40;

    @TempDir
    Path folder;

    @Test
    void csv() throws IOException {
        write(
                "売上 'neu' \"1\".csv",
                "order.id,customer id,product`code,注文日時,\"\"\"qty\"\"\",unit-price,商品 名.x",
                i -> "O" + i / 2 + ",C" + i % 7 + ",P" + i % 5 + ",2026-05-0" + (1 + i % 9) + " 10:00:00," + (1 + i % 3)
                        + ",9.50,Thing " + i % 5);
        assertReads(Orders.INPUT);
    }

    @Test
    void parquet() {
        Row[] rows = IntStream.range(0, LINES)
                .mapToObj(i -> row(
                        "O" + i / 2,
                        "C" + i % 7,
                        "P" + i % 5,
                        Timestamp.valueOf("2026-05-0" + (1 + i % 9) + " 10:00:00"),
                        1 + i % 3,
                        9.5))
                .toArray(Row[]::new);
        TestSession.rows(
                        "`order.id` STRING, `customer id` STRING, `product``code` STRING, `注文日時` TIMESTAMP, `qty.` INT,"
                                + " `unit \"price\"` DOUBLE",
                        rows)
                .coalesce(1)
                .write()
                .parquet(folder.resolve("a table").toString());
        assertReads(Orders.INPUT);
    }

    @Test
    void jsonWithPointsInNamesAndBelowThem() throws IOException {
        String documents = IntStream.range(0, LINES)
                .mapToObj(i -> "{\"order.id\": \"O" + i / 2 + "\", \"customer\": {\"the id\": \"C" + i % 7
                        + "\"}, \"product`code\": \"P" + i % 5 + "\", \"注文日時\": \"2026-05-0" + (1 + i % 9)
                        + " 10:00:00\", \"qty\": " + (1 + i % 3) + ", \"unit-price\": 9.5}")
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("orders.jsonl"), documents + "\n");
        assertReads(Orders.INPUT);
    }

    @Test
    void tablesThatAreJoined() throws IOException {
        write(
                "order items.csv",
                "order.id,item no,product`code,\"\"\"qty\"\"\"",
                i -> "O" + i / 2 + "," + i % 2 + ",P" + i % 5 + ",1");
        write(
                "orders list.csv",
                "order.id,customer no.,order date",
                i -> i % 2 == 1 ? "" : "O" + i / 2 + ",C" + i % 7 + ",2026-05-0" + (1 + i % 9) + " 10:00:00");
        write("商品.csv", "product`code,商品 名,unit.price", i -> i > 4 ? "" : "P" + i + ",もの" + i + ",9.50");
        assertReads(Orders.INPUT);
        assertThat(trial(Products.INPUT).accepted()).isEqualTo(5);
    }

    private void assertReads(Input input) {
        Path conf = folder.resolve("the proposal.conf");
        Command init = Command.run("init", folder.toString(), "--out", conf.toString());
        assertThat(init.exitCode()).as(init.err()).isZero();
        TrialResult trial = trial(input);
        assertThat(trial.accepted()).as(init.out()).isEqualTo(LINES);
        assertThat(trial.mapped())
                .contains(Orders.ORDER_ID, Orders.CUSTOMER_ID, Orders.PRODUCT_ID, Orders.QUANTITY, Orders.UNIT_PRICE);
        assertThat(trial.nobody()).isZero();
        assertThat(trial.customers()).isEqualTo(7);
    }

    private TrialResult trial(Input input) {
        OsusumeConfig config = ConfigLoader.load(Optional.of(folder.resolve("the proposal.conf")), List.of())
                .config();
        return new InputTrial(TestSession.spark(), config).of(input, LocalDate.of(2026, 7, 1), Long.MAX_VALUE);
    }

    private void write(String file, String header, java.util.function.IntFunction<String> line) throws IOException {
        String lines = IntStream.range(0, LINES)
                .mapToObj(line)
                .filter(l -> !l.isEmpty())
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve(file), header + "\n" + lines + "\n");
    }
}
