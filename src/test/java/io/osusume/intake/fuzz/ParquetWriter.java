package io.osusume.intake.fuzz;

import io.osusume.TestSession;
import io.osusume.config.InputConfig;
import io.osusume.tables.Orders;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Row;

/** Writes order lines as Parquet, each folder in types of its own: ids as numbers or texts, optional columns in some only. */
final class ParquetWriter {
    private static final List<String> IDS = List.of("BIGINT", "INT", "DOUBLE", "STRING", "DECIMAL(20,2)");

    private final Random random;
    private final Lines lines;
    private final List<Line> accepted = new ArrayList<>();
    private final List<String> schemas = new ArrayList<>();
    private int rejected;
    private int later;

    ParquetWriter(Random random) {
        this.random = random;
        this.lines = new Lines(random);
    }

    Written write(Path folder) {
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            part(folder.resolve("part-" + i), schemas.isEmpty() || random.nextBoolean());
        }
        return new Written(config(folder), accepted, rejected, later, Written.Outcome.READ, "parquet " + schemas);
    }

    private void part(Path folder, boolean customers) {
        String id = lines.one(IDS);
        boolean moments = random.nextBoolean();
        boolean exact = random.nextBoolean();
        String schema = "order_id " + id + ", product_id STRING, ordered_at " + (moments ? "TIMESTAMP" : "STRING")
                + ", quantity " + (exact ? "INT" : "DOUBLE") + ", unit_price " + (exact ? "DECIMAL(18,2)" : "DOUBLE")
                + (customers ? ", customer_id STRING" : "");
        schemas.add(schema);
        List<Row> rows = new ArrayList<>();
        for (int i = random.nextInt(10); i > 0; i--) {
            Line drawn = lines.draw(1, 2);
            String order = String.valueOf(1_000 + random.nextInt(9_000));
            boolean none = random.nextInt(10) == 0;
            boolean after = !none && random.nextInt(10) == 0;
            Line line = new Line(
                    order,
                    drawn.product(),
                    customers ? drawn.customer() : Optional.empty(),
                    after ? drawn.at().plusSeconds(200 * 86_400L) : drawn.at(),
                    drawn.quantity(),
                    drawn.price(),
                    Optional.empty());
            rejected += none ? 1 : 0;
            later += after ? 1 : 0;
            if (!none && !after) {
                accepted.add(line);
            }
            List<Object> values = new ArrayList<>();
            values.add(none ? null : typed(order, id));
            values.add(line.product());
            values.add(moments ? Timestamp.from(line.at()) : line.at().toString());
            values.add(
                    exact
                            ? (Object) line.quantity().intValueExact()
                            : (Object) line.quantity().doubleValue());
            values.add(
                    exact
                            ? (Object) line.price().setScale(2)
                            : (Object) line.price().doubleValue());
            if (customers) {
                values.add(line.customer().orElse(null));
            }
            rows.add(TestSession.row(values.toArray()));
        }
        TestSession.rows(schema, rows.toArray(Row[]::new)).coalesce(1).write().parquet(folder.toString());
    }

    private static Object typed(String id, String type) {
        return switch (type) {
            case "BIGINT" -> Long.valueOf(id);
            case "INT" -> Integer.valueOf(id);
            case "DOUBLE" -> Double.valueOf(id);
            case "STRING" -> id;
            default -> new java.math.BigDecimal(id);
        };
    }

    private static InputConfig config(Path folder) {
        return new InputConfig(
                Optional.of("parquet"),
                Optional.of(folder.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Map.of(Orders.ORDER_ID, "order_id"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
