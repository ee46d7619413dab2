package io.osusume.report;

import io.osusume.tables.RejectReason;
import io.osusume.text.SmallestCoin;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The report's words and numbers in one language: {@code report_*.properties}, then words that other outputs use too. */
final class Texts {
    private final Locale locale;
    private final Optional<Currency> currency;
    private final java.util.List<ResourceBundle> bundles;

    /** @param currency of all amounts, as ISO 4217 calls it; another word is left out */
    Texts(Locale locale, String currency) {
        this.locale = locale;
        this.currency = currency(currency);
        this.bundles = Stream.of("report", "explain", "effects", "summary")
                .map(name -> ResourceBundle.getBundle(
                        name,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .toList();
    }

    Locale locale() {
        return locale;
    }

    /**
     * A sentence or word of the report.
     *
     * @throws java.util.MissingResourceException when nobody wrote it: a bug
     */
    String text(String key) {
        return bundles.get(0).getString(key);
    }

    /** The word for a code; empty where no one knows it, such as a company's own event. */
    Optional<String> word(String vocabulary, String code) {
        String key = vocabulary + "." + code;
        return bundles.stream().filter(b -> b.containsKey(key)).findFirst().map(b -> b.getString(key));
    }

    /** Why a row was rejected, in the summary's words; empty where it says that with the code itself, as in English. */
    Optional<String> reject(String reason) {
        return RejectReason.of(reason).flatMap(known -> word("reject", known.wrong())
                .map(sentence -> new MessageFormat(sentence, locale).format(new Object[] {known.column()})));
    }

    String number(Kind kind, Number value) {
        return switch (kind) {
            case WHOLE -> NumberFormat.getIntegerInstance(locale).format(value);
            case MONEY -> money(value);
            case SHARE -> share(value.doubleValue());
            case CHANCE -> rounded(Math.max(value.doubleValue(), Double.MIN_VALUE));
            default -> rounded(value);
        };
    }

    /** To the smallest coin; what is less than half of that is not told as nothing. */
    private String money(Number value) {
        NumberFormat format = currency.isPresent()
                ? NumberFormat.getCurrencyInstance(locale)
                : NumberFormat.getNumberInstance(locale);
        int digits = SmallestCoin.of(currency.map(Currency::getCurrencyCode).orElse(""))
                .digits();
        currency.ifPresent(format::setCurrency);
        format.setMinimumFractionDigits(currency.isPresent() ? digits : 0);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        double least = Math.pow(10, -digits);
        double amount = value.doubleValue();
        if (amount != 0 && Math.abs(amount) < least / 2) {
            return amount > 0 ? "< " + format.format(least) : "> " + format.format(-least);
        }
        return format.format(value);
    }

    private String share(double value) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /** Three digits that tell; whole numbers whole. */
    private String rounded(Number value) {
        if (value.doubleValue() != 0 && Math.abs(value.doubleValue()) < 0.001) {
            return value.doubleValue() > 0 ? "< 0.001" : "> -0.001";
        }
        BigDecimal exact = BigDecimal.valueOf(value.doubleValue());
        BigDecimal shown = exact.abs().compareTo(BigDecimal.valueOf(100)) >= 0
                ? exact.setScale(0, RoundingMode.HALF_UP)
                : exact.round(new MathContext(3, RoundingMode.HALF_UP));
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format.format(shown);
    }

    /** A number as machines read it. */
    static String plain(Number value) {
        if (value instanceof Double d) {
            return d.isNaN() || d.isInfinite() ? "" : BigDecimal.valueOf(d).toPlainString();
        }
        return value instanceof BigDecimal b ? b.toPlainString() : value.toString();
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getCurrencyCode().equals(code))
                .findFirst();
    }
}
