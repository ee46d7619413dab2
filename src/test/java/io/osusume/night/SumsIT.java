package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is published of the sample adds up to what its files say, by another engine. As-of 2026-06-30. */
class SumsIT {
    private static final SampleNight NIGHT = Nights.NIGHT;

    private static final String RUNNING = " plans AS (SELECT product_id, try_cast(unit_cost AS DOUBLE) AS cost,"
            + " CASE billing WHEN 'monthly' THEN 12 ELSE 1 END AS payments FROM [products] WHERE billing IN ('monthly', 'annual')),"
            + " running AS (SELECT customer_id, product_id, sum(coalesce(try_cast(quantity AS DOUBLE), 1)) AS units"
            + " FROM [subscriptions] JOIN plans USING (product_id) WHERE customer_id IS NOT NULL"
            + " AND try_cast(started_at AS DATE) <= DATE '2026-06-30'"
            + " AND (ended_at IS NULL OR try_cast(ended_at AS DATE) > DATE '2026-06-30') GROUP BY ALL)";

    /** The plans that are owned are those of running contracts, with as many units, and no others. */
    @Test
    void whatIsOwnedIsUnderContract() {
        String owned =
                "held AS (SELECT customer_id, product_id, contract_quantity FROM {holdings} JOIN plans USING (product_id)"
                        + " WHERE owned)";
        assertThat(NIGHT.count("WITH" + RUNNING + " SELECT count(*) FROM running"))
                .isGreaterThan(1_000);
        assertThat(NIGHT.query(
                        "WITH" + RUNNING + ", " + owned + " SELECT customer_id, product_id, units, contract_quantity"
                                + " FROM running FULL JOIN held USING (customer_id, product_id)"
                                + " WHERE units IS DISTINCT FROM contract_quantity::DOUBLE"))
                .isEmpty();
    }

    /** Contracts of plans, not of what is also sold one by one, are worth no more than the margin of a year's payments, and all together no small part of it. */
    @Test
    void contractsAreWorthWhatTheyPay() {
        String yearly =
                "yearly AS (SELECT customer_id, sum(h.contract_quantity * greatest(0, h.contract_price - cost) * payments) AS due"
                        + " FROM {holdings} h JOIN plans USING (product_id) WHERE owned GROUP BY 1)";
        assertThat(NIGHT.query("WITH" + RUNNING + ", " + yearly + " SELECT customer_id, ltv_contract, due"
                        + " FROM {ltv} LEFT JOIN yearly USING (customer_id) WHERE ltv_contract > coalesce(due, 0) * 1.001 + 1"
                        + " AND customer_id NOT IN (SELECT customer_id FROM {holdings} WHERE contract_quantity IS NOT NULL"
                        + " AND product_id NOT IN (SELECT product_id FROM plans))"))
                .isEmpty();
        assertThat(NIGHT.query("WITH" + RUNNING + ", " + yearly
                        + " SELECT sum(ltv_contract) / (SELECT sum(due) FROM yearly) > .3" + " FROM {ltv}"))
                .isEqualTo(List.of(List.of("true")));
    }

    /** Of whom neither returned anything nor has a contract: margin of all lines, a year at the least, times three years. */
    @Test
    void historicValueIsWhatOrdersBrought() {
        String lines = " lines AS (SELECT DISTINCT order_id, line_id, customer_id, try_cast(quantity AS DOUBLE) AS q,"
                + " try_cast(unit_price AS DOUBLE) AS p, coalesce(try_cast(unit_cost AS DOUBLE), .7 * try_cast(unit_price AS DOUBLE)) AS c,"
                + " status FROM [orders] LEFT JOIN [products] USING (product_id) WHERE coalesce(billing, 'one_time') = 'one_time'"
                + " AND order_id IS NOT NULL AND try_cast(ordered_at AS TIMESTAMPTZ)::DATE <= DATE '2026-06-30'),"
                + " brought AS (SELECT customer_id, sum(q * (p - c)) AS margin FROM lines GROUP BY 1"
                + " HAVING min(q) > 0 AND min(p) > 0 AND bool_and(status IS NULL))";
        String of = " FROM brought JOIN {ltv} USING (customer_id) WHERE orders > 0 AND coalesce(ltv_contract, 0) = 0";
        assertThat(NIGHT.count("WITH" + lines + " SELECT count(*)" + of)).isGreaterThan(1_000);
        assertThat(NIGHT.query("WITH" + lines + " SELECT customer_id, historic_ltv, margin" + of
                        + " AND abs(historic_ltv::DOUBLE / (margin * 3 / greatest(1, age_days / 365.25)) - 1) > .0001"))
                .isEmpty();
    }
}
