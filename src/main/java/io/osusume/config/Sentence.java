package io.osusume.config;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import io.osusume.config.RunConfig.Language;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One sentence with placeholders such as {@code {product}}, and where its words depend on a figure {@code {count, plural, one {# order}
 * other {# orders}}} or {@code {often, select, yes {…} other {…}}}: a message pattern of ICU.
 */
final class Sentence implements Serializable {
    private final String pattern;
    private final Language language;
    private final TreeSet<String> placeholders = new TreeSet<>();
    /** A format is no thread's but one's. */
    private transient ThreadLocal<MessageFormat> format;

    /** Fails with an {@link IllegalArgumentException} where the pattern is none. */
    Sentence(String pattern, Language language) {
        this.pattern = pattern;
        this.language = language;
        MessagePattern parts = new MessagePattern(pattern);
        for (int i = 0; i < parts.countParts(); i++) {
            MessagePattern.Part.Type type = parts.getPartType(i);
            if (type == MessagePattern.Part.Type.ARG_NAME || type == MessagePattern.Part.Type.ARG_NUMBER) {
                placeholders.add(parts.getSubstring(parts.getPart(i)));
            }
        }
    }

    String pattern() {
        return pattern;
    }

    /** The names of its placeholders, in the order of letters. */
    Set<String> placeholders() {
        return new TreeSet<>(placeholders);
    }

    /** The sentence with its placeholders filled; what has no value is left out. */
    String fill(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        placeholders.forEach(name -> all.putIfAbsent(name, ""));
        return format().format(all);
    }

    private MessageFormat format() {
        synchronized (this) {
            if (format == null) {
                ULocale locale = ULocale.forLanguageTag(language.name().toLowerCase(Locale.ROOT));
                format = ThreadLocal.withInitial(() -> new MessageFormat(pattern, locale));
            }
        }
        return format.get();
    }
}
