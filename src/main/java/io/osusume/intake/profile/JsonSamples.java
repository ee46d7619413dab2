package io.osusume.intake.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.osusume.tables.Orders;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads JSON: an object a line, objects one after the other, or an array of them. Nested names are joined by points, each part
 * as SQL writes it.
 */
final class JsonSamples {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Documents that are looked at. */
    private static final int DOCUMENTS = 50_000;

    private final String name;
    private final String path;

    JsonSamples(String name, String path) {
        this.name = name;
        this.path = path;
    }

    TableSample read(Path file, String encoding) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        boolean whole = true;
        try (Reader in = FileSamples.text(file, encoding);
                MappingIterator<JsonNode> all = JSON.readerFor(JsonNode.class).readValues(in)) {
            while (all.hasNextValue()) {
                if (documents.size() >= DOCUMENTS) {
                    whole = false;
                    break;
                }
                documents.add(all.nextValue());
            }
        } catch (JsonProcessingException e) {
            whole = false; // what was read so far shows the columns; a line that is cut is staging's to reject
        }
        return sample(documents, whole);
    }

    private TableSample sample(List<JsonNode> documents, boolean whole) {
        Optional<String> lines = lines(documents);
        List<Map<String, String>> objects = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        for (JsonNode document : documents) {
            for (JsonNode row : rows(document, lines)) {
                Map<String, String> object = new LinkedHashMap<>();
                flatten("", row, object);
                columns.addAll(object.keySet());
                objects.add(object);
            }
        }
        List<String> names = List.copyOf(columns);
        List<String[]> rows = objects.stream()
                .map(o -> names.stream().map(o::get).toArray(String[]::new))
                .toList();
        return new TableSample(name, path, "json", Optional.empty(), names, rows, whole, lines, Optional.empty());
    }

    /** The array of objects whose fields are most like an order line's, of these the least deep, then that of the most elements. */
    private static Optional<String> lines(List<JsonNode> documents) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        documents.forEach(document -> find("", document, arrays));
        return arrays.values().stream()
                .max(Comparator.comparingLong(Array::likeLines)
                        .thenComparing(Array::depth, Comparator.reverseOrder())
                        .thenComparing(array -> array.elements.size())
                        .thenComparing(array -> array.path, Comparator.reverseOrder()))
                .map(array -> array.path);
    }

    private static void find(String prefix, JsonNode node, Map<String, Array> arrays) {
        node.properties().forEach(e -> {
            String path = prefix + e.getKey();
            if (e.getValue().isArray() && e.getValue().path(0).isObject()) {
                e.getValue().forEach(arrays.computeIfAbsent(path, Array::new).elements::add);
            } else if (e.getValue().isObject()) {
                find(path + TableSample.WITHIN, e.getValue(), arrays);
            }
        });
    }

    /** An array of objects in all documents. */
    private static final class Array {
        /** What an order line tells. */
        private static final List<String> TOLD =
                List.of(Orders.PRODUCT_ID, Orders.PRODUCT_NAME, Orders.QUANTITY, Orders.UNIT_PRICE, Helper.LINE_TOTAL);

        private static final double NAMED = 0.75;

        private final String path;
        private final List<JsonNode> elements = new ArrayList<>();

        private Array(String path) {
            this.path = path;
        }

        private int depth() {
            return path.split(TableSample.WITHIN).length;
        }

        private long likeLines() {
            Set<String> names = new LinkedHashSet<>();
            elements.forEach(element -> element.fieldNames().forEachRemaining(names::add));
            return TOLD.stream()
                    .filter(target -> names.stream()
                            .anyMatch(name -> HeaderWords.known().score(Orders.INPUT.name(), target, name) >= NAMED))
                    .count();
        }
    }

    /**
     * The document once for each of its lines, with the line in place of the array. An array within another object stands
     * beside it by its own name, and what has none, such as a look among purchases, is a row all the same.
     */
    private static List<JsonNode> rows(JsonNode document, Optional<String> lines) {
        if (lines.isEmpty() || !document.isObject()) {
            return List.of(document);
        }
        List<String> path = List.of(lines.get().split(TableSample.WITHIN));
        String array = path.get(path.size() - 1);
        List<String> above = path.subList(0, path.size() - 1);
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode line : within(document, above).path(array)) {
            ObjectNode row = ((ObjectNode) document).deepCopy();
            ((ObjectNode) within(row, above)).remove(array);
            row.set(array, line);
            rows.add(row);
        }
        return rows.isEmpty() && !above.isEmpty() ? List.of(document) : rows;
    }

    private static JsonNode within(JsonNode document, List<String> path) {
        JsonNode node = document;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            String start = prefix.isEmpty() ? "" : prefix + ".";
            node.properties().forEach(e -> flatten(start + Sql.name(e.getKey()), e.getValue(), into));
        } else if (!prefix.isEmpty()) {
            into.put(prefix, node.isNull() ? null : node.isValueNode() ? node.asText() : node.toString());
        }
    }
}
