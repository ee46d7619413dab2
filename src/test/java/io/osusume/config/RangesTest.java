package io.osusume.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the annotations say holds: for each kind of bound a value on the right side of it and one on the wrong side. */
class RangesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "features.level_valid_days=1",
                "features.level_valid_days=112",
                "rules.min_support=1",
                "rules.min_support=1e-300",
                "rules.max_basket_items=null",
                "rules.max_basket_items=2",
                "bundles.margin_floor=0",
                "bundles.margin_floor=0.999",
                "offers.min_expected_value=-1e9",
                "offers.acceptance.priors.upsell.any.any=0.999999",
                "offers.volume_caps={\"P.1\" = 0}",
                "segments.care_max_nps=-1",
                "ltv.currency_rates={EUR = 0.01}",
                "ltv.validation.models=[pareto_nbd]"
            })
    void whatIsInRangeIsTaken(String setting) {
        assertThatCode(() -> load(setting)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            features.level_valid_days=0              | features.level_valid_days = 0          | must be between 1 and 112 (days); the default is 35
            features.level_valid_days=113            | features.level_valid_days = 113        | must be between 1 and 112 (days); the default is 35
            rules.min_support=0                      | rules.min_support = 0                  | must be above 0, at most 1 (share of baskets); the default is 0.001
            rules.min_support=1.0001                 | rules.min_support = 1.0001             | must be above 0, at most 1
            rules.max_basket_items=1                 | rules.max_basket_items = 1             | must be 2 or more (products); the default is null
            bundles.margin_floor=1                   | bundles.margin_floor = 1               | must be 0 or more, below 1
            bundles.margin_floor=-0.1                | bundles.margin_floor = -0.1            | must be 0 or more, below 1
            segments.at_risk_trend=Infinity          | segments.at_risk_trend = Infinity      | must be 0 or more
            segments.at_risk_trend=NaN               | segments.at_risk_trend = NaN           | must be 0 or more
            offers.min_expected_value=NaN            | offers.min_expected_value = NaN        | must be a number
            features.event_weights.compare=-1        | features.event_weights.compare = -1    | must be 0 or more; mend or remove this entry
            ltv.currency=YEN.                        | ltv.currency = YEN.                    | must be an ISO 4217 code, such as JPY
            ltv.currency_rates.EURO=1                | ltv.currency_rates.EURO = 1            | must be an ISO 4217 code, such as JPY
            ltv.currency_rates.EUR=0                 | ltv.currency_rates.EUR = 0             | must be above 0 (ltv.currency)
            ltv.validation.models=[]                 | ltv.validation.models = []             | must name at least 1 model; models: bg_nbd, mbg_nbd, nbd, pareto_nbd
            ltv.validation.models=[gg_nbd]              | ltv.validation.models = [gg_nbd]       | names a model that there is not
            offers.channels.standard=                | offers.channels.standard =             | must be the name of a channel; the default is email
            offers.triggers.interest.weight=1001     | offers.triggers.interest.weight = 1001 | must be between 0.001 and 1000 (factor)
            offers.max_candidates=2                  | offers.max_candidates = 2              | must be at least offers.max_per_customer (3); raise it
            bundles.min_discount=0.2                 | bundles.max_discount = 0.15            | must be at least bundles.min_discount (0.2)
            rules.customer.window_days=30            | rules.customer.follow_up_days = 60     | must be at most rules.customer.window_days (30)
            """)
    void whatIsOutOfRangeIsNamedWithItsValueTheRangeAndTheDefault(String setting, String shown, String told) {
        assertThatThrownBy(() -> load(setting)).hasMessageContaining(shown).hasMessageContaining(told);
    }

    private static OsusumeConfig load(String setting) {
        return ConfigLoader.load(Optional.empty(), List.of("inputs.orders.path=a.csv", setting))
                .config();
    }
}
