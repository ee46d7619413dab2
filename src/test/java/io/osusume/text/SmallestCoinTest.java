package io.osusume.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SmallestCoinTest {
    @Test
    void pricesAreWholeYenAndCentsAndThousandthsOfADinar() {
        assertThat(rounded("JPY", "551.7")).isEqualByComparingTo("552");
        assertThat(rounded("USD", "9.895")).isEqualByComparingTo("9.90");
        assertThat(rounded("BHD", "1.23456")).isEqualByComparingTo("1.235");
        assertThat(rounded("PTS", "1.239")).as("a code that nobody issued").isEqualByComparingTo("1.24");
    }

    @Test
    void aPriceBelowTheSmallestCoinAndNoPriceStayWhatTheyAre() {
        assertThat(rounded("JPY", "0.2")).isEqualByComparingTo("0.2");
        assertThat(SmallestCoin.of("JPY").round(null)).isNull();
    }

    private static BigDecimal rounded(String currency, String price) {
        return SmallestCoin.of(currency).round(new BigDecimal(price));
    }
}
