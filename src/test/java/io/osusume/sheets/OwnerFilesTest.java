package io.osusume.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.RunConfig.Language;
import io.osusume.tables.AccountBriefs;
import io.osusume.tables.Table;
import io.osusume.tables.Worklist;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of owners, read back by readers of other makes: Java's XML, DuckDB. */
class OwnerFilesTest {
    private static final String LONG = "長い名前".repeat(75);

    @TempDir
    private Path folder;

    private static Row row(Table table, Map<String, Object> values) {
        Row row = RowFactory.create(
                Arrays.stream(table.schema().fieldNames()).map(values::get).toArray());
        StructType nullable = new StructType(Arrays.stream(table.schema().fields())
                .map(f -> f.copy(f.name(), f.dataType(), true, f.metadata()))
                .toArray(StructField[]::new));
        return TestSession.spark().createDataFrame(List.of(row), nullable).first();
    }

    private static Row task(String owner, String name) {
        Map<String, Object> values = new HashMap<>(Map.of(
                Worklist.OWNER,
                owner,
                Worklist.TARGET_ID,
                "c1",
                Worklist.NAME,
                name,
                Worklist.TASK,
                "help",
                Worklist.PRIORITY,
                "A",
                Worklist.DUE,
                Date.valueOf("2026-07-01"),
                Worklist.VALUE,
                new BigDecimal("-1234.5000"),
                Worklist.VALUE_IS,
                "ltv"));
        values.put(Worklist.MORE_OFFERS, 2L);
        return row(Worklist.TABLE, values);
    }

    private static Row brief(String owner, String name) {
        return row(
                AccountBriefs.TABLE,
                Map.of(
                        AccountBriefs.OWNER,
                        owner,
                        AccountBriefs.NAME,
                        name,
                        AccountBriefs.IS_SURGING,
                        true,
                        AccountBriefs.DEPARTMENTS,
                        new String[] {"finance", "human resources"}));
    }

    private List<String> write(OwnerFiles.Format format, Language language, List<Row> tasks, Row... briefs)
            throws IOException {
        Iterator<Row> accounts = List.of(briefs).iterator();
        return new OwnerFiles(folder, format, language)
                .write(tasks.iterator(), accounts).stream()
                        .map(p -> p.getFileName().toString())
                        .toList();
    }

    /** The cell of a name in the first row below the titles. */
    private String excelName(String name) throws IOException {
        String file = write(OwnerFiles.Format.XLSX, Language.EN, List.of(task("sato", name)))
                .get(0);
        return new ExcelFile(folder.resolve(file)).rows(1).get(1).get(2);
    }

    private List<List<String>> csv(String file) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet found = duck.createStatement()
                        .executeQuery("SELECT * FROM read_csv('" + folder.resolve(file)
                                + "', header = false, all_varchar = true, delim = ',', quote = '\"', escape = '\"',"
                                + " max_line_size = 10000000, strict_mode = true)")) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int c = 1; c <= found.getMetaData().getColumnCount(); c++) {
                    row.add(found.getString(c));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\",\"y\")",
                "+1",
                "-2",
                "@SUM(A1)",
                "＝1+1",
                "山田 \"太郎\", 様 & <b>",
                "👩‍👩‍👧‍👦 家族",
                "שלום עולם"
            })
    void anyNameIsShownAsTextInAWorkbook(String name) throws IOException {
        assertThat(excelName(name)).isEqualTo("text:" + name);
    }

    @Test
    void whatNoXmlMayHoldIsLeftOutAndWhatIsLongStays() throws IOException {
        assertThat(excelName("a\u0000b\u000Bc\uFFFEd")).isEqualTo("text:abcd");
        assertThat(SafeText.cell("c\uD800d")).isEqualTo("cd");
        assertThat(excelName(LONG)).isEqualTo("text:" + LONG);
        assertThat(SafeText.cell("x".repeat(50_000))).hasSizeLessThan(32_767);
    }

    @Test
    void aWorkbookHasTwoSheetsWithTitlesNumbersAndDays() throws IOException {
        List<String> files = write(
                OwnerFiles.Format.XLSX, Language.JA, List.of(task("佐藤", "山田"), task("佐藤", "鈴木")), brief("佐藤", "会社"));
        assertThat(files).containsExactly("worklist-佐藤.xlsx");
        ExcelFile book = new ExcelFile(folder.resolve(files.get(0)));
        assertThat(book.sheets()).containsExactly("やること", "企業");
        assertThat(book.rows(1)).hasSize(3);
        assertThat(book.rows(1).get(0)).startsWith("text:優先度", "text:作業", "text:名前");
        assertThat(book.rows(1).get(1))
                .contains("text:A", "text:まず対応", "text:山田", "number:46204.0", "number:-1234.5000", "number:2");
        assertThat(book.rows(2).get(1)).contains("text:会社", "text:finance; human resources", "text:はい");
    }

    @Test
    void whatIsBeyondASheetGoesOnInTheNext() throws IOException {
        Path file = folder.resolve("many.xlsx");
        try (ExcelBook book = new ExcelBook(file, 2);
                Sheet sheet = book.sheet("To do", List.of("Id"), List.of(10))) {
            for (int i = 0; i < 5; i++) {
                sheet.row(List.of("c" + i));
            }
        }
        ExcelFile book = new ExcelFile(file);
        assertThat(book.sheets()).containsExactly("To do", "To do 2", "To do 3");
        assertThat(book.rows(2)).containsExactly(List.of("text:Id"), List.of("text:c2"), List.of("text:c3"));
        assertThat(book.rows(3)).containsExactly(List.of("text:Id"), List.of("text:c4"));
    }

    @Test
    void aCsvFileBeginsWithTheMarkThatMakesExcelReadUtf8() throws IOException, SQLException {
        List<String> files =
                write(OwnerFiles.Format.CSV, Language.JA, List.of(task("sato", "山田")), brief("sato", "会社"));
        assertThat(files).containsExactly("worklist-sato.csv", "accounts-sato.csv");
        byte[] bytes = Files.readAllBytes(folder.resolve("worklist-sato.csv"));
        assertThat(Arrays.copyOf(bytes, 3)).containsExactly(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).endsWith("\r\n");
        List<List<String>> rows = csv("worklist-sato.csv");
        assertThat(rows.get(0)).startsWith("優先度", "作業", "名前");
        assertThat(rows.get(1))
                .startsWith("A", "まず対応", "山田", "c1", null, "2026-07-01")
                .contains("-1234.5000");
        assertThat(csv("accounts-sato.csv").get(1)).contains("finance; human resources");
    }

    @Test
    void aCsvFieldThatASpreadsheetWouldCarryOutComesAfterAnApostrophe() throws IOException, SQLException {
        List<String> names = List.of(
                "=HYPERLINK(\"http://x\",\"y\")",
                "+1",
                "-2",
                "@A1",
                "\tTab",
                "\rReturn",
                "＝1",
                "a\"b,c\nd",
                "👩‍👩‍👧",
                "שלום",
                LONG);
        write(
                OwnerFiles.Format.CSV,
                Language.EN,
                names.stream().map(n -> task("sato", n)).toList());
        assertThat(csv("worklist-sato.csv").stream().skip(1).map(r -> r.get(2)))
                .containsExactly(
                        "'=HYPERLINK(\"http://x\",\"y\")",
                        "'+1",
                        "'-2",
                        "'@A1",
                        "'\tTab",
                        "'\rReturn",
                        "'＝1",
                        "a\"b,c\nd",
                        "👩‍👩‍👧",
                        "שלום",
                        LONG);
    }

    @Test
    void eachOwnerHasAFileWhoeverHasTasksOrAccounts() throws IOException {
        assertThat(write(
                        OwnerFiles.Format.XLSX,
                        Language.EN,
                        List.of(task("abe", "x"), task("\uFF21", "y"), task("😀", "z")),
                        brief("abe", "A"),
                        brief("kato", "K"),
                        brief("😀", "S")))
                .containsExactly("worklist-abe.xlsx", "worklist-kato.xlsx", "worklist-\uFF21.xlsx", "worklist-_.xlsx");
        assertThat(new ExcelFile(folder.resolve("worklist-_.xlsx")).rows(2)).hasSize(2);
        assertThat(new ExcelFile(folder.resolve("worklist-kato.xlsx")).rows(1)).hasSize(1);
    }

    @Test
    void namesOfFilesAreSafeAndNoTwoAlike() {
        FileNames names = new FileNames();
        assertThat(names.of("../../etc/passwd")).isEqualTo("_etc_passwd");
        assertThat(names.of("Sato")).isEqualTo("Sato");
        assertThat(names.of("SATO")).isEqualTo("SATO-2");
        assertThat(names.of("sato: \"x\"|?*")).isEqualTo("sato_x_");
        assertThat(names.of("が")).isEqualTo(names("か\u3099"));
        assertThat(names.of("")).isEqualTo("_");
        assertThat(names.of("あ".repeat(300)).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(120);
    }

    private static String names(String name) {
        return new FileNames().of(name);
    }
}
