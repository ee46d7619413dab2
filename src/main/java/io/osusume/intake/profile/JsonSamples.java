package io.osusume.intake.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Reads JSON: an object a line, objects one after the other, or an array of them. Nested names are joined by points. */
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
        List<Map<String, String>> objects = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        boolean whole = true;
        try (Reader in = FileSamples.text(file, encoding);
                MappingIterator<JsonNode> documents =
                        JSON.readerFor(JsonNode.class).readValues(in)) {
            while (documents.hasNextValue()) {
                if (objects.size() >= DOCUMENTS) {
                    whole = false;
                    break;
                }
                Map<String, String> object = new LinkedHashMap<>();
                flatten("", documents.nextValue(), object);
                columns.addAll(object.keySet());
                objects.add(object);
            }
        } catch (JsonProcessingException e) {
            whole = false; // what was read so far shows the columns; a line that is cut is staging's to reject
        }
        List<String> names = List.copyOf(columns);
        List<String[]> rows = objects.stream()
                .map(o -> names.stream().map(o::get).toArray(String[]::new))
                .toList();
        return new TableSample(name, path, "json", Optional.empty(), names, rows, whole);
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(e ->
                            flatten(prefix.isEmpty() ? e.getKey() : prefix + "." + e.getKey(), e.getValue(), into));
        } else if (!prefix.isEmpty()) {
            into.put(prefix, node.isNull() ? null : node.isValueNode() ? node.asText() : node.toString());
        }
    }
}
