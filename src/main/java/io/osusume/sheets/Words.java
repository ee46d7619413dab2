package io.osusume.sheets;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import io.osusume.config.RunConfig.Language;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of sheets, of {@code sheets_*.properties}: message patterns of ICU. */
public final class Words {
    private final ResourceBundle bundle;
    private final ULocale locale;

    public Words(Language language) {
        String tag = language.name().toLowerCase(Locale.ROOT);
        this.locale = ULocale.forLanguageTag(tag);
        this.bundle = ResourceBundle.getBundle(
                "sheets",
                Locale.forLanguageTag(tag),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A word or a title. */
    public String of(String key) {
        return bundle.getString(key);
    }

    /** A sentence with its places filled, by number. */
    public String say(String key, Object... values) {
        return new MessageFormat(of(key), locale).format(values);
    }

    /** The same, by name. */
    public String say(String key, Map<String, Object> values) {
        return new MessageFormat(of(key), locale).format(values);
    }
}
