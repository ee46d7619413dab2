package io.osusume.cli;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import io.osusume.config.RunConfig.Language;
import io.osusume.tables.RejectReason;
import io.osusume.text.Writing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * What the summary says in one language: the sentences of {@code summary_*.properties}, and words for codes. In English a code
 * is its own word, as the tables have it.
 */
final class SummaryWords {
    private final ULocale locale;
    private final boolean codes;
    private final Writing writing;
    private final List<ResourceBundle> bundles;

    SummaryWords(Language language) {
        String tag = language.name().toLowerCase(Locale.ROOT);
        this.locale = ULocale.forLanguageTag(tag);
        this.codes = language == Language.EN;
        this.writing = new Writing(language);
        this.bundles = Stream.of("summary", "explain", "report")
                .map(name -> ResourceBundle.getBundle(
                        name,
                        Locale.forLanguageTag(tag),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .toList();
    }

    /** A sentence with its places filled, by number. */
    String say(String key, Object... values) {
        return new MessageFormat(bundles.get(0).getString(key), locale).format(values);
    }

    /** The word for a code; one that no vocabulary knows is a company's own, and its own word. */
    String word(String vocabulary, String code) {
        String key = vocabulary + "." + code;
        return codes
                ? code
                : bundles.stream()
                        .filter(bundle -> bundle.containsKey(key))
                        .findFirst()
                        .map(bundle -> bundle.getString(key))
                        .orElse(code);
    }

    /** Why a row was rejected. */
    String reject(String reason) {
        return codes
                ? reason
                : RejectReason.of(reason)
                        .map(known -> say("reject." + known.wrong(), known.column()))
                        .orElse(reason);
    }

    /** @param currency empty: not told */
    String money(double amount, String currency) {
        return writing.money(BigDecimal.valueOf(amount), currency).strip();
    }

    String date(String day) {
        return codes ? day : writing.date(LocalDate.parse(day));
    }
}
