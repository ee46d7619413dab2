package io.osusume.intake.source;

import static io.osusume.intake.source.Given.input;
import static io.osusume.intake.source.Given.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import io.osusume.TestSession;
import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsAndCodecsTest {
    private static final String TEXT = "注文番号,商品名,status\n1,抹茶セット「宇治」,支払済\n2,\"急須, 大\",取消\n";

    @TempDir
    Path dir;

    @TempDir
    Path elsewhere;

    @ParameterizedTest
    @ValueSource(
            strings = {"windows-31j", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-16", "UTF-16LE", "GB18030", "UTF-8"})
    void anyEncodingOfJavaIsRead(String encoding) throws IOException {
        Files.write(dir.resolve("a.csv"), TEXT.getBytes(Charset.forName(encoding)));
        List<Row> rows = rows(Optional.of(encoding));
        assertThat(rows.get(0).<String>getAs("商品名")).isEqualTo("抹茶セット「宇治」");
        assertThat(rows.get(1).<String>getAs("商品名")).isEqualTo("急須, 大");
        assertThat(rows.get(1).<String>getAs("status")).isEqualTo("取消");
        assertThat(rows.get(0).schema().fieldNames()).doesNotContain(Sources.BAD_ENCODING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-31j", "EUC-JP", "UTF-16", "UTF-16LE"})
    void aHeaderThatIsNoTextIsToldWithTheEncodingThatFits(String encoding) throws IOException {
        Files.write(dir.resolve("a.csv"), TEXT.getBytes(Charset.forName(encoding)));
        assertThatThrownBy(() -> rows(Optional.empty()))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("the header line of " + dir.resolve("a.csv") + " is no text in UTF-8")
                .hasMessageContaining("inputs.orders.encoding = \"" + encoding + "\"");
    }

    @Test
    void whatIsNoTextIsToldByItsFirstBytes() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }
        isTold(archive.toByteArray(), "is an Excel workbook and no text. Save its sheet as CSV UTF-8");
        archive.reset();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("orders.csv"));
        }
        isTold(archive.toByteArray(), "is a zip archive, which Spark does not read. Unpack it");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        isTold(packed.toByteArray(), "is packed by gzip, but its name does not end in .gz");
        TestSession.spark()
                .range(3)
                .coalesce(1)
                .write()
                .parquet(elsewhere.resolve("lake").toString());
        try (Stream<Path> files = Files.list(elsewhere.resolve("lake"))) {
            Path file = files.filter(f -> f.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            isTold(Files.readAllBytes(file), "is a Parquet file. Write\n    inputs.orders.format = parquet");
        }
    }

    private void isTold(byte[] bytes, String what) throws IOException {
        Files.write(dir.resolve("a.csv"), bytes);
        assertThatThrownBy(() -> rows(Optional.empty()))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("inputs.orders.path: " + dir.resolve("a.csv") + " " + what);
    }

    @Test
    void rowsThatAreNoTextAreMarkedAndWhatFitsThemIsNoted() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("order_id,status,note\n1,paid,fine\n2,".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("支払済み,\n3,paid,お届けはお早めに\n".getBytes(Charset.forName("windows-31j")));
        Files.write(dir.resolve("a.csv"), bytes.toByteArray());
        RawRows raw = read(input("csv", dir, Map.of(), Optional.empty(), Map.of()));
        assertThat(raw.rows().collectAsList().stream().map(r -> r.<String>getAs(Sources.BAD_ENCODING)))
                .containsExactly(null, "UTF-8", null); // the third is no text where nothing is mapped
        assertThat(raw.notes())
                .singleElement()
                .asString()
                .contains("2 of 3 lines of a.csv are no text in UTF-8 (the first is line 3)")
                .contains("inputs.orders.encoding = \"windows-31j\"");
    }

    @Test
    void controlCharactersOfLatin1AreNoText() throws IOException {
        Files.write(
                dir.resolve("a.csv"),
                "order_id,status\n1,“paid”\n2,caf\u00e9\n".getBytes(Charset.forName("windows-1252")));
        RawRows raw = read(input("csv", dir, Map.of(), Optional.of("ISO-8859-1"), Map.of()));
        assertThat(raw.rows().collectAsList().stream().map(r -> r.<String>getAs(Sources.BAD_ENCODING)))
                .containsExactly("ISO-8859-1", null);
        assertThat(raw.notes()).singleElement().asString().contains("inputs.orders.encoding = \"windows-1252\"");
    }

    @Test
    void packedFilesAreReadAndThoseThatAreCutOffAreNamed() throws IOException {
        StringBuilder text = new StringBuilder("order_id,status\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(",paid ").append(i * 7919L % 10007).append('\n');
        }
        ByteArrayOutputStream gz = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gz)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream zst = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(zst)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        for (Map.Entry<String, byte[]> packed : Map.of("a.csv.gz", gz.toByteArray(), "a.csv.zst", zst.toByteArray())
                .entrySet()) {
            Path file = Files.write(dir.resolve(packed.getKey()), packed.getValue());
            assertThat(rows(Optional.empty())).as(packed.getKey()).hasSize(20_000);
            Files.write(file, Arrays.copyOf(packed.getValue(), packed.getValue().length / 2));
            assertThatThrownBy(() -> rows(Optional.empty()))
                    .isInstanceOfSatisfying(
                            UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("opy it again");
            Files.delete(file);
        }
    }

    private List<Row> rows(Optional<String> encoding) {
        RawRows raw = read(input("csv", dir, Map.of(), encoding, Map.of()));
        return raw.during(() -> raw.rows().collectAsList());
    }
}
