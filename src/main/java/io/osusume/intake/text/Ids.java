package io.osusume.intake.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Ids as they are compared between tables. */
public final class Ids {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+\\.0+");
    /** A whole number as Java and pandas write a large double. */
    private static final Pattern EXPONENT = Pattern.compile("-?[0-9]\\.[0-9]+[eE]\\+?[0-9]{1,2}");

    private Ids() {}

    /**
     * The id without blanks at its ends, composed (NFC), and without the .0 that a column of doubles puts behind it.
     *
     * @throws Unreadable when nothing is left
     */
    public static String parse(String text) {
        String plain = Blanks.plain(text);
        if (plain.isEmpty()) {
            throw new Unreadable(text, "no id");
        }
        if (WHOLE.matcher(plain).matches()) {
            return plain.substring(0, plain.indexOf('.'));
        }
        if (EXPONENT.matcher(plain).matches()) {
            BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
            return number.scale() <= 0 ? number.toPlainString() : plain;
        }
        return plain;
    }
}
