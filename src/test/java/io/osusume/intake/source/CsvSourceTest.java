package io.osusume.intake.source;

import static io.osusume.intake.source.Given.csv;
import static io.osusume.intake.source.Given.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.config.InputConfig;
import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest {
    @TempDir
    Path dir;

    @Test
    void aDoubledQuoteIsAQuote() throws IOException {
        write("a.csv", "order_id,status\n1,\"Tin 4\"\", \"\"tight\"\"\"\n2,\"back\\slash\\\"\n");
        List<Row> rows = rows();
        assertThat(rows.get(0).<String>getAs("status")).isEqualTo("Tin 4\", \"tight\"");
        assertThat(rows.get(1).<String>getAs("status")).isEqualTo("back\\slash\\");
        assertThat(rows).allMatch(r -> r.isNullAt(r.fieldIndex(Sources.CORRUPT_LINE)));
    }

    @Test
    void whoWritesABackslashBeforeAQuoteSaysSo() throws IOException {
        write("a.csv", "order_id,status\n1,\"Tin 4\\\", tight\"\n");
        assertThat(read(csv(dir, Map.of("escape", "\\"))).rows().first().<String>getAs("status"))
                .isEqualTo("Tin 4\", tight");
    }

    @Test
    void aMarkAndCarriageReturnsAreNoPartOfTheTable() throws IOException {
        write("a.csv", "\ufefforder_id,status\r\n1,paid\r\n2,open\r\n");
        assertThat(rows().stream().map(r -> r.<String>getAs("order_id") + r.<String>getAs("status")))
                .containsExactly("1paid", "2open");
    }

    @Test
    void lineBreaksWithinQuotesAreFoundFarDownInTheFile() throws IOException {
        StringBuilder text = new StringBuilder("order_id,note,status\n");
        for (int i = 0; i < 500; i++) {
            text.append(i).append(i == 400 ? ",\"ring, please\r\nthe \"\"left\"\" bell\",open\n" : ",,paid\n");
        }
        write("a.csv", text.toString());
        List<Row> rows = rows();
        assertThat(rows).hasSize(500);
        assertThat(rows.get(400).<String>getAs("note")).contains("ring, please").contains("the \"left\" bell");
        assertThat(rows.get(499).<String>getAs("order_id")).isEqualTo("499");
    }

    @Test
    void aQuoteThatNothingClosesSwallowsNoOtherLine() throws IOException {
        write("a.csv", "order_id,note,status\n1,\"never closed,paid\n2,,paid\n3,,paid\n");
        RawRows raw = read(csv(dir, Map.of()));
        assertThat(raw.rows().collectAsList()).hasSize(3);
        assertThat(raw.notes()).singleElement().asString().contains("line 2 of a.csv opens a quote");
    }

    @Test
    void columnsAreFoundByNameInEachFileOfAFolder() throws IOException {
        write("2026-01.csv", "order_id,unit_price\n1,10\n");
        write("2026-02.csv", "unit_price,ORDER_ID\n20,2\n");
        write("2026-03.csv", "status,order_id,unit_price,extra\ncancelled,3,30,x\n");
        RawRows raw = read(csv(dir, Map.of()));
        assertThat(raw
                        .rows()
                        .selectExpr("order_id || '/' || unit_price || '/' || coalesce(status, '-')")
                        .collectAsList()
                        .stream()
                        .map(r -> r.getString(0)))
                .containsExactlyInAnyOrder("1/10/-", "2/20/-", "3/30/cancelled");
        assertThat(raw.notes())
                .containsExactly(
                        "inputs.orders: the column \"status\" is not in 2 of 3 files (2026-01.csv, 2026-02.csv):"
                                + " it is null there.");
    }

    @Test
    void foldersWithinTheFolderAreRead() throws IOException {
        write("2026/01/a.csv", "order_id\n1\n");
        write("2026/02/a.csv", "order_id\n2\n");
        write("_tmp/b.csv", "order_id\n9\n");
        assertThat(rows().stream().map(r -> r.<String>getAs("order_id"))).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void namesOfFoldersAreColumnsAlsoWhereHeadersDiffer() throws IOException {
        write("shop=north/a.csv", "order_id\n1\n");
        write("shop=south/a.csv", "order_id,status\n2,paid\n");
        assertThat(rows().stream().map(r -> r.<String>getAs("order_id") + r.<String>getAs("shop")))
                .containsExactlyInAnyOrder("1north", "2south");
    }

    @Test
    void columnsWithoutNameAndThoseThatStandTwiceHaveNamesOfTheirOwn() throws IOException {
        write("a.csv", ",order_id,Price,price,\n0,1,2,3,4\n");
        Row row = rows().get(0);
        assertThat(row.<String>getAs("_c0")).isEqualTo("0");
        assertThat(row.<String>getAs("order_id")).isEqualTo("1");
        assertThat(row.<String>getAs("Price2")).isEqualTo("2");
        assertThat(row.<String>getAs("price3")).isEqualTo("3");
        assertThat(row.<String>getAs("_c4")).isEqualTo("4");
    }

    @Test
    void aMappedColumnThatStandsTwiceIsTold() throws IOException {
        write("a.csv", "order_id,status,status\n1,paid,open\n");
        assertThat(read(csv(dir, Map.of())).notes())
                .singleElement()
                .asString()
                .contains("\"status\" stands several times in a.csv")
                .contains("status1, status2");
    }

    @Test
    void aFileOfAHeaderOnlyHasColumnsAndNoRowsAndAnEmptyOneBesideItIsNoMatter() throws IOException {
        write("a.csv", "order_id,status\n");
        write("b.csv", "");
        RawRows raw = read(csv(dir, Map.of()));
        assertThat(raw.rows().columns()).contains("order_id", "status");
        assertThat(raw.rows().count()).isZero();
    }

    @Test
    void anInputWithoutAnyTextIsNamed() throws IOException {
        write("a.csv", "\n");
        assertThatThrownBy(this::rows)
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
                .hasMessageContaining("inputs.orders.path = " + dir)
                .hasMessageContaining("empty, not even a header line");
    }

    @Test
    void anotherDelimiterIsToldWithTheLineToWrite() throws IOException {
        write("a.csv", "order_id;status;note\n1;paid;1,5\n2;open;\n");
        assertThatThrownBy(this::rows)
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("not divided by commas but by semicolons")
                .hasMessageContaining("inputs.orders.options.delimiter = \";\"");
        write("a.csv", "order_id\tstatus\n1\tpaid\n");
        assertThatThrownBy(this::rows).hasMessageContaining("inputs.orders.options.delimiter = \"\\t\"");
        assertThat(read(csv(dir, Map.of("delimiter", "\\t"))).rows().first().<String>getAs("status"))
                .isEqualTo("paid");
    }

    @Test
    void aFileWithoutAHeaderIsTold() throws IOException {
        write("a.csv", "o1,p1,2026-06-01,1,5.00\no2,p1,2026-06-02,2,5.00\n");
        assertThatThrownBy(this::rows)
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("is a row and names no columns (\"o1,p1,2026-06-01,1,5.00\")")
                .hasMessageContaining("inputs.orders.options.header = false");
        assertThat(read(csv(dir, Map.of("header", "false"))).rows().collectAsList())
                .hasSize(2);
    }

    /** Reports of two months: lines below names, of which the last of a file is none of the next one's. */
    @Test
    void linesOfReportsHaveTheNamesAboveThem() throws IOException {
        write("a.csv", """
                Shop
                Sales

                ,Date,Item,Qty
                Amy,,,
                ,2026-05-01,cup,1
                ,2026-05-02,pan,2
                Total for Amy,,,3
                Ben
                ,2026-05-03,cup,4
                "Total for Ben",,,4
                TOTAL,,,7


                Monday - Accrual Basis,,,
                """);
        write("b.csv", """
                Shop
                Sales

                ,Date,Item,Qty
                Cat,,,
                ,2026-06-01,"cup, tall",5
                Total for Cat,,,5
                TOTAL,,,5
                """);
        RawRows raw = read(csv(dir, Map.of()));
        assertThat(raw.rows().orderBy("Date").collectAsList().stream()
                        .map(r -> r.getString(0) + " " + r.getString(2) + " " + r.getString(3)))
                .containsExactly("Amy cup 1", "Amy pan 2", "Ben cup 4", "Cat cup, tall 5");
        assertThat(raw.notes())
                .contains(
                        "inputs.orders: a.csv is a report: its 3 lines stand below 3 names, and each has the name that it is"
                                + " of in _c0. The names' own rows and 3 totals are no lines.");
    }

    /** Two files of one export, each of too few orders to tell by itself, read with a schema. */
    @Test
    void linesHaveTheirOrdersNumberAndDay() throws IOException {
        for (int file = 0; file < 2; file++) {
            StringBuilder orders = new StringBuilder("Order,Date,Customer,Shipping,Item\n");
            for (int i = 0; i < 8; i++) {
                orders.append((100 * file + i) + ",2026-0" + (1 + file) + "-0" + (1 + i) + ",Amy " + i % 3
                        + ",4.90,\"cup\nblue\"\n");
                orders.append(",,,,\n,,,,pan\n");
            }
            write(file + ".csv", orders.toString());
        }
        RawRows raw = read(new InputConfig(
                Optional.of("csv"),
                Optional.of(dir.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Order INT, Date DATE, Customer STRING, Shipping DOUBLE, Item STRING"),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(raw.rows().where("Order = 103").collectAsList().stream().map(r -> r.mkString(" ")))
                .containsExactlyInAnyOrder(
                        "103 2026-02-04 Amy 0 4.9 cup\nblue null", "103 2026-02-04 Amy 0 null pan null");
        assertThat(raw.rows().count()).isEqualTo(32);
        assertThat(raw.notes())
                .anyMatch(n -> n.contains(
                        "0.csv and 1 more: Order, Date, Customer stand only in the first of the rows that share them"));
    }

    /** What is sold below an order is no total, whatever it is called. */
    @Test
    void aProductMayBeCalledTotal() throws IOException {
        StringBuilder orders = new StringBuilder("Order,Date,Item,Qty\n");
        for (int i = 0; i < 20; i++) {
            orders.append((100 + i) + ",2026-01-" + (10 + i) + ",cup,1\n,,Colgate,1\n,,Colgate Total,2\n");
        }
        write("a.csv", orders.append("Grand Total,,,80\n").toString());
        assertThat(read(csv(dir, Map.of())).rows().collectAsList().stream()
                        .map(r -> r.getString(0) + " " + r.getString(2)))
                .hasSize(60)
                .contains("107 Colgate Total");
    }

    /** A byte that is no text adds a column; a name's row without delimiters is a name all the same. */
    @Test
    void aReportInAnotherEncodingHasItsNames() throws IOException {
        Files.write(
                dir.resolve("a.csv"),
                ",Date,Item,Qty\nAmy,,,\n,2026-05-01,cup,1\nTotal for Amy,,,1\nBen\n,2026-05-02,caf\u00e9,2\nTotal for Ben,,,2\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(csv(dir, Map.of())).rows().orderBy("Date").collectAsList().stream()
                        .map(r -> r.getString(0) + " " + r.getString(3)))
                .containsExactly("Amy 1", "Ben 2");
    }

    /** Files of reports, each with its own titles; a spreadsheet fills them up to the width of the table. */
    @Test
    void whatStandsAboveAHeaderIsLeftOut() throws IOException {
        write("a.csv", "Sales report\n2026-06\norder_id,product_id,status\n1,p,paid\n2,q,open\n3,q,\"a\nb\"\n");
        write("b.csv", "\nSales report,,\n2026-07,,\n\norder_id,product_id,status\n4,p,paid\n5,q,open\n,q,open\n");
        write("c.csv", "order_id,product_id,status\n6,Sales report,\n");
        RawRows raw = read(csv(dir, Map.of()));
        assertThat(raw.rows().select("order_id", "product_id", "status").collectAsList().stream()
                        .map(Row::toString))
                .containsExactlyInAnyOrder(
                        "[1,p,paid]",
                        "[2,q,open]",
                        "[3,q,a\nb]",
                        "[4,p,paid]",
                        "[5,q,open]",
                        "[null,q,open]",
                        "[6,Sales report,null]");
        assertThat(raw.notes())
                .singleElement()
                .asString()
                .contains("the header of a.csv and 1 more stands below titles (\"Sales report\")");
    }

    @Test
    void oneTitleAboveTheHeaderOfOneFile() throws IOException {
        write("a.csv", "売上明細\norder_id,product_id,status\n1,p,paid\n2,q,open\n3,q,open\n");
        assertThat(read(csv(dir, Map.of())).rows().count()).isEqualTo(3);
    }

    @Test
    void totalsAndSecondHeadersAreTold() throws IOException {
        write("a.csv", "order_id,quantity,note\nNo.,pieces,text\n1,5,a\n2,6,b\n合計,11,\n\n");
        assertThat(read(csv(dir, Map.of())).notes())
                .hasSize(2)
                .anyMatch(n -> n.contains("line 2 of a.csv looks like a second header (\"No.,pieces,text\")"))
                .anyMatch(n -> n.contains("last line of a.csv (line 5) looks like a total (\"合計,11,\")")
                        && n.contains("inputs.orders.where = \"`order_id` <> '合計' OR `order_id` IS NULL\""));
        write("a.csv", "order_id,quantity\n1,5\norder_id,quantity\n2,6\n");
        assertThat(read(csv(dir, Map.of())).notes())
                .singleElement()
                .asString()
                .contains("the header line of a.csv stands 1 more time between its rows");
    }

    @Test
    void aMillionColumnsAreTooMany() throws IOException {
        write("a.csv", "c,".repeat(1_000_000) + "\n");
        assertThatThrownBy(this::rows)
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("1,000,001 fields")
                .hasMessageContaining("20,480 columns at most");
    }

    @Test
    void tenMegabytesInOneFieldAndNulAreRead() throws IOException {
        write("a.csv", "order_id,note\n1," + "x".repeat(10_000_000) + "\n2\u0000,y\n");
        List<Row> rows = read(csv(dir, Map.of()))
                .rows()
                .selectExpr("order_id", "length(note) AS n")
                .collectAsList();
        assertThat(rows.get(0).<Integer>getAs("n")).isEqualTo(10_000_000);
        assertThat(rows.get(1).<String>getAs("order_id")).isEqualTo("2\u0000");
    }

    @Test
    void withoutHeaderTheSchemaNamesTheColumns() throws IOException {
        write("a.csv", "1,paid\n2,open\n");
        assertThat(read(csv(dir, Map.of("header", "false"))).rows().columns())
                .containsExactly("_c0", "_c1", Sources.CORRUPT_LINE);
    }

    @Test
    void aFileThatGrowsWhileItIsReadAndOneThatVanishesAreNamed() throws IOException {
        write("a.csv", "order_id,status\n1,paid\n");
        RawRows raw = read(csv(dir, Map.of()));
        assertThat(raw.during(() -> 1)).isEqualTo(1);
        write("a.csv", "order_id,status\n1,paid\n2,paid\n");
        assertThatThrownBy(() -> raw.during(() -> 1))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.DATA))
                .hasMessageContaining(dir.resolve("a.csv") + " changed while it was read (23 bytes before, 30 after)");
        Files.delete(dir.resolve("a.csv"));
        assertThatThrownBy(() -> raw.during(() -> 1))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(dir.resolve("a.csv") + " is gone");
    }

    private List<Row> rows() {
        return read(csv(dir, Map.of())).rows().collectAsList();
    }

    private void write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
