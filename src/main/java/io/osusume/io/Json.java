package io.osusume.io;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Small JSON files of the warehouse. A file is whole or not there: it is written beside and renamed into place. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static <T> T read(FileSystem files, Path file, Class<T> type) throws IOException {
        try (var in = files.open(file)) {
            return MAPPER.readValue(in.readAllBytes(), type);
        }
    }

    static void write(FileSystem files, Path file, Object value) throws IOException {
        Path beside = new Path(file.getParent(), "." + file.getName() + ".new");
        try (FSDataOutputStream out = files.create(beside, true)) {
            out.write((MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        replace(files, beside, file);
    }

    /** Atomic on a local disk and on HDFS: {@code FileContext} has a rename that overwrites, {@code FileSystem} has not. */
    private static void replace(FileSystem files, Path from, Path to) throws IOException {
        if (to.toUri().getScheme() != null && to.toUri().getScheme().equals("file")) {
            java.nio.file.Files.move(
                    java.nio.file.Path.of(from.toUri().getPath()),
                    java.nio.file.Path.of(to.toUri().getPath()),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        org.apache.hadoop.fs.FileContext.getFileContext(files.getUri(), files.getConf())
                .rename(from, to, org.apache.hadoop.fs.Options.Rename.OVERWRITE);
    }
}
