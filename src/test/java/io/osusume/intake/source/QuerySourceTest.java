package io.osusume.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.config.SourceConfig;
import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuerySourceTest {
    @TempDir
    Path dir;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(dir.resolve("sales.csv"), "order_id;item_id;qty\n1;a;2\n2;b;0\n3;a\n4;zz;1\n");
        Files.writeString(
                dir.resolve("items.json"),
                "[\n {\"item_id\": \"a\", \"price\": 10},\n {\"item_id\": \"b\", \"price\": 20}\n]");
        Files.writeString(
                dir.resolve("docs.json"),
                "{\"id\": 7, \"lines\": [{\"sku\": \"a\"}, {\"sku\": \"b\"}]}\n{\"id\": 8, \"lines\": []}\n");
    }

    @Test
    void severalTablesAreJoinedAndWhatCannotBeDividedIsNull() {
        RawRows raw = read("SELECT order_id, item_id AS product_id, price / qty AS unit_price FROM sales"
                + " JOIN items USING (item_id) ORDER BY order_id");
        List<Row> rows = raw.during(() -> raw.rows().collectAsList());
        assertThat(rows).hasSize(2); // the third line is cut off, the fourth has no item
        assertThat(rows.get(0).getDouble(2)).isEqualTo(5.0);
        assertThat(rows.get(1).isNullAt(2)).isTrue();
        assertThat(raw.notes())
                .containsExactly(
                        "sources.sales: 1 line of sales.csv has another number of fields than its header (the first"
                                + " is line 4): left out.");
        assertThat(raw.rows().sparkSession().conf().get("spark.sql.ansi.enabled"))
                .isEqualTo("true");
    }

    @Test
    void theLinesOfADocumentAreRows() {
        RawRows raw = read("SELECT id, line.sku FROM (SELECT id, explode(lines) AS line FROM docs)");
        assertThat(raw.rows().collectAsList().stream().map(r -> r.getLong(0) + r.getString(1)))
                .containsExactlyInAnyOrder("7a", "7b");
    }

    @Test
    void documentsThatAreCorruptAreCounted() throws IOException {
        Files.writeString(dir.resolve("docs.json"), "{\"id\": 7}\n{\"id\": 8\n{\"id\": 9}\n");
        RawRows raw = read("SELECT id FROM docs ORDER BY id");
        assertThat(raw.rows().collectAsList().stream().map(r -> r.getLong(0))).containsExactly(7L, 9L);
        assertThat(raw.notes()).containsExactly("sources.docs: 1 of 3 json documents are corrupt: left out.");
    }

    @Test
    void aQueryMayUseNoColumnOfATable() {
        RawRows raw = read("SELECT id, (SELECT count(*) FROM sales) AS sales FROM docs ORDER BY id");
        assertThat(raw.rows().collectAsList().stream().map(r -> r.getLong(0) + " " + r.getLong(1)))
                .containsExactly("7 3", "8 3"); // the third line is cut off
    }

    @Test
    void theFunctionsForTextsAreKnownToAQuery() {
        RawRows raw = read("SELECT parse_id('12.0') AS id, parse_number('1.280,50', ',') AS n, parse_yes('はい') AS yes,"
                + " cast(parse_time('令和8年6月3日') AS date) AS day, order_id FROM sales LIMIT 1");
        Row row = raw.during(() -> raw.rows().first());
        assertThat(row.getString(0) + " " + row.getDecimal(1).stripTrailingZeros() + " " + row.getBoolean(2) + " "
                        + row.get(3))
                .isEqualTo("12 1280.5 true 2026-06-03");
    }

    @Test
    void whatIsWrongIsToldWithTheLineOfTheQuery() {
        assertThatThrownBy(() -> read("SELECT order_id,\n  quantity\nFROM sales"))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("inputs.orders.query, line 2 (quantity)")
                .hasMessageContaining("qty");
        assertThatThrownBy(() -> read("SELECT *\nFROM sale"))
                .hasMessageContaining("inputs.orders.query, line 2 (FROM sale)")
                .hasMessageContaining("There is no sources.sale: did you mean \"sales\"?");
        assertThatThrownBy(() -> read("SELECT s.*, i.* FROM sales s JOIN items i ON s.item_id = i.item_id"))
                .hasMessageContaining("inputs.orders.query: gives the column \"item_id\" twice")
                .hasMessageContaining("USING (`item_id`)");
    }

    @Test
    void whatAQueryThrowsOfARowIsTheQuerys() {
        RawRows raw = read("SELECT order_id,\n raise_error(concat('no ', order_id)) AS product_id FROM sales");
        assertThatThrownBy(() -> raw.during(() -> raw.rows().collectAsList()))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("inputs.orders.query")
                .hasMessageContaining("no 1");
    }

    @Test
    void aSourceThatIsNotThereIsNamedOnlyWhereAQueryReadsIt() {
        assertThat(read("SELECT order_id FROM sales").rows().collectAsList()).hasSize(3);
        assertThatThrownBy(() -> read("SELECT * FROM nowhere"))
                .hasMessageContaining("sources.nowhere.path = " + dir.resolve("none.csv") + ": no such file or folder");
    }

    private RawRows read(String sql) {
        Map<String, SourceConfig> sources = Map.of(
                "sales", source("csv", "sales.csv", Map.of("delimiter", ";")),
                "items", source("json", "items.json", Map.of()),
                "docs", source("json", "docs.json", Map.of()),
                "nowhere", source("csv", "none.csv", Map.of()));
        return Given.query(sources, sql);
    }

    private SourceConfig source(String format, String file, Map<String, String> options) {
        return new SourceConfig(
                Optional.of(format),
                Optional.of(dir.resolve(file).toString()),
                Optional.empty(),
                Optional.empty(),
                options,
                Optional.empty());
    }
}
