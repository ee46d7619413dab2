package io.osusume.intake.fuzz;

import io.osusume.config.InputConfig;
import io.osusume.tables.Orders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes order lines as json: one document a line or an array, ids as whole numbers, as doubles or as texts, some lines broken. */
final class JsonWriter {
    private final Random random;
    private final Lines lines;
    private final Moments moments;
    private final boolean array;
    private final boolean nested;
    private final String point;
    private final boolean texts;
    private final List<Line> accepted = new ArrayList<>();
    private int rejected;

    JsonWriter(Random random) {
        this.random = random;
        lines = new Lines(random);
        moments = lines.one(
                List.of(Moments.ISO, Moments.ISO_ZONE, Moments.DAY, Moments.EPOCH, Moments.MILLIS, Moments.WORDS));
        array = random.nextInt(3) == 0;
        nested = random.nextBoolean();
        point = random.nextBoolean() ? "" : ".0";
        texts = random.nextInt(3) == 0;
    }

    Written write(Path folder) throws IOException {
        int files = 1 + random.nextInt(2);
        for (int i = 0; i < files; i++) {
            List<String> documents = new ArrayList<>();
            for (int n = 1 + random.nextInt(10); n > 0; n--) {
                documents.add(document(i == 0 && documents.isEmpty()));
            }
            String text = array ? "[\n" + String.join(",\n", documents) + "\n]\n" : String.join("\n", documents) + "\n";
            Files.writeString(folder.resolve("part-" + i + ".json"), text, StandardCharsets.UTF_8);
        }
        String story = String.join(
                ", ", "json", array ? "array" : "lines", nested ? "nested" : "flat", "ids " + point, moments.name());
        return new Written(config(folder), accepted, rejected, 0, Written.Outcome.READ, story);
    }

    /** The first has every key, so that each is known; any later one may lack the optional ones. */
    private String document(boolean whole) {
        Line drawn = lines.draw(moments.step, 2);
        String id = String.valueOf(1_000 + random.nextInt(9_000));
        boolean customer = whole || random.nextInt(4) > 0;
        boolean name = whole || random.nextInt(4) > 0;
        Line line = new Line(
                id,
                drawn.product(),
                customer ? Optional.of("c1") : Optional.empty(),
                drawn.at(),
                drawn.quantity(),
                drawn.price(),
                name ? Optional.of(lines.text(Lines.Script.ALL, true)) : Optional.empty());
        if (!array && !whole && random.nextInt(10) == 0) {
            rejected++;
            return "{\"order_id\": 17, \"product_id\"";
        }
        accepted.add(line);
        Map<String, String> values = new HashMap<>();
        values.put("order_id", texts ? quoted(id) : id + point);
        values.put("product_id", quoted(line.product()));
        line.customer().ifPresent(c -> values.put("customer", nested ? "{\"id\": " + quoted(c) + "}" : quoted(c)));
        values.put("ordered_at", moments.sql.equals("%s") ? quoted(moments.write(line.at())) : time(line));
        values.put("quantity", line.quantity().toPlainString() + (random.nextBoolean() ? ".0" : ""));
        values.put("unit_price", line.price().toPlainString());
        line.name().ifPresent(n -> values.put("product_name", quoted(n)));
        return values.entrySet().stream()
                .map(e -> quoted(e.getKey()) + ": " + e.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String time(Line line) {
        String written = moments.write(line.at());
        return moments == Moments.WORDS ? quoted(written) : written;
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + "\"";
    }

    private InputConfig config(Path folder) {
        Map<String, String> mapped = new HashMap<>();
        mapped.put(Orders.CUSTOMER_ID, nested ? "customer.id" : "customer");
        mapped.put(Orders.ORDERED_AT, String.format(moments.sql, "ordered_at"));
        return new InputConfig(
                Optional.of("json"),
                Optional.of(folder.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                mapped,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
