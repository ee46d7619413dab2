package io.osusume.intake.source;

import static io.osusume.intake.source.Given.input;
import static io.osusume.intake.source.Given.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonSourceTest {
    @TempDir
    Path dir;

    @Test
    void aFirstLineThatIsCutOffIsOneCorruptLine() throws IOException {
        Files.writeString(
                dir.resolve("a.json"), "{\"order_id\": 1, \"status\"\n{\"order_id\": 2}\n{\"order_id\": 3}\n");
        assertThat(read(input("json", dir, Map.of(), Optional.empty(), Map.of()))
                        .rows()
                        .collectAsList())
                .hasSize(3)
                .filteredOn(r -> r.getAs(Sources.CORRUPT_LINE) == null)
                .extracting(r -> r.<Long>getAs("order_id"))
                .containsExactly(2L, 3L);
    }

    /** A file of one line beside files of many: what is cut off there is one row. */
    @Test
    void anOnlyLineThatIsCutOffIsOneCorruptLine() throws IOException {
        write("a.json", "{\"order_id\": 1}\n{\"order_id\": 2}\n");
        write("b.json", "{\"order_id\": 3, \"status\"\n");
        assertThat(raw().rows().collectAsList())
                .hasSize(3)
                .filteredOn(r -> r.getAs(Sources.CORRUPT_LINE) == null)
                .extracting(r -> r.<Long>getAs("order_id"))
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void documentsHaveTheColumnsThatAreInThemNestedOnesByTheirPath() throws IOException {
        write("a.json", """
                {"no": 17, "customer": {"id": 7.0, "mail": "a@x"}, "items": [{"sku": "P1"}, {"sku": "P2"}]}
                {"no": 18, "customer": {"id": 8.0}, "paid": true, "items": []}
                {broken
                """);
        RawRows raw = raw();
        assertThat(raw.rows().columns()).containsExactly("customer", "items", "no", "paid", Sources.CORRUPT_LINE);
        List<Row> rows = raw.rows()
                .selectExpr("no", "customer.id", "get(items.sku, 0)", Sources.CORRUPT_LINE)
                .collectAsList();
        assertThat(rows.get(0).getLong(0)).isEqualTo(17);
        assertThat(rows.get(0).getDouble(1)).isEqualTo(7.0);
        assertThat(rows.get(0).getString(2)).isEqualTo("P1");
        assertThat(rows.get(2).getString(3)).isEqualTo("{broken");
    }

    @Test
    void anIndentedArrayAndOneDocumentAFileAreRecognised() throws IOException {
        write("array.json", "[\n  {\"no\": 1},\n  {\"no\": 2}\n]\n");
        write("one.json", "\ufeff{\n  \"no\": 3\n}\n");
        write("lines.json", "{\"no\": 4}\n{\"no\": 5}\n");
        write("arrays.json", "[{\"no\": 6}, {\"no\": 7}]\n");
        write("empty.json", "");
        assertThat(raw().rows().select("no").collectAsList().stream().map(r -> r.getLong(0)))
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void severalIndentedDocumentsInOneFileAreNotLostButTold() throws IOException {
        write("a.json", "{\n  \"no\": 1\n}\n{\n  \"no\": 2\n}\n");
        assertThatThrownBy(this::raw)
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining(dir.resolve("a.json") + " holds several json documents")
                .hasMessageContaining("the second begins in line 4")
                .hasMessageContaining("jq -c . a.json");
    }

    @Test
    void anArrayThatIsCutOffIsNamed() throws IOException {
        write("a.json", "[\n  {\"no\": 1},\n  {\"no\":");
        assertThatThrownBy(this::raw)
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
                .hasMessageContaining(dir.resolve("a.json") + " is no whole json document (line 3");
    }

    @Test
    void textThatIsNoJsonIsToldAndNotAnEmptyNight() throws IOException {
        write("a.json", "no,amount\n1,2\n");
        assertThatThrownBy(this::raw)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no line is a json document")
                .hasMessageContaining("inputs.orders.format");
        write("a.json", "\n");
        assertThatThrownBy(this::raw).hasMessageContaining("empty, no document at all");
    }

    private RawRows raw() {
        return read(input("json", dir, Map.of(), Optional.empty(), Map.of()));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(dir.resolve(name), text);
    }
}
