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

    /**
     * All contracts together: the margin of a year's payments times the share of them to expect, by how many left for each month
     * under contract, discounted by a tenth a year. Of an annual contract the next payment is due within half a year on average.
     */
    @Test
    void contractsAreWorthTheMonthsToExpect() {
        assertThat(NIGHT.column("WITH" + RUNNING
                        + ", signed AS (SELECT payments, greatest(0, coalesce(try_cast(price AS DOUBLE),"
                        + " try_cast(list_price AS DOUBLE)) - cost) * coalesce(try_cast(quantity AS DOUBLE), 1) * payments AS yearly,"
                        + " coalesce(try_cast(ended_at AS DATE) <= DATE '2026-06-30', false) AS gone, datediff('day', started_at::DATE,"
                        + " least(coalesce(try_cast(ended_at AS DATE), DATE '2026-06-30'), DATE '2026-06-30')) / 30.4375 AS months"
                        + " FROM [subscriptions] s JOIN plans USING (product_id) JOIN [products] USING (product_id)"
                        + " WHERE try_cast(started_at AS DATE) <= DATE '2026-06-30'),"
                        + " leaving AS (SELECT payments, sum(gone::INT) / sum(months) AS h FROM signed GROUP BY 1),"
                        + " worth AS (SELECT sum(yearly * CASE payments WHEN 1 THEN (1 - h) ^ 6 / 1.1 ^ .5 ELSE"
                        + " list_sum(list_transform(range(1, 13), k -> (1 - h) ^ k / 1.1 ^ (k / 12))) / 12 END) AS expected"
                        + " FROM signed JOIN leaving USING (payments) WHERE NOT gone)"
                        + " SELECT (SELECT sum(ltv_contract) FROM {ltv}) / expected BETWEEN .9 AND 1.1 FROM worth"))
                .containsExactly("true");
    }

    /**
     * Margin of what was bought and kept, a year at the least, and of what running contracts pay in a year, times three years.
     * What was given back, or has a price below 0, is taken off the earliest purchases of the same product. Left out is who had
     * a contract for what is also sold one by one.
     */
    @Test
    void historicValueIsWhatCustomersBrought() {
        String bought = RUNNING + ", lines AS (SELECT DISTINCT order_id, line_id, customer_id, product_id,"
                + " try_cast(ordered_at AS TIMESTAMPTZ) AS bought_at, try_cast(unit_price AS DOUBLE) AS p, try_cast(unit_cost AS DOUBLE)"
                + " AS c, CASE WHEN p < 0 THEN -1 ELSE 1 END * try_cast(quantity AS DOUBLE) AS q FROM [orders] o JOIN [products] i"
                + " USING (product_id) WHERE coalesce(billing, 'one_time') = 'one_time' AND order_id IS NOT NULL"
                + " AND bought_at::DATE <= DATE '2026-06-30'),"
                + " stock AS (SELECT *, sum(q) OVER so_far AS stock, sum(greatest(q, 0)) OVER so_far - greatest(q, 0) AS before"
                + " FROM lines WINDOW so_far AS (PARTITION BY customer_id, product_id ORDER BY bought_at, q DESC, order_id, p"
                + " ROWS UNBOUNDED PRECEDING)),"
                + " back AS (SELECT customer_id, product_id, sum(greatest(-q, 0)) + least(0, min(stock)) AS units FROM stock"
                + " GROUP BY ALL),"
                + " kept AS (SELECT *, q - greatest(0, least(q, units - before)) AS n FROM stock"
                + " JOIN back USING (customer_id, product_id) WHERE q > 0),"
                + " days AS (SELECT customer_id, bought_at::DATE AS day, sum(n * p) AS paid, sum(n * coalesce(p - c, .3 * p)) AS margin"
                + " FROM kept GROUP BY ALL),"
                + " brought AS (SELECT customer_id, sum(margin) / greatest(1, (DATE '2026-06-30' - min(day)) / 365.25) AS yearly"
                + " FROM days WHERE paid > 0 GROUP BY 1),"
                + " due AS (SELECT customer_id, sum(contract_quantity * (contract_price - cost) * payments)::DOUBLE AS yearly"
                + " FROM {holdings} JOIN plans USING (product_id) WHERE owned GROUP BY 1),"
                + " historic AS (SELECT customer_id, historic_ltv::DOUBLE AS told,"
                + " 3 * (coalesce(b.yearly, 0) + coalesce(d.yearly, 0)) AS worth FROM {ltv} LEFT JOIN brought b USING (customer_id)"
                + " LEFT JOIN due d USING (customer_id) WHERE customer_id NOT IN (SELECT customer_id FROM [subscriptions]"
                + " WHERE customer_id IS NOT NULL AND product_id NOT IN (SELECT product_id FROM plans)))";
        assertThat(NIGHT.count("WITH" + bought + " SELECT count(*) FROM historic WHERE worth > 0"))
                .isGreaterThan(2_500);
        assertThat(NIGHT.query(
                        "WITH" + bought + " SELECT * FROM historic WHERE abs(told - worth) > .01 + .0001 * worth"))
                .isEmpty();
        assertThat(NIGHT.column("WITH" + bought + " SELECT abs(sum(told) / sum(worth) - 1) < .00001 FROM historic"))
                .containsExactly("true");
    }
}
