package io.osusume.worlds;

import io.osusume.TestSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What a made-up company has on file, as text, and what is true of it: the truths are worked out where the rows are written. */
final class Company {
    /** Days ahead that values are reckoned for. */
    static final int HORIZON = 365;

    private final LocalDate asOf;
    private final Map<String, List<Map<String, String>>> files = new LinkedHashMap<>();
    private final List<Truth> truths = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();
    private String shape = "";
    private int rows;

    Company(LocalDate asOf) {
        this.asOf = asOf;
        // Somebody who buys at will, so that there are orders at all.
        row("customers", "customer_id", "passer-by");
        line("passer-by", "pencil", asOf.minusDays(40), 1, 2);
    }

    /**
     * One thing that must come out.
     *
     * @param key of the row; a customer, or customer and product with a blank between; with a star at the end the sum over all
     *     that begin so
     * @param expected a value, a {@link Between}, or {@link #NO_ROW}
     */
    record Truth(String shape, String table, String key, String column, Object expected) {}

    /** A figure within limits, both included. */
    record Between(double low, double high) {
        static Between about(double value, double share) {
            return new Between(value - Math.abs(value) * share, value + Math.abs(value) * share);
        }
    }

    /** Anything else. */
    record Not(Object value) {}

    static final Object NO_ROW = "no row";

    LocalDate asOf() {
        return asOf;
    }

    /** What follows belongs to this shape. */
    void planting(String name) {
        shape = name;
    }

    /** A name that no other shape has. */
    String named(String what) {
        return shape + "-" + what;
    }

    /** One row of an input: column, value, column, value; null stands for nothing written. */
    Company row(String input, Object... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i + 1] != null) {
                row.put((String) cells[i], cells[i + 1].toString());
            }
        }
        files.computeIfAbsent(input, f -> new ArrayList<>()).add(row);
        rows++;
        return this;
    }

    /** A name for a row, which no other has. */
    String id() {
        return "r" + rows;
    }

    /** A product that is sold by contract. */
    Company plan(String plan, String billing, long listPrice) {
        return row("products", "product_id", plan, "name", plan, "billing", billing, "list_price", listPrice);
    }

    /** An order of one line. */
    Company line(String customer, String product, LocalDate day, int quantity, Number price) {
        return row(
                "orders",
                "order_id",
                id(),
                "customer_id",
                customer,
                "product_id",
                product,
                "ordered_at",
                day + "T10:30:00",
                "quantity",
                quantity,
                "unit_price",
                price);
    }

    Company truth(String table, String key, String column, Object expected) {
        truths.add(new Truth(shape, table, key, column, expected));
        return this;
    }

    /** The night must say this. */
    Company told(String words) {
        told.add(words);
        return this;
    }

    /** So many units of a plan are under contract. */
    Company has(String customer, String plan, long units) {
        return truth("holdings", customer + " " + plan, "owned", true)
                .truth("holdings", customer + " " + plan, "contract_quantity", (double) units);
    }

    /** There was a contract, and none runs. */
    Company hasLeft(String customer, String plan) {
        return truth("holdings", customer + " " + plan, "owned", false)
                .truth("holdings", customer + " " + plan, "contract_quantity", null);
    }

    Company worth(String customer, double value) {
        return truth("ltv", customer, "ltv_contract", Between.about(value, 1e-6));
    }

    /** What the contracts of all whose name begins so are worth together. */
    Company worthTogether(String prefix, double value, double room) {
        return truth("ltv", prefix + "*", "ltv_contract", Between.about(value, room));
    }

    List<Truth> truths() {
        return truths;
    }

    Set<String> words() {
        return told;
    }

    /** Each input as rows of text, as a reader of csv files gives them. */
    Map<String, Dataset<Row>> files() {
        Map<String, Dataset<Row>> read = new LinkedHashMap<>();
        files.forEach((input, all) -> {
            Set<String> columns = new LinkedHashSet<>();
            all.forEach(row -> columns.addAll(row.keySet()));
            StructType schema = new StructType();
            for (String column : columns) {
                schema = schema.add(column, DataTypes.StringType);
            }
            List<Row> cells = all.stream()
                    .map(row -> RowFactory.create(columns.stream().map(row::get).toArray()))
                    .toList();
            read.put(input, TestSession.spark().createDataFrame(cells, schema));
        });
        return read;
    }
}
