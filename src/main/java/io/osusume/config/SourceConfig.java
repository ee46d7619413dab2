package io.osusume.config;

import io.osusume.errors.NearestName;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Map;
import java.util.Optional;

/** Where a table lies and how it is written. */
public record SourceConfig(
        Optional<String> format,
        Optional<String> path,
        Optional<String> table,
        Optional<String> schema,
        Map<String, String> options,
        Optional<String> encoding) {

    public SourceConfig {
        options = Map.copyOf(options);
    }

    /** Whether it says where the table lies. */
    public boolean isPresent() {
        return path.isPresent() || table.isPresent() || isDatabase();
    }

    /** Whether the rows come from a database, named by the reader's options instead of a path. */
    public boolean isDatabase() {
        return options.containsKey("dbtable") || options.containsKey("query");
    }

    /** Notes what is wrong with {@code sources.<name>}. */
    void checkNamed(Checks checks, String name) {
        String key = "sources." + name;
        checks.that(
                        name.matches("[A-Za-z_][A-Za-z0-9_]*"),
                        key,
                        "{ … }",
                        "is no name that a query can call",
                        "write letters, digits and _, a letter first")
                .that(isPresent(), key + ".path", "null", "is not set", "say where it lies: path, or table");
        check(checks, key + ".");
    }

    /** Notes what is wrong; {@code section} stands before each key. */
    void check(Checks checks, String section) {
        checks.that(
                path.isEmpty() || table.isEmpty(),
                section + "table",
                table.orElse(""),
                "path is set as well",
                "keep either path or table");
        encoding.ifPresent(name -> checks.that(
                isCharset(name),
                section + "encoding",
                name,
                "is no encoding that Java knows",
                NearestName.hint(name, Charset.availableCharsets().keySet())));
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
