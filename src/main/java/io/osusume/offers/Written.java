package io.osusume.offers;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import io.osusume.catalogue.Catalogue;
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
import java.util.stream.Collectors;

/** How names, amounts, days and lists are written in one language. */
final class Written implements Serializable {
    /** Of a name in a sentence, as a reader counts letters. */
    private static final int LONGEST_NAME = 60;

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final Language language;
    private final Catalogue catalogue;
    private final String currency;

    Written(Language language, Catalogue catalogue, String currency) {
        this.language = language;
        this.catalogue = catalogue;
        this.currency = currency;
    }

    private boolean japanese() {
        return language == Language.JA;
    }

    String name(String productId) {
        return name(catalogue.name(productId), LONGEST_NAME);
    }

    /** A name in one line, cut between two letters where it is long; one that is written from right to left stays by itself. */
    static String name(String name, int longest) {
        String line = name.replaceAll("[\\p{Cntrl}\\s\u3000]+", " ").strip();
        BreakIterator letters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        letters.setText(line);
        int end = letters.next(longest);
        boolean cut = end != BreakIterator.DONE && end < line.length();
        String shown = cut ? line.substring(0, letters.preceding(end)).strip() + "…" : line;
        char[] chars = shown.toCharArray();
        return Bidi.requiresBidi(chars, 0, chars.length) ? FIRST_STRONG_ISOLATE + shown + POP_ISOLATE : shown;
    }

    String names(List<?> productIds) {
        List<String> names = productIds.stream().map(id -> name((String) id)).toList();
        if (names.size() < 2) {
            return String.join("", names);
        }
        if (japanese()) {
            return String.join(names.size() == 2 ? "と" : "、", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    /** Products with a count each. */
    String counts(Map<?, ?> byProduct) {
        return byProduct.entrySet().stream()
                .map(e -> name((String) e.getKey())
                        + (japanese() ? "（" + e.getValue() + "回）" : " (" + e.getValue() + ")"))
                .collect(Collectors.joining(japanese() ? "、" : ", "));
    }

    String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(japanese() ? "y年M月d日" : "d MMMM y", Locale.ENGLISH)
                .format(day);
    }

    /** To the smallest coin of the currency. */
    String money(BigDecimal amount) {
        if (!currency.matches("[A-Z]{3}")) {
            return String.format(Locale.ROOT, "%,.2f %s", amount, currency);
        }
        Currency unit = Currency.getInstance(currency);
        int digits = unit.getDefaultFractionDigits();
        BigDecimal rounded = amount.setScale(digits, RoundingMode.HALF_UP);
        if (!japanese()) {
            NumberFormat format = NumberFormat.getCurrencyInstance(ULocale.ENGLISH);
            format.setCurrency(unit);
            return format.format(rounded);
        }
        String name = currency.equals("JPY") ? "円" : unit.getName(ULocale.JAPANESE, Currency.LONG_NAME, null);
        return String.format(Locale.ROOT, "%,." + digits + "f", rounded) + name;
    }
}
