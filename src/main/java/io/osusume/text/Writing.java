package io.osusume.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import io.osusume.config.RunConfig.Language;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Bidi;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** How names, amounts, days and lists are written in one language. */
public final class Writing implements Serializable {
    /** Of a name in a sentence, as a reader counts letters. */
    private static final int LONGEST_NAME = 60;

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern GAPS = Pattern.compile("[\\p{Cntrl}\\s\u3000]+");

    /** Made once, for that takes long; each sentence writes with its own copy, since threads may not share one. */
    private static final Map<Currency, NumberFormat> FORMATS = new ConcurrentHashMap<>();

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final Language language;

    public Writing(Language language) {
        this.language = language;
    }

    /** The language of a locale where it is one of ours, else the one given. */
    public static Language language(String locale, Language otherwise) {
        String lower = locale == null ? "" : locale.toLowerCase(Locale.ROOT);
        return lower.startsWith("ja") ? Language.JA : lower.startsWith("en") ? Language.EN : otherwise;
    }

    public boolean japanese() {
        return language == Language.JA;
    }

    /** A name as it stands in a sentence. */
    public String name(String name) {
        return name(name, LONGEST_NAME);
    }

    /** A name in one line, cut between two letters where it is long; one that is written from right to left stays by itself. */
    public static String name(String name, int longest) {
        String line = GAPS.matcher(name).replaceAll(" ").strip();
        BreakIterator letters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        letters.setText(line);
        int end = letters.next(longest);
        boolean cut = end != BreakIterator.DONE && end < line.length();
        String shown = cut ? line.substring(0, letters.preceding(end)).strip() + "…" : line;
        char[] chars = shown.toCharArray();
        return Bidi.requiresBidi(chars, 0, chars.length) ? FIRST_STRONG_ISOLATE + shown + POP_ISOLATE : shown;
    }

    /** Names after one another, the last one joined by a word. */
    public String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        if (japanese()) {
            return String.join(names.size() == 2 ? "と" : "、", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(japanese() ? "y年M月d日" : "d MMMM y", Locale.ENGLISH)
                .format(day);
    }

    /** To the smallest coin of the currency. */
    public String money(BigDecimal amount, String currency) {
        if (!CODE.matcher(currency).matches()) {
            return String.format(Locale.ROOT, "%,.2f %s", amount, currency);
        }
        Currency unit = Currency.getInstance(currency);
        int digits = unit.getDefaultFractionDigits();
        BigDecimal rounded = amount.setScale(digits, RoundingMode.HALF_UP);
        if (!japanese()) {
            NumberFormat format = FORMATS.computeIfAbsent(unit, Writing::format);
            return ((NumberFormat) format.clone()).format(rounded);
        }
        String name = currency.equals("JPY") ? "円" : unit.getName(ULocale.JAPANESE, Currency.LONG_NAME, null);
        return String.format(Locale.ROOT, "%,." + digits + "f", rounded) + name;
    }

    private static NumberFormat format(Currency unit) {
        NumberFormat format = NumberFormat.getCurrencyInstance(ULocale.ENGLISH);
        format.setCurrency(unit);
        return format;
    }
}
