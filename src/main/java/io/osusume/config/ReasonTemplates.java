package io.osusume.config;

import io.osusume.config.RunConfig.Language;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
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
import java.util.stream.Stream;

/**
 * Sentences that say why an offer is made, in one language: by reason code, and a company's own also by type and trigger, or by
 * all three.
 */
public final class ReasonTemplates implements Serializable {
    private static final String EVIDENCE = "evidence.";
    private static final String TYPE = "type.";

    private final TreeMap<String, Sentence> byKey = new TreeMap<>();

    private ReasonTemplates(Language language, Map<String, String> templates) {
        templates.forEach((key, template) -> byKey.put(key, new Sentence(template, language)));
    }

    /** To the customer: the built-in sentences of a language, and those of the file over them. */
    static ReasonTemplates load(Language language, Optional<String> file) {
        SortedMap<String, String> templates = builtIn(language);
        file.ifPresent(f -> templates.putAll(read(Path.of(f))));
        return new ReasonTemplates(language, templates);
    }

    /** To the team: what speaks for the offer, in figures. */
    public static ReasonTemplates evidence(Language language) {
        return new ReasonTemplates(language, builtInEvidence(language));
    }

    /** Of what is to be done beside offers: what to say to the customer. */
    public static ReasonTemplates tasks(Language language) {
        return new ReasonTemplates(language, builtInTasks(language));
    }

    /** The same, to the team: why. */
    public static ReasonTemplates tasksEvidence(Language language) {
        return new ReasonTemplates(language, builtInTasksEvidence(language));
    }

    /** Of what past offers led to: the sentences to the team, and the words for a situation. */
    public static ReasonTemplates successes(Language language) {
        return new ReasonTemplates(language, builtInSuccesses(language));
    }

    /** What the types of offers are called, by wire name. */
    public static SortedMap<String, String> offerTypes(Language language) {
        TreeMap<String, String> types = new TreeMap<>();
        file(language).forEach((key, word) -> {
            if (key.startsWith(TYPE)) {
                types.put(key.substring(TYPE.length()), word);
            }
        });
        return types;
    }

    /** The sentence of a reason code with its placeholders filled; a placeholder without value is left out. */
    public String fill(String code, Map<String, ?> values) {
        Sentence sentence = byKey.get(code);
        if (sentence == null) {
            throw new IllegalArgumentException(code);
        }
        return sentence.fill(values);
    }

    /** The same, of an offer: what a company wrote for its type and trigger comes first. */
    public String fill(Occasion occasion, Map<String, ?> values) {
        String key = Stream.of(occasion.key() + "." + occasion.code(), occasion.key(), occasion.code())
                .filter(byKey::containsKey)
                .findFirst()
                .orElseThrow();
        return fill(key, values);
    }

    /** What an offer is, when it is made and why. */
    public record Occasion(OfferType type, Trigger trigger, String code) {
        String key() {
            return type.wire() + "." + trigger.wire();
        }
    }

    /** The sentences to the customer of our own file. */
    static SortedMap<String, String> builtIn(Language language) {
        return plain(file(language));
    }

    private static SortedMap<String, String> plain(SortedMap<String, String> lines) {
        lines.keySet().removeIf(key -> key.indexOf('.') >= 0);
        return lines;
    }

    /** The sentences to the team, by reason code. */
    static SortedMap<String, String> builtInEvidence(Language language) {
        return evidenceOf(file(language));
    }

    private static SortedMap<String, String> evidenceOf(SortedMap<String, String> lines) {
        TreeMap<String, String> sentences = new TreeMap<>();
        lines.forEach((key, sentence) -> {
            if (key.startsWith(EVIDENCE)) {
                sentences.put(key.substring(EVIDENCE.length()), sentence);
            }
        });
        return sentences;
    }

    /** Of what is to be done beside offers: the sentences to the customer. */
    static SortedMap<String, String> builtInTasks(Language language) {
        return plain(file("tasks", language));
    }

    /** Those to the team. */
    static SortedMap<String, String> builtInTasksEvidence(Language language) {
        return evidenceOf(file("tasks", language));
    }

    /** Of what past offers led to. */
    static SortedMap<String, String> builtInSuccesses(Language language) {
        return file("successes", language);
    }

    /** All lines of our own file. */
    static SortedMap<String, String> file(Language language) {
        return file("reasons", language);
    }

    private static SortedMap<String, String> file(String name, Language language) {
        String file = "/" + name + "_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        try (InputStream in = ReasonTemplates.class.getResourceAsStream(file)) {
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SortedMap<String, String> read(Path file) {
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
