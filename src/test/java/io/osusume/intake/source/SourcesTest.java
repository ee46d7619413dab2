package io.osusume.intake.source;

import static io.osusume.TestSession.spark;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.config.InputConfig;
import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import io.osusume.tables.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    Path dir;

    @Test
    void csvIsReadAsTextByItsHeaderAndLinesThatDoNotFitAreKeptWhole() throws IOException {
        Path file = Files.writeString(dir.resolve("orders.csv"), "id,price\n1,2.50\n2\n3,4,5\n\"4,6\",7\n");
        List<Row> rows = read(config("csv", file, Map.of(), Map.of())).collectAsList();
        assertThat(rows).hasSize(4);
        assertThat(rows.stream().map(r -> r.<String>getAs(Sources.CORRUPT_LINE)))
                .containsExactly(null, "2", "3,4,5", null);
        assertThat(rows.get(0).<String>getAs("price")).isEqualTo("2.50");
        assertThat(rows.get(3).<String>getAs("id")).isEqualTo("4,6");
    }

    @Test
    void jsonIsReadByTheColumnsThatItHas() throws IOException {
        Path file = Files.writeString(dir.resolve("orders.json"), "{\"no\":17,\"amount\":2.5,\"other\":1}\n{broken\n");
        List<Row> rows = read(config("json", file, Map.of(), Map.of("order_id", "no", "unit_price", "amount * 2")))
                .collectAsList();
        assertThat(rows.get(0).<Long>getAs("no")).isEqualTo(17);
        assertThat(rows.get(0).<Double>getAs("amount")).isEqualTo(2.5);
        assertThat(rows.get(1).<String>getAs(Sources.CORRUPT_LINE)).isEqualTo("{broken");
    }

    @Test
    void optionsReachTheReader() throws IOException {
        Path file = Files.writeString(dir.resolve("orders.csv"), "id;price\n1;2,50\n");
        Row row = read(config("csv", file, Map.of("delimiter", ";"), Map.of())).first();
        assertThat(row.<String>getAs("price")).isEqualTo("2,50");
    }

    @Test
    void aMissingFileAWrongFormatAndAnUnknownFormatAreNamedWithTheFix() throws IOException {
        assertThatThrownBy(() -> read(config("csv", dir.resolve("none.csv"), Map.of(), Map.of())))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("inputs.orders.path = " + dir.resolve("none.csv") + ": no such file or folder")
                .hasMessageContaining("--set inputs.orders.path=");
        Path csv = Files.writeString(dir.resolve("orders.csv"), "id,price\n1,2\n");
        assertThatThrownBy(() -> read(config("parquet", csv, Map.of(), Map.of())))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("(format parquet): cannot be read")
                .hasMessageContaining("inputs.orders.format");
        assertThatThrownBy(() -> read(config("cvs", csv, Map.of(), Map.of())))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("(format cvs): cannot be read");
    }

    private static Dataset<Row> read(InputConfig config) {
        return new Sources(spark(), Map.of()).read(Orders.INPUT, config).rows();
    }

    private static InputConfig config(
            String format, Path path, Map<String, String> options, Map<String, String> columns) {
        return new InputConfig(
                Optional.of(format),
                Optional.of(path.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                options,
                Optional.empty(),
                columns,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
