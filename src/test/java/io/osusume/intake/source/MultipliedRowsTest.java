package io.osusume.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.SourceConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Joins that a company writes: which of them count things twice, worked out by hand from six lines. */
class MultipliedRowsTest {
    private static final String LINES =
            "l.order_id, l.customer_id, l.product_id, l.ordered_at, l.quantity, l.unit_price FROM lines l ";

    @TempDir
    Path dir;

    @BeforeEach
    void write() throws IOException {
        write(
                "lines",
                "order_id,customer_id,product_id,ordered_at,quantity,unit_price",
                "1,anna,kettle,2026-03-01,1,30",
                "1,anna,cup,2026-03-01,4,5",
                "2,ben,cup,2026-03-02,2,5",
                "3,ben,pan,2026-03-09,1,40",
                "4,anna,pan,2026-03-20,1,40",
                "5,,cup,2026-03-21,1,5");
        // cup stands twice: once by its old name; pan in two languages and at two prices
        write("items", "sku,name,brand", "kettle,Kettle,A", "cup,Cup,A", "cup,Mug,A", "pan,Pan,B");
        write("texts", "sku,lang,name", "pan,en,Pan", "pan,de,Pfanne", "cup,en,Cup", "cup,de,Tasse");
        write(
                "prices",
                "sku,since,until,price",
                "pan,2026-01-01,2026-03-10,40",
                "pan,2026-03-10,2026-12-31,44",
                "cup,2026-01-01,2026-02-01,4",
                "cup,2026-02-01,2026-12-31,5");
        write("heads", "id,who,day", "1,anna,2026-03-01", "2,ben,2026-03-02", "3,ben,2026-03-09", "4,anna,2026-03-20");
        write("payments", "order_no,method,paid", "1,card,20", "1,voucher,30", "2,card,10", "3,card,20", "3,cash,20");
        write("people", "email,id", "a@x.org,anna", "b@x.org,ben", "b@x.org,ben2", ",carl");
    }

    @Test
    void aKeyThatStandsSeveralTimesInBothTablesIsTold() {
        assertThat(notes("SELECT " + LINES.replace(" FROM", ", i.name AS product_name FROM")
                        + "JOIN items i ON l.product_id = i.sku"))
                .containsExactly(
                        "inputs.orders.query: the join on product_id = sku makes 6 rows of 3 and 2: 1 of its keys stand"
                                + " several times in both tables (most of all cup: 3 and 2 rows). What is sold once counts as often. Join a"
                                + " query that keeps one row of each key, unless each of these rows is meant, as of the parts of a set.");
    }

    @Test
    void rowsOfWhichNothingIsReadMultiplyAllTheSame() {
        assertThat(notes(
                        "SELECT h.id AS order_id, h.who AS customer_id, h.day AS ordered_at, 'all' AS product_id, p.order_no"
                                + " FROM heads h JOIN payments p ON h.id = p.order_no"))
                .singleElement()
                .asString()
                .contains(
                        "the join on id = order_no makes 4 rows of 2 and 4: 2 of its keys stand several times in the table of"
                                + " which nothing is read")
                .contains("(most of all 3: 1 and 2 rows)");
    }

    @Test
    void aRowsLinesAreNotTold() {
        assertThat(notes("SELECT " + LINES.replace("l.customer_id", "h.who AS customer_id")
                        + "JOIN heads h ON l.order_id = h.id"))
                .isEmpty();
        assertThat(notes("SELECT h.id AS order_id, h.who AS customer_id, h.day AS ordered_at, l.product_id"
                        + " FROM heads h LEFT JOIN lines l ON l.order_id = h.id"))
                .isEmpty();
    }

    @Test
    void whatChoosesOneOfTheRowsIsNotTold() {
        String named = "SELECT " + LINES.replace(" FROM", ", t.name AS product_name FROM");
        assertThat(notes(named + "LEFT JOIN texts t ON l.product_id = t.sku AND t.lang = 'en'"))
                .isEmpty();
        assertThat(notes(named + ", texts t WHERE l.product_id = t.sku AND t.lang = 'en'"))
                .isEmpty();
        assertThat(
                        notes(
                                named
                                        + "LEFT JOIN (SELECT sku, min(name) AS name FROM texts GROUP BY sku) t ON l.product_id = t.sku"))
                .isEmpty();
        assertThat(notes("SELECT DISTINCT " + LINES + "JOIN texts t ON l.product_id = t.sku"))
                .isEmpty();
        assertThat(notes("SELECT " + LINES
                        + "JOIN prices p ON l.product_id = p.sku AND l.ordered_at >= p.since AND l.ordered_at <"
                        + " p.until"))
                .isEmpty();
        assertThat(notes(
                        "SELECT " + LINES + "WHERE NOT coalesce(l.order_id IN (SELECT order_no FROM payments), false)"))
                .isEmpty();
        assertThat(notes("SELECT " + LINES + "WHERE EXISTS (SELECT 1 FROM payments p WHERE p.order_no = l.order_id)"))
                .isEmpty();
    }

    @Test
    void bothJoinsOfAQueryAreLookedAt() {
        assertThat(notes(
                        "SELECT l.order_id, q.id AS customer_id, l.product_id, l.ordered_at FROM lines l JOIN items i ON"
                                + " l.product_id = i.sku JOIN people p ON l.customer_id = p.id JOIN people q ON p.email = q.email"
                                + " WHERE i.brand <> 'C'"))
                .hasSize(2)
                .anyMatch(n -> n.contains("the join on email makes"))
                .anyMatch(n -> n.contains("the join on product_id = sku makes"));
    }

    private List<String> notes(String sql) {
        Map<String, SourceConfig> sources = new TreeMap<>();
        List.of("lines", "items", "texts", "prices", "heads", "payments", "people")
                .forEach(name -> sources.put(
                        name,
                        new SourceConfig(
                                Optional.of("csv"),
                                Optional.of(dir.resolve(name + ".csv").toString()),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of(),
                                Optional.empty())));
        return Given.query(sources, sql).notes();
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(dir.resolve(name + ".csv"), String.join("\n", lines) + "\n");
    }
}
