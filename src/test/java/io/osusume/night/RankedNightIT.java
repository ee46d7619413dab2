package io.osusume.night;

import static io.osusume.night.Nights.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the sample's night ranked, as an independent reader sees it. */
class RankedNightIT {
    /** What was paid for, and when, of the inputs' good rows. */
    private static final String PAID = """
            SELECT customer_id, product_id, TRY_CAST(ordered_at AS TIMESTAMP) AS ordered FROM [orders]
            WHERE customer_id IS NOT NULL AND order_id IS NOT NULL AND product_id IS NOT NULL AND status IS NULL
              AND TRY_CAST(unit_price AS DOUBLE) > 0 AND TRY_CAST(quantity AS DOUBLE) > 0
              AND TRY_CAST(ordered_at AS TIMESTAMP) BETWEEN '1970-01-01' AND '2026-06-30 23:59:59'""";

    @Test
    void rankedPlacesRunFromOneWithoutGapsAndPBuyFalls() {
        assertThat(NIGHT.column("SELECT customer_id FROM {ranked_products} GROUP BY customer_id"
                        + " HAVING min(place) <> 1 OR max(place) <> count(*) OR count(DISTINCT place) <> count(*)"))
                .isEmpty();
        assertThat(
                        NIGHT.column(
                                "SELECT customer_id FROM (SELECT customer_id, p_buy - lag(p_buy) OVER"
                                        + " (PARTITION BY customer_id, place > 20 ORDER BY place) AS step FROM {ranked_products}) WHERE step > 0"))
                .isEmpty();
        assertThat(NIGHT.count("SELECT count(*) FROM {ranked_products} WHERE p_buy > 0 AND p_buy < 1"))
                .isEqualTo(NIGHT.count("SELECT count(*) FROM {ranked_products}"))
                .isPositive();
    }

    @Test
    void onlyWhatIsNewToTheCustomerAndWasSoldLatelyIsRanked() {
        assertThat(NIGHT.column("SELECT r.product_id FROM {ranked_products} r JOIN (" + PAID
                        + ") USING (customer_id, product_id)"))
                .isEmpty();
        assertThat(NIGHT.column(
                        "SELECT DISTINCT product_id FROM {ranked_products} WHERE place <= 20 EXCEPT SELECT product_id FROM ("
                                + PAID + ") WHERE ordered >= '2026-06-03'"))
                .isEmpty();
        assertThat(NIGHT.column("SELECT DISTINCT customer_id FROM (" + PAID
                        + ") EXCEPT SELECT customer_id FROM {ranked_products}"))
                .isEmpty();
    }

    /** Beyond the twenty stands only what was looked at, and what a rule or a set leads to from that or from what was bought. */
    @Test
    void whatStandsBeyondTheBestMayBeOffered() {
        assertThat(NIGHT.count("SELECT count(*) FROM {ranked_products} WHERE place > 20"))
                .isPositive();
        assertThat(NIGHT.column("WITH looked AS (SELECT customer_id, product_id FROM [behavior]"
                        + " UNION SELECT customer_id, product_id FROM [tickets]), met AS (SELECT * FROM looked"
                        + " UNION SELECT customer_id, product_id FROM (" + PAID + ")), follows AS ("
                        + "SELECT DISTINCT m.customer_id, r.consequent AS product_id FROM {rules} r JOIN met m"
                        + " ON list_contains(r.antecedent, m.product_id) UNION"
                        + " SELECT m.customer_id, unnest(b.items) FROM {bundles} b JOIN met m ON list_contains(b.items, m.product_id)"
                        + " UNION SELECT customer_id, product_id FROM looked)"
                        + " SELECT product_id FROM {ranked_products} r ANTI JOIN follows f USING (customer_id, product_id)"
                        + " WHERE r.place > 20"))
                .isEmpty();
    }

    /** What could not be scored, since nothing bought leads to it, is taken to be no likelier than all that was. */
    @Test
    void anOffersPBuyIsTheRankings() {
        String offers = "(SELECT customer_id, product_id, offer_type, target_type, p_buy FROM {offers} UNION ALL"
                + " SELECT customer_id, product_id, offer_type, target_type, p_buy FROM {withheld_offers})";
        assertThat(
                        NIGHT.column(
                                "SELECT o.product_id FROM " + offers + " o LEFT JOIN {ranked_products} r"
                                        + " USING (customer_id, product_id) WHERE o.offer_type = 'cross_sell'"
                                        + " AND o.target_type = 'customer' AND o.p_buy IS DISTINCT FROM r.p_buy AND NOT (r.p_buy IS NULL"
                                        + " AND o.p_buy = (SELECT min(p_buy) FROM {ranked_products} m WHERE m.customer_id = o.customer_id))"))
                .isEmpty();
        assertThat(NIGHT.count(
                        "SELECT count(*) FROM " + offers + " WHERE offer_type = 'cross_sell' AND p_buy IS NOT NULL"))
                .isPositive();
    }

    /**
     * Interest is counted again from the files: of the customer by event, of the account by day. In the sample accounts look at
     * what is under contract alone, and that is never sold by the order.
     */
    @Test
    void interestIsAsCountedByAnotherTool() {
        String looks = """
                WITH asked AS (
                  SELECT customer_id, account_id, product_id, CAST(TRY_CAST(event_at AS TIMESTAMP) AS DATE) AS day
                  FROM [behavior]
                  UNION ALL
                  SELECT customer_id, NULL, product_id, CAST(TRY_CAST(opened_at AS TIMESTAMP) AS DATE) FROM [tickets]
                  WHERE topic = 'specification'),
                lately AS (SELECT * FROM asked WHERE day BETWEEN DATE '2026-06-03' AND DATE '2026-06-30'),
                own AS (SELECT customer_id, product_id, count(*) AS n FROM lately GROUP BY ALL),
                account AS (
                  SELECT c.customer_id, l.product_id, count(DISTINCT l.day) AS n
                  FROM (SELECT coalesce(l.account_id, c.account_id) AS account_id, l.product_id, l.day
                        FROM lately l LEFT JOIN [customers] c USING (customer_id)) l
                  JOIN [customers] c USING (account_id) GROUP BY ALL)
                SELECT count(*), sum(looks_28d), sum(account_looks_28d),
                  count(*) FILTER (looks_28d <> coalesce(own.n, 0) OR account_looks_28d <> coalesce(account.n, 0))
                FROM {ranked_products} LEFT JOIN own USING (customer_id, product_id)
                LEFT JOIN account USING (customer_id, product_id)""";
        List<String> found = NIGHT.query(looks).get(0);
        assertThat(Integer.parseInt(found.get(1))).isPositive();
        assertThat(found.get(2)).isEqualTo("0");
        assertThat(found.get(3)).isEqualTo("0");
    }
}
