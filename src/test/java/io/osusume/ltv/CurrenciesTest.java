package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.config.LtvConfig;
import io.osusume.errors.UserException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CurrenciesTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-05-31");

    @Test
    void amountsWithoutACodeBesideThoseOfAnotherAreTwoCurrencies() {
        Shop shop = new Shop()
                .line("abroad", "p", "2026-01-01", 90, 1, "USD")
                .line("home", "p", "2026-01-02", 13_500, 1, null);
        assertThatThrownBy(() -> common(shop, Shop.config()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("2 currencies (JPY, USD)");
        assertThat(common(shop, Shop.config("currency=USD"))).isEqualTo("USD");
        assertThat(common(shop, Shop.config("currency_rates.USD=150"))).isEqualTo("JPY");
    }

    @Test
    void whereNoneHasACodeItIsTheConfiguredOneAndWhereAllHaveOneItIsThat() {
        assertThat(common(new Shop().line("c", "p", "2026-01-01", 1, 1, null), Shop.config()))
                .isEqualTo("JPY");
        assertThat(common(new Shop().line("c", "p", "2026-01-01", 1, 1, "EUR"), Shop.config()))
                .isEqualTo("EUR");
    }

    private static String common(Shop shop, LtvConfig config) {
        return Currencies.of(shop.orders(), config, AS_OF).common(config);
    }
}
