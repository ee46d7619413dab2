package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.osusume.config.InputConfig;
import io.osusume.config.QualityConfig;
import io.osusume.errors.UserException;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Tickets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What is said of values and names; each proposed line is read as a configuration would be, and works. */
class StagingNotesTest {
    private static final List<String> NULLS = List.of("NULL", "N/A");
    private static final QualityConfig QUALITY =
            new QualityConfig(0.05, LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31), 0.5, NULLS, 14);
    private static final Pattern LINE = Pattern.compile("(inputs\\.\\w+\\.columns\\.\\w+) = .*");
    private static final String ORDERS =
            "order_id STRING, product_id STRING, %s STRING, ordered_at STRING, quantity STRING, unit_price STRING";

    @Test
    void aColumnWhoseEveryPointIsFollowedByThreeDigitsIsAmbiguous() {
        Dataset<Row> raw = rows(
                String.format(ORDERS, "customer_id"),
                row("1", "p", "c", "2026-06-01", "2.5", "1.280"),
                row("2", "p", "c", "2026-06-01", "1.250", "12.500"),
                row("3", "p", "c", "2026-06-01", "3", "7"));
        Noted noted = stage(raw, Orders.INPUT, Map.of());
        assertThat(noted.notes())
                .singleElement()
                .asString()
                .startsWith("orders.unit_price is ambiguous: every point in it is followed by exactly three digits.");
        assertThat(noted.rows().get(0).<BigDecimal>getAs("unit_price")).isEqualByComparingTo("1.28");
        Noted mended = stage(raw, Orders.INPUT, proposed(noted.notes().get(0)));
        assertThat(mended.rows().get(0).<BigDecimal>getAs("unit_price")).isEqualByComparingTo("1280");
        assertThat(mended.notes()).isEmpty();
    }

    @Test
    void wordsForNothingAreCountedByColumn() {
        Dataset<Row> raw = rows(
                String.format(ORDERS, "customer_id"),
                row("1", "p", "NULL", "2026-06-01", "1", "1"),
                row("2", "p", " N/A ", "2026-06-01", "1", "1"),
                row("3", "p", "NULL", "2026-06-01", "1", "1"),
                row("4", "p", "nullable", "2026-06-01", "1", "1"));
        assertThat(stage(raw, Orders.INPUT, Map.of()).notes())
                .containsExactly(
                        "orders.customer_id: words read as no value: NULL (2), N/A (1). inputs.orders.nulls says"
                                + " which.");
    }

    @Test
    void aColumnThatLooksLikeTheCustomersIsProposed() {
        Dataset<Row> raw = rows(String.format(ORDERS, "`Customer ID`"), row("1", "p", "c7", "2026-06-01", "1", "1"));
        Noted noted = stage(raw, Orders.INPUT, Map.of());
        assertThat(noted.notes())
                .singleElement()
                .asString()
                .startsWith("No orders.customer_id is mapped, and the source has a column that looks like it.");
        assertThat(stage(raw, Orders.INPUT, proposed(noted.notes().get(0)))
                        .rows()
                        .get(0)
                        .<String>getAs("customer_id"))
                .isEqualTo("c7");
    }

    @Test
    void aProposedLineQuotesNamesWithPointsBlanksAndBackticks() {
        for (String name : List.of("product.id", "Product ID", "product`id", "product \"id\"")) {
            Dataset<Row> raw = rows(
                            "order_id STRING, x STRING, ordered_at STRING, quantity STRING, unit_price STRING",
                            row("1", "p9", "2026-06-01", "1", "1"))
                    .withColumnRenamed("x", name);
            assertThatThrownBy(() -> stage(raw, Orders.INPUT, Map.of()))
                    .isInstanceOfSatisfying(UserException.class, e -> {
                        Noted mended = stage(raw, Orders.INPUT, proposed(e.getMessage()));
                        assertThat(mended.rows().get(0).<String>getAs("product_id"))
                                .isEqualTo("p9");
                    });
        }
    }

    @Test
    void aWholeNumberMayComeWithAPoint() {
        Dataset<Row> raw = rows(
                "ticket_id STRING, customer_id STRING, opened_at STRING, closed_at STRING, satisfaction STRING",
                row("1", "c", "2026-06-01", "2026-06-02", "4.0"),
                row("2", "c", "2026-06-01", "2026-06-02", "4.5"));
        List<Row> staged = stage(raw, Tickets.INPUT, Map.of()).rows().stream()
                .sorted(Comparator.comparing(r -> r.<String>getAs("ticket_id")))
                .toList();
        assertThat(staged.get(0).<Integer>getAs("satisfaction")).isEqualTo(4);
        assertThat(staged.get(1).<String>getAs(Staging.REASON)).isEqualTo("unreadable_satisfaction");
        assertThat(staged.get(1).<String>getAs(Staging.DETAIL)).contains("4.5");
    }

    @Test
    void idsAreTheSameInAnyNormalFormAndOddOnesAreKept() {
        String long1000 = "x".repeat(1_000);
        Dataset<Row> raw = rows(
                String.format(ORDERS, "customer_id"),
                row("1", "caf\u00e9", "\u202bשלום\u202c", "2026-06-01", "1", "1"),
                row("2", "cafe\u0301", "😀", "2026-06-01", "1", "1"),
                row("3", long1000, "c\u0000d", "2026-06-01", "1", "1"),
                row("4", long1000, "\ud800", "2026-06-01", "1", "1"));
        List<Row> staged = stage(raw, Orders.INPUT, Map.of()).rows();
        assertThat(staged.get(0).<String>getAs("product_id"))
                .isEqualTo(staged.get(1).getAs("product_id"));
        assertThat(staged.get(0).<String>getAs("customer_id")).isEqualTo("שלום");
        assertThat(staged.get(1).<String>getAs("customer_id")).isEqualTo("😀");
        assertThat(staged.get(2).<String>getAs(Staging.REASON)).isEqualTo("control_character_customer_id");
        assertThat(staged.get(3).<String>getAs("product_id")).isEqualTo(long1000);
        assertThat(staged.get(3).<String>getAs(Staging.STATUS)).isEqualTo(Staging.ACCEPTED);
    }

    private record Noted(List<Row> rows, List<String> notes) {}

    @Test
    void whatWasGivenBackInAColumnOfItsOwnCountsAsKeptAndIsSaid() {
        String columns = String.format(ORDERS, "customer_id");
        Dataset<Row> units = rows(
                columns + ", item_refunded_qty STRING, refund_status STRING",
                row("1", "p", "c", "2026-06-01", "3", "100", "1", "3 days"),
                row("2", "p", "c", "2026-06-01", "1", "100", "0", ""),
                row("3", "p", "c", "2026-06-01", "2", "100", null, null));
        Noted noted = stage(units, Orders.INPUT, Map.of());
        assertThat(noted.notes())
                .singleElement()
                .asString()
                .startsWith("orders: 1 row has a figure in item_refunded_qty, which nothing reads");
        Noted mended = stage(units, Orders.INPUT, proposed(noted.notes().get(0)));
        assertThat(mended.notes()).isEmpty();
        assertThat(mended.rows())
                .extracting(r -> r.getDecimal(r.fieldIndex("quantity")).intValue())
                .containsExactlyInAnyOrder(2, 1, 2);

        Dataset<Row> money =
                rows(columns + ", `Amount Refunded` DOUBLE", row("1", "p", "c", "2026-06-01", "4", "100", 100.0));
        Noted told = stage(money, Orders.INPUT, Map.of());
        assertThat(told.notes()).singleElement().asString().contains("Amount Refunded");
        Noted less = stage(money, Orders.INPUT, proposed(told.notes().get(0)));
        assertThat(less.rows().get(0).<BigDecimal>getAs("unit_price")).isEqualByComparingTo("75");
    }

    @Test
    void nothingIsSaidOfRefundsWhereThereWereNone() {
        Dataset<Row> raw = rows(
                String.format(ORDERS, "customer_id") + ", item_refunded_qty STRING, refund_reason STRING",
                row("1", "p", "c", "2026-06-01", "3", "100", "0", "3 broken"));
        assertThat(stage(raw, Orders.INPUT, Map.of()).notes()).isEmpty();
    }

    private static Noted stage(Dataset<Row> raw, Input input, Map<String, String> columns) {
        InputConfig config = new InputConfig(
                Optional.of("csv"),
                Optional.of("-"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                columns,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Staging.Staged staged = new Staging(DayBounds.of(LocalDate.of(2026, 6, 30), ZoneOffset.UTC, QUALITY), NULLS)
                .stage(raw, input, config);
        int points = staged.rows().agg(StagingNotes.figure()).first().getInt(0);
        boolean words = !staged.rows().where(col(Reading.NOTHING).isNotNull()).isEmpty();
        return new Noted(staged.rows().collectAsList(), staged.notes().of(points, words, staged.rows()));
    }

    /** The lines of configuration in a message, read as a file would be: column → expression. */
    private static Map<String, String> proposed(String message) {
        Map<String, String> columns = new HashMap<>();
        Matcher line = LINE.matcher(message);
        while (line.find()) {
            String key = line.group(1);
            String sql = ConfigFactory.parseString(line.group().replaceAll("\\.$", ""))
                    .getString(key);
            columns.put(key.substring(key.lastIndexOf('.') + 1), sql);
        }
        assertThat(columns).as(message).isNotEmpty();
        return columns;
    }
}
