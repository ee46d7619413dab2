package io.osusume.intake.profile;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a number is written. */
public enum NumberShape {
    /** As SQL casts it: 1280, -3, 2.50, 1e3. */
    PLAIN,
    /** A point, or nothing, before the decimals, and commas, signs of currencies or parentheses: ¥12,800, (2.50). */
    POINT,
    /** A comma before the decimals: 1.280,50. */
    COMMA,
    /** One point with three digits behind it: 1.280 is either. */
    AMBIGUOUS,
    /** One comma with three digits behind it in all values, and nothing beside them tells, see {@link DecimalMarks}. */
    EITHER;

    private static final Pattern SQL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    /** A backslash is the yen sign of Japanese encodings. */
    private static final Pattern CURRENCY = Pattern.compile(
            "(?i)(\\\\|r\\$|us\\$|kr\\.?|zł|円|usd|eur|jpy|gbp|aud|cad|chf|brl|sek|nok|dkk|pln|\\p{Sc}|%)");

    private static final Pattern GROUPED_POINT = Pattern.compile("(?!0,\\d{3}$)\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern GROUPED_COMMA = Pattern.compile(
            "\\d{1,3}([.'’ ]\\d{3})+,\\d+|\\d{1,3}(\\.\\d{3}){2,}|\\d+,(\\d{1,2}|\\d{4,})" + "|(0|\\d{4,}),\\d{3}");
    private static final Pattern WITHOUT_GROUPS = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern ONE_POINT_THREE_DIGITS = Pattern.compile("[+-]?[1-9]\\d{0,2}\\.\\d{3}");
    private static final int LONGEST = 40;

    /** The shape of a number; empty where the text is none. */
    public static Optional<NumberShape> of(String text) {
        String given = text.strip();
        if (given.isEmpty() || given.length() > LONGEST) {
            return Optional.empty();
        }
        if (ONE_POINT_THREE_DIGITS.matcher(given).matches()) {
            return Optional.of(AMBIGUOUS);
        }
        if (SQL.matcher(given).matches()) {
            return Optional.of(PLAIN);
        }
        String core = core(given);
        if (GROUPED_POINT.matcher(core).matches()
                || WITHOUT_GROUPS.matcher(core).matches()) {
            return Optional.of(POINT);
        }
        return GROUPED_COMMA.matcher(core).matches() ? Optional.of(COMMA) : Optional.empty();
    }

    /** The digits with what stands between them. */
    private static String core(String given) {
        String text = Normalizer.normalize(given, Normalizer.Form.NFKC);
        if (text.startsWith("(") && text.endsWith(")")) {
            text = text.substring(1, text.length() - 1);
        }
        text = CURRENCY.matcher(text).replaceAll("").strip();
        text = text.replaceFirst("^[+\\-−▲△]\\s*", "").replaceFirst("\\s*[-−]$", "");
        return CURRENCY.matcher(text)
                .replaceAll("")
                .strip()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
