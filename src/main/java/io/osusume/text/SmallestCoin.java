package io.osusume.text;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What prices of a currency are rounded to: whole yen, cents.
 *
 * @param digits how many of them follow the point
 */
public record SmallestCoin(int digits) implements Serializable {
    /** Of a code that Java does not know, as of most that it does. */
    private static final int USUAL_DIGITS = 2;

    /** Two digits of a code that Java does not know. */
    public static SmallestCoin of(String currency) {
        return new SmallestCoin(Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getCurrencyCode().equals(currency))
                .mapToInt(Currency::getDefaultFractionDigits)
                .filter(digits -> digits >= 0)
                .findFirst()
                .orElse(USUAL_DIGITS));
    }

    /** The price in coins; as it is where nothing would be left of it, and where there is none. */
    public BigDecimal round(BigDecimal price) {
        if (price == null) {
            return null;
        }
        BigDecimal coins = price.setScale(digits, RoundingMode.HALF_UP);
        return coins.signum() == 0 ? price : coins;
    }
}
