package io.osusume.intake.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
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
        return new TableSample(name, path, "json", Optional.empty(), names, rows, whole, lines);
    }

    /** The array of objects that has the most elements, by its path: the lines of an order. */
    private static Optional<String> lines(List<JsonNode> documents) {
        Map<String, Integer> elements = new LinkedHashMap<>();
        documents.forEach(document -> count("", document, elements));
        return elements.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static void count(String prefix, JsonNode node, Map<String, Integer> elements) {
        node.properties().forEach(e -> {
            String name = prefix + e.getKey();
            if (e.getValue().isArray() && e.getValue().path(0).isObject()) {
                elements.merge(name, e.getValue().size(), Integer::sum);
            } else if (e.getValue().isObject()) {
                count(name + TableSample.WITHIN, e.getValue(), elements);
            }
        });
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
