package io.osusume.intake;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;

import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/**
 * Columns of an order file that say how much of a line was given back, and that no expression reads. Shops write partial refunds
 * so, beside the quantity and the amount that were ordered; unread, what was given back counts as kept.
 */
final class RefundColumns {
    private static final Pattern BACK = Pattern.compile("refund|returned|returnqty|返金|返品");
    private static final Pattern UNITS = Pattern.compile("qty|quantity|units|数");
    private static final Pattern MONEY = Pattern.compile("amount|total|value|sum|price|額|金");
    /** Of these a column of a refund may tell too, but not how much. */
    private static final Pattern NEITHER = Pattern.compile("status|reason|date|time|id$|type|currency|日|理由|状");

    /** Of the rows, and of the orders, about. */
    private static final double ALL = 0.95;

    private static final double MORE = 1.1;

    private final Input input;
    private final Mapping.Found mapping;
    private final Dataset<Row> raw;

    RefundColumns(Input input, Mapping.Found mapping, Dataset<Row> raw) {
        this.input = input;
        this.mapping = mapping;
        this.raw = raw;
    }

    /** At most one sentence, of the first such column that holds a figure. The source is read again only where it has one. */
    List<String> notes() {
        if (!input.equals(Orders.INPUT)) {
            return List.of();
        }
        List<StructField> told = Stream.of(raw.schema().fields())
                .filter(f -> BACK.matcher(plain(f)).find()
                        && !NEITHER.matcher(plain(f)).find())
                .toList();
        List<StructField> units =
                told.stream().filter(f -> UNITS.matcher(plain(f)).find()).toList();
        List<String> notes = filled(unread(units)).stream().map(this::ofUnits).toList();
        // What came back in pieces is not taken off once more in money.
        boolean inPieces = !notes.isEmpty() || unread(units).size() < units.size();
        List<StructField> money = told.stream()
                .filter(f -> !units.contains(f))
                .filter(f -> MONEY.matcher(plain(f)).find() || plain(f).endsWith("refunded"))
                .toList();
        return inPieces
                ? notes
                : filled(unread(money)).stream().map(this::ofMoney).toList();
    }

    private static String plain(StructField field) {
        return SourceNames.plain(field.name());
    }

    private List<StructField> unread(List<StructField> fields) {
        return fields.stream().filter(f -> !isRead(f.name())).toList();
    }

    private boolean isRead(String name) {
        return mapping.columns().values().stream().anyMatch(m -> reads(m, name))
                || mapping.where().filter(m -> reads(m, name)).isPresent();
    }

    private static boolean reads(MappedColumn column, String name) {
        return column.reads().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** @param ofOrder whether it stands once an order, not with each line */
    private record Filled(StructField field, long rows, boolean ofOrder) {}

    /** The first of them that holds a figure other than 0. */
    private List<Filled> filled(List<StructField> fields) {
        if (fields.isEmpty()) {
            return List.of();
        }
        Column[] counts = Stream.concat(
                        Stream.of(orders()),
                        fields.stream()
                                .flatMap(f -> Stream.of(
                                        count_if(quoted(f).cast("string").rlike("[1-9１-９]")),
                                        count_if(length(trim(quoted(f).cast("string")))
                                                .gt(0)))))
                .toArray(Column[]::new);
        Row found = raw.agg(count(lit(1)), counts).first();
        for (int i = 0; i < fields.size(); i++) {
            long figures = found.getLong(2 + 2 * i);
            long filled = found.getLong(3 + 2 * i);
            if (figures > 0) {
                boolean once = filled < ALL * found.getLong(0) && filled < MORE * found.getLong(1);
                return List.of(new Filled(fields.get(i), figures, once));
            }
        }
        return List.of();
    }

    /** How many orders there are, about; 0 where no text of the source is their number. */
    private Column orders() {
        MappedColumn order = mapping.columns().get(Orders.ORDER_ID);
        List<StructField> read = order == null
                ? List.of()
                : Stream.of(raw.schema().fields())
                        .filter(f -> order.reads().stream().anyMatch(f.name()::equalsIgnoreCase))
                        .toList();
        return read.size() == 1 && read.get(0).dataType() instanceof StringType
                ? approx_count_distinct(quoted(read.get(0)))
                : lit(0L);
    }

    private String ofUnits(Filled back) {
        return sentence(
                back,
                Orders.QUANTITY,
                number(mapping.columns().get(Orders.QUANTITY)) + " - coalesce(" + number(back.field()) + ", 0)");
    }

    private String ofMoney(Filled back) {
        if (back.ofOrder()) {
            return String.format(
                    Locale.ROOT,
                    "orders: %,d %s a figure in %s, which nothing reads and which looks like what was given back of a whole"
                            + " order: it counts as kept. Which lines came back is told by lines of a quantity below 0, or by a"
                            + " file of returns; whole orders by orders.returned_statuses.",
                    back.rows(),
                    back.rows() == 1 ? "row has" : "rows have",
                    back.field().name());
        }
        String quantity = number(mapping.columns().get(Orders.QUANTITY));
        return sentence(
                back,
                Orders.UNIT_PRICE,
                "try_divide(" + number(mapping.columns().get(Orders.UNIT_PRICE)) + " * " + quantity + " - coalesce("
                        + number(back.field()) + ", 0), " + quantity + ")");
    }

    private String sentence(Filled back, String column, String sql) {
        return String.format(
                Locale.ROOT,
                "orders: %,d %s a figure in %s, which nothing reads and which looks like what was given back of a line:"
                        + " it counts as kept. If it is so, write %s",
                back.rows(),
                back.rows() == 1 ? "row has" : "rows have",
                back.field().name(),
                SourceNames.line("inputs.orders.columns." + column, sql));
    }

    private static String number(MappedColumn column) {
        String sql = column.sql().matches("[\\w`]+") ? column.sql() : "(" + column.sql() + ")";
        return column.isText() ? "parse_number(" + sql + ")" : sql;
    }

    private static String number(StructField field) {
        String sql = SourceNames.sql(field.name());
        return field.dataType() instanceof StringType ? "parse_number(" + sql + ")" : sql;
    }

    private static Column quoted(StructField field) {
        return col(SourceNames.quoted(field.name()));
    }
}
