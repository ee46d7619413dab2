package io.osusume.intake.source;

import io.osusume.config.SourceConfig;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How a csv is written.
 *
 * @param escape what makes a quote within quotes a quote: the quote itself, as RFC 4180 says, or a sign before it
 * @param comment what a line begins with that is none
 */
record CsvDialect(
        String delimiter, char quote, char escape, Optional<Character> comment, boolean header, Charset charset) {

    static CsvDialect of(SourceConfig config) {
        CSVOptions options = new CSVOptions(
                scala.collection.immutable.Map.from(CollectionConverters.asScala(options(config))), false, "UTC");
        return new CsvDialect(
                options.delimiter(),
                options.quote(),
                options.escape(),
                options.isCommentSet() ? Optional.of(options.comment()) : Optional.empty(),
                options.headerFlag(),
                charset(config));
    }

    /** What Spark's reader is given: a company's own options, and what else is so by default. */
    static Map<String, String> options(SourceConfig config) {
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        options.put("header", "true");
        options.putAll(config.options());
        options.putIfAbsent("escape", options.getOrDefault("quote", "\""));
        config.encoding().ifPresent(name -> options.put("encoding", name));
        return options;
    }

    /** The encoding, by the key or as an option of Spark's reader. */
    static Charset charset(SourceConfig config) {
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        options.putAll(config.options());
        return config.encoding()
                .or(() -> Optional.ofNullable(options.get("encoding")))
                .or(() -> Optional.ofNullable(options.get("charset")))
                .map(Charset::forName)
                .orElse(StandardCharsets.UTF_8);
    }
}
