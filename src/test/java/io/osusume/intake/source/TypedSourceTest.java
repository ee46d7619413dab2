package io.osusume.intake.source;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static io.osusume.intake.source.Given.input;
import static io.osusume.intake.source.Given.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedSourceTest {
    private static final Map<String, String> MAPPING =
            Map.of("order_id", "id", "product_id", "id", "ordered_at", "at", "quantity", "1", "unit_price", "1");
    private static final long NANOS = 1_767_225_600_123_456_789L; // 2026-01-01T00:00:00.123456789Z

    @TempDir
    Path dir;

    @Test
    void whatOnlyNewerFilesHaveIsNullInTheOlder() {
        part("orc", "month=1", rows("id STRING, at STRING", row("a", "2026-01-01")));
        part("orc", "month=2", rows("id STRING, at STRING, status STRING", row("b", "2026-02-01", "cancelled")));
        part("parquet", "month=1", rows("id STRING, at STRING", row("a", "2026-01-01")));
        part("parquet", "month=2", rows("ID STRING, status STRING, at STRING", row("b", "cancelled", "2026-02-01")));
        for (String format : List.of("parquet", "orc")) {
            RawRows raw = read(input(format, dir.resolve(format), Map.of(), Optional.empty(), MAPPING));
            assertThat(texts(raw, "concat(id, '/', coalesce(status, '-'))")).containsExactly("a/-", "b/cancelled");
            assertThat(raw.notes())
                    .singleElement()
                    .asString()
                    .startsWith("inputs.orders: the column \"status\" is not in 1 of 2 files (month=1/");
        }
    }

    @Test
    void aColumnOfTwoTypesIsReadAsWhatBothAre() {
        part("parquet", "1", rows("id BIGINT, at STRING, quantity INT", row(7L, "2026-01-01", 1)));
        part("parquet", "2", rows("id STRING, at STRING, quantity DOUBLE", row("x8", "2026-01-01", 2.5)));
        RawRows raw = read(input("parquet", dir.resolve("parquet"), Map.of(), Optional.empty(), MAPPING));
        assertThat(texts(raw, "concat(id, '/', at)")).containsExactly("7/2026-01-01", "x8/2026-01-01");
        part(
                "orc",
                "1",
                rows(
                        "id DECIMAL(20,2), at STRING",
                        row(new java.math.BigDecimal("7.00"), "2026-01-01"),
                        row(new java.math.BigDecimal("7.50"), "2026-01-01")));
        part("orc", "2", rows("id STRING, at STRING", row("x8", "2026-01-01")));
        part("orc", "3", rows("id DOUBLE, at STRING", row(9.0, "2026-01-01")));
        RawRows ids = read(input("orc", dir.resolve("orc"), Map.of(), Optional.empty(), MAPPING));
        assertThat(texts(ids, "id")).containsExactly("7", "7.50", "9", "x8");
        RawRows numbers = read(input(
                "parquet",
                dir.resolve("parquet"),
                Map.of(),
                Optional.empty(),
                Map.of("order_id", "id", "product_id", "id", "ordered_at", "at", "unit_price", "1")));
        assertThat(texts(numbers, "quantity * 2")).containsExactly("2.0", "5.0");
    }

    @Test
    void nanosecondsAreTimesAndWhatNothingMapsIsNotRead() throws IOException {
        MessageType type = MessageTypeParser.parseMessageType("message m { required binary id (STRING);"
                + " required int64 at (TIMESTAMP(NANOS,false)); required int64 paid (TIMESTAMP(NANOS,true));"
                + " required int64 t (TIME(NANOS,true)); required int64 other (TIMESTAMP(NANOS,true)); }");
        Group one = new SimpleGroup(type);
        one.append("id", "a")
                .append("at", NANOS)
                .append("paid", NANOS)
                .append("t", 1L)
                .append("other", 1L);
        write("a.parquet", type, one);
        RawRows raw = read(input(
                "parquet",
                dir,
                Map.of(),
                Optional.empty(),
                Map.of(
                        "order_id",
                        "id",
                        "customer_id",
                        "id",
                        "product_id",
                        "id",
                        "ordered_at",
                        "at",
                        "quantity",
                        "1",
                        "unit_price",
                        "1",
                        "status",
                        "date_format(paid, 'yyyy')")));
        assertThat(raw.rows().columns()).containsExactlyInAnyOrder("id", "at", "paid");
        assertThat(texts(raw, "at")).containsExactly("2026-01-01 00:00:00.123456");
        assertThat(raw.rows().selectExpr("unix_micros(paid)").first().getLong(0))
                .isEqualTo(NANOS / 1000);
        assertThat(Instant.ofEpochSecond(0, NANOS)).isAfter("2026-01-01T00:00:00Z");
    }

    @Test
    void aMappedColumnThatSparkDoesNotReadIsNamedWithItsFile() throws IOException {
        MessageType type = MessageTypeParser.parseMessageType(
                "message m { required binary id (STRING); required int64 at (TIME(NANOS,true)); }");
        write("t.parquet", type, new SimpleGroup(type).append("id", "a").append("at", 1L));
        assertThatThrownBy(() -> read(input("parquet", dir, Map.of(), Optional.empty(), MAPPING)))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("the column \"at\" of " + dir.resolve("t.parquet"))
                .hasMessageContaining("TIME(NANOS,true)");
    }

    @Test
    void whereTheMappingDoesNotFitAllColumnsAreThereToChooseFrom() {
        part("parquet", "1", rows("order_number STRING, at STRING, more INT", row("a", "2026-01-01", 1)));
        RawRows raw = read(input("parquet", dir.resolve("parquet"), Map.of(), Optional.empty(), Map.of()));
        assertThat(raw.rows().columns()).containsExactly("order_number", "at", "more");
    }

    @Test
    void aFileThatIsCutOffIsNamed() throws IOException {
        part("parquet", "1", rows("id STRING, at STRING", row("a", "2026-01-01")));
        Path cut = Files.write(
                dir.resolve("parquet/1/cut.parquet"), new byte[] {'P', 'A', 'R', '1', 0, 0, 0, 0, 0, 0, 0, 0});
        assertThatThrownBy(() -> read(input("parquet", dir.resolve("parquet"), Map.of(), Optional.empty(), MAPPING)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(cut + " (format parquet): cannot be read")
                .hasMessageContaining("may be cut off");
    }

    private static List<String> texts(RawRows raw, String sql) {
        return raw.rows().selectExpr("CAST(" + sql + " AS STRING) AS v").orderBy("v").collectAsList().stream()
                .map(r -> r.getString(0))
                .toList();
    }

    private void part(String format, String folder, Dataset<Row> rows) {
        rows.coalesce(1)
                .write()
                .format(format)
                .save(dir.resolve(format).resolve(folder).toString());
    }

    private void write(String name, MessageType type, Group... rows) throws IOException {
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(
                        new org.apache.hadoop.fs.Path(dir.resolve(name).toString()))
                .withType(type)
                .build()) {
            for (Group row : rows) {
                writer.write(row);
            }
        }
    }
}
