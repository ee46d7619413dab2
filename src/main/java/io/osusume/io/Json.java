package io.osusume.io;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
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
        write(files, file, (MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Any small file, in the same way. */
    static void write(FileSystem files, Path file, byte[] content) throws IOException {
        Path beside = new Path(file.getParent(), "." + file.getName() + ".new");
        files.mkdirs(file.getParent());
        if ("file".equals(file.toUri().getScheme())) {
            writeLocally(local(beside), local(file), content);
            return;
        }
        try (FSDataOutputStream out = files.create(beside, true)) {
            out.write(content);
        }
        // FileContext has a rename that overwrites, FileSystem has not.
        FileContext.getFileContext(files.getUri(), files.getConf()).rename(beside, file, Options.Rename.OVERWRITE);
    }

    private static void writeLocally(java.nio.file.Path beside, java.nio.file.Path file, byte[] content)
            throws IOException {
        Files.write(beside, content);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }
}
