package io.osusume.intake.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Numbers as people write them. Without a decimal sign given: of points and commas the one that comes last is the decimal
 * sign where both occur; a sign that occurs more than once groups thousands; a lone comma before exactly three digits
 * groups; a lone point is always the decimal sign.
 */
public final class Numbers {
    /** Digits behind the point that are kept. */
    public static final int SCALE = 8;

    public static final int PRECISION = 28;

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());
    /** A backslash is the yen sign of Japanese encodings, whose byte it has. */
    private static final String MONEY = "(?:\\\\|US\\$|R\\$|A\\$|C\\$|\\p{Sc}|円|元|kr\\.?|zł|Kč|Ft|Fr\\.|[A-Z]{3})";

    private static final Pattern SIGNED = Pattern.compile("(?<open>\\()?(?<sign>[-+−])?(?<before>" + MONEY
            + ")?(?<inner>[-+−])?(?<body>[0-9.,]+(?:[eE][-+]?[0-9]{1,3})?)(?<after>" + MONEY
            + ")?(?<percent>%)?(?<trailing>-)?(?<close>\\))?");
    private static final Pattern POINTED = Pattern.compile("[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]{1,3})?|[0-9]+\\.");

    private Numbers() {}

    /**
     * The number.
     *
     * @param decimal the decimal sign, a point or a comma; null where the text itself tells
     * @throws Unreadable when it is none
     */
    public static BigDecimal parse(String text, Character decimal) {
        String compact = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}'’]", "");
        Matcher m = SIGNED.matcher(compact);
        if (!m.matches() || isOdd(m)) {
            throw new Unreadable(text, "no number");
        }
        String body = pointed(m.group("body"), decimal);
        if (body == null || !POINTED.matcher(body).matches()) {
            throw new Unreadable(text, "no number" + (decimal == null ? "" : " with the decimal sign " + decimal));
        }
        BigDecimal value = new BigDecimal(body.endsWith(".") ? body + "0" : body);
        value = m.group("percent") == null ? value : value.movePointLeft(2);
        value = value.setScale(SCALE, RoundingMode.HALF_UP);
        if (value.precision() > PRECISION) {
            throw new Unreadable(text, "too large a number");
        }
        return isNegative(m) ? value.negate() : value;
    }

    private static boolean isOdd(Matcher m) {
        int signs = 0;
        for (String group : new String[] {"open", "sign", "inner", "trailing"}) {
            signs += m.group(group) == null ? 0 : 1;
        }
        return signs > 1
                || (m.group("open") == null) != (m.group("close") == null)
                || unknownCode(m.group("before"))
                || unknownCode(m.group("after"));
    }

    private static boolean unknownCode(String money) {
        return money != null && money.matches("[A-Z]{3}") && !CODES.contains(money);
    }

    private static boolean isNegative(Matcher m) {
        String sign = m.group("sign") == null ? m.group("inner") : m.group("sign");
        return m.group("open") != null || m.group("trailing") != null || (sign != null && !sign.equals("+"));
    }

    /** The digits with a point as the decimal sign and nothing that groups; null where the groups are none. */
    private static String pointed(String body, Character given) {
        char decimal = given == null ? decimalOf(body) : given;
        char group = decimal == ',' ? '.' : ',';
        int at = body.lastIndexOf(decimal);
        String whole = at < 0 ? body : body.substring(0, at);
        String rest = at < 0 ? "" : "." + body.substring(at + 1);
        if (whole.indexOf(decimal) >= 0 || rest.indexOf(group, 1) >= 0) {
            return null;
        }
        boolean grouped = whole.indexOf(group) >= 0;
        if (grouped
                && !whole.matches("[0-9]{1,3}(?:" + Pattern.quote(String.valueOf(group)) + "[0-9]{2,3})*"
                        + Pattern.quote(String.valueOf(group)) + "[0-9]{3}")) {
            return null;
        }
        return whole.replace(String.valueOf(group), "") + rest;
    }

    private static char decimalOf(String body) {
        int point = body.lastIndexOf('.');
        int comma = body.lastIndexOf(',');
        if (point >= 0 && comma >= 0) {
            return point > comma ? '.' : ',';
        }
        if (comma < 0) {
            return body.indexOf('.') == point ? '.' : ',';
        }
        boolean groups = body.indexOf(',') != comma || body.matches("[0-9]{1,3},[0-9]{3}");
        return groups ? '.' : ',';
    }
}
