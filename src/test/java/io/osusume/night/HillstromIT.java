package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.PublicData;
import io.osusume.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A real experiment by column mapping alone: half of the customers of Hillstrom's e-mail test (MineThatData, 2008). Two mails are two
 * products against one control; a visit is a behaviour event. Expected figures are worked out by DuckDB from the file.
 */
@Slow
class HillstromIT {
    private static String conf(Path file) {
        return """
            run.as_of = 2026-06-30
            sources.mails { format = parquet, path = "%1$s" }
            inputs.orders.query = "SELECT concat('h', rn) AS order_id, concat('c', rn) AS customer_id, 'goods' AS product_id, \
            CAST(date_sub(DATE'2026-05-25', CAST(28 * recency AS INT)) AS TIMESTAMP) AS ordered_at, 1 AS quantity, history AS unit_price \
            FROM mails UNION ALL SELECT concat('s', rn), concat('c', rn), 'goods', TIMESTAMP'2026-06-19 12:00:00', 1, spend \
            FROM mails WHERE conversion = 1"
            inputs.customers.query = "SELECT concat('c', rn) AS customer_id, IF(arm = 'control', 'control', 'treated') AS arm FROM mails"
            inputs.products.query = "SELECT DISTINCT arm AS product_id, arm AS name FROM mails WHERE arm <> 'control' \
            UNION ALL SELECT 'goods', 'Goods'"
            inputs.offer_events.query = "SELECT concat('c', rn) AS customer_id, 'cross_sell' AS offer_type, arm AS product_id, \
            'delivered' AS event, TIMESTAMP'2026-06-14 09:00:00' AS event_at FROM mails WHERE arm <> 'control'"
            inputs.behavior.query = "SELECT concat('c', rn) AS customer_id, 'visit' AS event, \
            TIMESTAMP'2026-06-18 12:00:00' AS event_at FROM mails WHERE visit = 1"
            consent.assume = true
            effects { outcomes = [visit, ordered, revenue], horizon_days = 14, planned_customers = 20000 }
            ranker.training.every_days = 1
            """.formatted(file);
    }

    /**
     * The one thing known before is a purchase of recency · 28 days before: within the year (recency 1 to 12: 0 is none), so
     * days of purchase are constant, and so is what the horizon before holds: Lin's adjustment by the history alone, each arm's own slope.
     */
    private static String lin(String outcome, Path file, String mail) {
        return """
            WITH d AS (SELECT arm = '%3$s' AS t, %1$s AS y, history AS x FROM '%2$s' WHERE arm IN ('%3$s', 'control')),
            r AS (SELECT t, count(*) AS n, avg(y) AS my, avg(x) AS mx, regr_slope(y, x) AS b FROM d GROUP BY t),
            o AS (SELECT count(*) AS n, avg(x) AS mx FROM d),
            u AS (SELECT d.t, r.n, (CASE WHEN d.t THEN 1 ELSE -1 END) * (d.y - r.my - r.b * (d.x - r.mx)) / r.n
                + ((SELECT b FROM r WHERE t) - (SELECT b FROM r WHERE NOT t)) * (d.x - o.mx) / o.n AS psi
                FROM d JOIN r USING (t), o),
            v AS (SELECT t, sum(psi * psi) * any_value(n) / (any_value(n) - 2) AS v FROM u GROUP BY t)
            SELECT a.n, c.n, a.my, c.my, a.my - a.b * (a.mx - o.mx) - c.my + c.b * (c.mx - o.mx), (SELECT sqrt(sum(v)) FROM v)
            FROM r a, r c, o WHERE a.t AND NOT c.t
            """.formatted(outcome, file, mail);
    }

    @Test
    void ratesDifferencesAndErrorsAreThoseOfTheFile() throws IOException {
        Path file = PublicData.file(HillstromIT.class, "hillstrom-half.parquet");
        Path data = Files.createTempDirectory(Path.of("target"), "hillstrom-");
        Path conf = Files.writeString(data.resolve("run.conf"), conf(file));
        SampleNight night = SampleNight.by(conf, data, "hillstrom");
        System.out.println(night.query(
                "SELECT product_id, outcome, n_treated, n_control, mean_treated, mean_control, effect, standard_error, ci_low,"
                        + " ci_high, always_low, always_high, p_value, cuped_share, srm_p_value, verdict FROM {effects}"
                        + " ORDER BY ALL"));

        for (String[] outcome :
                List.of(new String[] {"visit", "visit"}, new String[] {"ordered", "conversion"}, new String[] {
                    "revenue", "spend"
                })) {
            for (String mail : List.of("mens", "womens")) {
                String found = "FROM {effects} WHERE product_id = '" + mail + "' AND outcome = '" + outcome[0] + "'";
                List<Double> told = numbers(
                        night,
                        "SELECT n_treated, n_control, mean_treated, mean_control, effect, standard_error " + found);
                List<Double> expected = numbers(night, lin(outcome[1], file, mail));
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(told.get(i))
                            .as(mail + " " + outcome[0] + " " + i)
                            .isCloseTo(expected.get(i), within(1e-7 * Math.max(1, Math.abs(expected.get(i)))));
                }
            }
        }
    }

    private static List<Double> numbers(SampleNight night, String query) {
        return night.query(query).get(0).stream().map(Double::valueOf).toList();
    }
}
