package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is planted in the sample's past offers is found, with its figures; of few nothing is claimed. */
class SuccessCasesIT {
    private static final SampleNight NIGHT = Nights.NIGHT;

    /** Who took Accounting Plus and can be followed, and what each brought after it less before, from the input files alone. */
    private static final String BY_HAND = """
            WITH e AS (SELECT customer_id, event, event_at::DATE AS day FROM read_csv('sample-data/offer_events.csv', all_varchar = true)
              WHERE offer_type = 'upsell' AND product_id = 'ACC2'),
            asked AS (SELECT customer_id, min(day) AS day FROM e d WHERE event = 'delivered' AND EXISTS (FROM e a
              WHERE a.customer_id = d.customer_id AND a.event = 'accepted' AND a.day BETWEEN d.day AND d.day + 10) GROUP BY 1),
            s AS (SELECT customer_id, product_id, started_at::DATE AS f, ended_at::DATE AS u,
                price::DOUBLE * CASE billing WHEN 'annual' THEN 1 ELSE 12 END AS y
              FROM read_csv('sample-data/subscriptions.csv', all_varchar = true)
              JOIN (SELECT product_id, billing FROM read_csv('sample-data/products.csv', all_varchar = true)) USING (product_id)),
            lines AS (SELECT customer_id, product_id, try_cast(ordered_at AS DATE) AS d, quantity::DOUBLE AS q,
                try_cast(unit_price AS DOUBLE) AS p FROM read_csv('sample-data/orders.csv', all_varchar = true)),
            o AS (SELECT customer_id, product_id, d, q * p AS v FROM lines WHERE p > 0 AND q > 0
              AND (customer_id, product_id) NOT IN (SELECT (customer_id, product_id) FROM lines
                WHERE q < 0 AND p > 0 AND customer_id IS NOT NULL AND product_id IS NOT NULL)),
            known AS (SELECT customer_id, min(d) AS first FROM (SELECT customer_id, d FROM o UNION ALL SELECT customer_id, f FROM s
              UNION ALL SELECT customer_id, try_cast(joined_at AS DATE) FROM read_csv('sample-data/customers.csv', all_varchar = true))
              GROUP BY 1),
            g AS (SELECT customer_id,
                (SELECT coalesce(sum(y), 0) FROM s WHERE s.customer_id = a.customer_id AND f <= day + 89 AND (u IS NULL OR u > day + 89))
                - (SELECT coalesce(sum(y), 0) FROM s WHERE s.customer_id = a.customer_id AND f <= day - 1 AND (u IS NULL OR u > day - 1))
                + 365 / 90 * (SELECT coalesce(sum(CASE WHEN d BETWEEN day AND day + 89 THEN v
                      WHEN d BETWEEN day - 120 AND day - 31 THEN -v ELSE 0 END), 0)
                    FROM o WHERE o.customer_id = a.customer_id
                    AND o.product_id NOT IN (SELECT product_id FROM s WHERE s.customer_id = a.customer_id)) AS gain
              FROM asked a JOIN known USING (customer_id) WHERE first <= day - 120 AND day + 89 <= DATE '2026-06-30')
            """;

    /** Accounting Plus costs 14,000 a month more than Standard: planted 168,000 a year. */
    @Test
    void theUpsellOfAccountingIsFoundWithWhatFollowed() {
        String pattern =
                " FROM {success_cases} WHERE offer_type = 'upsell' AND product_id = 'ACC2' AND owned_product_id = 'ACC1' AND"
                        + " use_band = 'all'";
        assertThat(NIGHT.query(
                        "SELECT value_low < 168000 AND 168000 < value_high, offered, accepted, followed" + pattern))
                .containsExactly(List.of("true", "85", "10", "8"));
        assertThat(NIGHT.query(BY_HAND
                        + "SELECT count(*) = (SELECT followed" + pattern + "), abs(avg(gain) - (SELECT value_gained"
                        + pattern
                        + ")) < .01 FROM g"))
                .containsExactly(List.of("true", "true"));
    }

    /** Of a moment's offers as many were taken as planted, but for chance and the segments' factors of .7 to 1.3. */
    @Test
    void plantedAcceptanceIsFound() {
        String sides = " FROM {success_cases} c JOIN (SELECT subject, other, figure::DOUBLE AS f FROM"
                + " read_csv('sample-data/truths.csv', all_varchar = true) WHERE kind = 'acceptance') t ON t.subject = c.offer_type AND"
                + " t.other = c.trigger WHERE product_id = 'all'";
        assertThat(NIGHT.count("SELECT count(*)" + sides)).isGreaterThanOrEqualTo(7);
        assertThat(NIGHT.query("SELECT offer_type, trigger, accepted, offered" + sides
                        + " AND abs(accepted - f * offered) > .15 * f * offered + 3 * sqrt(offered * f * (1 - f))"))
                .isEmpty();
    }

    @Test
    void ofFewCasesNothingIsClaimedAndNobodyIsNamed() {
        assertThat(
                        NIGHT.count(
                                "SELECT count(*) FROM {success_cases} WHERE accepted < 8 OR (followed < 8) <> (value_gained IS NULL)"
                                        + " OR (others_followed < 8) <> (others_gained IS NULL) OR accepted > offered OR followed > accepted"))
                .isZero();
        assertThat(
                        NIGHT.count(
                                "SELECT count(*) FROM {success_cases} WHERE regexp_matches(text || situation, 'c[0-9][0-9][0-9]|story-')"))
                .isZero();
        assertThat(NIGHT.count(
                        "SELECT count(*) FROM {success_cases} WHERE NOT contains(text, accepted || ' of ' || offered)"))
                .isZero();
    }
}
