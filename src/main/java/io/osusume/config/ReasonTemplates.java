package io.osusume.config;

import io.osusume.config.RunConfig.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences with placeholders such as {@code {product}}, by reason code, in one language. */
public final class ReasonTemplates implements Serializable {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w*)}");
    private static final TreeSet<String> KNOWN = new TreeSet<>(java.util.List.of(
            "product",
            "anchor",
            "items",
            "percent",
            "lift",
            "amount",
            "count",
            "days",
            "date",
            "price",
            "saving",
            "people",
            "departments",
            "seniors",
            "track",
            "unit"));

    private final TreeMap<String, String> byCode;

    private ReasonTemplates(SortedMap<String, String> byCode) {
        this.byCode = new TreeMap<>(byCode);
    }

    /** The built-in templates of a language, and those of the file over them. */
    static ReasonTemplates load(Language language, Optional<String> file) {
        TreeMap<String, String> templates = new TreeMap<>(builtIn(language));
        file.ifPresent(f -> templates.putAll(read(Path.of(f))));
        return new ReasonTemplates(templates);
    }

    /** Notes what is wrong with a company's file: not there, a code that no offer has, an unknown placeholder. */
    static void check(Checks checks, String key, Language language, Optional<String> file) {
        if (file.isEmpty()) {
            return;
        }
        if (!Files.isRegularFile(Path.of(file.get()))) {
            checks.that(false, key, file.get(), "no such file", "give an existing properties file, or null");
            return;
        }
        SortedMap<String, String> known = builtIn(language);
        read(Path.of(file.get())).forEach((code, template) -> {
            checks.that(
                    known.containsKey(code),
                    key,
                    file.get(),
                    "\"" + code + "\" is no reason code",
                    "codes: " + String.join(", ", known.keySet()));
            for (Matcher m = PLACEHOLDER.matcher(template); m.find(); ) {
                checks.that(
                        KNOWN.contains(m.group(1)),
                        key,
                        file.get(),
                        "the template of " + code + " has the unknown placeholder {" + m.group(1) + "}",
                        "placeholders: " + String.join(", ", KNOWN));
            }
        });
    }

    /** The sentence of a reason code with its placeholders filled; a placeholder without value becomes empty. */
    public String fill(String code, Map<String, String> values) {
        String template = byCode.get(code);
        if (template == null) {
            throw new IllegalArgumentException(code);
        }
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), "")));
    }

    /** The sentences; keys with a dot, such as {@code type.bundle}, are words that stand for an offer's type. */
    private static SortedMap<String, String> builtIn(Language language) {
        String name = "/reasons_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        try (InputStream in = ReasonTemplates.class.getResourceAsStream(name)) {
            SortedMap<String, String> all = read(new InputStreamReader(in, StandardCharsets.UTF_8));
            all.keySet().removeIf(key -> key.indexOf('.') >= 0);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> read(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> read(Reader in) throws IOException {
        Properties properties = new Properties();
        properties.load(in);
        TreeMap<String, String> templates = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> templates.put(name, properties.getProperty(name)));
        return templates;
    }
}
