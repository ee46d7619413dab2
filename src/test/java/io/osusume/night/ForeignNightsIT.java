package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.PublicData;
import io.osusume.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Nights over data that nobody here made, read as {@code init} proposes: every sentence is true by their tables, what is owned, what
 * was brought and what goes together is what the files say. Figures are worked out by DuckDB; of the large sets a part of the
 * customers, so that the nights are short.
 */
@Slow
class ForeignNightsIT {
    private static SampleNight night(String name, String day, String conf) throws IOException {
        Path file = settings(name, day, conf);
        return SampleNight.by(file, file.getParent(), name).asOf(day);
    }

    private static Path settings(String name, String day, String conf) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), name + "-");
        return Files.writeString(folder.resolve("run.conf"), "run.as_of = " + day + "\nconsent.assume = true\n" + conf);
    }

    private static void everySentenceIsTrue(Claims claims) {
        assertThat(claims.told().values().stream().mapToLong(n -> n).sum()).isGreaterThan(100);
        assertThat(claims.unheld("evidence")).isEmpty();
        assertThat(claims.untrue("evidence")).isEmpty();
        assertThat(claims.unheld("reason")).isSubsetOf(TextsIT.WITHOUT_FIGURES);
        assertThat(claims.untrue("reason")).isEmpty();
    }

    private static void nothingOwnedIsOffered(SampleNight night) {
        assertThat(night.query("SELECT * FROM {offers} o JOIN {holdings} h USING (customer_id, product_id)"
                        + " WHERE h.owned AND o.offer_type IN ('cross_sell', 'upsell')"))
                .isEmpty();
        assertThat(night.query("SELECT customer_id FROM {offers} WHERE customer_id IS NOT NULL GROUP BY 1"
                        + " HAVING list(rank ORDER BY rank) <> range(1, count(*) + 1)"))
                .isEmpty();
    }

    /** A quarter of the households of a grocery chain's ten months. */
    @Test
    void aGrocersYear() throws IOException {
        Path lines = PublicData.file(ForeignNightsIT.class, "complete-journey/transactions.parquet");
        Path products = PublicData.file(ForeignNightsIT.class, "complete-journey/products.parquet");
        SampleNight night = night("grocer", "2017-10-31", """
                inputs.orders { format = parquet, path = "%s", where = "household_id %% 4 = 0 AND quantity > 0", columns {
                  order_id = basket_id, customer_id = household_id, ordered_at = transaction_timestamp
                  unit_price = "CAST(sales_value AS DECIMAL(18,4)) / CAST(quantity AS DECIMAL(18,4))" } }
                inputs.products { format = parquet, path = "%s", columns {
                  name = "coalesce(product_type, CAST(product_id AS STRING))", category = product_category } }
                ltv.currency = USD
                """.formatted(lines, products));
        nothingOwnedIsOffered(night);
        everySentenceIsTrue(Claims.of(
                night,
                "SELECT product_id::VARCHAR AS product_id, coalesce(product_type, product_id::VARCHAR) AS name,"
                        + " NULL::DOUBLE AS list_price, 0 AS periods FROM '" + products + "'"));

        String bought =
                " lines AS (SELECT household_id::VARCHAR AS customer_id, product_id::VARCHAR AS product_id, basket_id,"
                        + " quantity * round(sales_value / quantity, 4) AS paid, transaction_timestamp::DATE AS day FROM '"
                        + lines
                        + "' WHERE household_id % 4 = 0 AND quantity > 0 AND transaction_timestamp < TIMESTAMP '2017-11-01')";
        // Thirty per cent of what is paid is margin, where no cost is known; a year at least, times three years.
        assertThat(night.query("WITH" + bought
                        + ", brought AS (SELECT customer_id, .3 * sum(paid) AS margin FROM lines GROUP BY 1)"
                        + " SELECT customer_id, historic_ltv, margin FROM brought FULL JOIN {ltv} USING (customer_id)"
                        + " WHERE NOT coalesce(abs(historic_ltv::DOUBLE - 3 * margin) <= .01 + .003 * margin, false)"))
                .isEmpty();
        // The dearest claims, counted again from the lines: the customers of both sides within the year.
        List<List<String>> rules = night.query("SELECT DISTINCT antecedent[1], consequent, count,"
                + " round(count / confidence)::BIGINT FROM {rules} WHERE basket_kind = 'customer' AND len(antecedent) = 1"
                + " ORDER BY lift DESC, 1, 2 LIMIT 40");
        assertThat(rules).isNotEmpty().allSatisfy(rule -> assertThat(night.query("WITH" + bought
                        + " SELECT count(*) FILTER (a AND c), count(*) FILTER (a) FROM (SELECT customer_id,"
                        + " bool_or(product_id = '" + rule.get(0) + "') AS a, bool_or(product_id = '" + rule.get(1)
                        + "') AS c FROM lines GROUP BY 1)"))
                .containsExactly(rule.subList(2, 4)));
    }

    /** A third of a gift shop's customers. */
    @Test
    void aGiftShopsYear() throws IOException {
        Path file = PublicData.file(ForeignNightsIT.class, "online-retail.csv.gz");
        SampleNight night = night("gifts", "2011-12-09", """
                include "%s"
                run.zone = UTC # the session is that of all tests
                inputs.orders { path = "%s", where = "CustomerID IS NOT NULL AND CAST(CustomerID AS DOUBLE) %% 3 = 0 AND length(StockCode) > 4" }
                """.formatted(
                        Path.of("conf/online-retail.conf").toAbsolutePath(), file));
        nothingOwnedIsOffered(night);
        everySentenceIsTrue(Claims.of(
                night,
                "SELECT product_id, any_value(product_name) AS name, NULL::DOUBLE AS list_price, 0 AS periods FROM {offers}"
                        + " WHERE product_id IS NOT NULL GROUP BY 1"));
        // What was given back is taken off the earliest purchases of the same product; a day that brought nothing is
        // none.
        String lines =
                " lines AS (SELECT regexp_replace(CustomerID, '\\.0$', '') AS customer_id, StockCode AS product_id,"
                        + " InvoiceNo AS invoice, try_cast(InvoiceDate AS TIMESTAMP) AS bought_at, try_cast(Quantity AS DOUBLE) AS q,"
                        + " try_cast(UnitPrice AS DOUBLE) AS p FROM read_csv('" + file + "', all_varchar = true)"
                        + " WHERE CustomerID <> '' AND CustomerID::DOUBLE % 3 = 0 AND length(StockCode) > 4),"
                        + " stock AS (SELECT *, sum(q) OVER so_far AS stock, sum(greatest(q, 0)) OVER so_far - greatest(q, 0) AS before"
                        + " FROM lines WINDOW so_far AS (PARTITION BY customer_id, product_id ORDER BY bought_at, q DESC, invoice, p"
                        + " ROWS UNBOUNDED PRECEDING)),"
                        + " back AS (SELECT customer_id, product_id, sum(greatest(-q, 0)) + least(0, min(stock)) AS units"
                        + " FROM stock GROUP BY ALL),"
                        + " days AS (SELECT customer_id, sum(p * (q - greatest(0, least(q, units - before)))) AS paid FROM stock"
                        + " JOIN back USING (customer_id, product_id) WHERE q > 0 GROUP BY customer_id, bought_at::DATE),"
                        + " brought AS (SELECT customer_id, .3 * sum(paid) AS margin FROM days WHERE paid > 0 GROUP BY 1)";
        assertThat(night.count("WITH" + lines + " SELECT count(*) FROM brought WHERE customer_id IN"
                        + " (SELECT customer_id FROM lines WHERE q < 0)"))
                .isGreaterThan(500);
        assertThat(night.query(
                        "WITH" + lines + " SELECT customer_id, historic_ltv, margin FROM brought FULL JOIN {ltv} USING"
                                + " (customer_id) WHERE NOT coalesce(abs(historic_ltv::DOUBLE - 3 * margin / greatest(1, age_days / 365.25))"
                                + " <= .01 + .003 * margin, historic_ltv = 0)"))
                .isEmpty();
        assertThat(night.column("WITH" + lines
                        + " SELECT abs(sum(historic_ltv)::DOUBLE / sum(3 * margin / greatest(1, age_days / 365.25)) - 1) < .00001"
                        + " FROM brought FULL JOIN {ltv} USING (customer_id)"))
                .containsExactly("true");
    }

    /** A marketplace whose orders lie in three files, some of them called off; most customers bought once. */
    @Test
    void aMarketplacesYears() throws IOException {
        Path orders = PublicData.file(ForeignNightsIT.class, "marketplace/olist_orders_dataset.csv.gz");
        Path items = PublicData.file(ForeignNightsIT.class, "marketplace/olist_order_items_dataset.csv.gz");
        Path customers = PublicData.file(ForeignNightsIT.class, "marketplace/olist_customers_dataset.csv.gz");
        Path conf = settings("marketplace", "2018-08-31", """
                run.zone = UTC # the session is that of all tests
                sources { sales.path = "%s", items.path = "%s", people.path = "%s" }
                inputs.orders.query = "SELECT order_id, order_item_id AS line_id, customer_unique_id AS customer_id, product_id, \
                  order_purchase_timestamp AS ordered_at, 1 AS quantity, price AS unit_price, order_status AS status \
                  FROM sales JOIN items USING (order_id) JOIN people USING (customer_id)"
                ltv.currency = BRL
                """.formatted(orders, items, customers));
        SampleNight night = SampleNight.stages(List.of("holdings", "ltv"), conf, conf.getParent(), "marketplace")
                .asOf("2018-08-31");
        String bought =
                " lines AS (SELECT customer_unique_id AS customer_id, product_id, price, order_purchase_timestamp::DATE"
                        + " AS day FROM read_csv('" + orders + "') JOIN read_csv('" + items
                        + "') USING (order_id) JOIN read_csv('"
                        + customers + "') USING (customer_id) WHERE order_status <> 'canceled'),"
                        + " brought AS (SELECT customer_id, .3 * sum(price) / greatest(1, (DATE '2018-08-31' - min(day)) / 365.25) AS yearly"
                        + " FROM lines GROUP BY 1)";
        assertThat(night.count("WITH" + bought + " SELECT count(*) FROM brought"))
                .isGreaterThan(2_500);
        assertThat(night.query("WITH" + bought
                        + " SELECT customer_id, product_id FROM (SELECT customer_id, product_id, count(*) AS n"
                        + " FROM lines GROUP BY ALL) FULL JOIN (SELECT * FROM {holdings} WHERE owned) USING (customer_id, product_id)"
                        + " WHERE n IS DISTINCT FROM net_quantity::BIGINT"))
                .isEmpty();
        assertThat(night.query(
                        "WITH" + bought + " SELECT customer_id, historic_ltv, yearly FROM brought FULL JOIN {ltv} USING"
                                + " (customer_id) WHERE NOT coalesce(abs(historic_ltv::DOUBLE - 3 * yearly) <= .01 + .003 * yearly,"
                                + " historic_ltv = 0)"))
                .isEmpty();
        assertThat(night.column("SELECT sum(ltv_contract) FROM {ltv}")).containsExactly("0.0000");
    }

    /** A software company that sells by contract alone, its three plans a ladder. */
    @Test
    void aSoftwareCompany() throws IOException {
        Path contracts = PublicData.file(ForeignNightsIT.class, "saas/ravenstack_subscriptions.csv.gz");
        Path accounts = PublicData.file(ForeignNightsIT.class, "saas/ravenstack_accounts.csv.gz");
        SampleNight night = night("saas", "2024-12-31", """
                inputs.subscriptions { path = "%s", columns { customer_id = account_id, product_id = plan_tier
                  started_at = start_date, ended_at = end_date, quantity = seats, price_per = "'contract'", billing = billing_frequency
                  price = "CASE WHEN billing_frequency = 'annual' THEN arr_amount ELSE mrr_amount END" } }
                inputs.customers { path = "%s", columns { customer_id = account_id, name = account_name, joined_at = signup_date } }
                inputs.products.query = "SELECT * FROM VALUES ('Basic', 'Basic', 'plans', 'plan', 1), ('Pro', 'Pro', 'plans', 'plan', 2), \
                  ('Enterprise', 'Enterprise', 'plans', 'plan', 3) AS plans (product_id, name, category, family, tier)"
                ltv.currency = USD
                """.formatted(contracts, accounts));
        String running =
                " running AS (SELECT account_id AS customer_id, plan_tier AS product_id, sum(seats::INT) AS seats FROM read_csv('"
                        + contracts
                        + "', all_varchar = true) WHERE start_date <= '2024-12-31' AND (end_date IS NULL OR end_date = '' OR"
                        + " end_date > '2024-12-31') GROUP BY ALL)";
        assertThat(night.count("WITH" + running + " SELECT count(*) FROM running"))
                .isGreaterThan(500);
        assertThat(night.query(
                        "WITH" + running + " SELECT customer_id, product_id, seats, contract_quantity FROM running"
                                + " FULL JOIN (SELECT * FROM {holdings} WHERE owned) h USING (customer_id, product_id)"
                                + " WHERE seats IS DISTINCT FROM contract_quantity::BIGINT"))
                .isEmpty();
        // Thirty per cent of a year's payments is the most that a contract's year is worth.
        String due =
                " due AS (SELECT account_id AS customer_id, .3 * sum(mrr_amount::DOUBLE * 12) AS due FROM read_csv('"
                        + contracts
                        + "', all_varchar = true) WHERE start_date <= '2024-12-31' AND (end_date IS NULL OR end_date = '' OR"
                        + " end_date > '2024-12-31') GROUP BY ALL)";
        assertThat(night.query("WITH" + due
                        + " SELECT customer_id, ltv_contract, due FROM {ltv} LEFT JOIN due USING (customer_id)"
                        + " WHERE ltv_contract > coalesce(due, 0) * 1.001 + 1"))
                .isEmpty();
        // All together: what is due, times the months to expect by how many left for each month under contract,
        // discounted
        // by a tenth a year. Of an annual contract the next payment is due within half a year on average.
        String expected =
                " paid AS (SELECT billing_frequency AS billing, .3 * mrr_amount::DOUBLE AS margin, end_date IS NOT NULL AND"
                        + " end_date::DATE <= DATE '2024-12-31' AS gone, datediff('day', start_date::DATE, least(coalesce(end_date::DATE,"
                        + " DATE '2024-12-31'), DATE '2024-12-31')) / 30.4375 AS months FROM read_csv('" + contracts
                        + "') WHERE mrr_amount > 0 AND start_date <= DATE '2024-12-31'),"
                        + " leaving AS (SELECT billing, sum(gone::INT) / sum(months) AS h FROM paid GROUP BY 1),"
                        + " worth AS (SELECT sum(margin * CASE billing WHEN 'annual' THEN 12 * (1 - h) ^ 6 / 1.1 ^ .5"
                        + " ELSE list_sum(list_transform(range(1, 13), k -> (1 - h) ^ k / 1.1 ^ (k / 12))) END) AS expected"
                        + " FROM paid JOIN leaving USING (billing) WHERE NOT gone)";
        assertThat(night.column("WITH" + expected
                        + " SELECT (SELECT sum(ltv_contract) FROM {ltv}) / expected BETWEEN .9 AND 1.1 FROM worth"))
                .containsExactly("true");
    }
}
